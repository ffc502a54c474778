"""Variants of a network: which there are, what they are called, and how often the network runs."""

from pathlib import Path

import numpy as np
import pytest
import torch

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.weights import load_weights, save_weights
from colorizer_gui.core.prediction.prediction import Guidance, Prediction
from colorizer_gui.core.prediction.vividness import Annealing
from model_training.evaluation.methods import (
    Augmenting,
    NetworkMethod,
    SharedNetwork,
    Variants,
    hint_takers,
    network_methods,
)


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.manual_seed(3)
    net = ColorizationNet(NetworkConfig(widths=(16, 16, 8, 8), attention_heads=2))
    torch.nn.init.normal_(net.decoder.level8.hint.weight)
    path = tmp_path_factory.mktemp("weights") / "net.safetensors"
    save_weights(path, net, {})
    return path


LIGHTNESS = np.random.default_rng(0).uniform(10, 90, (40, 64)).astype(np.float32)


def test_one_variant_keeps_its_name(weights: Path) -> None:
    (name, method), *others = network_methods({"a": weights}, Variants(short_sides=(32,))).items()
    assert (name, others) == ("a", [])
    expected = NetworkColorizer(load_weights(weights), torch.device("cpu"), short_side=32)
    np.testing.assert_allclose(method(LIGHTNESS), expected.predict_ab(LIGHTNESS).ab, atol=1e-5)


def test_all_combinations_are_named_by_what_differs(weights: Path) -> None:
    variants = Variants(
        (0.3, 1.0), (0.6,), short_sides=(32, 64), augmentations=(Augmenting.PLAIN, Augmenting.MIRROR)
    )
    methods = network_methods({"a": weights, "b": weights}, variants)
    assert len(methods) == 16
    assert list(methods)[:2] == ["a (32 px, plain, T 0.3)", "a (32 px, plain, T 1)"]
    assert "b (64 px, mirror, T 1)" in methods
    restrained, vivid = (methods[f"a (32 px, plain, T {t})"](LIGHTNESS) for t in ("1", "0.3"))
    assert np.abs(restrained).mean() < np.abs(vivid).mean()


def test_the_network_runs_once_for_all_temperatures(weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Guidance | None] = []
    predict = NetworkColorizer.predict_ab

    def counted(
        self: NetworkColorizer, lightness: FloatArray, guidance: Guidance | None = None
    ) -> Prediction:
        asked.append(guidance)
        return predict(self, lightness, guidance)

    monkeypatch.setattr(NetworkColorizer, "predict_ab", counted)
    colorizer = NetworkColorizer(load_weights(weights), torch.device("cpu"), short_side=32)
    shared = SharedNetwork(colorizer)
    cold, warm = NetworkMethod(shared, Annealing(0.2)), NetworkMethod(shared, Annealing(0.8))
    hints = Guidance(np.full((1, 2), 0.5, np.float32), np.full((1, 2), 60.0, np.float32))
    first = cold(LIGHTNESS)
    assert not np.array_equal(first, warm(LIGHTNESS))
    assert asked == [None]
    told = cold.with_hints(LIGHTNESS, hints)
    warm.with_hints(LIGHTNESS, hints)
    assert len(asked) == 2
    assert np.abs(told - first).max() > 1e-3
    np.testing.assert_array_equal(cold(LIGHTNESS), first)
    cold(LIGHTNESS.copy())
    assert len(asked) == 4


def test_takers_of_hints_are_found(weights: Path) -> None:
    methods = network_methods({"a": weights}, Variants(short_sides=(32,)))
    assert hint_takers(methods | {"deaf": lambda lightness: np.zeros((1, 1, 2), np.float32)}).keys() == {"a"}

"""Two weights files become one network that answers with both."""

from pathlib import Path

import numpy as np
import pytest
import torch

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.network_config import PAIR, TOKENS, NetworkConfig
from colorizer_gui.core.model.weights import load_weights, save_weights
from model_training.commands.cli import main
from model_training.report.joining import join

pytestmark = pytest.mark.usefixtures("shallow")

OF_TOKENS = NetworkConfig(architecture=TOKENS, output_stride=7, widths=(32, 16))
CONVOLUTIONS = NetworkConfig(output_stride=4, widths=(32, 32, 16, 16))
FIRST = np.linspace(0.5, 1.5, 313).astype(np.float32)
SECOND = np.linspace(2.0, 0.25, 313).astype(np.float32)


@pytest.fixture
def halves(tmp_path: Path) -> tuple[Path, Path]:
    paths = []
    for config, weighed in ((CONVOLUTIONS, FIRST), (OF_TOKENS, SECOND)):
        torch.manual_seed(11)
        path = tmp_path / f"{config.architecture}.safetensors"
        save_weights(
            path, build_network(config), {"recipe": {"name": config.architecture}}, class_weights=weighed
        )
        paths.append(path)
    return paths[0], paths[1]


def test_the_command_writes_a_pair_that_colorizes(tmp_path: Path, halves: tuple[Path, Path]) -> None:
    out, encoder = tmp_path / "pair.safetensors", tmp_path / "both.safetensors"
    arguments = ["join", *map(str, halves), "--out", str(out), "--encoder", str(encoder), "--compact"]
    assert main(arguments) == 0
    loaded = load_weights(out)
    assert loaded.config.architecture == PAIR
    assert loaded.config.tokens == OF_TOKENS
    assert loaded.provenance["tokens"]["provenance"] == {"recipe": {"name": TOKENS}}
    card = out.with_suffix(".md").read_text(encoding="utf-8")
    assert all(load_weights(half).sha256 in card and half.name in card for half in halves)
    assert loaded.class_weights is not None
    np.testing.assert_allclose(loaded.class_weights, FIRST, rtol=1e-3)
    gray = np.linspace(5, 95, 90 * 133, dtype=np.float32).reshape(90, 133)
    prediction = NetworkColorizer.load("cpu", out).predict_ab(gray)
    assert np.isfinite(prediction.ab).all()


def test_class_weights_are_those_of_the_first(tmp_path: Path, halves: tuple[Path, Path]) -> None:
    out = tmp_path / "pair.safetensors"
    join(*halves, out)
    before = load_weights(halves[1]).tensors["decoder.head.1.bias"]
    after = load_weights(out).tensors["decoder.tokens.head.1.bias"]
    moved = torch.from_numpy(np.log(FIRST) - np.log(SECOND))
    torch.testing.assert_close(after, before + moved, atol=4e-3, rtol=2e-3)


def test_other_kinds_are_refused_with_a_sentence(tmp_path: Path, halves: tuple[Path, Path]) -> None:
    with pytest.raises(WeightsError, match="a pair needs"):
        join(halves[1], halves[0], tmp_path / "pair.safetensors")
    plain = tmp_path / "plain.safetensors"
    save_weights(plain, build_network(OF_TOKENS), {})
    with pytest.raises(WeightsError, match="does not say its class weights"):
        join(halves[0], plain, tmp_path / "pair.safetensors")

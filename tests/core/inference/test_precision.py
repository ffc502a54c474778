"""What a processor's matrix units change of the colours: next to nothing."""

from pathlib import Path

import numpy as np
import pytest
import torch

from colorizer_gui.core.inference import precision
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.inference.packed import can_pack
from colorizer_gui.core.inference.precision import SINGLE, Numbers
from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.network_config import PAIR, TOKENS, NetworkConfig
from colorizer_gui.core.model.weights import save_weights

#: A few blocks show it as well as many.
pytestmark = pytest.mark.usefixtures("shallow")
OF_TOKENS = NetworkConfig(widths=(32, 16), output_stride=7, architecture=TOKENS)
PAIRED = NetworkConfig(widths=(32, 32, 16, 16), output_stride=4, architecture=PAIR, tokens=OF_TOKENS)


@pytest.mark.parametrize("config", [OF_TOKENS, PAIRED], ids=["tokens", "pair"])
def test_colours_are_nearly_the_same_and_single_precision_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: NetworkConfig
) -> None:
    torch.manual_seed(8)
    path = tmp_path / "net.safetensors"
    save_weights(path, build_network(config), {})
    lightness = np.linspace(0, 100, 64 * 96, dtype=np.float32).reshape(64, 96)
    answers = []
    for numbers in (Numbers(bfloat16=True), Numbers(bfloat16=True, whole_products=True), SINGLE):
        monkeypatch.setattr(precision, "fast_numbers", lambda numbers=numbers: numbers)
        answers.append(NetworkColorizer.load("cpu", path).predict_ab(lightness))
    exact = answers.pop()
    for fast in answers:
        assert fast.ab.dtype == np.float32
        assert np.abs(fast.ab - exact.ab).max() < 0.5
        assert (fast.ab != exact.ab).any()


@pytest.mark.parametrize("config", [OF_TOKENS, PAIRED], ids=["tokens", "pair"])
@pytest.mark.skipif(not can_pack(), reason="no oneDNN, or none with bfloat16 on this processor")
def test_packed_weights_answer_with_the_same_bits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: NetworkConfig
) -> None:
    torch.manual_seed(8)
    path = tmp_path / "net.safetensors"
    save_weights(path, build_network(config), {})
    monkeypatch.setattr(precision, "fast_numbers", lambda: Numbers(bfloat16=True))
    colorizers = []
    for packs in (True, False):
        monkeypatch.setattr(precision, "can_pack", lambda packs=packs: packs)
        colorizers.append(NetworkColorizer.load("cpu", path))
    for size in ((64, 96), (96, 64), (300, 70)):
        lightness = np.linspace(0, 100, size[0] * size[1], dtype=np.float32).reshape(size)
        packed, plain = (colorizer.predict_ab(lightness) for colorizer in colorizers)
        np.testing.assert_array_equal(packed.ab, plain.ab)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (SINGLE, "float32"),
        (Numbers(bfloat16=True, whole_products=True), "bfloat16"),
        (Numbers(int8=True), "float32 and integers of 8 bits"),
        (Numbers(bfloat16=True, int8=True), "bfloat16 and integers of 8 bits"),
    ],
)
def test_numbers_are_named(numbers: Numbers, words: str) -> None:
    assert str(numbers) == words

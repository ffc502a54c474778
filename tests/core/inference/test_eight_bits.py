"""Layers of 8-bit integers answer what those of floats do, within their steps."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn.utils.memory_format import convert_conv2d_weight_memory_format

from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.core.inference import precision
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.inference.eight_bits import Conv8, Linear8, can_multiply, keep_in_8_bits
from colorizer_gui.core.inference.packed import attend_by_products
from colorizer_gui.core.inference.precision import SINGLE, Numbers
from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.network_config import PAIR, TOKENS, NetworkConfig
from colorizer_gui.core.model.vision_transformer import TransformerBlock
from colorizer_gui.core.model.weights import LoadedWeights
from colorizer_gui.core.photo_io.reading.reading import read_photo
from colorizer_gui.core.prediction.prediction import Guidance
from tests.support.networks.asked import CPU

OF_TOKENS: Final = NetworkConfig(widths=(32, 16), output_stride=7, architecture=TOKENS)
PAIRED: Final = NetworkConfig(widths=(32, 32, 16, 16), output_stride=4, architecture=PAIR, tokens=OF_TOKENS)
POINTS: Final = Guidance(np.array([[0.3, 0.6]], np.float32), np.array([[40.0, 20.0]], np.float32))
RANGES: Final = {
    "both signs": lambda x: x,
    "none below zero": torch.abs,
    "none above zero": lambda x: -torch.abs(x),
    "far from zero": lambda x: x + 30,
    "one outlier": lambda x: torch.where(x == x.max(), 100.0, x),
    "zeros": torch.zeros_like,
}

needs_vnni = pytest.mark.skipif(not can_multiply(), reason="the processor has no VNNI")


def furthest(layer: nn.Module, x: Tensor) -> float:
    """How far an answer may be: half a step of each number that comes in, and of each weight."""
    weight = next(layer.parameters()).detach().flatten(1)
    step = float((x.max().clamp(min=0) - x.min().clamp(max=0)) / 254)
    of_inputs = float(weight.abs().sum(1).max()) * step  # its zero is rounded as well
    of_weights = float(weight.abs().max()) / 127 / 2 * float(x.abs().max() + step) * weight.shape[1]
    return of_inputs + of_weights + 1e-5


@needs_vnni
@pytest.mark.parametrize("spread", RANGES.values(), ids=RANGES)
def test_a_linear_layer_answers_within_its_steps(spread: Callable[[Tensor], Tensor]) -> None:
    torch.manual_seed(2)
    layer, x = nn.Linear(48, 20), spread(torch.randn(1, 30, 48))
    with torch.inference_mode():
        found, expected = Linear8(layer)(x), layer(x)
    assert found.dtype == torch.float32
    assert found.shape == expected.shape
    assert float((found - expected).abs().max()) <= furthest(layer, x)


@needs_vnni
@pytest.mark.parametrize("spread", RANGES.values(), ids=RANGES)
@pytest.mark.parametrize("size", [1, 3])
def test_a_convolution_answers_within_its_steps(size: int, spread: Callable[[Tensor], Tensor]) -> None:
    torch.manual_seed(3)
    layer = nn.Conv2d(24, 17, size, padding=size // 2)
    x = spread(torch.randn(1, 24, 9, 14))
    with torch.inference_mode():
        found, expected = Conv8(layer)(x), layer(x)
    assert found.shape == expected.shape
    assert float((found - expected).abs().max()) <= furthest(layer, x)


@needs_vnni
def test_a_row_of_weights_that_is_zero_answers_its_bias() -> None:
    layer = nn.Linear(16, 3)
    nn.init.zeros_(layer.weight)
    with torch.inference_mode():
        found = Linear8(layer)(torch.randn(1, 5, 16))
    torch.testing.assert_close(found, layer.bias.detach().expand(1, 5, 3))


@needs_vnni
def test_how_weights_lie_in_memory_changes_nothing() -> None:
    torch.manual_seed(6)
    linear, conv = nn.Linear(32, 24), nn.Conv2d(32, 24, 3)
    tokens, cells = torch.randn(1, 5, 32), torch.randn(1, 32, 6, 7)
    with torch.inference_mode():
        expected = Linear8(linear)(tokens), Conv8(conv)(cells)
        linear.weight = nn.Parameter(linear.weight.t().contiguous().t())
        convert_conv2d_weight_memory_format(conv, torch.channels_last)
        found = Linear8(linear)(tokens), Conv8(conv)(cells)
    for one, other in zip(found, expected, strict=True):
        torch.testing.assert_close(one, other)


@needs_vnni
@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_numbers_that_are_not_finite_are_said(value: float) -> None:
    x = torch.zeros(1, 4, 16)
    x[0, 1, 2] = value
    with torch.inference_mode(), pytest.raises(InferenceError, match="colours"):
        Linear8(nn.Linear(16, 3))(x)


@needs_vnni
def test_encoder_of_convolutions_and_hints_keep_their_floats() -> None:
    network = build_network(PAIRED)
    keep_in_8_bits(network)
    kinds = {name: type(module) for name, module in network.named_modules()}
    assert {kinds[f"encoder.tokens.blocks.0.{name}"] for name in ("qkv", "out", "fc1", "fc2")} == {Linear8}
    assert kinds["encoder.tokens.patch"] is nn.Conv2d
    assert kinds["decoder.tokens.tokens"] is kinds["decoder.convolutions.level4.skip.0"] is Conv8
    assert kinds["decoder.tokens.hint"] is kinds["decoder.convolutions.level8.hint"] is nn.Conv2d
    assert not {Conv8, Linear8} & {
        kind for name, kind in kinds.items() if name.startswith("encoder.convolutions")
    }


@needs_vnni
def test_a_pytorch_without_onednn_multiplies_floats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.backends.mkldnn, "is_available", lambda: False)
    assert not can_multiply()


@needs_vnni
@pytest.mark.parametrize("bfloat16", [False, True])
def test_who_asks_twice_gets_the_same_network(monkeypatch: pytest.MonkeyPatch, bfloat16: bool) -> None:
    numbers = Numbers(int8=True, bfloat16=bfloat16, whole_products=bfloat16)
    monkeypatch.setattr(precision, "fast_numbers", lambda: numbers)
    network = build_network(PAIRED)
    precision.keep_in_fast_precision(network, CPU)
    once = str(network)
    precision.keep_in_fast_precision(network, CPU)
    assert str(network) == once
    assert "Linear8" in once


@needs_vnni
@pytest.mark.parametrize("bfloat16", [False, True])
@pytest.mark.parametrize("guidance", [None, POINTS], ids=["alone", "points"])
def test_the_release_has_nearly_the_same_colours(
    samples: Path, monkeypatch: pytest.MonkeyPatch, bfloat16: bool, guidance: Guidance | None
) -> None:
    lightness = read_photo(samples / "hopper.jpg").lightness[::4, ::4]
    answers = []
    for numbers in (Numbers(int8=True, bfloat16=bfloat16, whole_products=bfloat16), SINGLE):
        monkeypatch.setattr(precision, "fast_numbers", lambda numbers=numbers: numbers)
        colorizer = NetworkColorizer.load("cpu")
        answers.append(colorizer.predict_ab(np.ascontiguousarray(lightness), guidance).ab)
    apart = np.linalg.norm(answers[0] - answers[1], axis=-1)
    assert 0 < apart.mean() < 0.5
    assert np.linalg.norm(answers[1], axis=-1).mean() > 5, "they are colours"


def test_a_network_without_numbers_is_said_to_have_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    network = build_network(PAIRED)
    tensors = {**network.state_dict(), "encoder.tokens.blocks.3.norm2.weight": torch.full((384,), torch.nan)}
    weights = LoadedWeights(Path("gone wrong"), PAIRED, tensors, "0", {})
    for numbers in (Numbers(int8=can_multiply()), SINGLE):
        monkeypatch.setattr(precision, "fast_numbers", lambda numbers=numbers: numbers)
        with pytest.raises(InferenceError, match="colours"):
            NetworkColorizer(weights, CPU).predict_ab(np.full((64, 96), 50, np.float32))


def test_attention_by_whole_products_is_the_same_attention() -> None:
    torch.manual_seed(4)
    block, x = TransformerBlock(), torch.randn(2, 37, 384)
    with torch.inference_mode():
        before = block(x)
        attend_by_products(block)
        torch.testing.assert_close(block(x), before, atol=1e-5, rtol=1e-5)

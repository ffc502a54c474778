"""The network behind the seam: sizes, hints, colour spaces, and what is never answered."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace, FloatArray, lab_to_rgb, rgb_to_lab
from colorizer_gui.core.common.errors import InferenceError, WeightsError
from colorizer_gui.core.inference import colorizer as colorizer_module
from colorizer_gui.core.inference.augmentation import Augmentation
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.inference.network_input import InputGeometry
from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.network_config import CLASSIFICATION, NetworkConfig
from colorizer_gui.core.model.weights import LoadedWeights, save_weights
from colorizer_gui.core.prediction.prediction import Guidance
from tests.support.networks.asked import CPU, random_lightness


@pytest.mark.parametrize(
    ("size", "cells"), [((1, 1), (8, 8)), ((1, 5000), (1, 32)), ((5000, 1), (32, 1)), ((5, 7), (8, 11))]
)
def test_any_size_is_colorized_and_cropped_to_its_extent(
    colorizer: NetworkColorizer, size: tuple[int, int], cells: tuple[int, int]
) -> None:
    prediction = colorizer.predict_ab(random_lightness(*size))
    assert prediction.ab.shape == (*cells, 2)
    assert prediction.confidence is not None
    assert prediction.confidence.shape == cells
    assert np.isfinite(prediction.ab).all()
    assert prediction.notice == ""


def test_a_photo_that_needs_padding_is_cropped_at_the_right_end(
    colorizer: NetworkColorizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Cells that are cropped would have had a say in what is beside them.
    monkeypatch.setattr(colorizer_module, "smoothed", lambda scores, _: torch.log_softmax(scores, dim=2))
    padded = np.full((64, 96), 50, dtype=np.float32)
    whole, cropped = colorizer.predict_ab(padded), colorizer.predict_ab(padded[:, :72])
    assert cropped.ab.shape == (8, 9, 2)
    np.testing.assert_allclose(cropped.ab, whole.ab[:, :9], atol=1e-4)


def test_luv_weights_answer_in_ab(tmp_path: Path) -> None:
    """A network that is sure of one bin gives the a*b* that this u*v* has at each lightness."""
    net = ColorizationNet(NetworkConfig(color_space=ColorSpace.LUV, bins=518, widths=(32, 32, 16, 16)))
    red = int(np.flatnonzero((AbBins.derive(ColorSpace.LUV).centers == (60, 20)).all(axis=1))[0])
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.zero_()
        net.decoder.get_parameter("head.1.bias").index_fill_(0, torch.tensor([red]), 40.0)
    save_weights(tmp_path / "luv.safetensors", net, {})
    colorizer = NetworkColorizer.load("cpu", tmp_path / "luv.safetensors")
    lightness = np.repeat(np.array([[40.0, 70.0]], np.float32), 64, axis=0).repeat(32, axis=1)
    prediction = colorizer.predict_ab(lightness)
    for column, value in ((0, 40.0), (-1, 70.0)):
        luv = np.array([[[value, 60.0, 20.0]]], np.float32)
        expected = rgb_to_lab(lab_to_rgb(luv, ColorSpace.LUV))[0, 0, 1:]
        np.testing.assert_allclose(prediction.ab[0, column], expected, atol=0.1)
        assert prediction.distribution is not None
        np.testing.assert_allclose(prediction.distribution.suggestions(0, column, 1)[0], expected, atol=0.1)


def test_hints_for_luv_weights_are_given_in_luv(monkeypatch: pytest.MonkeyPatch) -> None:
    net = ColorizationNet(NetworkConfig(color_space=ColorSpace.LUV, bins=518, widths=(32, 32, 16, 16)))
    colorizer = NetworkColorizer(LoadedWeights(Path("luv"), net.config, net.state_dict(), "0", {}), CPU)
    seen: list[Guidance] = []
    hint_planes = InputGeometry.hint_planes

    def watched(self: InputGeometry, given: Guidance) -> FloatArray:
        seen.append(given)
        return hint_planes(self, given)

    monkeypatch.setattr(InputGeometry, "hint_planes", watched)
    lightness = np.repeat(np.array([[40.0, 70.0]], np.float32), 16, axis=0).repeat(8, axis=1)
    ab = np.array([[50, 30], [50, 30], [-20, 10]], np.float32)
    positions = np.array([[0.1, 0.5], [1.0, 1.0], [0.9, 0.0]], np.float32)
    colorizer.predict_ab(lightness, Guidance(positions, ab))
    for value, chroma, given in zip((40.0, 70.0, 70.0), ab, seen[0].ab, strict=True):
        lab = np.array([[[value, *chroma]]], np.float32)
        expected = rgb_to_lab(lab_to_rgb(lab), ColorSpace.LUV)[0, 0, 1:]
        np.testing.assert_allclose(given, expected, atol=1e-3)


def test_a_network_without_hints_colorizes_and_says_that_it_takes_none(tmp_path: Path) -> None:
    config = NetworkConfig(architecture=CLASSIFICATION, widths=(8, 8, 8, 16), conv_depth=2)
    save_weights(tmp_path / "small.safetensors", build_network(config), {})
    colorizer = NetworkColorizer.load("cpu", tmp_path / "small.safetensors")
    assert colorizer.predict_ab(random_lightness(40, 64)).ab.shape == (32, 51, 2)
    one = np.zeros((1, 2), np.float32)
    with pytest.raises(InferenceError, match="takes no hints"):
        colorizer.predict_ab(random_lightness(40, 64), Guidance(one, one))


def test_hints_reach_the_network(colorizer: NetworkColorizer) -> None:
    photo = random_lightness(64, 64)
    guidance = Guidance(np.array([[0.5, 0.5]], dtype=np.float32), np.array([[60, 40]], dtype=np.float32))
    plain = colorizer.predict_ab(photo)
    assert np.abs(colorizer.predict_ab(photo, guidance).ab - plain.ab).max() > 1e-3
    none = Guidance(np.empty((0, 2), np.float32), np.empty((0, 2), np.float32))
    np.testing.assert_array_equal(colorizer.predict_ab(photo, none).ab, plain.ab)


def test_hints_run_the_decoder_alone(weights: LoadedWeights) -> None:
    colorizer = NetworkColorizer(weights, CPU, short_side=64, augmentation=Augmentation(mirror=True))
    encoded: list[Tensor] = []
    colorizer._net.encoder.register_forward_hook(lambda _net, inputs, _output: encoded.append(inputs[0]))
    photo = random_lightness(64, 80)
    plain = colorizer.predict_ab(photo)
    assert len(encoded) == 2  # the photo, and its mirror image
    guidance = Guidance(np.array([[0.2, 0.5]], dtype=np.float32), np.array([[60, 40]], dtype=np.float32))
    hinted = colorizer.predict_ab(photo.copy(), guidance)
    assert len(encoded) == 2
    fresh = NetworkColorizer(weights, CPU, short_side=64, augmentation=Augmentation(mirror=True))
    np.testing.assert_array_equal(hinted.ab, fresh.predict_ab(photo, guidance).ab)
    np.testing.assert_array_equal(colorizer.predict_ab(photo).ab, plain.ab)
    other = photo.copy()
    other[:8] += 1
    colorizer.predict_ab(other)
    assert len(encoded) == 4


@pytest.mark.parametrize("shape", [(0, 5), (5, 0), (4, 4, 3), (4,)])
def test_what_is_no_picture_is_refused(colorizer: NetworkColorizer, shape: tuple[int, ...]) -> None:
    with pytest.raises(InferenceError, match="no picture"):
        colorizer.predict_ab(np.zeros(shape, dtype=np.float32))


def test_values_that_are_not_finite_are_no_result(colorizer: NetworkColorizer) -> None:
    photo = random_lightness(32, 32)
    photo[3, 4] = np.nan
    with pytest.raises(InferenceError, match="no usable colours"):
        colorizer.predict_ab(photo)


def test_weights_of_another_bin_count_are_not_opened() -> None:
    few = ColorizationNet(NetworkConfig(bins=10, widths=(32, 32, 16, 16)))
    with pytest.raises(WeightsError, match="10 chroma bins"):
        NetworkColorizer(LoadedWeights(Path("few"), few.config, few.state_dict(), "0", {}), CPU)

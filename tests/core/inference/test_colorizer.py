"""The network behind the seam: sizes, devices, memory, and what is never handed out."""

from pathlib import Path
from typing import Self

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace, FloatArray, lab_to_rgb, rgb_to_lab
from colorizer_gui.core.common.errors import DeviceMemoryError, InferenceError, WeightsError
from colorizer_gui.core.inference import colorizer as colorizer_module
from colorizer_gui.core.inference.augmentation import Augmentation
from colorizer_gui.core.inference.colorizer import NetworkColorizer, choose_device, leave_cores_to_files
from colorizer_gui.core.inference.network_input import InputGeometry
from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.network_config import CLASSIFICATION, NetworkConfig
from colorizer_gui.core.model.weights import LoadedWeights, save_weights
from colorizer_gui.core.prediction.prediction import Guidance

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def weights() -> LoadedWeights:
    torch.manual_seed(5)
    net = ColorizationNet(NetworkConfig(widths=(32, 32, 16, 16)))
    nn.init.normal_(net.decoder.level8.hint.weight)
    return LoadedWeights(Path("untrained"), net.config, net.state_dict(), "0", {})


@pytest.fixture(scope="module")
def colorizer(weights: LoadedWeights) -> NetworkColorizer:
    return NetworkColorizer(weights, CPU, short_side=64)


def _photo(height: int, width: int) -> FloatArray:
    return np.random.default_rng(0).uniform(0, 100, (height, width)).astype(np.float32)


@pytest.mark.parametrize(
    ("size", "cells"), [((1, 1), (8, 8)), ((1, 5000), (1, 32)), ((5000, 1), (32, 1)), ((5, 7), (8, 11))]
)
def test_any_size_is_colorized_and_cropped_to_its_extent(
    colorizer: NetworkColorizer, size: tuple[int, int], cells: tuple[int, int]
) -> None:
    prediction = colorizer.predict_ab(_photo(*size))
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
    assert colorizer.predict_ab(_photo(40, 64)).ab.shape == (32, 51, 2)
    one = np.zeros((1, 2), np.float32)
    with pytest.raises(InferenceError, match="takes no hints"):
        colorizer.predict_ab(_photo(40, 64), Guidance(one, one))


def test_hints_reach_the_network(colorizer: NetworkColorizer) -> None:
    photo = _photo(64, 64)
    guidance = Guidance(np.array([[0.5, 0.5]], dtype=np.float32), np.array([[60, 40]], dtype=np.float32))
    plain = colorizer.predict_ab(photo)
    assert np.abs(colorizer.predict_ab(photo, guidance).ab - plain.ab).max() > 1e-3
    none = Guidance(np.empty((0, 2), np.float32), np.empty((0, 2), np.float32))
    np.testing.assert_array_equal(colorizer.predict_ab(photo, none).ab, plain.ab)


def test_hints_run_the_decoder_alone(weights: LoadedWeights) -> None:
    colorizer = NetworkColorizer(weights, CPU, short_side=64, augmentation=Augmentation(mirror=True))
    encoded: list[Tensor] = []
    colorizer._net.encoder.register_forward_hook(lambda _net, inputs, _output: encoded.append(inputs[0]))
    photo = _photo(64, 80)
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
    photo = _photo(32, 32)
    photo[3, 4] = np.nan
    with pytest.raises(InferenceError, match="no usable colours"):
        colorizer.predict_ab(photo)


class _Failing(nn.Module):
    """Fails on a device of our own, and works (or not) on the CPU."""

    def __init__(self, net: nn.Module, error: Exception, *, on_cpu: bool) -> None:
        super().__init__()
        self.net, self.error, self.on_cpu = net, error, on_cpu
        self.where = torch.device("cuda")

    def to(self, *args: object, **kwargs: object) -> "_Failing":
        self.where = CPU
        return self

    def forward(self, gray: Tensor, hints: Tensor | None) -> Tensor:
        if self.on_cpu or self.where.type != "cpu":
            raise self.error
        logits: Tensor = self.net(gray, hints)
        return logits


def _on_a_gpu(weights: LoadedWeights, error: Exception) -> NetworkColorizer:
    """A colorizer that believes in a GPU: tensors stay where they are, only the network fails."""
    colorizer = NetworkColorizer(weights, CPU, short_side=64)
    colorizer._net = _Failing(colorizer._net, error, on_cpu=False)  # type: ignore[assignment]
    colorizer.device = _StandIn()  # type: ignore[assignment]
    return colorizer


class _StandIn(str):
    """Looks like a CUDA device, and is the CPU to torch."""

    __slots__ = ()
    type = "cuda"

    def __new__(cls) -> Self:
        return super().__new__(cls, "cpu")


@pytest.mark.parametrize(
    "error", [torch.OutOfMemoryError("full"), RuntimeError("MPS backend out of memory (12 GB)")], ids=str
)
def test_a_full_gpu_gives_the_same_colours_on_the_cpu_and_says_so_once(
    weights: LoadedWeights, colorizer: NetworkColorizer, error: Exception
) -> None:
    failing = _on_a_gpu(weights, error)
    photo = _photo(64, 64)
    prediction = failing.predict_ab(photo)
    np.testing.assert_array_equal(prediction.ab, colorizer.predict_ab(photo).ab)
    assert "processor" in prediction.notice
    assert failing.device == CPU
    assert failing.predict_ab(photo).notice == ""


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't allocate memory: you tried"),
        RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 1 bytes."),
        MemoryError(),
    ],
    ids=["linux", "windows", "python"],
)
def test_full_main_memory_is_an_error(weights: LoadedWeights, error: Exception) -> None:
    failing = NetworkColorizer(weights, CPU)
    failing._net = _Failing(failing._net, error, on_cpu=True)  # type: ignore[assignment]
    with pytest.raises(DeviceMemoryError, match="too little memory"):
        failing.predict_ab(_photo(8, 8))


def test_any_other_failure_is_an_error_and_no_reason_to_move(weights: LoadedWeights) -> None:
    failing = _on_a_gpu(weights, RuntimeError("mat1 and mat2 shapes"))
    with pytest.raises(InferenceError, match="mat1") as caught:
        failing.predict_ab(_photo(8, 8))
    assert not isinstance(caught.value, DeviceMemoryError)
    assert failing.device != CPU


def test_a_gpu_without_room_for_the_network_is_left_for_the_cpu(
    weights: LoadedWeights, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = ColorizationNet.to

    def no_room(self: ColorizationNet, device: torch.device) -> ColorizationNet:
        if device.type != "cpu":
            raise torch.OutOfMemoryError("full")
        return to(self, device)

    monkeypatch.setattr(ColorizationNet, "to", no_room)
    colorizer = NetworkColorizer(weights, torch.device("cuda"), short_side=32)
    assert colorizer.device == CPU
    assert "processor" in colorizer.predict_ab(_photo(8, 8)).notice


def test_devices_are_chosen_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert choose_device("cpu") == CPU
    with pytest.raises(InferenceError, match="no device called tpu; choose one of auto, cpu"):
        choose_device("tpu")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(InferenceError, match="cannot compute on CUDA"):
        choose_device("cuda")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert choose_device() == torch.device("cuda")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert choose_device() == CPU


def test_weights_of_another_bin_count_are_not_opened() -> None:
    few = ColorizationNet(NetworkConfig(bins=10, widths=(32, 32, 16, 16)))
    with pytest.raises(WeightsError, match="10 chroma bins"):
        NetworkColorizer(LoadedWeights(Path("few"), few.config, few.state_dict(), "0", {}), CPU)


def test_a_batch_leaves_cores_to_files(monkeypatch: pytest.MonkeyPatch) -> None:
    before = torch.get_num_threads()
    try:
        for cores, threads in ((1, 1), (2, 1), (8, 4)):
            monkeypatch.setattr("os.cpu_count", lambda cores=cores: cores)
            leave_cores_to_files()
            assert torch.get_num_threads() == threads
    finally:
        torch.set_num_threads(before)


def test_the_mirror_image_is_averaged_in_and_mirrored_back(weights: LoadedWeights) -> None:
    averaged = NetworkColorizer(weights, CPU, short_side=64, augmentation=Augmentation(mirror=True))
    plain = NetworkColorizer(weights, CPU, short_side=64)
    photo = _photo(64, 96)
    distributions = [colorizer.predict_ab(photo).distribution for colorizer in (averaged, plain)]
    mirrored = plain.predict_ab(np.ascontiguousarray(photo[:, ::-1])).distribution
    assert mirrored is not None
    both, one = (np.exp(each.log_probabilities.astype(np.float32)) for each in distributions if each)
    other = np.exp(mirrored.log_probabilities.astype(np.float32))[:, ::-1]
    np.testing.assert_allclose(both, (one + other) / 2, atol=2e-3)
    assert np.abs(one - other).max() > 1e-3
    flipped = averaged.predict_ab(np.ascontiguousarray(photo[:, ::-1])).ab[:, ::-1]
    np.testing.assert_allclose(averaged.predict_ab(photo).ab, flipped, atol=0.05)


def test_hints_of_the_mirror_image_are_where_they_belong(weights: LoadedWeights) -> None:
    averaged = NetworkColorizer(weights, CPU, short_side=64, augmentation=Augmentation(mirror=True))
    photo = _photo(64, 128)
    hint = Guidance(np.array([[0.1, 0.5]], np.float32), np.array([[80.0, 60.0]], np.float32))
    change = np.abs(averaged.predict_ab(photo, hint).ab - averaged.predict_ab(photo).ab).sum(axis=-1)
    assert change[:, :8].max() > 4 * change[:, 8:].max()


def test_another_size_is_averaged_in_at_the_size_of_the_first(weights: LoadedWeights) -> None:
    averaged = NetworkColorizer(weights, CPU, short_side=64, augmentation=Augmentation(scales=(1.5,)))
    small, large = (NetworkColorizer(weights, CPU, short_side=side) for side in (64, 96))
    photo = np.tile(np.float32(50), (192, 192))
    expected = [each.predict_ab(photo).distribution for each in (small, large)]
    found = averaged.predict_ab(photo).distribution
    assert found is not None
    one, other = (np.exp(each.log_probabilities.astype(np.float32)) for each in expected if each)
    assert (one.shape, other.shape) == ((8, 8, 313), (12, 12, 313))
    mean = np.exp(found.log_probabilities.astype(np.float32))
    assert mean.shape == one.shape
    np.testing.assert_allclose(mean.sum(axis=-1), 1.0, atol=5e-3)
    np.testing.assert_allclose(mean[4, 4], (one[4, 4] + other[5:7, 5:7].mean(axis=(0, 1))) / 2, atol=2e-3)


def test_a_closer_look_is_larger_and_does_not_depend_on_left_and_right(weights: LoadedWeights) -> None:
    colorizer = NetworkColorizer(weights, CPU, short_side=64)
    photo = _photo(320, 480)
    closer = colorizer.closer().predict_ab(photo)
    assert closer.ab.shape == (40, 60, 2)
    assert closer.model == colorizer.model
    flipped = colorizer.closer().predict_ab(np.ascontiguousarray(photo[:, ::-1])).ab[:, ::-1]
    np.testing.assert_allclose(closer.ab, flipped, atol=0.1)

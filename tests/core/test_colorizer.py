"""The network behind the seam: sizes, devices, memory, and what is never handed out."""

from pathlib import Path
from typing import Self

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from colorizer_gui.core.color import ColorSpace, FloatArray
from colorizer_gui.core.colorizer import NetworkColorizer, choose_device, leave_cores_to_files
from colorizer_gui.core.errors import DeviceMemoryError, InferenceError, WeightsError
from colorizer_gui.core.network import ColorizationNet, NetworkConfig
from colorizer_gui.core.prediction import Guidance
from colorizer_gui.core.weights import LoadedWeights, save_weights

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
    assert prediction.confidence.shape == cells
    assert np.isfinite(prediction.ab).all()
    assert prediction.notice == ""


def test_a_photo_that_needs_padding_is_cropped_at_the_right_end(colorizer: NetworkColorizer) -> None:
    padded = np.full((64, 96), 50, dtype=np.float32)
    whole, cropped = colorizer.predict_ab(padded), colorizer.predict_ab(padded[:, :72])
    assert cropped.ab.shape == (8, 9, 2)
    np.testing.assert_allclose(cropped.ab, whole.ab[:, :9], atol=1e-4)


def test_hints_reach_the_network(colorizer: NetworkColorizer) -> None:
    photo = _photo(64, 64)
    guidance = Guidance(np.array([[0.5, 0.5]], dtype=np.float32), np.array([[60, 40]], dtype=np.float32))
    plain = colorizer.predict_ab(photo)
    assert np.abs(colorizer.predict_ab(photo, guidance).ab - plain.ab).max() > 1e-3
    none = Guidance(np.empty((0, 2), np.float32), np.empty((0, 2), np.float32))
    np.testing.assert_array_equal(colorizer.predict_ab(photo, none).ab, plain.ab)


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
    with pytest.raises(InferenceError, match="no usable cuda device"):
        choose_device("cuda")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert choose_device() == torch.device("cuda")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert choose_device() == CPU


def test_weights_of_another_colour_space_or_bin_count_are_not_opened(tmp_path: Path) -> None:
    luv = ColorizationNet(NetworkConfig(color_space=ColorSpace.LUV, bins=518, widths=(32, 32, 16, 16)))
    save_weights(tmp_path / "luv.safetensors", luv, {})
    with pytest.raises(WeightsError, match="predicts luv"):
        NetworkColorizer.load("cpu", tmp_path / "luv.safetensors")
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

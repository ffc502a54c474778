"""Where a network runs: devices by name, and what becomes of a photo when one has no room."""

from typing import Self

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from colorizer_gui.core.common.errors import DeviceMemoryError, InferenceError
from colorizer_gui.core.inference.colorizer import NetworkColorizer, choose_device, leave_cores_to_files
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.weights import LoadedWeights
from tests.support.networks.asked import CPU, random_lightness


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
    photo = random_lightness(64, 64)
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
        failing.predict_ab(random_lightness(8, 8))


def test_any_other_failure_is_an_error_and_no_reason_to_move(weights: LoadedWeights) -> None:
    failing = _on_a_gpu(weights, RuntimeError("mat1 and mat2 shapes"))
    with pytest.raises(InferenceError, match="mat1") as caught:
        failing.predict_ab(random_lightness(8, 8))
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
    assert "processor" in colorizer.predict_ab(random_lightness(8, 8)).notice


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


def test_a_batch_leaves_cores_to_files(monkeypatch: pytest.MonkeyPatch) -> None:
    before = torch.get_num_threads()
    try:
        for cores, threads in ((1, 1), (2, 1), (8, 4)):
            monkeypatch.setattr("os.cpu_count", lambda cores=cores: cores)
            leave_cores_to_files()
            assert torch.get_num_threads() == threads
    finally:
        torch.set_num_threads(before)

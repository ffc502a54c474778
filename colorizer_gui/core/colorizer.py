"""`NetworkColorizer`: the release network behind the `Colorizer` seam.

Chooses the device, keeps the network there, and moves to the CPU when a GPU runs out of memory.
"""

from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import torch

from colorizer_gui.core.ab_bins import AbBins
from colorizer_gui.core.color import ColorSpace, FloatArray
from colorizer_gui.core.errors import DeviceMemoryError, InferenceError, WeightsError
from colorizer_gui.core.network_input import DEFAULT_SHORT_SIDE, InputGeometry
from colorizer_gui.core.prediction import (
    DEFAULT_TEMPERATURE,
    Distribution,
    Guidance,
    ModelIdentity,
    Prediction,
)
from colorizer_gui.core.weights import LoadedWeights, load_weights

AUTO: Final = "auto"
DEVICES: Final = (AUTO, "cpu", "cuda", "mps")


class NetworkColorizer:
    """Predicts chroma with `ColorizationNet`; one instance belongs to one thread.

    Attributes
    ----------
    weights
        What was loaded.
    device
        Where the network is now.
    """

    def __init__(
        self,
        weights: LoadedWeights,
        device: torch.device,
        *,
        temperature: float = DEFAULT_TEMPERATURE,
        short_side: int = DEFAULT_SHORT_SIDE,
    ) -> None:
        if weights.config.color_space is not ColorSpace.LAB:
            raise WeightsError(
                f"{weights.path} predicts {weights.config.color_space}; Tintype opens L*a*b* weights."
            )
        self.weights = weights
        self.device = device
        self._temperature = temperature
        self._short_side = short_side
        self._bins = AbBins.derive(weights.config.color_space)
        if len(self._bins) != weights.config.bins:
            raise WeightsError(
                f"{weights.path} has {weights.config.bins} chroma bins, not {len(self._bins)}."
            )
        self._net = weights.network().to(device)

    @classmethod
    def load(cls, device: str = AUTO, weights: Path | None = None) -> "NetworkColorizer":
        """Load the release weights, or those of a file.

        Parameters
        ----------
        device
            "auto" takes CUDA, then MPS, then the CPU.

        Raises
        ------
        WeightsError
            See `load_weights`.
        InferenceError
            When the device that was asked for is not there.
        """
        return cls(load_weights(weights), choose_device(device))

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        """See `Colorizer.predict_ab`.

        Raises
        ------
        DeviceMemoryError
            When the network does not even fit into main memory.
        InferenceError
            When the photo is empty or the result is not finite.
        """
        if lightness.ndim != 2 or not lightness.size:
            raise InferenceError("There is no picture to colorize; open another photo.")
        height, width = lightness.shape
        geometry = InputGeometry.of(height, width, self._short_side)
        gray = torch.from_numpy(geometry.gray(lightness))[None, None]
        hints = None
        if guidance is not None and len(guidance.positions):
            hints = torch.from_numpy(geometry.hint_planes(guidance))[None]
        notice = ""
        try:
            log_p = self._log_probabilities(gray, hints)
        except _GpuMemoryError:
            self._move_to_cpu()
            notice = "The graphics card had too little memory; this photo was colorized on the processor."
            log_p = self._log_probabilities(gray, hints)
        stride = self.weights.config.output_stride
        log_p = log_p[: geometry.height // stride, : geometry.width // stride]
        if not np.isfinite(log_p).all():
            raise InferenceError("The network gave no usable colours for this photo; check the weights file.")
        prediction = Prediction.of(Distribution(self._bins, log_p), self._temperature, notice)
        return replace(prediction, model=ModelIdentity(self.weights.path.stem, self.weights.sha256))

    def _log_probabilities(
        self, gray: torch.Tensor, hints: torch.Tensor | None
    ) -> np.ndarray[tuple[int, ...], np.dtype[np.float16]]:
        try:
            with torch.inference_mode():
                planes = None if hints is None else hints.to(self.device)
                logits = self._net(gray.to(self.device), planes)[0].float()
                log_p = torch.log_softmax(logits, dim=0).permute(1, 2, 0)
                return log_p.to("cpu", torch.float16).contiguous().numpy()
        except (torch.OutOfMemoryError, MemoryError, RuntimeError) as exc:
            if not _is_out_of_memory(exc):
                raise InferenceError(f"The network failed on this photo: {exc}.") from exc
            if self.device.type != "cpu":
                raise _GpuMemoryError from exc
            raise DeviceMemoryError(
                "There is too little memory to colorize this photo; close other programs and try again."
            ) from exc

    def _move_to_cpu(self) -> None:
        self.device = torch.device("cpu")
        self._net.to(self.device)


class _GpuMemoryError(Exception):
    """The GPU is full; the CPU is tried next."""


def choose_device(name: str = AUTO) -> torch.device:
    """The device of a name; "auto" prefers CUDA, then MPS, then the CPU.

    Raises
    ------
    InferenceError
        When the device is unknown or not there.
    """
    present = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if name == AUTO:
        return torch.device(next(device for device, is_there in present.items() if is_there))
    if name not in present:
        raise InferenceError(f"There is no device called {name}; choose one of {', '.join(DEVICES)}.")
    if not present[name]:
        raise InferenceError(f"This computer has no usable {name} device; choose auto or cpu.")
    return torch.device(name)


def _is_out_of_memory(exc: BaseException) -> bool:
    """CUDA has a class for it; MPS and the CPU allocator only a message."""
    if isinstance(exc, torch.OutOfMemoryError | MemoryError):
        return True
    text = str(exc).lower()
    return "out of memory" in text or "can't allocate memory" in text

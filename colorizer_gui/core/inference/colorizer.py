"""`NetworkColorizer`: the release network behind the `Colorizer` seam.

Chooses the device, keeps the network there, and moves to the CPU when a GPU runs out of memory.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch.nn.utils.memory_format import convert_conv2d_weight_memory_format

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace, FloatArray, convert_chroma
from colorizer_gui.core.common.errors import DeviceMemoryError, InferenceError, WeightsError
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.inference.augmentation import PLAIN, Augmentation, AugmentedInput
from colorizer_gui.core.inference.cell_smoothing import smoothed
from colorizer_gui.core.inference.encoder_memory import EncoderMemory
from colorizer_gui.core.inference.precision import fast_precision
from colorizer_gui.core.model.architectures import TwoPartNetwork
from colorizer_gui.core.model.input_format import input_format
from colorizer_gui.core.model.weights import LoadedWeights, load_weights
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import (
    DEFAULT_ANNEALING,
    Colorizer,
    Guidance,
    ModelIdentity,
    Prediction,
)
from colorizer_gui.core.prediction.vividness import Annealing

AUTO: Final = "auto"
DEVICES: Final = (AUTO, "cpu", "cuda", "mps")
#: The smallest probability that an average keeps a logarithm of.
_TINY: Final = 1e-30
#: What `closer` averages, chosen in docs/experiments.md.
_CLOSE: Final = Augmentation(mirror=True)
_MOVED: Final = Sentence(
    "The graphics card had too little memory; this photo was colorized on the processor."
)


class NetworkColorizer:
    """Predicts a*b* with the network of a weights file; one instance belongs to one thread.

    A network that was trained in L*u*v* answers in a*b* as well.

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
        annealing: Annealing = DEFAULT_ANNEALING,
        short_side: int | None = None,
        augmentation: Augmentation = PLAIN,
    ) -> None:
        self.weights = weights
        self.device = device
        self._augmentation = augmentation
        self._annealing = annealing
        self._form = input_format(weights.config.architecture)
        self._short_side = self._form.short_side if short_side is None else short_side
        self._bins = AbBins.derive(weights.config.color_space)
        if len(self._bins) != weights.config.bins:
            raise WeightsError(
                "{path} has {bins} chroma bins, not {wanted}.",
                path=weights.path,
                bins=weights.config.bins,
                wanted=len(self._bins),
            )
        # Channels last in memory: a fifth less time for the convolutions on a processor.
        self._net = weights.network()
        convert_conv2d_weight_memory_format(self._net, torch.channels_last)
        self._seen = EncoderMemory()
        self._notice = ""
        try:
            self._net.to(device)
        except (MemoryError, RuntimeError) as exc:
            if not _is_out_of_memory(exc):
                raise InferenceError(
                    "The network cannot be moved to {device}: {reason}.", device=device, reason=exc
                ) from exc
            self._move_to_cpu()

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

    @property
    def model(self) -> ModelIdentity:
        """The weights by name and hash."""
        return ModelIdentity(self.weights.path.stem, self.weights.sha256)

    @property
    def takes_hints(self) -> bool:
        """Whether the network can be told colours at points."""
        return self._net.takes_hints

    def closer(self) -> Colorizer:
        """The same network, shared, with a larger input and its mirror image."""
        return _Closer(self)

    def predict_ab(
        self, lightness: FloatArray, guidance: Guidance | None = None, *, closely: bool = False
    ) -> Prediction:
        """See `Colorizer.predict_ab`, and `closer` for `closely`.

        Raises
        ------
        DeviceMemoryError
            When the network does not even fit into main memory.
        InferenceError
            When the photo is empty or the result is not finite.
        """
        if lightness.ndim != 2 or not lightness.size:
            raise InferenceError("There is no picture to colorize; open another photo.")
        hints = None
        if guidance is not None and len(guidance.positions):
            if not self.takes_hints:
                raise InferenceError(
                    "The network of {path} takes no hints; choose other weights.", path=self.weights.path
                )
            hints = self._in_own_space(guidance, lightness)
        height, width = lightness.shape
        side, augmentation = (
            (self._form.close_side, _CLOSE) if closely else (self._short_side, self._augmentation)
        )
        inputs = augmentation.inputs(height, width, side, self._form)
        log_p = self._log_probabilities(inputs, lightness, hints)
        if log_p is None and self.device.type != "cpu":
            self._move_to_cpu()
            log_p = self._log_probabilities(inputs, lightness, hints)
        if log_p is None:
            raise DeviceMemoryError(
                "There is too little memory to colorize this photo; close other programs and try again."
            )
        notice, self._notice = self._notice, ""
        small = None
        if self._bins.space is not ColorSpace.LAB:
            small = _at_size(lightness, *log_p.shape[:2])
        distribution = Distribution(self._bins, log_p, small, self.weights.class_weights)
        prediction = Prediction.of(distribution, self._annealing, notice)
        features = self._seen.patches() if hints is None and len(inputs) == 1 else None
        return replace(prediction, model=self.model, features=features)

    def _in_own_space(self, guidance: Guidance, lightness: FloatArray) -> Guidance:
        """The user's a*b* in the axes that the network was trained with."""
        last = np.array(lightness.shape[::-1]) - 1
        x, y = np.clip(guidance.positions * lightness.shape[::-1], 0, last).astype(np.int64).T
        there = np.ascontiguousarray(lightness[y, x])[:, None]
        chroma = convert_chroma(guidance.ab[:, None], there, ColorSpace.LAB, self._bins.space)
        return replace(guidance, ab=chroma[:, 0])

    def _log_probabilities(
        self, inputs: Sequence[AugmentedInput], lightness: FloatArray, hints: Guidance | None
    ) -> npt.NDArray[np.float16] | None:
        """(h, w, Q) of a photo, or None when the device has too little memory."""
        try:
            with torch.inference_mode():
                logits = [self._logits(given, lightness, hints) for given in inputs]
                scores = logits[0] if len(logits) == 1 else _log_of_mean(logits)
                there = torch.from_numpy(_at_size(lightness, *scores.shape[:2])).to(self.device)
                log_p = smoothed(scores, there)
                if not log_p.sum().isfinite():
                    raise InferenceError(
                        "The network gave no usable colours for this photo; check the weights file."
                    )
                return log_p.to("cpu", torch.float16).contiguous().numpy()
        except (MemoryError, RuntimeError) as exc:
            if not _is_out_of_memory(exc):
                raise InferenceError("The network failed on this photo: {reason}.", reason=exc) from exc
            return None  # and not from here to the CPU: the exception still holds the GPU's tensors

    def _logits(self, given: AugmentedInput, lightness: FloatArray, hints: Guidance | None) -> torch.Tensor:
        """(h, w, Q) of one input, without the padding, mirrored back."""
        gray, net = given.gray(lightness), self._net
        planes = None if hints is None else torch.from_numpy(given.hint_planes(hints))[None].to(self.device)
        picture = torch.from_numpy(gray)[None, None].to(self.device)
        with fast_precision(self.device):
            if isinstance(net, TwoPartNetwork):
                answer = net.decoder(self._seen.features(net.encoder, gray, picture), planes)
            else:
                answer = net(picture, planes)
        # The convolutions leave the channels last in memory; so is all that follows, many times faster.
        logits: torch.Tensor = answer[0].permute(1, 2, 0).float()
        stride = self.weights.config.output_stride
        inside = logits[: given.geometry.height // stride, : given.geometry.width // stride]
        return inside.flip(1) if given.mirrored else inside

    def _move_to_cpu(self) -> None:
        """Go on without the GPU, and tell the user with the next prediction."""
        if self.device.type != "cpu":
            self._notice = _MOVED
        self._seen.forget()
        self.device = torch.device("cpu")
        self._net.to(self.device)


class _Closer:
    """A colorizer that takes three times as long; docs/experiments.md has what is gained."""

    def __init__(self, colorizer: NetworkColorizer) -> None:
        self._colorizer = colorizer

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        return self._colorizer.predict_ab(lightness, guidance, closely=True)


def _at_size(lightness: FloatArray, height: int, width: int) -> FloatArray:
    resized = cv2.resize(lightness, (width, height), interpolation=cv2.INTER_AREA)
    return np.asarray(resized, dtype=np.float32)


def _log_of_mean(logits: Sequence[torch.Tensor]) -> torch.Tensor:
    """The logarithm of the mean distribution, at the size of the first."""
    mean = torch.zeros_like(logits[0])
    for each in logits:
        p = torch.softmax(each, dim=2)
        if p.shape != mean.shape:
            planes = p.permute(2, 0, 1)[None]
            enlarged = F.interpolate(planes, size=mean.shape[:2], mode="bilinear", align_corners=False)
            p = enlarged[0].permute(1, 2, 0)
        mean += p / len(logits)
    return mean.clamp_min(_TINY).log()


def leave_cores_to_files() -> None:
    """Have the network use half of the cores, for a batch that reads and writes at the same time.

    The network's threads wait for each other in busy loops; where other work takes their cores they
    burn more time than they compute (docs/performance.md).
    """
    torch.set_num_threads(max(1, (os.cpu_count() or 1) // 2))


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
        raise InferenceError(
            "There is no device called {name}; choose one of {known}.", name=name, known=", ".join(DEVICES)
        )
    if not present[name]:
        raise InferenceError(
            'This computer cannot compute on {name}; choose "Automatic" or "Processor" in the settings '
            "(--device auto or cpu).",
            name=name.upper(),
        )
    return torch.device(name)


def _is_out_of_memory(exc: BaseException) -> bool:
    """CUDA has a class for it; MPS and the CPU allocators of each system only a message."""
    if isinstance(exc, torch.OutOfMemoryError | MemoryError):
        return True
    text = str(exc).lower()
    return any(sign in text for sign in ("out of memory", "can't allocate memory", "not enough memory"))

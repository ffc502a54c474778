"""`NetworkColorizer`: a network of a weights file behind the `Colorizer` seam, computed by PyTorch.

Chooses the device, keeps the network there, and moves to the CPU when a GPU runs out of memory.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch.nn.utils.memory_format import convert_conv2d_weight_memory_format

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.core.common.memory import give_back_memory
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.geometry.area_means import area_means
from colorizer_gui.core.inference.augmentation import PLAIN, Augmentation, AugmentedInput
from colorizer_gui.core.inference.cell_smoothing import smoothed
from colorizer_gui.core.inference.devices import AUTO, DEVICES
from colorizer_gui.core.inference.encoder_memory import EncoderMemory
from colorizer_gui.core.inference.own_colorizer import OwnColorizer, no_usable_colours
from colorizer_gui.core.inference.precision import fast_precision, keep_in_fast_precision
from colorizer_gui.core.inference.turned_views import Sight
from colorizer_gui.core.model.architectures import Network, TwoPartNetwork
from colorizer_gui.core.model.pair_network import PairColorizationNet
from colorizer_gui.core.model.weights import LoadedWeights, load_weights
from colorizer_gui.core.prediction.prediction import (
    DEFAULT_ANNEALING,
    Guidance,
)
from colorizer_gui.core.prediction.vividness import Annealing

#: The smallest probability that an average keeps a logarithm of.
_TINY: Final = 1e-30
_MOVED: Final = Sentence(
    "The graphics card had too little memory; this photo was colorized on the processor."
)


class NetworkColorizer(OwnColorizer):
    """See `OwnColorizer`.

    Attributes
    ----------
    weights
        What was loaded, without its tensors.
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
        network: Network | None = None,  # made of these weights already; they may then be without tensors
    ) -> None:
        light = _without_tensors(weights)
        super().__init__(light, annealing=annealing, short_side=short_side, augmentation=augmentation)
        self.weights = light
        self.device = device
        # Channels last in memory: a fifth less time for the convolutions on a processor.
        self._net = network or weights.network()
        convert_conv2d_weight_memory_format(self._net, torch.channels_last)
        self._seen = EncoderMemory()
        try:
            self._net.to(device)
            keep_in_fast_precision(self._net, device)
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
        chosen = choose_device(device)
        loaded = load_weights(weights)
        network, light = loaded.network(), _without_tensors(loaded)
        del loaded  # from now on the network alone has the tensors, which go as it converts them
        colorizer = cls(light, chosen, network=network)
        give_back_memory()  # a third of it are tensors as the file holds them
        return colorizer

    @property
    def takes_hints(self) -> bool:
        """Whether the network can be told colours at points."""
        return self._net.takes_hints

    def _log_probabilities(
        self, inputs: Sequence[AugmentedInput], lightness: FloatArray, hints: Guidance | None
    ) -> npt.NDArray[np.float16] | None:
        """(h, w, Q) of a photo, or None when the device has too little memory."""
        try:
            with torch.inference_mode():
                logits = [self._logits(given, lightness, hints) for given in inputs]
                scores = logits[0] if len(logits) == 1 else _log_of_mean(logits)
                there = torch.from_numpy(area_means(lightness, *scores.shape[:2])).to(self.device)
                log_p = smoothed(scores, there)
                if not log_p.sum().isfinite():
                    raise no_usable_colours()
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

    def _patches(self) -> npt.NDArray[np.float16] | None:
        return self._seen.patches()

    def _sight(self, gray: FloatArray) -> Sight | None:
        net = self._net
        if not isinstance(net, PairColorizationNet):
            return None
        picture = torch.from_numpy(gray)[None, None].to(self.device)
        try:
            with torch.inference_mode(), fast_precision(self.device):
                seen = net.encoder(picture)
        except (MemoryError, RuntimeError) as exc:
            if not _is_out_of_memory(exc):
                raise InferenceError("The network failed on this photo: {reason}.", reason=exc) from exc
            return None
        features, tokens = seen.features, seen.tokens
        parts = (features.stride16, features.stride32, tokens.grid, tokens.summary)
        return Sight(*(part[0].float().cpu().numpy() for part in parts))

    def _falls_back(self) -> bool:
        if self.device.type == "cpu":
            return False
        self._move_to_cpu()
        return True

    def _move_to_cpu(self) -> None:
        """Go on without the GPU, and tell the user with the next prediction."""
        if self.device.type != "cpu":
            self._notice = _MOVED
        self._seen.forget()
        self.device = torch.device("cpu")
        self._net.to(self.device)
        keep_in_fast_precision(self._net, self.device)


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


def _without_tensors(weights: LoadedWeights) -> LoadedWeights:
    return replace(weights, tensors={})


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

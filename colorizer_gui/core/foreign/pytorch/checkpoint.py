"""`TorchEngine`: DDColor's PyTorch checkpoints, opened with spandrel, never by an unrestricted unpickler."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from pickle import UnpicklingError
from typing import TYPE_CHECKING, Final

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.common.sentences import Sentence, reason_of
from colorizer_gui.core.foreign.engine import (
    FLOAT,
    MOVED,
    Port,
    check_room,
    failed,
    memory_ran_out,
    short_of_memory,
    too_large,
)
from colorizer_gui.core.foreign.pytorch.architectures import architectures
from colorizer_gui.core.inference.colorizer import choose_device
from colorizer_gui.core.inference.devices import AUTO

if TYPE_CHECKING:
    from spandrel import ModelDescriptor

_DDCOLOR: Final = "DDColor"
_OTHERS: Final = {
    "SR": Sentence("it enlarges photos, it does not colorize"),
    "FaceSR": Sentence("it restores faces, it does not colorize"),
    "Inpainting": Sentence("it fills holes in photos, it does not colorize"),
    "Restoration": Sentence("it cleans photos, it does not colorize"),
}


class TorchEngine:
    """See `Engine`.

    Raises
    ------
    WeightsError
        When the file is damaged, holds more than tensors, or is no colorizer.
    DeviceMemoryError
        When it does not fit into memory.
    InferenceError
        When the device that was asked for is not there.
    """

    def __init__(self, path: Path, device: str = AUTO) -> None:
        wanted = choose_device(device)
        descriptor = _descriptor(path)
        if descriptor.architecture.id != _DDCOLOR:
            raise WeightsError(
                "{path} holds {name}: {what}.",
                path=path,
                name=descriptor.architecture.name,
                what=_OTHERS[descriptor.purpose],
            )
        planes = descriptor.model.num_output_channels
        self.inputs = (Port("image", FLOAT, (1, 3, None, None)),)
        self.outputs = (Port("ab", FLOAT, (1, planes, None, None)),)
        self._notice = ""
        self._net = descriptor.model.eval()
        self.device = str(wanted)
        try:
            self._net.to(wanted)
        except (MemoryError, RuntimeError) as exc:
            if not memory_ran_out(exc):
                raise failed(exc) from exc
            self._move_to_cpu()

    def run(self, arrays: Sequence[FloatArray]) -> list[FloatArray]:
        """See `Engine.run`."""
        answer = self._run(arrays)
        if answer is None and self.device != "cpu":
            self._move_to_cpu()
            answer = self._run(arrays)
        if answer is None:
            raise short_of_memory()
        return [answer]

    def take_notice(self) -> str:
        """See `Engine.take_notice`."""
        notice, self._notice = self._notice, ""
        return notice

    def _run(self, arrays: Sequence[FloatArray]) -> FloatArray | None:
        try:
            with torch.inference_mode():
                answer = self._net(torch.from_numpy(arrays[0]).to(self.device))
                result: FloatArray = answer.float().cpu().numpy()
                return result
        except (MemoryError, RuntimeError) as exc:
            if not memory_ran_out(exc):
                raise failed(exc) from exc
            return None

    def _move_to_cpu(self) -> None:
        self.device, self._notice = "cpu", MOVED
        self._net.to("cpu")


def _descriptor(path: Path) -> "ModelDescriptor[torch.nn.Module]":
    registry = architectures()
    from spandrel import UnsupportedModelError

    check_room(path, 2 * path.stat().st_size)
    try:
        return registry.load(_tensors(path))
    except UnsupportedModelError as exc:
        raise WeightsError(
            "{path} holds the tensors of a network that is not known; convert it to ONNX, or choose another "
            "file.",
            path=path,
        ) from exc
    except (KeyError, ValueError, TypeError, AttributeError, RuntimeError) as exc:
        if memory_ran_out(exc):
            raise too_large(path) from exc
        raise WeightsError(
            "{path} does not hold a whole network ({reason}); copy it again.",
            path=path,
            reason=" ".join(str(exc).split())[:160],
        ) from exc


def _tensors(path: Path) -> dict[str, object]:
    """What a checkpoint holds: tensors, and mappings of them.

    Raises
    ------
    WeightsError
    """
    try:
        if path.suffix.lower() == ".safetensors":
            return dict(load_file(path))
        held = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError as exc:
        raise WeightsError("There is no weights file {path}; check the path.", path=path) from exc
    except UnpicklingError as exc:
        raise WeightsError(
            "{path} holds more than tensors, which could be a program; it is not opened.", path=path
        ) from exc
    except (SafetensorError, OSError, EOFError, RuntimeError, ValueError, KeyError) as exc:
        raise WeightsError(
            "{path} is no whole checkpoint: {reason}.",
            path=path,
            reason=" ".join(_reason(exc).split())[:160].rstrip("."),
        ) from exc
    if not isinstance(held, Mapping):
        raise WeightsError("{path} holds no tensors; choose another file.", path=path)
    return dict(held)


def _reason(exc: BaseException) -> str:
    """What the system, or else the library, says."""
    return reason_of(exc) if isinstance(exc, OSError) else str(exc)

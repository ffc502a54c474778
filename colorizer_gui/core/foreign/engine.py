"""What runs a foreign network: arrays in, arrays out, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import DeviceMemoryError, InferenceError
from colorizer_gui.core.common.memory import available_memory
from colorizer_gui.core.common.sentences import Sentence

#: Numbers of element types (TensorProto.DataType).
FLOAT: Final = 1
FLOAT16: Final = 10
MOVED: Final = Sentence("The network does not run on the graphics card here; the processor is used.")
#: What a network of so many bytes needs beside its file: its tensors once more, arranged.
_ROOM: Final = 1.3
_SIGNS: Final = ("out of memory", "alloc", "not enough memory")


@dataclass(frozen=True, slots=True)
class Port:
    """One input or output.

    Attributes
    ----------
    kind
        Of the elements: `FLOAT`, `FLOAT16`, or another number of TensorProto.DataType.
    shape
        None for an axis that is free; empty when the file does not say.
    """

    name: str
    kind: int
    shape: tuple[int | None, ...]

    @property
    def channels(self) -> int | None:
        """Planes of a picture (1, C, H, W); None when it is no picture, or when that is free."""
        return self.shape[1] if len(self.shape) == 4 else None

    @property
    def size(self) -> tuple[int, int] | None:
        """Height and width; None where one of them is free."""
        if len(self.shape) != 4 or self.shape[2] is None or self.shape[3] is None:
            return None
        return self.shape[2], self.shape[3]


class Engine(Protocol):
    """A network that is loaded.

    Attributes
    ----------
    inputs, outputs
        The ports of the network; free axes are None.
    device
        Where it computes now: "cpu", or the name of a graphics card's door.
    """

    @property
    def inputs(self) -> Sequence[Port]: ...

    @property
    def outputs(self) -> Sequence[Port]: ...

    @property
    def device(self) -> str: ...

    def run(self, arrays: Sequence[FloatArray]) -> list[FloatArray]:
        """Compute.

        Parameters
        ----------
        arrays
            float32, one for each input.

        Returns
        -------
        float32, one for each output.

        Raises
        ------
        DeviceMemoryError
            When memory is short.
        InferenceError
        """
        ...

    def take_notice(self) -> str:
        """What the user should read with the next prediction, once; usually empty."""
        ...


@dataclass(frozen=True, slots=True)
class Signature:
    """The shape of a network's door: what recognises a family.

    Attributes
    ----------
    inputs, outputs
        Numbers of planes.
    size
        Height and width of the first input, where they are fixed.
    """

    inputs: tuple[int | None, ...]
    outputs: tuple[int | None, ...]
    size: tuple[int, int] | None

    @classmethod
    def of(cls, inputs: Sequence[Port], outputs: Sequence[Port]) -> "Signature":
        """The signature of ports."""
        return cls(
            tuple(port.channels for port in inputs), tuple(port.channels for port in outputs), inputs[0].size
        )


def memory_ran_out(reason: object) -> bool:
    """Whether the words of a failure are about memory; no runtime has a class for it everywhere."""
    text = str(reason).lower()
    return isinstance(reason, MemoryError) or any(sign in text for sign in _SIGNS)


def failed(exc: BaseException) -> InferenceError:
    """What the user reads when a network stops in the middle."""
    reason = " ".join(str(exc).split())
    return InferenceError("The network failed on this photo: {reason}.", reason=reason.rstrip("."))


def check_room(path: Path, size: int) -> None:
    """Refuse a network of so many bytes before it makes the computer stand still.

    Raises
    ------
    DeviceMemoryError
    """
    free = available_memory()
    if free is not None and size * _ROOM > free:
        raise DeviceMemoryError(
            "{path} needs about {need} MB of memory, and {free} MB are free; close other programs or choose "
            "a smaller network.",
            path=path,
            need=f"{size * _ROOM / 1e6:.0f}",
            free=f"{free / 1e6:.0f}",
        )


def too_large(path: Path) -> DeviceMemoryError:
    """What the user reads when a network does not fit."""
    return DeviceMemoryError(
        "{path} does not fit into the memory of this computer; close other programs or choose a smaller "
        "network.",
        path=path,
    )


def short_of_memory() -> DeviceMemoryError:
    """What the user reads when memory ends on a photo."""
    return DeviceMemoryError(
        "There is too little memory to colorize this photo; close other programs and try again."
    )

"""`ModelCard`: what there is to know about a network at a glance."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from colorizer_gui.core.foreign.conventions import Convention


class Kind(StrEnum):
    """How a network is stored."""

    OWN = "tintype"
    OWN_ONNX = "tintype-onnx"
    ONNX = "onnx"
    CHECKPOINT = "pytorch"


@dataclass(frozen=True, slots=True)
class ModelCard:
    """A network on the shelf; the file stays where it is.

    Attributes
    ----------
    name
        By which it is chosen; no two on a shelf have the same.
    sha256
        As results name it: of the file, with its files beside it; of Tintype's own weights, of the tensors.
    size, changed
        Bytes of all files, and when the first was written (`st_mtime_ns`); by these it is known unchanged.
    family
        Empty when it is of none that is known.
    convention
        None for networks of Tintype's own training, which describe themselves.
    input
        Width and height of the input; None when it takes any.
    licence
        As the file says; usually empty.
    seconds, device
        For one photo of 3:2 here, and where that was; 0 when it was not measured.
    """

    name: str
    path: Path
    kind: Kind
    sha256: str
    size: int
    changed: int
    family: str = ""
    convention: Convention | None = None
    input: tuple[int, int] | None = None
    licence: str = ""
    seconds: float = 0.0
    device: str = ""

    def is_unchanged(self) -> bool:
        """Whether the file is there as it was."""
        try:
            status = self.path.stat()
        except OSError:
            return False
        return status.st_mtime_ns == self.changed

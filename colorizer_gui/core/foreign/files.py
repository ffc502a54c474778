"""What kind of network a file holds, by which hash it is known, and what it says about its licence."""

import hashlib
import json
from pathlib import Path
from typing import Final

from colorizer_gui.core.common.errors import ColorizationError, WeightsError
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.common.sentences import reason_of
from colorizer_gui.core.foreign.card import Kind
from colorizer_gui.core.foreign.onnx.header import CONFIG, files_beside, read_header

#: Kinds whose files are ONNX.
IN_ONNX: Final = (Kind.ONNX, Kind.OWN_ONNX)
_ZIP: Final = b"PK\x03\x04"
_CHECKPOINTS: Final = (".pth", ".pt", ".ckpt")
_MAX_HEADER: Final = 100_000_000


def kind_of(path: Path) -> Kind:
    """How a network is stored, by its content where that says so.

    Raises
    ------
    WeightsError
        When there is no such file.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(9)
            if head[:4] == _ZIP or path.suffix.lower() in _CHECKPOINTS:
                return Kind.CHECKPOINT
            if path.suffix.lower() == ".onnx":
                return _kind_of_onnx(path)
            if head[8:] == b"{":
                return Kind.OWN if "tintype.format" in _metadata(path) else Kind.CHECKPOINT
    except FileNotFoundError as exc:
        raise WeightsError("There is no weights file {path}; check the path.", path=path) from exc
    except OSError:
        pass  # what is wrong with it is said by who opens it
    # An ONNX file begins with its version, a small number in field 1.
    return _kind_of_onnx(path) if _begins_like_onnx(path) else Kind.OWN


def _kind_of_onnx(path: Path) -> Kind:
    try:
        return Kind.OWN_ONNX if CONFIG in read_header(path).metadata else Kind.ONNX
    except WeightsError:
        return Kind.ONNX  # what is wrong with it is said by who opens it


def _begins_like_onnx(path: Path) -> bool:
    """Whether a file of any name begins like an ONNX file."""
    try:
        with path.open("rb") as stream:
            head = stream.read(2)
    except OSError:
        return False
    return len(head) == 2 and head[0] == 0x08 and 3 <= head[1] < 0x40


def foreign_sha256(path: Path) -> str:
    """Of the file; where it has files beside it, of the hashes of all of them.

    Raises
    ------
    WeightsError
    """
    try:
        whole = file_sha256(path)
        beside = files_beside(path, read_header(path)) if kind_of(path) in IN_ONNX else ()
        if not beside:
            return whole
        digest = hashlib.sha256(whole.encode())
        for file in beside:
            digest.update(f"{file.name}{file_sha256(file)}".encode())
    except OSError as exc:
        raise WeightsError(
            "{path} cannot be read ({reason}); choose another file.", path=path, reason=reason_of(exc)
        ) from exc
    return digest.hexdigest()


def licence_of(path: Path, kind: Kind) -> str:
    """What a file says about its licence; usually nothing."""
    try:
        notes = read_header(path).metadata if kind in IN_ONNX else _metadata(path)
    except ColorizationError:
        return ""
    return next((str(value)[:200] for key, value in notes.items() if "licen" in key.lower()), "")


def _metadata(path: Path) -> dict[str, str]:
    """The notes in the header of a safetensors file; empty for anything else."""
    try:
        with path.open("rb") as stream:
            size = int.from_bytes(stream.read(8), "little")
            if not 2 <= size <= min(_MAX_HEADER, path.stat().st_size):
                return {}
            notes = json.loads(stream.read(size)).get("__metadata__", {})
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}
    return notes if isinstance(notes, dict) else {}

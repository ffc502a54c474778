"""What an ONNX file says about itself, without its tensors: inputs, outputs, operators, files beside it.

Field numbers are those of onnx.proto (ONNX 1.x, Apache-2.0); numbers of element types as well.
"""

import mmap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.common.sentences import reason_of
from colorizer_gui.core.foreign.engine import Port
from colorizer_gui.core.foreign.onnx.wire import WireError, bytes_of, fields, number, text

#: The note by which a network of Tintype's own training is known: its description, as JSON.
CONFIG: Final = "tintype.config"
#: TensorProto.data_location of data that lies in another file.
_EXTERNAL: Final = 1
#: Graphs within graphs (If, Loop) are followed so deep.
_DEEPEST: Final = 16


@dataclass(slots=True)
class OnnxHeader:
    """The description of a network.

    Attributes
    ----------
    external
        Names of the files that hold its tensors, as they are written in it.
    metadata
        What its maker noted.
    """

    inputs: tuple[Port, ...] = ()
    outputs: tuple[Port, ...] = ()
    operators: set[str] = field(default_factory=set)
    external: set[str] = field(default_factory=set)
    metadata: dict[str, str] = field(default_factory=dict)


def read_header(path: Path) -> OnnxHeader:
    """Read the description of an ONNX file; its tensors are not touched.

    Raises
    ------
    WeightsError
        When the file is missing, damaged, or no ONNX file.
    """
    try:
        with path.open("rb") as stream:
            # Not closed by hand: views of it live as long as the traceback of what was wrong in it.
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        header = _model(memoryview(mapped))
    except FileNotFoundError as exc:
        raise WeightsError("There is no weights file {path}; check the path.", path=path) from exc
    except OSError as exc:
        raise WeightsError(
            "{path} cannot be read ({reason}); choose another file.", path=path, reason=reason_of(exc)
        ) from exc
    except ValueError as exc:  # a `WireError`, or an empty file
        raise WeightsError("{path} is no whole ONNX file; copy it again.", path=path) from exc
    if not header.inputs or not header.outputs or not header.operators:
        raise WeightsError("{path} holds no network; choose another file.", path=path)
    return header


def files_beside(path: Path, header: OnnxHeader) -> tuple[Path, ...]:
    """The files that hold a network's tensors, all in the network's own folder.

    Raises
    ------
    WeightsError
        When one is missing, or when its path leads elsewhere.
    """
    folder = path.parent.resolve()
    found = []
    for name in sorted(header.external):
        parts = PurePosixPath(name), PureWindowsPath(name)
        leads_away = any(part.is_absolute() or part.drive or ".." in part.parts for part in parts)
        beside = folder / name
        if leads_away or not beside.resolve().is_relative_to(folder):
            raise WeightsError(
                '{path} wants to read "{name}", which does not lie beside it; it is not opened.',
                path=path,
                name=name,
            )
        if not beside.is_file():
            raise WeightsError(
                '{path} needs the file "{name}", which does not lie beside it; copy it to the same folder.',
                path=path,
                name=name,
            )
        found.append(beside)
    return tuple(found)


def _model(message: memoryview) -> OnnxHeader:
    header = OnnxHeader()
    for key, value in fields(message):
        if key == 7:
            _graph(bytes_of(value), header, 0)
        elif key == 14:
            name, said = _pair(bytes_of(value))
            header.metadata[name] = said
        elif key == 25:
            _function(bytes_of(value), header)
    return header


def _graph(message: memoryview, header: OnnxHeader, depth: int) -> None:
    if depth > _DEEPEST:
        raise WireError("graphs are nested too deeply")
    inputs, outputs, given = [], [], set()
    for key, value in fields(message):
        if key == 1:
            _node(bytes_of(value), header, depth)
        elif key == 5:
            given.add(_tensor(bytes_of(value), header))
        elif key == 11:
            inputs.append(_port(bytes_of(value)))
        elif key == 12:
            outputs.append(_port(bytes_of(value)))
        elif key == 15:  # sparse: values and indices are tensors
            for part, tensor in fields(bytes_of(value)):
                if part in (1, 2):
                    given.add(_tensor(bytes_of(tensor), header))
    if depth == 0:  # old files list their tensors among the inputs
        header.inputs = tuple(port for port in inputs if port.name not in given)
        header.outputs = tuple(outputs)


def _function(message: memoryview, header: OnnxHeader) -> None:
    for key, value in fields(message):
        if key == 7:
            _node(bytes_of(value), header, 1)


def _node(message: memoryview, header: OnnxHeader, depth: int) -> None:
    for key, value in fields(message):
        if key == 4:
            header.operators.add(text(value))
        elif key == 5:
            for part, inner in fields(bytes_of(value)):
                if part in (5, 10):
                    _tensor(bytes_of(inner), header)
                elif part in (6, 11):
                    _graph(bytes_of(inner), header, depth + 1)


def _tensor(message: memoryview, header: OnnxHeader) -> str:
    """Its name."""
    name, place, external = "", "", False
    for key, value in fields(message):
        if key == 8:
            name = text(value)
        elif key == 13:
            what, said = _pair(bytes_of(value))
            place = said if what == "location" else place
        elif key == 14:
            external = number(value) == _EXTERNAL
    if external:
        header.external.add(place)
    return name


def _port(message: memoryview) -> Port:
    name, kind = "", 0
    shape: tuple[int | None, ...] = ()
    for key, value in fields(message):
        if key == 1:
            name = text(value)
        elif key == 2:
            for part, tensor in fields(bytes_of(value)):
                if part == 1:
                    kind, shape = _tensor_type(bytes_of(tensor))
    return Port(name, kind, shape)


def _tensor_type(message: memoryview) -> tuple[int, tuple[int | None, ...]]:
    kind, shape = 0, []
    for key, value in fields(message):
        if key == 1:
            kind = number(value)
        elif key == 2:
            shape = [_axis(bytes_of(axis)) for part, axis in fields(bytes_of(value)) if part == 1]
    return kind, tuple(shape)


def _axis(message: memoryview) -> int | None:
    sizes = [number(value) for key, value in fields(message) if key == 1]
    return sizes[-1] if sizes and sizes[-1] > 0 else None


def _pair(message: memoryview) -> tuple[str, str]:
    said: Mapping[int, str] = dict(_texts(message))
    return said.get(1, ""), said.get(2, "")


def _texts(message: memoryview) -> Iterator[tuple[int, str]]:
    for key, value in fields(message):
        yield key, text(value)

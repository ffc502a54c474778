"""Protocol Buffers' wire format: finds the fields of a message in a memory map and skips what is large.

An ONNX file is one message of up to gigabytes, nearly all of which are tensors. To know what a file is
only its description is needed, so fields are looked for where they lie and nothing is copied.
https://protobuf.dev/programming-guides/encoding/
"""

from collections.abc import Iterator
from typing import Final

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
#: Seven bits a byte; 64 bits need ten.
_LONGEST_VARINT: Final = 10
_MASK: Final = (1 << 64) - 1


class WireError(ValueError):
    """The bytes are no message, or not a whole one."""


def fields(message: memoryview) -> Iterator[tuple[int, "int | memoryview"]]:
    """Number and value of each field, in the order of the file.

    Yields
    ------
    Whole numbers as unsigned integers; texts, messages and packed lists as a view of their bytes.

    Raises
    ------
    WireError
    """
    position, end = 0, len(message)
    while position < end:
        key, position = _varint(message, position)
        number, kind = key >> 3, key & 7
        if number == 0:
            raise WireError("a field has no number")
        if kind == _VARINT:
            value, position = _varint(message, position)
            yield number, value
            continue
        if kind == _BYTES:
            size, position = _varint(message, position)
        elif kind in (_FIXED32, _FIXED64):
            size = 4 if kind == _FIXED32 else 8
        else:
            raise WireError(f"a field is of the unknown kind {kind}")
        if size > end - position:
            raise WireError("a field is longer than the file")
        yield number, message[position : position + size]
        position += size


def text(value: "int | memoryview") -> str:
    """The text of a field.

    Raises
    ------
    WireError
    """
    try:
        return str(bytes_of(value), "utf-8")
    except UnicodeDecodeError as exc:
        raise WireError("a text is no UTF-8") from exc


def bytes_of(value: "int | memoryview") -> memoryview:
    """The bytes of a field that has some.

    Raises
    ------
    WireError
    """
    if isinstance(value, int):
        raise WireError("a number stands where a message belongs")
    return value


def number(value: "int | memoryview") -> int:
    """The whole number of a field, which may be negative.

    Raises
    ------
    WireError
    """
    if not isinstance(value, int):
        raise WireError("a message stands where a number belongs")
    return value - (1 << 64) if value >> 63 else value


def numbers(value: "int | memoryview") -> list[int]:
    """One number, or several in a packed list."""
    if isinstance(value, int):
        return [number(value)]
    found, position = [], 0
    while position < len(value):
        one, position = _varint(value, position)
        found.append(number(one))
    return found


def _varint(message: memoryview, position: int) -> tuple[int, int]:
    value = 0
    for index in range(_LONGEST_VARINT):
        if position >= len(message):
            break
        byte = message[position]
        position += 1
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return value & _MASK, position
    raise WireError("a number has no end")

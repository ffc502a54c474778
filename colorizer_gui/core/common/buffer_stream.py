"""A file to read from that lies in memory, or in a map of memory, without a copy of it."""

import io
import mmap
from typing import Any, Final

_PIECE: Final = 1 << 20


class _BufferReader(io.RawIOBase):
    """What `io.BytesIO` is for bytes, for any buffer."""

    def __init__(self, data: bytes | bytearray | mmap.mmap, behind: bytes) -> None:
        self._data = data
        self._behind = behind
        self._position = 0
        self._size = len(data) + len(behind)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise ValueError("a place before the beginning")
        self._position = start + offset
        return self._position

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - any writable buffer
        # Piece by piece, so that the pages of a map can be given back meanwhile.
        length, inside = min(len(buffer), _PIECE), len(self._data)
        if self._position < inside:
            piece = self._data[self._position : self._position + length]
        else:
            piece = self._behind[self._position - inside : self._position - inside + length]
        buffer[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)


def stream_of(data: bytes | bytearray | mmap.mmap, behind: bytes = b"") -> io.BytesIO | io.BufferedReader:
    """A binary file that is read from, of the data and of what is to stand behind it."""
    if isinstance(data, bytes):
        return io.BytesIO(data + behind if behind else data)
    return io.BufferedReader(_BufferReader(data, behind))

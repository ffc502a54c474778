"""Arrays that are too large for the memory lie in a file without a name, and hardly count as memory.

The operating system keeps the pages of such a file where there is room, and writes them out where there is
none. A thread gives back, every few hundredths of a second, the pages that were touched meanwhile: what is
touched again comes back by itself. So any decoder and any filter works on them as on other arrays, and the
program needs no more memory than it looks at in that time.
"""

import contextlib
import mmap
import os
import tempfile
import threading
import weakref
from collections.abc import Iterable, Iterator
from math import prod
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.common.strips import strips

#: Bytes from which on an array lies in a file.
LARGE: Final = 128 << 20
_PIECE: Final = 16 << 20
_SECONDS: Final = 0.05
#: Where files may be large and need not survive; `/tmp` is often memory.
_SCRATCH: Final = Path("/var/tmp")  # noqa: S108 - the file has no name there

AnyArray = npt.NDArray[Any]


class _Janitor:
    """Gives pages back as long as there are maps."""

    def __init__(self) -> None:
        self._maps: weakref.WeakSet[mmap.mmap] = weakref.WeakSet()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def watch(self, memory: mmap.mmap) -> None:
        if not hasattr(mmap, "MADV_DONTNEED"):
            return  # Windows trims what is not looked at by itself
        with self._lock:
            self._maps.add(memory)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="janitor", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        pause = threading.Event()
        while True:
            pause.wait(_SECONDS)
            with self._lock:
                maps = list(self._maps)
                if not maps:
                    self._thread = None
                    return
            del maps
            self.give_back()

    def give_back(self) -> None:
        with self._lock:
            maps = list(self._maps)
        for memory in maps:
            memory.madvise(mmap.MADV_DONTNEED)


_janitor = _Janitor()


def empty(shape: tuple[int, ...], dtype: npt.DTypeLike) -> AnyArray:
    """An array of any content, like `numpy.empty`; a large one lies in a file where the disk has room."""
    size = prod(shape) * np.dtype(dtype).itemsize
    if size >= LARGE:
        with contextlib.suppress(OSError):
            return np.frombuffer(_mapped(size), dtype).reshape(shape)
    array: AnyArray = np.empty(shape, dtype)
    return array


def zeros(shape: tuple[int, ...], dtype: npt.DTypeLike, least: int | None = None) -> AnyArray:
    """An array of zeros, like `numpy.zeros`; from so many bytes on it lies in a file where there is room."""
    size = prod(shape) * np.dtype(dtype).itemsize
    if size >= (LARGE if least is None else least):
        with contextlib.suppress(OSError):
            return np.frombuffer(_mapped(size), dtype).reshape(shape)  # what was never written is zero
    array: AnyArray = np.zeros(shape, dtype)
    return array


def give_back() -> None:
    """Give the pages of all arrays back at once, for who touches many of them in a short time."""
    _janitor.give_back()


def sparing(bands: Iterable[slice], row_bytes: int) -> Iterator[slice]:
    """The same bands of rows, for a look so fast that the thread would come too late to give them back."""
    touched = 0
    for band in bands:
        yield band
        touched += (band.stop - band.start) * row_bytes
        if touched >= _PIECE:
            give_back()
            touched = 0


def file_content(path: Path) -> bytes | mmap.mmap:
    """The bytes of a file; those of a large one lie in another file, and the given one is not held open.

    Raises
    ------
    OSError
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size < LARGE:
            return file.read()
        try:
            memory = _mapped(size)
        except OSError:
            return file.read()
        view = memoryview(memory)
        at = 0
        while at < size and (count := file.readinto(view[at : at + _PIECE])):
            at += count
        return memory


def contiguous(array: AnyArray) -> AnyArray:
    """The same array in the usual order of its elements, like `numpy.ascontiguousarray`."""
    if array.flags.c_contiguous or array.nbytes < LARGE:
        return np.ascontiguousarray(array)
    ordered = empty(array.shape, array.dtype)
    for rows in strips(*array.shape[:2]):
        ordered[rows] = array[rows]
    return ordered


def _mapped(size: int) -> mmap.mmap:
    """Memory that belongs to a file, whose room on the disk is reserved.

    Raises
    ------
    OSError
        When there is too little room.
    """
    folder = _SCRATCH if _SCRATCH.is_dir() and os.access(_SCRATCH, os.W_OK) else None
    with tempfile.TemporaryFile(dir=folder) as file:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, size)  # a full disk would end the process later
        else:
            file.truncate(size)
        memory = mmap.mmap(file.fileno(), size)
    _janitor.watch(memory)
    return memory

"""Large progressive pictures, whose coefficients lie in a file and hardly count as memory.

libjpeg holds all coefficients of a picture of many scans until the last one, 2 bytes each, and asks its
memory manager for rows of them whenever it needs some (`jpeglib.h`: struct jpeg_memory_mgr, whose functions
a program may replace). Here they come from `large_arrays`. The library is the one that Pillow brings along;
where it brings none (Windows), or another version, `available` says so, and the usual decoder has to do.

libjpeg expects its caller not to come back from an error, and Python cannot jump out of its functions. So
each picture is decoded in a thread, which an error stops for good where it is.
"""

import ctypes
import threading
from ctypes import CFUNCTYPE, POINTER, Structure, c_char, c_double, c_int, c_size_t, c_uint, c_ulong
from ctypes import c_void_p as pointer
from functools import cache
from math import prod
from pathlib import Path
from typing import Final

import numpy as np
import PIL

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.photo_io.raster import AnyArray

_VERSION: Final = 62
#: Of struct jpeg_decompress_struct with 64 bits, which the library compares with its own.
_SIZE: Final = 632
_BLOCK_BYTES: Final = 128
_ROWS: Final = 64
#: Bytes of a component's coefficients from which on they lie in a file.
_LEAST: Final = 1 << 20
#: After so many questions for rows the pages of those before are given back.
_CALLS: Final = 64
_Exit = CFUNCTYPE(None, pointer)
_Request = CFUNCTYPE(pointer, pointer, c_int, c_int, c_uint, c_uint, c_uint)
_Access = CFUNCTYPE(pointer, pointer, pointer, c_uint, c_uint, c_int)


class _ErrorManager(Structure):
    """The head of struct jpeg_error_mgr, with room for the rest."""

    _fields_ = [
        ("error_exit", _Exit),
        ("emit_message", pointer),
        ("output_message", _Exit),
        ("rest", c_char * 512),
    ]


class _MemoryManager(Structure):
    """The head of struct jpeg_memory_mgr."""

    _fields_ = [
        ("alloc", pointer * 4),
        ("request_virt_sarray", pointer),
        ("request_virt_barray", _Request),
        ("realize_virt_arrays", pointer),
        ("access_virt_sarray", pointer),
        ("access_virt_barray", _Access),
    ]


class _Decompress(Structure):
    """Struct jpeg_decompress_struct of version 62, up to the row that comes next."""

    _fields_ = [
        ("err", POINTER(_ErrorManager)),
        ("mem", POINTER(_MemoryManager)),
        ("managers", pointer * 2),
        ("state", c_int * 2),
        ("src", pointer),
        ("image_size", c_uint * 2),
        ("color", c_int * 3),
        ("scale", c_uint * 2),
        ("output_gamma", c_double),
        ("choices", c_int * 12),
        ("output_width", c_uint),
        ("output_height", c_uint),
        ("out_color_components", c_int),
        ("output_components", c_int),
        ("buffering", c_int * 2),
        ("colormap", pointer),
        ("output_scanline", c_uint),
        ("rest", c_char * 480),
    ]


def available() -> bool:
    """Whether this computer has a library of the right version."""
    return _works()


def decode(data: bytes, out: AnyArray) -> None:
    """Decode a picture into an array of its size and channels, uint8.

    Raises
    ------
    ValueError
        When libjpeg refuses the picture, or it has another size.
    """
    if not _Decoding(data, out).succeeds():
        raise ValueError("libjpeg refuses the picture")


@cache
def _library() -> ctypes.CDLL | None:
    if ctypes.sizeof(pointer) != 8:
        return None
    here = Path(PIL.__file__).parent
    found = [*(here.parent / "pillow.libs").glob("libjpeg-*.so*"), *(here / ".dylibs").glob("libjpeg*.dylib")]
    for path in found:
        try:
            library = ctypes.CDLL(str(path))
            library.jpeg_std_error.restype = pointer
            library.jpeg_CreateDecompress.argtypes = [pointer, c_int, c_size_t]
            library.jpeg_mem_src.argtypes = [pointer, pointer, c_ulong]
            library.jpeg_read_scanlines.argtypes = [pointer, pointer, c_uint]
        except (OSError, AttributeError):
            continue
        return library
    return None


@cache
def _works() -> bool:
    """Whether the library takes our struct for its own."""
    return _library() is not None and _Decoding(b"", np.empty((0, 0), np.uint8)).succeeds()


class _Decoding:
    """One picture; without data it is tried whether the library knows us."""

    def __init__(self, data: bytes, out: AnyArray) -> None:
        library = _library()
        assert library is not None
        self._library = library
        self._data: AnyArray = np.frombuffer(data, np.uint8)
        self._out = out
        self._rows: list[tuple[AnyArray, AnyArray]] = []
        self._done = threading.Event()
        self._refused = True
        self._calls = 0
        self._errors = _ErrorManager()
        self._decompress = _Decompress()
        # They have to live as long as the library may call them.
        self._exit, self._message = _Exit(self._stop), _Exit(_pass_over)
        self._requested, self._accessed = _Request(self._request), _Access(self._access)

    def succeeds(self) -> bool:
        """Decode; what has been allocated is given back also where an error stops the thread for good."""
        threading.Thread(target=self._work, name="progressive JPEG", daemon=True).start()
        self._done.wait()
        self._rows.clear()
        self._data = self._out = np.empty(0, np.uint8)
        return not self._refused

    def _work(self) -> None:
        try:
            self._decode()
        finally:
            self._done.set()

    def _decode(self) -> None:
        library, decompress = self._library, self._decompress
        at = ctypes.byref(decompress)
        library.jpeg_std_error(ctypes.byref(self._errors))
        self._errors.error_exit, self._errors.output_message = self._exit, self._message
        decompress.err = ctypes.pointer(self._errors)
        library.jpeg_CreateDecompress(at, _VERSION, _SIZE)
        if self._data.size:
            memory = decompress.mem.contents
            memory.request_virt_barray, memory.access_virt_barray = self._requested, self._accessed
            library.jpeg_mem_src(at, self._data.ctypes.data, self._data.size)
            library.jpeg_read_header(at, 1)
            library.jpeg_start_decompress(at)
            shape = (decompress.output_height, decompress.output_width, decompress.output_components)
            if prod(shape) == self._out.size and shape[:2] == self._out.shape[:2]:
                self._read_rows()
        self._refused = bool(self._data.size) and decompress.output_scanline != len(self._out)
        library.jpeg_destroy_decompress(at)

    def _read_rows(self) -> None:
        decompress = self._decompress
        while decompress.output_scanline < len(self._out):
            first = decompress.output_scanline
            rows = np.arange(first, min(first + _ROWS, len(self._out)), dtype=np.uint64)
            places = rows * np.uint64(self._out.strides[0]) + np.uint64(self._out.ctypes.data)
            self._library.jpeg_read_scanlines(ctypes.byref(decompress), places.ctypes.data, len(places))

    def _stop(self, _: int | None) -> None:
        """Tell of an error, and never return."""
        self._done.set()
        threading.Event().wait()

    def _request(self, *wanted: int) -> int:
        """Room for the coefficients of a component; the answer names it."""
        blocks, rows = wanted[3:5]
        room = large_arrays.zeros((rows, blocks * _BLOCK_BYTES), np.uint8, _LEAST)
        places = np.arange(rows, dtype=np.uint64) * np.uint64(room.strides[0]) + np.uint64(room.ctypes.data)
        self._rows.append((room, places))
        return len(self._rows)

    def _access(self, *wanted: int) -> int:
        """Where the places of some rows are listed."""
        name, first = wanted[1:3]
        self._calls += 1
        if self._calls % _CALLS == 0:
            large_arrays.give_back()
        places = self._rows[name - 1][1]
        return int(places.ctypes.data + places.itemsize * first)


def _pass_over(_: int | None) -> None:
    """What the library has to say is found out by other means (`missing`)."""

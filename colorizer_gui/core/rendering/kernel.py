"""The one part that is in C (`recomposition.c`), where it was compiled; NumPy does the same elsewhere.

It gives the same bits, at three times the speed: each pixel is looked at once, where NumPy passes over all of
them seventy times. docs/adr/0016-one-part-in-c.md says why nothing that exists does that.
"""

import ctypes
import os
import platform
import sys
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import ByteArray, FloatArray
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.common.resource_files import resource

Indices = npt.NDArray[np.int64]

_VERSION: Final = 1
_SUFFIXES: Final = {"win32": ".dll", "darwin": ".dylib"}
#: What systems call the same processors.
_MACHINES: Final = {"amd64": "x86_64", "arm64": "aarch64"}


def library_name(system: str, machine: str) -> str:
    """The name of the library's file below `resources/native`, for a system and a processor."""
    machine = _MACHINES.get(machine.lower(), machine.lower())
    return f"recomposition-{system}-{machine}{_SUFFIXES.get(system, '.so')}"


class Kernel:
    """The library's functions; they let go of the interpreter's lock.

    Arrays are made contiguous where they are not.
    """

    def __init__(self, library: ctypes.CDLL) -> None:
        address, size = ctypes.c_void_p, ctypes.c_size_t
        self._recompose_8 = _function(library, "tintype_recompose_8", (address,) * 4 + (size,))
        self._recompose = _function(library, "tintype_recompose", (address,) * 3 + (size,))
        self._enlarge = _function(
            library,
            "tintype_enlarge",
            (
                address,
                size,
                address,
                address,
                address,
                size,
                address,
                address,
                address,
                size,
                address,
                address,
            ),
        )

    def recompose_8(self, lightness: FloatArray, ab: FloatArray, table: ByteArray) -> ByteArray:
        """See `recomposition.samples_of`: (H, W, 3) uint8, by a table of 65536 steps of linear light."""
        samples = np.empty((*lightness.shape, 3), dtype=np.uint8)
        given = _ready(lightness), _ready(ab), table, samples
        self._recompose_8(*(array.ctypes.data for array in given), lightness.size)
        return samples

    def recompose(self, lightness: FloatArray, ab: FloatArray) -> list[FloatArray]:
        """See `recomposition.recompose`."""
        planes = np.empty((3, *lightness.shape), dtype=np.float32)
        given = _ready(lightness), _ready(ab), planes
        self._recompose(*(array.ctypes.data for array in given), lightness.size)
        return list(planes)

    def enlarge(
        self,
        plane: FloatArray,
        down: tuple[Indices, Indices, FloatArray],
        across: tuple[Indices, Indices, FloatArray],
    ) -> FloatArray:
        """See `chroma.enlarge_rows`.

        Parameters
        ----------
        plane
            (h, w, 2) float32.
        down, across
            Of each row, and of each column, the two of the plane that it lies between, and how near it is to
            the second.

        Returns
        -------
        (rows, columns, 2) float32.
        """
        plane = _ready(plane)
        height, width = len(down[0]), len(across[0])
        mixed = np.empty((plane.shape[1], 2), dtype=np.float32)
        pairs = np.empty((height, width, 2), dtype=np.float32)
        rows = [array.ctypes.data for array in down]
        columns = [array.ctypes.data for array in across]
        self._enlarge(
            plane.ctypes.data,
            plane.shape[1],
            *rows,
            height,
            *columns,
            width,
            mixed.ctypes.data,
            pairs.ctypes.data,
        )
        return pairs


@cache
def kernel() -> Kernel | None:
    """The compiled part, or None where there is none for this computer, or TINTYPE_NUMPY is set."""
    if os.environ.get("TINTYPE_NUMPY"):
        return None
    try:
        path = resource("native", library_name(sys.platform, platform.machine()))
        library = ctypes.CDLL(str(path))
        if _function(library, "tintype_version", (), ctypes.c_int32)() != _VERSION:
            return None
        return Kernel(library)
    except (OSError, AttributeError, ColorizationError):
        return None


def _function(
    library: ctypes.CDLL, name: str, arguments: tuple[type, ...], answer: type | None = None
) -> "ctypes._NamedFuncPointer":
    function = library[name]
    function.argtypes, function.restype = arguments, answer
    return function


def _ready(array: FloatArray) -> FloatArray:
    return np.ascontiguousarray(array, dtype=np.float32)

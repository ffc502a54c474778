"""Results in the colour space of the source's RGB profile instead of sRGB."""

from typing import Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import srgb_to_linear
from colorizer_gui.core.photo.photo import BitDepth, SampleArray
from colorizer_gui.core.photo_io.pixels import PixelSource
from colorizer_gui.core.photo_io.profiles.icc import rgb_matrix_and_curves

#: Linear sRGB to XYZ under D50 (IEC 61966-2-1, adapted by Bradford), the space that profiles connect in.
_SRGB_TO_D50: Final = np.array(
    [
        [0.4360747, 0.3850649, 0.1430804],
        [0.2225045, 0.7168786, 0.0606169],
        [0.0139322, 0.0971045, 0.7141733],
    ]
)


class ProfilePixels:
    """sRGB pixels of another source, converted for a matrix RGB profile.

    Raises
    ------
    ValueError
        When the profile is no RGB profile of a matrix and tone curves.
    """

    def __init__(self, source: PixelSource, profile: bytes, depth: BitDepth) -> None:
        matrix, curves = rgb_matrix_and_curves(profile, 2**16)
        self._source = source
        self.shape = source.shape
        self.depth: BitDepth = depth
        to_target: npt.NDArray[np.float64] = np.linalg.inv(matrix) @ _SRGB_TO_D50
        # Profiles are rounded; white has to stay white, and gray gray.
        self._matrix = (to_target / to_target.sum(axis=1, keepdims=True)).astype(np.float32)
        self._curves = np.maximum.accumulate(curves, axis=1)
        self._grid = np.linspace(0.0, 1.0, curves.shape[1])
        levels = np.arange(2**source.depth) / (2**source.depth - 1)
        self._linear = srgb_to_linear(levels)

    def rows(self, rows: slice) -> SampleArray:
        """See `PixelSource`."""
        linear = self._linear[self._source.rows(rows)] @ self._matrix.T
        maximum = 2**self.depth - 1
        planes = [
            np.interp(linear[..., index], self._curves[index], self._grid) * maximum for index in range(3)
        ]
        dtype = np.uint16 if self.depth == 16 else np.uint8
        encoded: SampleArray = np.rint(np.stack(planes, axis=-1)).astype(dtype)
        return encoded

"""How much of a JPEG's picture is not in the file, which libjpeg fills up without a word.

What a baseline picture lacks becomes plain gray, so the last pixel, or some of each unit, tell whether any
of it may be missing. What a scan of many lacks shows nowhere: then only a second decoding tells (`decoding`).
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.photo_io.codecs.jpeg.structure import Frame, JpegStructure
from colorizer_gui.core.photo_io.raster import AnyArray

#: What may be missing at the end: a part of the picture, or about so many bytes, or units, of a small one.
#: In a progressive picture it is its finest details that are missing, so more may be.
_MOST_MISSING: Final = 0.02
_MOST_MISSING_BYTES: Final = 64
_MOST_MISSING_UNITS: Final = 2
_MOST_UNREFINED: Final = 0.1


def may_lack(structure: JpegStructure, samples: AnyArray) -> bool:
    """Whether it is worth a second decoding to learn what is missing."""
    frame = structure.frame
    if not structure.scans.ended:
        return True
    if frame.arithmetic:
        return False  # such data may leave out zeros at its end
    if frame.lossless or len(structure.scans.scans) > 1:
        return True
    if structure.restart and (structure.lost_restarts or _plain_units(frame, samples).any()):
        return True
    return bool(_is_plain(frame, samples[-1, -1:].reshape(1, -1)).all())


def _plain_units(frame: Frame, samples: AnyArray) -> npt.NDArray[np.bool_]:
    """Which units may be plain gray: their first, middle and last pixels are."""
    width, height = frame.mcu
    rows, columns = frame.height // height, frame.width // width
    plain = np.ones((rows, columns), np.bool_)
    for y, x in ((1, 1), (height // 2, width // 2), (height - 2, width - 2)):
        points = samples[y::height, x::width][:rows, :columns]
        plain &= _is_plain(frame, points if points.ndim == 3 else points[..., None])
    return plain


def _is_plain(frame: Frame, pixels: AnyArray) -> npt.NDArray[np.bool_]:
    """Whether all channels of (..., C) pixels are in the middle of their range, inverted or not."""
    near = abs(pixels.astype(np.int32) - (1 << frame.bits - 1)) <= 1
    return np.asarray(near.all(axis=-1))


def missing_share(structure: JpegStructure, samples: AnyArray, other: AnyArray) -> float:
    """The part of the picture that differs between two decodings, in the units that the data is made of.

    Raises
    ------
    ValueError
        When more is missing than the last bytes.
    """
    frame = structure.frame
    units = _differing_units(frame, samples, other)
    if frame.progressive or len(structure.scans.scans) > 1:
        missing = float(units.mean())
        tolerated = missing <= _MOST_UNREFINED
    else:
        missing = _from_first_on(units, structure)
        size = (structure.scans.stop - structure.start) * missing / max(1e-9, 1.0 - missing)
        few = round(missing * units.size) <= _MOST_MISSING_UNITS
        tolerated = missing <= _MOST_MISSING or size <= _MOST_MISSING_BYTES or few
    if not tolerated:
        raise ValueError("the picture is cut off")
    return missing


def _from_first_on(units: npt.NDArray[np.bool_], structure: JpegStructure) -> float:
    """In a single scan nothing follows what is missing, up to where the coding begins anew."""
    step = structure.restart or units.size
    padded = np.pad(units, (0, -units.size % step)).reshape(-1, step)
    lacking = np.logical_or.accumulate(padded, axis=1).ravel()[: units.size].sum()
    return min(1.0, (int(lacking) + step * structure.lost_restarts) / units.size)


def _differing_units(frame: Frame, samples: AnyArray, other: AnyArray) -> npt.NDArray[np.bool_]:
    """Which units differ, row by row; their edges do not count, since colour is interpolated across them."""
    width, height = frame.mcu
    rows = range(0, frame.height, height)
    columns = range(0, frame.width, width)
    units = np.zeros((len(rows), len(columns)), dtype=np.bool_)
    inner = np.ones(frame.width, dtype=np.bool_)
    if width > 2:
        inner[::width] = inner[width - 1 :: width] = False
    edge = 1 if height > 2 else 0
    for index, top in enumerate(rows):
        first = min(top + edge, frame.height - 1)
        band = slice(first, max(top + height - edge, first + 1))
        differs = samples[band] != other[band]
        differs = differs.reshape(len(differs), frame.width, -1).any(axis=(0, 2)) & inner
        units[index] = np.logical_or.reduceat(differs, columns)
    return units.ravel()

"""Samples of any number format spread over the whole range of 8 or 16 bits; what is assumed is said."""

import numpy as np

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.codecs.tiff.tones import tones_of
from colorizer_gui.core.photo_io.raster import AnyArray

_NEARLY = (-0.5, 2.0)
#: The highest values of samples from scanners, cameras and microscopes, whatever they are stored in.
_USUAL_TOPS = (255, 1023, 4095, 16_383, 65_535)
#: Floating-point samples up to here are light beyond white; higher ones are counts.
_LIGHT = 16.0


def full_range(
    samples: AnyArray, bits: int, no_data: float | None = None
) -> tuple[AnyArray, tuple[str, ...]]:
    """Spread samples over uint8 or uint16.

    Parameters
    ----------
    no_data
        The value of pixels that were not measured; they become black and do not count for the range.

    Returns
    -------
    The samples, and what had to be assumed about their range; each completes "The photo … ".
    """
    if samples.dtype.kind == "f":
        return _from_float(samples, no_data)
    if samples.dtype.kind == "i":
        return _from_signed(samples, bits, no_data)
    if samples.dtype.kind not in "ub":
        raise NotImplementedError("samples of an unknown kind")
    return _from_unsigned(samples, bits, no_data)


def _from_unsigned(samples: AnyArray, bits: int, no_data: float | None) -> tuple[AnyArray, tuple[str, ...]]:
    if bits in {8, 16}:
        return samples, ()
    if bits < 8:
        table = (np.arange(2**bits) * 255 // (2**bits - 1)).astype(np.uint8)
        out = large_arrays.empty(samples.shape, np.uint8)
        return np.take(table, samples, out=out, mode="clip"), ()
    if bits < 16:
        return np.rint(samples * np.float32(65535.0 / (2**bits - 1))).astype(np.uint16), ()
    tones = tones_of(samples, no_data)
    if 0 < tones.high <= _USUAL_TOPS[-1]:
        top = _usual_top(tones.high)
        note = Sentence(
            "has samples of {bits} bits that use far fewer; 0 to {high} was taken as black to white",
            bits=bits,
            high=top,
        )
        return _stretched(samples, 0, top, tones.blank), (*tones.notes, note)
    shifted: AnyArray = samples >> (bits - 16)
    return shifted.astype(np.uint16), ()


def _usual_top(highest: float) -> float:
    """The least of the usual ranges that holds a value; the value itself where none does."""
    return next((top for top in _USUAL_TOPS if highest <= top), highest)


def _from_signed(samples: AnyArray, bits: int, no_data: float | None) -> tuple[AnyArray, tuple[str, ...]]:
    tones = tones_of(samples, no_data)
    low, high = 0, 2 ** (bits - 1) - 1
    if tones.low < 0:
        low = -(2 ** (bits - 1))
    elif bits > 8:
        high = min(high, int(_usual_top(max(1, int(tones.high)))))
    note = Sentence("has signed samples; {low} to {high} was taken as black to white", low=low, high=high)
    return _stretched(samples, low, high, tones.blank), (*tones.notes, note)


def _from_float(samples: AnyArray, no_data: float | None) -> tuple[AnyArray, tuple[str, ...]]:
    tones = tones_of(samples, no_data)
    low, high = tones.low, tones.high
    if low >= 0 and high <= 1:
        return _stretched(samples, 0.0, 1.0, tones.blank), tones.notes
    if _NEARLY[0] <= low and high <= _NEARLY[1]:
        note = Sentence(
            "has floating-point samples from {low} to {high}; they were cut to 0 to 1",
            low=f"{low:.3g}",
            high=f"{high:.3g}",
        )
        return _stretched(samples, 0.0, 1.0, tones.blank), (*tones.notes, note)
    if low >= 0:
        low = 0.0
        high = high if high <= _LIGHT else _usual_top(high)
    note = Sentence(
        "has floating-point samples; {low} to {high} was taken as black to white",
        low=f"{low:.6g}",
        high=f"{high:.6g}",
    )
    return _stretched(samples, low, high, tones.blank), (*tones.notes, note)


def _stretched(samples: AnyArray, low: float, high: float, blank: AnyArray | None) -> AnyArray:
    """Linear from low and high to 0 and 65535, in strips that cost little memory; no numbers are black."""
    answer: AnyArray = np.empty(samples.shape, dtype=np.uint16)
    scale = 65_535.0 / ((high - low) or 1.0)
    for row in range(0, len(samples), 64):
        rows = slice(row, row + 64)
        part = np.clip((samples[rows].astype(np.float64) - low) * scale, 0.0, 65_535.0)
        np.nan_to_num(part, copy=False, nan=0.0)
        if blank is not None:
            part[blank[rows]] = 0.0
        answer[rows] = np.rint(part)
    return answer

"""Samples of any number format spread over the whole range of 8 or 16 bits; what is assumed is said."""

import numpy as np

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.raster import AnyArray

_NEARLY = (-0.5, 2.0)
#: Samples as far beyond nearly all others as this many times their range are no tones of the picture.
_FAR = 10.0
_NEARLY_ALL = (0.1, 99.9)
_LOOKED_AT = 1_000_000
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
    return _from_unsigned(samples, bits)


def _from_unsigned(samples: AnyArray, bits: int) -> tuple[AnyArray, tuple[str, ...]]:
    if bits in {8, 16}:
        return samples, ()
    if bits < 8:
        widened: AnyArray = samples.astype(np.uint16) * 255 // (2**bits - 1)
        return widened.astype(np.uint8), ()
    if bits < 16:
        return np.rint(samples * np.float32(65535.0 / (2**bits - 1))).astype(np.uint16), ()
    highest = int(samples.max())
    if 0 < highest <= _USUAL_TOPS[-1]:
        top = _usual_top(highest)
        note = Sentence(
            "has samples of {bits} bits that use far fewer; 0 to {high} was taken as black to white",
            bits=bits,
            high=top,
        )
        return _stretched(samples, 0, top), (note,)
    shifted: AnyArray = samples >> (bits - 16)
    return shifted.astype(np.uint16), ()


def _usual_top(highest: float) -> float:
    """The least of the usual ranges that holds a value; the value itself where none does."""
    return next((top for top in _USUAL_TOPS if highest <= top), highest)


def _from_signed(samples: AnyArray, bits: int, no_data: float | None) -> tuple[AnyArray, tuple[str, ...]]:
    low, high = 0, 2 ** (bits - 1) - 1
    notes: list[str] = []
    if samples.min() < 0:
        measured = samples if no_data is None else samples[samples != no_data]
        if measured.size and np.percentile(_some(measured), _NEARLY_ALL[0]) >= 0:
            notes.append(Sentence("has a few samples far below all others; they were taken as black"))
        else:
            low = -(2 ** (bits - 1))
    if low == 0 and bits > 8:
        high = min(high, int(_usual_top(max(1, int(samples.max())))))
    notes.append(
        Sentence("has signed samples; {low} to {high} was taken as black to white", low=low, high=high)
    )
    return _stretched(samples, low, high), tuple(notes)


def _from_float(samples: AnyArray, no_data: float | None) -> tuple[AnyArray, tuple[str, ...]]:
    notes: list[str] = []
    measured = np.isfinite(samples)
    if not measured.all():
        notes.append(Sentence("has samples that are no numbers; they were taken as black"))
    if no_data is not None:
        measured &= samples != samples.dtype.type(no_data)
    if not measured.any():
        raise ValueError("no sample is a number")
    values = samples if measured.all() else samples[measured]
    low, high, outliers = _bounds(values)
    if outliers:
        notes.append(Sentence("has a few samples far beyond all others; they were cut off"))
    if values is not samples:
        # Infinities are the ends of the range; a value that stands for no measurement is black as well.
        blank = samples == samples.dtype.type(no_data) if no_data is not None else np.isneginf(samples)
        samples = np.where(np.isnan(samples), low, samples).astype(samples.dtype, copy=False)
        samples[blank] = -np.inf
    if low >= 0 and high <= 1:
        return _stretched(samples, 0.0, 1.0), tuple(notes)
    if _NEARLY[0] <= low and high <= _NEARLY[1]:
        notes.append(
            Sentence(
                "has floating-point samples from {low} to {high}; they were cut to 0 to 1",
                low=f"{low:.3g}",
                high=f"{high:.3g}",
            )
        )
        return _stretched(samples, 0.0, 1.0), tuple(notes)
    if low >= 0:
        low = 0.0
        high = high if high <= _LIGHT else _usual_top(high)
    notes.append(
        Sentence(
            "has floating-point samples; {low} to {high} was taken as black to white",
            low=f"{low:.6g}",
            high=f"{high:.6g}",
        )
    )
    return _stretched(samples, low, high), tuple(notes)


def _bounds(values: AnyArray) -> tuple[float, float, bool]:
    """The lowest and the highest value that are tones of the picture, and whether there are others."""
    low, high = float(values.min()), float(values.max())
    first, last = (float(each) for each in np.percentile(_some(values), _NEARLY_ALL))
    span = last - first
    # A few negative samples below a picture of positive ones are no tones, however near they are.
    floor = 0.0 if low < 0 <= first else first - _FAR * span
    ceiling = last + _FAR * span
    outliers = low < floor or high > ceiling
    if outliers:
        tones = values[(values >= floor) & (values <= ceiling)]
        low, high = float(tones.min()), float(tones.max())
    return low, high, outliers


def _some(values: AnyArray) -> AnyArray:
    """Enough values to know how they are spread."""
    flat = values.reshape(-1)
    return flat[:: max(1, flat.size // _LOOKED_AT)].astype(np.float64)


def _stretched(samples: AnyArray, low: float, high: float) -> AnyArray:
    """Linear from low and high to 0 and 65535, in strips that cost little memory."""
    answer: AnyArray = np.empty(samples.shape, dtype=np.uint16)
    scale = 65_535.0 / ((high - low) or 1.0)
    for row in range(0, len(samples), 64):
        part = (samples[row : row + 64].astype(np.float64) - low) * scale
        answer[row : row + 64] = np.rint(np.clip(part, 0.0, 65_535.0))
    return answer

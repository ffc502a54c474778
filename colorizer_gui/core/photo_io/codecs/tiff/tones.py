"""Which samples are tones: not those that stand for no measurement, nor a few far beyond all others."""

from typing import Final, NamedTuple

import numpy as np

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.raster import AnyArray, RefusedError

#: Samples as far beyond nearly all others as this many times their range are no tones of the picture.
_FAR: Final = 10.0
_NEARLY_ALL: Final = (0.1, 99.9)
_LOOKED_AT: Final = 1_000_000
#: A picture with fewer values is a drawing or a mask; there a value has to lie farther off.
_MANY_VALUES: Final = 16
_FAR_OF_FEW: Final = 1000.0
#: Relative difference of numbers that are the same in another precision.
_SAME: Final = 1e-6


class Tones(NamedTuple):
    """The lowest and the highest tone, which samples were declared as no measurement, and what to say."""

    low: float
    high: float
    blank: AnyArray | None
    notes: tuple[Sentence, ...]


def tones_of(samples: AnyArray, no_data: float | None) -> Tones:
    """Find the tones among numbers of any kind.

    A value stands for no measurement where the file says so (`no_data`), and where it is the lowest or the
    highest one and lies far from all others, however many samples have it; also where it is the only one
    below 0.

    Raises
    ------
    RefusedError
        When no sample is a number.
    """
    notes: list[Sentence] = []
    measured = np.isfinite(samples) if samples.dtype.kind == "f" else np.ones(samples.shape, np.bool_)
    if samples.dtype.kind == "f" and np.isnan(samples).any():
        notes.append(Sentence("has samples that are no numbers; they were taken as black"))
    blank = None
    if no_data is not None and not np.isnan(no_data):
        blank = np.isclose(samples, no_data, rtol=_SAME, atol=0.0)
        measured &= ~blank
    if not measured.any():
        raise RefusedError("has no sample with a value; there is no picture in it")
    some = _some(samples, measured)
    low, high = _least(samples, measured), _most(samples, measured)
    second_low = _least(samples, measured & (samples > low)) if low < high else low
    second_high = _most(samples, measured & (samples < high)) if low < high else high
    values = np.unique(some)
    inner = values[(values > low) & (values < high)]
    far = (_FAR if len(inner) >= _MANY_VALUES else _FAR_OF_FEW) * (second_high - second_low)
    alone_below_zero = low < 0 <= second_low and len(inner) >= _MANY_VALUES
    if len(inner) > 1 and (alone_below_zero or second_low - low > far):
        notes.append(
            Sentence("has samples of {value} where nothing was measured; they are black", value=f"{low:g}")
        )
        low = second_low
    if len(inner) > 1 and high - second_high > far:
        notes.append(
            Sentence("has samples of {value} where nothing was measured; they are white", value=f"{high:g}")
        )
        high = second_high
    low, high, outliers = _without_few(samples, measured, some[(some >= low) & (some <= high)], low, high)
    if outliers:
        notes.append(Sentence("has a few samples far beyond all others; they were cut off"))
    return Tones(low, high, blank, tuple(notes))


def _without_few(
    samples: AnyArray, measured: AnyArray, some: AnyArray, low: float, high: float
) -> tuple[float, float, bool]:
    """The bounds of all but a few samples, where those lie far beyond, and whether there are such."""
    if not some.size:
        return low, high, False
    first, last = (float(each) for each in np.percentile(some, _NEARLY_ALL))
    span = last - first
    # A few negative samples below a picture of positive ones are no tones, however near they are.
    floor = 0.0 if low < 0 <= first else first - _FAR * span
    ceiling = last + _FAR * span
    if low >= floor and high <= ceiling:
        return low, high, False
    tones = measured & (samples >= floor) & (samples <= ceiling)
    return _least(samples, tones), _most(samples, tones), True


def _least(samples: AnyArray, which: AnyArray) -> float:
    return float(np.min(samples, where=which, initial=_end(samples, highest=True)))


def _most(samples: AnyArray, which: AnyArray) -> float:
    return float(np.max(samples, where=which, initial=_end(samples, highest=False)))


def _end(samples: AnyArray, *, highest: bool) -> float:
    """An end of what the samples' kind of number can hold."""
    if samples.dtype.kind == "f":
        return np.inf if highest else -np.inf
    limits = np.iinfo(samples.dtype)
    return limits.max if highest else limits.min


def _some(samples: AnyArray, measured: AnyArray) -> AnyArray:
    """Enough values to know how they are spread."""
    flat, known = samples.reshape(-1), measured.reshape(-1)
    step = max(1, flat.size // _LOOKED_AT)
    found = flat[::step][known[::step]]
    return (found if found.size else flat[known][:1]).astype(np.float64)

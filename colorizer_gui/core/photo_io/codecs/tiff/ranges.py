"""Samples of any number format spread over the whole range of 8 or 16 bits; what is assumed is said."""

import numpy as np

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.raster import AnyArray

_NEARLY = (-0.5, 2.0)


def full_range(samples: AnyArray, bits: int) -> tuple[AnyArray, tuple[str, ...]]:
    """Spread samples over uint8 or uint16.

    Returns
    -------
    The samples, and what had to be assumed about their range; each completes "The photo … ".
    """
    if samples.dtype.kind == "f":
        return _from_float(samples)
    if samples.dtype.kind == "i":
        return _from_signed(samples, bits)
    if samples.dtype.kind not in "ub":
        raise ValueError("samples of an unknown kind")
    return _from_unsigned(samples, bits), ()


def _from_unsigned(samples: AnyArray, bits: int) -> AnyArray:
    if bits in {8, 16}:
        return samples
    if bits < 8:
        widened: AnyArray = samples.astype(np.uint16) * 255 // (2**bits - 1)
        return widened.astype(np.uint8)
    if bits < 16:
        return np.rint(samples * np.float32(65535.0 / (2**bits - 1))).astype(np.uint16)
    shifted: AnyArray = samples >> (bits - 16)
    return shifted.astype(np.uint16)


def _from_signed(samples: AnyArray, bits: int) -> tuple[AnyArray, tuple[str, ...]]:
    if samples.min() >= 0:
        low, high = 0, 2 ** (bits - 1) - 1
    else:
        low, high = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
    note = Sentence("has signed samples; {low} to {high} was taken as black to white", low=low, high=high)
    return _stretched(samples, low, high), (note,)


def _from_float(samples: AnyArray) -> tuple[AnyArray, tuple[str, ...]]:
    notes: list[str] = []
    finite = np.isfinite(samples)
    if not finite.all():
        if not finite.any():
            raise ValueError("no sample is a number")
        notes.append(Sentence("has samples that are no numbers; they were taken as black"))
        samples = np.where(finite, samples, samples[finite].min())
    low, high = float(samples.min()), float(samples.max())
    if low < 0 or high > 1:
        if _NEARLY[0] <= low and high <= _NEARLY[1]:
            notes.append(
                Sentence(
                    "has floating-point samples from {low} to {high}; they were cut to 0 to 1",
                    low=f"{low:.3g}",
                    high=f"{high:.3g}",
                )
            )
            low, high = 0.0, 1.0
        else:
            if low >= 0:
                low = 0.0
                high = next((each for each in (255.0, 65_535.0) if high <= each), high)
            notes.append(
                Sentence(
                    "has floating-point samples; {low} to {high} was taken as black to white",
                    low=f"{low:.6g}",
                    high=f"{high:.6g}",
                )
            )
    else:
        low, high = 0.0, 1.0
    return _stretched(samples, low, high), tuple(notes)


def _stretched(samples: AnyArray, low: float, high: float) -> AnyArray:
    """Linear from low and high to 0 and 65535, in strips that cost little memory."""
    answer: AnyArray = np.empty(samples.shape, dtype=np.uint16)
    scale = 65_535.0 / ((high - low) or 1.0)
    for row in range(0, len(samples), 64):
        part = (samples[row : row + 64].astype(np.float64) - low) * scale
        answer[row : row + 64] = np.rint(np.clip(part, 0.0, 65_535.0))
    return answer

"""Photos that are judged although something very like them was learnt from: found by a perceptual hash.

The hash has 256 bits: which of the lowest frequencies of a small gray picture are above their median
(as in Zauner 2010). Photos are compared as they are and mirrored.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import ByteArray
from model_training.data.photo_source import SourcePhoto

Hashes = npt.NDArray[np.uint64]

_SIDE: Final = 64
_FREQUENCIES: Final = 16
_WORDS: Final = _FREQUENCIES**2 // 64
#: Bits of 256 in which two pictures of the same thing differ at the most; measured, see docs/experiments.md,
#: "Near duplicates". Copies with 5 % of the area cut off differ in up to 58, unrelated photos in 84 and more;
#: among 39 million pairs of one collection, the nearest of different things differ in 60.
NEAR: Final = 60


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """A photo to be judged, one that was learnt from, and in how many bits they differ."""

    judged: str
    learnt: str
    bits: int


def perceptual_hash(image_rgb: ByteArray) -> Hashes:
    """(4,) of an (H, W, 3) uint8 picture."""
    gray = cv2.cvtColor(image_rgb, cv2.COLOR_RGB2GRAY)
    small = cv2.resize(gray, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    low = cv2.dct(small)[:_FREQUENCIES, :_FREQUENCIES].ravel()
    bits = low > np.median(low)
    return np.packbits(bits).view(np.uint64)


def found_among(
    judged: Iterable[SourcePhoto], learnt: Iterable[SourcePhoto], progress: Callable[[int], None]
) -> list[NearDuplicate]:
    """See `near_duplicates`; photos that cannot be decoded are passed over.

    Parameters
    ----------
    progress
        Called with the number of photos hashed.
    """
    done = 0

    def decoded(photos: Iterable[SourcePhoto]) -> Iterator[tuple[str, ByteArray]]:
        nonlocal done
        for photo in photos:
            image = photo.decode_rgb()
            done += 1
            progress(done)
            if image is not None:
                yield photo.name, image

    own = [
        (name, perceptual_hash(image), perceptual_hash(np.ascontiguousarray(image[:, ::-1])))
        for name, image in decoded(judged)
    ]
    others = ((name, perceptual_hash(image)) for name, image in decoded(learnt))
    return near_duplicates(own, others) if own else []


def near_duplicates(
    judged: Sequence[tuple[str, Hashes, Hashes]], learnt: Iterable[tuple[str, Hashes]]
) -> list[NearDuplicate]:
    """Which of the judged photos are near to one that was learnt from.

    Parameters
    ----------
    judged
        Name, hash, and hash of the mirrored photo.
    learnt
        Name and hash, one by one.

    Returns
    -------
    The nearest of each such photo, in the order of the judged.
    """
    found: dict[int, NearDuplicate] = {}
    hashes = np.stack([[upright, mirrored] for _, upright, mirrored in judged])
    for name, other in learnt:
        distances = np.bitwise_count(hashes ^ other).sum(axis=2).min(axis=1)
        for place in np.flatnonzero(distances <= NEAR).tolist():
            bits = int(distances[place])
            if place not in found or bits < found[place].bits:
                found[int(place)] = NearDuplicate(judged[place][0], name, bits)
    return [found[place] for place in sorted(found)]

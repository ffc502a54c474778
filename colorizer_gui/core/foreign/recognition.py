"""Of which family a network is, and in which range it writes its numbers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import FloatArray, rgb_to_lab
from colorizer_gui.core.common.errors import InferenceError, WeightsError
from colorizer_gui.core.foreign.colorizer import input_arrays
from colorizer_gui.core.foreign.conventions import Convention, Gives, as_rgb
from colorizer_gui.core.foreign.engine import Engine, Signature
from colorizer_gui.core.foreign.families import Family, families_of, guesses

#: Side of the test picture where the network's axes are free, in pixels.
_SIDE: Final = 256
#: A colorizer gives back the lightness that it was given; so alike it has to be.
_ALIKE: Final = 0.8
#: Values that no picture in smaller units holds: beyond white in ImageNet's normalization (2.64).
_BYTES_FROM: Final = 4.0
_SIGNED_TO: Final = 1.05
#: A picture whose channels differ by less is gray.
_GRAY: Final = 1.0 / 255.0


class UnknownModelError(WeightsError):
    """A network of no known family; somebody has to say what it takes and gives.

    Attributes
    ----------
    guesses
        What that may be, the likeliest first.
    """

    def __init__(self, path: Path, guesses: tuple[Convention, ...]) -> None:
        super().__init__(
            "{path} is of no known family of networks; say what it takes and gives with "
            '"Models" in the window, or with tintype models add.',
            path=path,
        )
        self.guesses = guesses


@dataclass(frozen=True, slots=True)
class Recognition:
    """What was found out about a network.

    Attributes
    ----------
    family
        Its name; empty when it is of none that is known.
    convention
        None when the user has to be asked.
    guesses
        What may be asked, the likeliest first.
    """

    family: str
    convention: Convention | None
    guesses: tuple[Convention, ...]


def recognise(engine: Engine) -> Recognition:
    """Find the family by the signature, and the range by the answers to a test picture.

    The network is run only where a family writes its numbers in several ways.

    Raises
    ------
    WeightsError
        When it cannot be a colorizer; the sentence says what it is instead.
    InferenceError
    """
    signature = Signature.of(engine.inputs, engine.outputs)
    possible = guesses(signature)
    for family in families_of(signature):
        if len(family.conventions) == 1:
            check_size(engine)
            return Recognition(family.name, family.conventions[0], tuple(possible))
        convention = _by_answers(engine, family)
        if convention is not None or family.outputs[0] not in signature.outputs:
            others = tuple(guess for guess in possible if guess != convention)
            found = () if convention is None else (convention,)
            return Recognition(family.name if found else "", convention, (*found, *others))
    if not possible:
        raise WeightsError(
            "This network is no colorizer: it takes {taken} and gives {given}.",
            taken=_planes(signature.inputs),
            given=_planes(signature.outputs[:1]),
        )
    check_size(engine)
    return Recognition("", None, tuple(possible))


def sample_picture(height: int, width: int) -> FloatArray:
    """(height, width) float32 L* of something like a photo: a sky, a ground, round and square things."""
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    rows, columns = rows / height, columns / width
    lightness = 85.0 - 45.0 * rows + 10.0 * np.sin(9.0 * columns)
    lightness = np.where(rows > 0.6, 30.0 + 35.0 * columns, lightness)
    lightness = np.where(np.hypot(rows - 0.45, columns - 0.3) < 0.18, 68.0, lightness)
    lightness = np.where((np.abs(rows - 0.55) < 0.2) & (np.abs(columns - 0.72) < 0.1), 12.0, lightness)
    grain = np.random.default_rng(313).normal(0.0, 2.0, (height, width))
    blurred = cv2.GaussianBlur((lightness + grain).astype(np.float32), (0, 0), 0.8)
    return np.clip(np.asarray(blurred, dtype=np.float32), 0.0, 100.0)


def check_size(engine: Engine) -> None:
    """Refuse what gives larger pictures than it takes.

    Raises
    ------
    WeightsError
    """
    taken, given = engine.inputs[0].size, engine.outputs[0].size
    if taken is not None and given is not None:
        _refuse_larger(taken, given)


def _by_answers(engine: Engine, family: Family) -> Convention | None:
    """The convention whose answers make sense, or None."""
    by_range = None
    for convention in family.conventions:
        height, width = engine.inputs[0].size or (_SIDE, _SIDE)
        picture = sample_picture(height, width)
        answer = engine.run(input_arrays(engine, convention, picture, None))[0]
        if answer.ndim != 4 or answer.shape[1] != convention.gives.planes:
            return None
        _refuse_larger((height, width), answer.shape[2:])
        planes = answer[0]
        if not np.isfinite(planes).all():
            raise InferenceError("The network gives no numbers for a test picture; its file is of no use.")
        if convention.gives in (Gives.SCORES, Gives.SHARES):
            shares = planes.min() >= 0 and np.allclose(planes.sum(axis=0), 1.0, atol=1e-2)
            return next(one for one in family.conventions if (one.gives is Gives.SHARES) == bool(shares))
        if not _in_range(planes, convention.gives):
            continue
        rgb = as_rgb(planes, convention.gives)
        if (rgb.max(axis=2) - rgb.min(axis=2)).max() < _GRAY:
            raise WeightsError(
                "This network gives gray pictures for gray ones; it does something else than to colorize."
            )
        if _likeness(rgb, picture) > _ALIKE:
            return convention
        by_range = by_range or convention
    return by_range


def _in_range(planes: FloatArray, gives: Gives) -> bool:
    low, high = float(planes.min()), float(planes.max())
    if gives is Gives.RGB_BYTES:
        return high > _BYTES_FROM
    if gives is Gives.RGB_IMAGENET:
        return high <= _BYTES_FROM and (low < -_SIGNED_TO or high > _SIGNED_TO)
    return low >= -_SIGNED_TO + 1.0 and high <= _SIGNED_TO


def _likeness(rgb: FloatArray, picture: FloatArray) -> float:
    """Correlation of the lightness of an answer and of what was asked."""
    answered = rgb_to_lab(rgb)[..., 0]
    asked = cv2.resize(picture, answered.shape[::-1], interpolation=cv2.INTER_AREA)
    if answered.std() < 1e-3:
        return 0.0
    return float(np.corrcoef(answered.ravel(), np.asarray(asked).ravel())[0, 1])


def _refuse_larger(taken: tuple[int, ...], given: tuple[int, ...]) -> None:
    if given[0] > taken[0] or given[1] > taken[1]:
        raise WeightsError(
            "This network enlarges photos ({taken} pixels to {given}); it does not colorize.",
            taken=f"{taken[1]} x {taken[0]}",
            given=f"{given[1]} x {given[0]}",
        )


def _planes(counts: tuple[int | None, ...]) -> str:
    if not counts or any(count is None for count in counts):
        return "something else than a picture"
    return " + ".join(f"{count} planes" if count != 1 else "1 plane" for count in counts)

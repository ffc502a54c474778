"""How networks write pictures: what the planes that they take and give mean, and in which range."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray, lightness_to_gray, rgb_to_lab
from colorizer_gui.core.common.sentences import Sentence

#: Mean and standard deviation of ImageNet's photos, R, G, B in [0, 1], as everybody's networks use them.
IMAGENET_MEAN: Final = np.array([0.485, 0.456, 0.406], dtype=np.float32)
IMAGENET_STD: Final = np.array([0.229, 0.224, 0.225], dtype=np.float32)


class Takes(StrEnum):
    """What each plane of the input holds; a picture of three planes holds it three times."""

    GRAY = "gray"
    GRAY_BYTES = "gray-bytes"
    GRAY_SIGNED = "gray-signed"
    GRAY_IMAGENET = "gray-imagenet"
    LIGHTNESS = "lightness"
    LIGHTNESS_CENTRED = "lightness-centred"
    LIGHTNESS_UNIT = "lightness-unit"
    LIGHTNESS_SIGNED = "lightness-signed"

    @property
    def words(self) -> Sentence:
        """In the user's words."""
        return _TAKES[self]


class Gives(StrEnum):
    """What the planes of the answer hold."""

    AB = "ab"
    AB_SIGNED = "ab-signed"
    AB_128 = "ab-128"
    AB_BYTES = "ab-bytes"
    RGB = "rgb"
    RGB_BYTES = "rgb-bytes"
    RGB_SIGNED = "rgb-signed"
    RGB_IMAGENET = "rgb-imagenet"
    LAB = "lab"
    SCORES = "scores"
    SHARES = "shares"

    @property
    def words(self) -> Sentence:
        """In the user's words."""
        return _GIVES[self]

    @property
    def planes(self) -> int:
        """How many planes that takes."""
        if self in (Gives.SCORES, Gives.SHARES):
            return BINS
        return 2 if self in _AB_SCALE else 3


class Hints(StrEnum):
    """How a network is told colours at points."""

    NONE = "none"
    #: Two inputs more: a*b*, and a plane that is 1 where there is a point.
    BESIDE = "beside"
    #: In one input with the lightness: a*b*, and a plane that is 110 where there is a point.
    JOINED = "joined"
    #: In one input with the lightness: a*b* / 110, and a plane that is +0.5 there and -0.5 elsewhere.
    JOINED_SIGNED = "joined-signed"
    #: Two more: Tintype's own planes (a m, b m, m) / 110 at a quarter of the size.
    OWN = "own"


#: The 313 bins of Zhang et al. 2016.
BINS: Final = 313
_AB_SCALE: Final = {
    Gives.AB: (1.0, 0.0),
    Gives.AB_SIGNED: (110.0, 0.0),
    Gives.AB_128: (128.0, 0.0),
    Gives.AB_BYTES: (1.0, -128.0),
}
_TAKES: Final = {
    Takes.GRAY: Sentence("gray from 0 to 1"),
    Takes.GRAY_BYTES: Sentence("gray from 0 to 255"),
    Takes.GRAY_SIGNED: Sentence("gray from −1 to 1"),
    Takes.GRAY_IMAGENET: Sentence("gray with ImageNet's mean taken off"),
    Takes.LIGHTNESS: Sentence("lightness L* from 0 to 100"),
    Takes.LIGHTNESS_CENTRED: Sentence("lightness L* from −50 to 50"),
    Takes.LIGHTNESS_UNIT: Sentence("lightness from 0 to 1"),
    Takes.LIGHTNESS_SIGNED: Sentence("lightness from −1 to 1"),
}
_GIVES: Final = {
    Gives.AB: Sentence("a* and b*"),
    Gives.AB_SIGNED: Sentence("a* and b* from −1 to 1, for 110"),
    Gives.AB_128: Sentence("a* and b* from −1 to 1, for 128"),
    Gives.AB_BYTES: Sentence("a* and b* from 0 to 255"),
    Gives.RGB: Sentence("red, green and blue from 0 to 1"),
    Gives.RGB_BYTES: Sentence("red, green and blue from 0 to 255"),
    Gives.RGB_SIGNED: Sentence("red, green and blue from −1 to 1"),
    Gives.RGB_IMAGENET: Sentence("red, green and blue with ImageNet's mean taken off"),
    Gives.LAB: Sentence("L*, a* and b*"),
    Gives.SCORES: Sentence("scores of 313 colours"),
    Gives.SHARES: Sentence("shares of 313 colours"),
}


@dataclass(frozen=True, slots=True)
class Convention:
    """All that a network's signature does not say.

    Attributes
    ----------
    side
        Of the input where its axes are free: of the short side, or of the square.
    grain
        Sides are multiples of this where axes are free.
    square
        Whether photos are stretched to a square although the axes are free.
    """

    takes: Takes
    gives: Gives
    hints: Hints = Hints.NONE
    side: int = 256
    grain: int = 32
    square: bool = False

    @property
    def words(self) -> Sentence:
        """In the user's words."""
        return Sentence("takes {taken}, gives {given}", taken=self.takes.words, given=self.gives.words)


def encode(lightness: FloatArray, takes: Takes, planes: int) -> FloatArray:
    """The input of a network.

    Parameters
    ----------
    lightness
        (h, w) float32 L* in [0, 100], at the input's size.

    Returns
    -------
    (1, planes, h, w) float32.
    """
    gray = np.clip(lightness_to_gray(lightness), 0.0, 1.0).astype(np.float32)
    match takes:
        case Takes.GRAY:
            plane = gray
        case Takes.GRAY_BYTES:
            plane = gray * 255.0
        case Takes.GRAY_SIGNED:
            plane = gray * 2.0 - 1.0
        case Takes.GRAY_IMAGENET:
            return ((gray[None] - IMAGENET_MEAN[:, None, None]) / IMAGENET_STD[:, None, None])[None, :planes]
        case Takes.LIGHTNESS:
            plane = lightness
        case Takes.LIGHTNESS_CENTRED:
            plane = lightness - 50.0
        case Takes.LIGHTNESS_UNIT:
            plane = lightness / 100.0
        case Takes.LIGHTNESS_SIGNED:
            plane = lightness / 50.0 - 1.0
    return np.ascontiguousarray(np.broadcast_to(plane, (1, planes, *plane.shape)), dtype=np.float32)


def decode(planes: FloatArray, gives: Gives) -> FloatArray:
    """The chroma of a network's answer, unless that is a distribution.

    Parameters
    ----------
    planes
        (C, h, w) float32.

    Returns
    -------
    (h, w, 2) float32 a*b*.
    """
    if gives in _AB_SCALE:
        factor, offset = _AB_SCALE[gives]
        ab = (planes + offset) * factor
    elif gives is Gives.LAB:
        ab = planes[1:]
    else:
        return rgb_to_lab(as_rgb(planes, gives))[..., 1:]
    # Lab of sRGB stays within this, and no screen shows other colours.
    return np.ascontiguousarray(np.clip(ab.transpose(1, 2, 0), -128.0, 128.0))


def as_rgb(planes: FloatArray, gives: Gives) -> FloatArray:
    """(h, w, 3) float32 sRGB in [0, 1] of an answer in red, green and blue."""
    image = np.ascontiguousarray(planes.transpose(1, 2, 0))
    match gives:
        case Gives.RGB_BYTES:
            image = image / 255.0
        case Gives.RGB_SIGNED:
            image = image * 0.5 + 0.5
        case Gives.RGB_IMAGENET:
            image = image * IMAGENET_STD + IMAGENET_MEAN
        case _:
            pass
    return np.clip(image, 0.0, 1.0)

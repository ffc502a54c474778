"""Looking at a photo: how much colour it has, and whether a plain mount or border surrounds it.

The thresholds were measured on colour photos and on gray, sepia and yellowed versions drawn from them
(docs/adr/0006-files-and-what-is-noticed.md and docs/experiments.md). Whether a gray photo is a negative
cannot be told well enough.
"""

from typing import Final

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import FloatArray, rgb_to_lab
from colorizer_gui.core.geometry.area_means import area_means
from colorizer_gui.core.photo.notice import ColorKind, PhotoNotice
from colorizer_gui.core.photo.photo import SampleArray

#: Long side of what is looked at, in pixels; small enough to average JPEG's errors out.
_COLOR_SIDE: Final = 64
_MOUNT_SIDE: Final = 400
#: Distance from the tint of pixels as light, in a*b*: on the average, and of the 2 % furthest away.
_MEAN_RESIDUAL: Final = 2.0
_HIGH_RESIDUAL: Final = 8.0
#: A strong tint that clips leaves more than that; it is none when one of these is exceeded: the average
#: distance, its share in the chroma, or how far hues point away from each other (1 is one hue).
_SURE_RESIDUAL: Final = 5.0
_SHARE_OF_CHROMA: Final = 0.17
_ONE_HUE: Final = 0.85
#: Added to the chroma in that share, for the noise of what has hardly any.
_NOISE: Final = 4.0
#: Chroma that half of the pixels of a tinted photo exceed.
_TINT: Final = 2.0
#: The tint is the running median of so many of the pixels, in the order of their lightness.
_WINDOW_SHARE: Final = 1 / 24

#: A row of a mount: 95 % of its pixels differ in L* by no more than this from the mount.
_PLAIN: Final = 4.0
#: The row where the picture begins: so much of it differs by more than that.
_STEP_SHARE: Final = 0.5
_STEP: Final = 8.0
#: Of the side: the narrowest and the widest border.
_LEAST_SHARE: Final = 0.015
_MOST_SHARE: Final = 0.35
_SAME_MOUNT: Final = 10.0

Box = tuple[int, int, int, int]


def notice_of(samples: SampleArray, lightness: FloatArray, chroma: FloatArray | None = None) -> PhotoNotice:
    """Look at a photo.

    Parameters
    ----------
    samples
        (H, W) or (H, W, 3) uint8 or uint16, as in the file.
    lightness
        (H, W) float32 L*.
    chroma
        (h, w, 2) a*b* of a smaller version, where the samples do not hold the colour.
    """
    if chroma is None and samples.ndim == 2:
        return PhotoNotice(ColorKind.NEUTRAL, find_mount(lightness))
    if chroma is None:
        scale = np.float32(1.0 / np.iinfo(samples.dtype).max)
        image_lab = rgb_to_lab(_shrunk(samples, _COLOR_SIDE).astype(np.float32) * scale)
    else:
        small = _shrunk(chroma, _COLOR_SIDE)
        light = area_means(lightness, *small.shape[:2])
        image_lab = np.dstack([light, small]).astype(np.float32)
    return PhotoNotice(color_kind(image_lab), find_mount(lightness))


def color_kind(image_lab: FloatArray) -> ColorKind:
    """Neutral, tinted or coloured, of a small (h, w, 3) L*a*b* version.

    A tint, whatever its course from the shadows to the lights, gives pixels of one lightness one chroma;
    what is left when that is taken away is colour. Where a tint clips, as that of strong sepia does, the
    mean of dark and bright pixels lies beside its course: what is left is large then, but small against
    the chroma, and all of one hue.
    """
    lightness, ab = image_lab[..., 0].ravel(), image_lab[..., 1:].reshape(-1, 2)
    chroma = np.hypot(ab[:, 0], ab[:, 1])
    tint = float(np.median(chroma))
    residual = _beside_the_tint(lightness, ab)
    mean = float(residual.mean())
    if mean > _MEAN_RESIDUAL and np.quantile(residual, 0.98) > _HIGH_RESIDUAL:
        one_hue = float(np.hypot(*ab.sum(axis=0)) / chroma.sum())
        share = mean / (float(chroma.mean()) + _NOISE)
        if share > _SHARE_OF_CHROMA or one_hue < _ONE_HUE or mean > _SURE_RESIDUAL:
            return ColorKind.COLORED
    return ColorKind.TINTED if tint > _TINT else ColorKind.NEUTRAL


def _beside_the_tint(lightness: FloatArray, ab: FloatArray) -> FloatArray:
    """Distance of each pixel's a*b* from those of pixels as light."""
    order = np.argsort(lightness, kind="stable")
    light, sorted_ab = lightness[order], ab[order]
    window = max(5, round(len(order) * _WINDOW_SHARE))
    centers = np.arange(0, len(order), max(1, window // 3))
    half = window // 2
    medians = np.array(
        [np.median(sorted_ab[max(0, center - half) : center + half + 1], axis=0) for center in centers]
    )
    tint = [np.interp(light, light[centers], medians[:, axis]) for axis in (0, 1)]
    return np.asarray(np.hypot(sorted_ab[:, 0] - tint[0], sorted_ab[:, 1] - tint[1]))


def find_mount(lightness: FloatArray) -> Box | None:
    """Top, bottom, left and right of the picture inside of a plain border on all four sides.

    A border within a border (the scanner's lid around a print's white edge) is followed inwards once.
    """
    small = _shrunk(lightness, _MOUNT_SIDE)
    outer = _inner_box(small)
    if outer is None:
        return None
    top, bottom, left, right = outer
    inner = _inner_box(small[top:bottom, left:right])
    if inner is not None:
        top, bottom, left, right = top + inner[0], top + inner[1], left + inner[2], left + inner[3]
    height, width = lightness.shape
    down, across = height / small.shape[0], width / small.shape[1]
    return (
        int(top * down),
        min(height, int(np.ceil(bottom * down))),
        int(left * across),
        min(width, int(np.ceil(right * across))),
    )


def _inner_box(small: FloatArray) -> Box | None:
    height, width = small.shape
    if min(height, width) < 32:
        return None
    depths, tones = [], []
    for side in (small, small[::-1], small.T, small.T[::-1]):
        found = _border(side)
        if found is None:
            return None
        depths.append(found[0])
        tones.append(found[1])
    if max(tones) - min(tones) > _SAME_MOUNT:
        return None
    top, bottom, left, right = depths[0], height - depths[1], depths[2], width - depths[3]
    edges = (
        small[top + 1, left:right],
        small[bottom - 2, left:right],
        small[top:bottom, left + 1],
        small[top:bottom, right - 2],
    )
    tone = float(np.median(tones))
    if any((np.abs(edge - tone) > _STEP).mean() < _STEP_SHARE for edge in edges):
        return None
    return top, bottom, left, right


def _border(rows: FloatArray) -> tuple[int, float] | None:
    """How many rows from the top belong to a plain border, and its lightness."""
    least, most = max(2, round(_LEAST_SHARE * len(rows))), int(_MOST_SHARE * len(rows))
    tone = float(np.median(rows[:least]))
    differences = np.quantile(np.abs(rows[: most + 1] - tone), 0.95, axis=1)
    unlike = np.flatnonzero(differences > _PLAIN)
    if not len(unlike) or unlike[0] < least:
        return None
    return int(unlike[0]), tone


def _shrunk(image: SampleArray | FloatArray, side: int) -> FloatArray:
    height, width = image.shape[:2]
    scale = min(1.0, side / max(height, width))
    size = max(1, round(height * scale)), max(1, round(width * scale))
    if image.dtype == np.float32:
        return area_means(np.asarray(image, dtype=np.float32), *size)
    return np.asarray(cv2.resize(image, size[::-1], interpolation=cv2.INTER_AREA))

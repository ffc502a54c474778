"""Colour points and areas that stay where they were put while a photo is turned, straightened or cropped."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from colorizer_gui.core.geometry.geometry import Geometry, Size
from colorizer_gui.core.guidance.colour_points import with_points
from colorizer_gui.core.prediction.prediction import Guidance
from colorizer_gui.core.prediction.reference import Swatch
from colorizer_gui.core.rendering.adjustments import (
    Adjustments,
    Areas,
    Look,
    Protection,
    areas_of,
    with_areas,
)
from colorizer_gui.core.rendering.touches import LARGEST, Touch

#: Of a swatch that is cut off, in shares of the photo.
_LEAST_SIDE: Final = 0.01


def following(guidance: Guidance | None, size: Size, before: Geometry, after: Geometry) -> Guidance | None:
    """The guidance of a photo that is shown with another geometry; places that are cut off are left out.

    Parameters
    ----------
    size
        Width and height of the photo without any geometry.
    """
    if guidance is None or before == after:
        return guidance
    reference = guidance.reference
    if reference is not None:
        moved = (_swatch_following(swatch, size, before, after) for swatch in reference.swatches)
        reference = replace(reference, swatches=tuple(each for each in moved if each is not None))
        guidance = replace(guidance, reference=reference)
    places = after.places(guidance.positions, size, before)
    # What lies on the edge may be a rounding error beyond it.
    stays = np.all((places > -1e-6) & (places < 1.0 + 1e-6), axis=1)
    if not stays.any():
        return with_points(guidance, ())
    return guidance.at(np.clip(places, 0.0, 1.0), stays)


def _swatch_following(swatch: Swatch, size: Size, before: Geometry, after: Geometry) -> Swatch | None:
    """The upright rectangle around where a swatch's corners are then, as far as the photo shows it."""
    left, top, right, bottom = swatch.photo
    corners = np.array([(left, top), (right, top), (left, bottom), (right, bottom)], dtype=np.float32)
    places = np.clip(after.places(corners, size, before), 0.0, 1.0)
    (left, top), (right, bottom) = places.min(axis=0).tolist(), places.max(axis=0).tolist()
    seen = right - left > _LEAST_SIDE and bottom - top > _LEAST_SIDE
    return Swatch((left, top, right, bottom), swatch.reference) if seen else None


def areas_following(adjustments: Adjustments, size: Size, before: Geometry, after: Geometry) -> Adjustments:
    """The settings of a photo that is shown with another geometry; gestures that are cut off are left out.

    Parameters
    ----------
    size
        Width and height of the photo without any geometry.
    """
    if adjustments.areas is None or before == after:
        return adjustments
    return _Following(size, before, after).adjustments(adjustments)


@dataclass(frozen=True, slots=True)
class _Following:
    """From one geometry to another."""

    size: Size
    before: Geometry
    after: Geometry

    def adjustments(self, adjustments: Adjustments) -> Adjustments:
        areas = areas_of(adjustments)
        regions = tuple(replace(each, touches=self._touches(each.touches)) for each in areas.regions)
        protections = tuple(map(self._protection, areas.protections))
        return with_areas(adjustments, Areas(regions, tuple(each for each in protections if each.touches)))

    def _protection(self, protection: Protection) -> Protection:
        look = protection.look
        if look is not None:
            guidance = following(look.guidance, self.size, self.before, self.after)
            look = Look(self.adjustments(look.adjustments), guidance, look.candidate)
        return replace(protection, touches=self._touches(protection.touches), look=look)

    def _touches(self, touches: tuple[Touch, ...]) -> tuple[Touch, ...]:
        return tuple(moved for touch in touches if (moved := self._touch(touch)) is not None)

    def _touch(self, touch: Touch) -> Touch | None:
        places = self.after.places(np.array(touch.path, dtype=np.float32), self.size, self.before)
        if touch.is_object:
            inside = np.all((places > -1e-6) & (places < 1.0 + 1e-6), axis=1)
            path = tuple((float(x), float(y)) for x, y in np.clip(places[inside], 0.0, 1.0))
            return replace(touch, path=path) if path else None
        shorter = min(self.before.result_size(self.size)) / min(self.after.result_size(self.size))
        radii = tuple(min(radius * shorter, LARGEST) for radius in touch.radii)
        if (places.max(axis=0) < 0.0 - max(radii)).any() or (places.min(axis=0) > 1.0 + max(radii)).any():
            return None
        path = tuple((float(x), float(y)) for x, y in np.clip(places, -1.0, 2.0))
        return replace(touch, path=path, radii=radii)

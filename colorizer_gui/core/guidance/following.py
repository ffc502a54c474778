"""Colour points and areas that stay where they were put while a photo is turned, straightened or cropped."""

from dataclasses import dataclass, replace

import numpy as np

from colorizer_gui.core.geometry.geometry import Geometry, Size
from colorizer_gui.core.prediction.prediction import Guidance
from colorizer_gui.core.rendering.adjustments import (
    Adjustments,
    Areas,
    Look,
    Protection,
    areas_of,
    with_areas,
)
from colorizer_gui.core.rendering.touches import LARGEST, Touch


def following(guidance: Guidance | None, size: Size, before: Geometry, after: Geometry) -> Guidance | None:
    """The guidance of a photo that is shown with another geometry; places that are cut off are left out.

    Parameters
    ----------
    size
        Width and height of the photo without any geometry.
    """
    if guidance is None or before == after:
        return guidance
    places = after.places(guidance.positions, size, before)
    # What lies on the edge may be a rounding error beyond it.
    stays = np.all((places > -1e-6) & (places < 1.0 + 1e-6), axis=1)
    if not stays.any():
        return None
    return guidance.at(np.clip(places, 0.0, 1.0), stays)


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

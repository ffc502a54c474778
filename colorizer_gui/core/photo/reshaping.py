"""A photo with a geometry: the one place where each of its parts follows it."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.geometry.geometry import AS_IT_IS, Geometry
from colorizer_gui.core.geometry.moving import moved
from colorizer_gui.core.photo.noticing import find_mount
from colorizer_gui.core.photo.photo import Photo


def with_geometry(photo: Photo, geometry: Geometry) -> Photo:
    """A photo as it is shown, saved and colorized with a geometry.

    Parameters
    ----------
    photo
        As its file shows it, without any geometry.
    """
    if geometry == AS_IT_IS:
        return photo
    lightness = moved(photo.lightness, geometry)
    if geometry.angle:
        np.clip(lightness, 0.0, 100.0, out=lightness)
    metadata = photo.metadata
    if geometry.turns % 2 and metadata.dpi is not None:
        metadata = replace(metadata, dpi=metadata.dpi[::-1])
    return replace(
        photo,
        lightness=lightness,
        alpha=None if photo.alpha is None else moved(photo.alpha, geometry),
        source_ab=None if photo.source_ab is None else moved(photo.source_ab, geometry),
        own_ab=None if photo.own_ab is None else _moved_chroma(photo.own_ab, geometry),
        metadata=metadata,
        notice=replace(photo.notice, mount=find_mount(lightness)),
        geometry=geometry,
        file_size=photo.file_size or photo.size,
    )


def _moved_chroma(ab: npt.NDArray[np.float16], geometry: Geometry) -> npt.NDArray[np.float16]:
    """Chroma of half precision, which OpenCV does not turn by an angle."""
    if not geometry.angle:
        return moved(ab, geometry)
    return moved(ab.astype(np.float32), geometry).astype(np.float16)


def turned(photo: Photo, turns: int) -> Photo:
    """A photo after so many quarter turns clockwise of what it shows, whatever its geometry is."""
    shown = with_geometry(photo, AS_IT_IS.turned(turns))
    return replace(shown, geometry=photo.geometry.turned(turns), file_size=photo.upright_size)


def may_be_turned(geometry: Geometry, part: int = 0) -> bool:
    """Whether nobody has decided how a photo is held.

    Parameters
    ----------
    part
        Which of several photos on one scan it is, from 1, which may lie askew; 0 for the whole file.
    """
    return not geometry.turns and not geometry.mirrored and (bool(part) or not geometry.angle)

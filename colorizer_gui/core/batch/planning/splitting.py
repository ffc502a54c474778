"""Scans with several photos on them: a request for each photo in the place of one for the scan."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path

from colorizer_gui.core.batch.jobs.job import JobRequest
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.geometry.geometry import AS_IT_IS, Geometry
from colorizer_gui.core.photo.several import find_outlines
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.photo_io.writing.naming import numbered


def split_scans(requests: Iterable[JobRequest]) -> tuple[JobRequest, ...]:
    """Look at each photo, and divide those that are several.

    A photo that cannot be read stays as it is: the run says what is wrong with it.
    """
    wanted = list(requests)
    taken = {request.target for request in wanted}
    divided = []
    for request in wanted:
        geometries = _geometries(request)
        if not geometries:
            divided.append(request)
        for number, geometry in enumerate(geometries, start=1):
            recipe = replace(
                request.recipe, reading=replace(request.recipe.reading, geometry=geometry), guidance=None
            )
            divided.append(replace(request, recipe=recipe, target=_target(request.target, number, taken)))
    return tuple(divided)


def _geometries(request: JobRequest) -> tuple[Geometry, ...]:
    """Of each photo on a scan; none where there are not several, or the recipe says already what to keep."""
    reading = request.recipe.reading
    if reading.geometry != AS_IT_IS:
        return ()
    try:
        photo = read_photo(request.source, reading)
    except PhotoReadError:
        return ()
    return tuple(outline.geometry(photo.size) for outline in find_outlines(photo.lightness))


def _target(target: Path, number: int, taken: set[Path]) -> Path:
    own = target.with_stem(f"{target.stem}-{number}")
    free = next(path for path in chain([own], numbered(own)) if path not in taken)
    taken.add(free)
    return free

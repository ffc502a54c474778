"""Scans with several photos on them: a request for each photo."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path

from colorizer_gui.core.batch.jobs.job import JobRequest
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.geometry.geometry import AS_IT_IS
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo.several import find_outlines
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.photo_io.writing.naming import numbered


def split_scans(requests: Iterable[JobRequest]) -> tuple[JobRequest, ...]:
    """Look at each photo, and put requests for its photos in the place of that for a scan.

    A photo that cannot be read stays as it is: the run says what is wrong with it.
    """
    wanted = list(requests)
    taken = {request.target for request in wanted}
    split: list[JobRequest] = []
    for request in wanted:
        if request.recipe.reading.geometry != AS_IT_IS:
            split.append(request)
            continue
        try:
            parts = divided(request, read_photo(request.source, request.recipe.reading), taken.copy)
        except PhotoReadError:
            parts = ()
        taken |= {part.target for part in parts}
        split += parts or (request,)
    return tuple(split)


def divided(
    request: JobRequest, photo: Photo, taken: Callable[[], Collection[Path]]
) -> tuple[JobRequest, ...]:
    """A request for each photo on a scan; none where there are not several.

    Of a photo whose recipe says already how it is turned and cropped there are never several.

    Parameters
    ----------
    photo
        As the request has it read.
    taken
        Answers the names that other results have; asked only for a scan with several photos.
    """
    recipe = request.recipe
    if recipe.reading.geometry != AS_IT_IS or request.part:
        return ()
    outlines = find_outlines(photo.lightness)
    names, requests = set(taken() if outlines else ()), []
    for number, outline in enumerate(outlines, start=1):
        own = request.target.with_stem(f"{request.target.stem}-{number}")
        target = next(path for path in chain([own], numbered(own)) if path not in names)
        names.add(target)
        reading = replace(recipe.reading, geometry=outline.geometry(photo.size))
        guidance = None if recipe.guidance is None else recipe.guidance.everywhere
        adjustments = recipe.adjustments.everywhere
        part = replace(recipe, reading=reading, guidance=guidance, adjustments=adjustments)
        requests.append(replace(request, recipe=part, target=target, part=number))
    return tuple(requests)

"""Where each result goes: the tree mirrored in the output folder, names by template, no two alike."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import Final

from colorizer_gui.core.batch.jobs.job import JobRequest
from colorizer_gui.core.batch.jobs.paths import absolute
from colorizer_gui.core.batch.jobs.recipe import Recipe
from colorizer_gui.core.batch.planning.originals import check_outside, linked_folders, source_folders
from colorizer_gui.core.batch.planning.photo_dates import photo_date
from colorizer_gui.core.batch.planning.scanning import FoundPhoto
from colorizer_gui.core.batch.planning.templates import NameFields, NameTemplate
from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io.formats import format_of_suffix
from colorizer_gui.core.photo_io.writing.naming import numbered

#: The formats that can be asked for; "same", which is none of them, keeps the source's.
FORMATS: Final = {
    "jpeg": (PhotoFormat.JPEG, ".jpg"),
    "png": (PhotoFormat.PNG, ".png"),
    "tiff": (PhotoFormat.TIFF, ".tif"),
    "webp": (PhotoFormat.WEBP, ".webp"),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What decides the results' places.

    Attributes
    ----------
    output
        The folder for all results.
    format_name
        "same", or one of `FORMATS`.
    model_name
        For the field ``{model}``.
    allow_inside
        Whether results may go into a folder that photos are taken from.
    numbers_stay
        Whether photos keep the numbers that they get now, whatever comes later: a run begins.
    models
        Folders whose photos are given to another network than that of the run, and its name.
    """

    output: Path
    template: NameTemplate
    format_name: str = "same"
    model_name: str = "tintype"
    allow_inside: bool = False
    numbers_stay: bool = False
    models: tuple[tuple[Path, str], ...] = ()

    def model_for(self, photo: Path) -> str:
        """The network of the innermost folder that has one of its own; empty for the run's."""
        path = absolute(photo)
        own = [(folder, name) for folder, name in self.models if path.is_relative_to(absolute(folder))]
        return max(own, key=lambda one: len(absolute(one[0]).parts))[1] if own else ""


def plan(
    photos: Sequence[FoundPhoto],
    wanted: Plan,
    recipe: Recipe,
    *,
    date_of: Callable[[Path], str] = photo_date,
) -> tuple[JobRequest, ...]:
    """Make a request of each photo.

    Raises
    ------
    PlanError
        When results would go into a folder that photos are taken from, unless that is allowed.
    """
    if not wanted.allow_inside:
        found = [(photo.path, photo.root) for photo in photos]
        check_outside(wanted.output, source_folders(found, linked_folders(found)))
    taken: set[str] = set()
    requests = []
    for photo, counter in zip(photos, _counters([photo.counter for photo in photos]), strict=True):
        model = wanted.model_for(photo.path)
        fields = NameFields(
            name=photo.path.stem,
            parent=absolute(photo.path).parent.name,
            date=date_of(photo.path) if "date" in wanted.template.fields else "",
            model=model or wanted.model_name,
            counter=counter,
        )
        part = f"-{photo.part}" if photo.part else ""
        name = wanted.template.file_name(fields, part + result_suffix(photo.path, wanted.format_name))
        target = _free(wanted.output / photo.inner_folder / name, taken)
        kept = counter if wanted.numbers_stay else photo.counter
        own = replace(recipe, model=model) if model else recipe
        requests.append(
            JobRequest(photo.path, target, own, photo.root, photo.size, counter=kept, part=photo.part)
        )
    return tuple(requests)


def _counters(given: Sequence[str]) -> list[str]:
    """A number for each photo: those that were given stay, the others follow the highest one in order."""
    digits = min((len(counter) for counter in given if counter), default=len(str(len(given))))
    following = count(max((int(counter) for counter in given if counter), default=0) + 1)
    return [counter or f"{next(following):0{digits}}" for counter in given]


def result_suffix(source: Path, format_name: str) -> str:
    """The suffix of a result; it stays where the format does, and is ``.png`` where there is none."""
    suffix = source.suffix if format_of_suffix(source) else ".png"
    if format_name not in FORMATS:
        return suffix
    wanted, usual = FORMATS[format_name]
    return suffix if format_of_suffix(source) is wanted else usual


def _free(target: Path, taken: set[str]) -> Path:
    """A name that no other photo of this plan has, on file systems without case as well."""
    name = next(path for path in chain([target], numbered(target)) if _key(path) not in taken)
    taken.add(_key(name))
    return name


def _key(path: Path) -> str:
    return unicodedata.normalize("NFC", str(path)).casefold()

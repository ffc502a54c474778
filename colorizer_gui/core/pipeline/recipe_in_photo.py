"""Taking up earlier work: the recipe that a colorized photo holds, and the source that it was made of."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.photo.notice import ColorKind
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import Glance, read_photo
from colorizer_gui.core.photo_io.metadata.xmp import name
from colorizer_gui.core.photo_io.metadata.xmp_scan import XmpError, scan
from colorizer_gui.core.photo_io.options import MAX_PIXELS, ReadOptions
from colorizer_gui.core.prediction.prediction import OWN_COLOURS
from colorizer_gui.core.recipe.recipe import SIDECAR_SUFFIX, Recipe, find_source, read_sidecar


def stored_recipe(photo: Photo) -> Recipe | None:
    """The recipe in a photo's XMP; None when Tintype did not make it.

    Raises
    ------
    PhotoReadError
        When the recipe is damaged, or one of a newer version.
    """
    if photo.metadata.xmp is None:
        return None
    try:
        text = scan(photo.metadata.xmp).text(name("tintype:Recipe"))
    except XmpError:
        return None
    return Recipe.from_json(text, str(photo.path)) if text else None


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What opening a file leads to.

    Attributes
    ----------
    photo
        The photo itself, or the original of a result.
    recipe
        How the result was made; None for any other photo.
    lost_original
        The name of a result's original, where that was not found and the photo is the result itself.
    """

    photo: Photo
    recipe: Recipe | None = None
    lost_original: str = ""


def take_up(path: Path, reading: ReadOptions, on_glance: Callable[[Glance], None] | None = None) -> Found:
    """Open a photo; of a result of Tintype, or its sidecar, the original with the recipe.

    Parameters
    ----------
    reading
        For a photo that is no result; of a result the recipe says page and negative.
    on_glance
        See `read_photo`; of a result, it is that which is seen.

    Raises
    ------
    PhotoReadError
    """
    if is_sidecar(path):
        return Found(*restore(path, reading.max_pixels))
    photo = read_photo(path, reading, on_glance)
    try:
        recipe = stored_recipe(photo)
    except PhotoReadError:
        return Found(photo)  # of a newer version, or damaged: a photo in colour like any other
    if recipe is None:
        return Found(photo)
    source = find_source(recipe, path.parent)
    if source is None:
        # Colour of one hue, made by Tintype, is colour and no tint.
        colored = photo.notice.color is not ColorKind.NEUTRAL
        return Found(replace(photo, had_color=colored), lost_original=recipe.source_name)
    return Found(read_photo(source, _reading(recipe, reading.max_pixels)), recipe)


def is_sidecar(path: Path) -> bool:
    """Whether a name is that of the recipe beside a result."""
    return path.name.lower().endswith(SIDECAR_SUFFIX)


def _reading(recipe: Recipe, max_pixels: int) -> ReadOptions:
    return ReadOptions(
        max_pixels=max_pixels,
        page=recipe.page,
        negative=recipe.negative,
        geometry=recipe.geometry,
        own_colours=recipe.candidate == OWN_COLOURS,
    )


def restore(path: Path, max_pixels: int = MAX_PIXELS) -> tuple[Photo, Recipe]:
    """Open the source of a result again, with all that was chosen for it.

    Parameters
    ----------
    path
        A colorized photo, or the recipe beside it.

    Raises
    ------
    PhotoReadError
        When there is no recipe, or the source is not where the result is, nor one folder above.
    """
    if is_sidecar(path):
        recipe: Recipe | None = read_sidecar(path)
    else:
        recipe = stored_recipe(read_photo(path))
    if recipe is None:
        raise PhotoReadError(
            '"{path}" holds no recipe of Tintype; open the original photo instead.', path=path
        )
    source = find_source(recipe, path.parent)
    if source is None:
        raise PhotoReadError(
            'The original "{name}" of "{path}" was not found unchanged; put it into the same folder.',
            name=recipe.source_name,
            path=path,
        )
    return read_photo(source, _reading(recipe, max_pixels)), recipe

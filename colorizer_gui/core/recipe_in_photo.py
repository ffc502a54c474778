"""Taking up earlier work: the recipe that a colorized photo holds, and the source that it was made of."""

from pathlib import Path

from colorizer_gui.core.errors import PhotoReadError
from colorizer_gui.core.photo import Photo
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.xmp import name
from colorizer_gui.core.photo_io.xmp_scan import XmpError, scan
from colorizer_gui.core.recipe import SIDECAR_SUFFIX, Recipe, find_source, read_sidecar


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


def restore(path: Path) -> tuple[Photo, Recipe]:
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
    if path.name.lower().endswith(SIDECAR_SUFFIX):
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
    return read_photo(source, ReadOptions(page=recipe.page, negative=recipe.negative)), recipe

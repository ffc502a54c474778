"""The recipe beside a result, written as carefully as the result itself."""

from pathlib import Path

from colorizer_gui.core.common.errors import PhotoWriteError
from colorizer_gui.core.photo_io.writing.publishing import flush_to_disk, publish, temporary_file
from colorizer_gui.core.photo_io.writing.writing import write_problem
from colorizer_gui.core.recipe.recipe import Recipe, sidecar_path


def write_sidecar(result: Path, recipe: Recipe) -> Path:
    """Write the recipe of a saved photo; no file is overwritten.

    Raises
    ------
    PhotoWriteError
    """
    target = sidecar_path(result)
    try:
        with temporary_file(target.parent) as (temporary, stream):
            stream.write(recipe.to_json(indent=2).encode())
            flush_to_disk(stream)
            stream.close()
            return publish(temporary, target)
    except OSError as exc:
        raise PhotoWriteError(write_problem(target, exc)) from exc

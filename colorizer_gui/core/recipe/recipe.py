"""Recipes: all that is needed to make a result again from its source; kept in the result and beside it."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.common.plain_data import PlainDataError, from_plain, to_plain
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.core.geometry.geometry import AS_IT_IS, Geometry
from colorizer_gui.core.prediction.prediction import FIRST_READING, Guidance, ModelIdentity
from colorizer_gui.core.rendering.adjustments import Adjustments

#: What is added to a result's name.
SIDECAR_SUFFIX: Final = ".tintype.json"
FORMAT: Final = 1
_MAX_BYTES: Final = 64 << 20


@dataclass(frozen=True, slots=True, eq=False)
class Recipe:
    """How a result was made.

    Attributes
    ----------
    source_name, source_sha256
        File name (without its folder) and hash of the source; empty for a pasted picture.
    model
        The weights that predicted, or None when they are not known.
    adjustments, guidance
        What the user asked for; points lie in the photo as `geometry` shows it.
    page
        The page of the source, counted from 0.
    negative
        Whether the source was read as a negative.
    geometry
        How the source was turned, straightened and cropped, after EXIF's orientation. It is only in the text
        where it changes something, so that earlier versions open all other recipes.
    ignore_mount
        Whether a mount that was noticed stayed without colour.
    candidate
        Which of several colorizations was taken (`candidates.Reading`).
    software
        Version of Tintype that made it.
    """

    source_name: str = ""
    source_sha256: str = ""
    model: ModelIdentity | None = None
    adjustments: Adjustments = field(default_factory=Adjustments)
    guidance: Guidance | None = None
    page: int = 0
    negative: bool = False
    geometry: Geometry = AS_IT_IS
    ignore_mount: bool = True
    candidate: str = FIRST_READING
    software: str = VERSION

    def to_json(self, *, indent: int | None = None) -> str:
        """The text that `from_json` reads."""
        values = {"tintype": FORMAT, **to_plain(self)}
        if self.geometry == AS_IT_IS:
            del values["geometry"]
        text = json.dumps(values, ensure_ascii=False, indent=indent)
        # File names of POSIX can hold what is no text; JSON's escapes carry that.
        return text if _is_text(text) else json.dumps(values, indent=indent)

    @classmethod
    def from_json(cls, text: str, name: str = "recipe") -> "Recipe":
        """Read a recipe.

        Parameters
        ----------
        name
            Of the file, for the message.

        Raises
        ------
        PhotoReadError
            When the text is no recipe, or one of a newer version of Tintype.
        """
        try:
            values = json.loads(text)
        except (ValueError, RecursionError) as exc:
            raise PhotoReadError('The recipe "{name}" is damaged; choose another file.', name=name) from exc
        if not isinstance(values, dict) or values.pop("tintype", None) != FORMAT:
            raise PhotoReadError(
                '"{name}" is no recipe of this version of Tintype; choose another file.', name=name
            )
        try:
            return from_plain(cls, values, "the recipe")
        except PlainDataError as exc:
            raise PhotoReadError(
                'The recipe "{name}" cannot be followed ({reason}); perhaps a newer version of Tintype '
                "made it.",
                name=name,
                reason=exc.sentence,
            ) from exc


def sidecar_path(result: Path) -> Path:
    """Where the recipe of a saved photo lies: ``photo.jpg.tintype.json`` beside ``photo.jpg``."""
    return result.with_name(result.name + SIDECAR_SUFFIX)


def read_sidecar(path: Path) -> Recipe:
    """Read a recipe file.

    Raises
    ------
    PhotoReadError
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise PhotoReadError('"{path}" is too large for a recipe; choose another file.', path=path)
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as exc:
        raise PhotoReadError(
            'The recipe "{path}" could not be read; check its name and folder.', path=path
        ) from exc
    return Recipe.from_json(text, str(path))


def find_source(recipe: Recipe, folder: Path) -> Path | None:
    """The photo that a recipe belongs to, in a folder or the one above it, proved by its hash."""
    name = Path(recipe.source_name).name
    if not name or not recipe.source_sha256:
        return None
    for place in (folder, folder.parent):
        candidate = place / name
        try:
            if file_sha256(candidate) == recipe.source_sha256:
                return candidate
        except OSError:
            continue
    return None


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True

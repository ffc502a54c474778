"""What the workers of the open photos answer: frozen, so that two threads may look at it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo.several import Outline
from colorizer_gui.core.pipeline.stored_session import StoredPhoto
from colorizer_gui.core.prediction.candidates import Candidate
from colorizer_gui.core.prediction.prediction import Prediction
from colorizer_gui.core.recipe.recipe import Recipe


@dataclass(frozen=True, slots=True, eq=False)
class PathsListed:
    """Photos that were found.

    Attributes
    ----------
    empty
        The folders that hold none.
    work
        What was done before to those that were worked on.
    parts
        The photos of scans that were split before.
    """

    paths: tuple[Path, ...]
    empty: tuple[Path, ...]
    work: Mapping[Path, StoredPhoto] = field(default_factory=dict)
    parts: Mapping[Path, tuple[StoredPhoto, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class SessionFound:
    """Photos of a session that are there, the one that was shown among them, and those that are not.

    Attributes
    ----------
    pictures
        Those that were pasted, by the path where they are kept.
    """

    photos: tuple[StoredPhoto, ...]
    shown: StoredPhoto | None
    missing: tuple[Path, ...]
    pictures: Mapping[Path, QImage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Glanced:
    """A small gray picture of a photo that is still to be read, and how large the photo is."""

    image: QImage
    size: QSize


@dataclass(frozen=True, slots=True, eq=False)
class OutlinesFound:
    """Where photos lie on a scan.

    Attributes
    ----------
    outlines
        None where there are not several.
    picture
        A small gray picture of the scan.
    size
        Width and height of the scan, to which outlines refer.
    """

    outlines: tuple[Outline, ...]
    picture: QImage
    size: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class PhotoLoaded:
    """A photo in memory with pictures of it.

    Attributes
    ----------
    recipe
        The work that was found with it; the photo is then its original.
    lost_original
        The name of the original that the photo was made of by Tintype, where it was not found.
    work
        What was done before to the original that a recipe led to.
    """

    photo: Photo
    preview: QImage
    thumbnail: QImage
    recipe: Recipe | None = None
    lost_original: str = ""
    work: StoredPhoto | None = None


@dataclass(frozen=True, slots=True, eq=False)
class FoundInColor:
    """A photo was not colorized, since it is in colour already and nobody said that it should be."""


@dataclass(frozen=True, slots=True, eq=False)
class PhotoColorized:
    """Predicted chroma, and a small picture in colour."""

    prediction: Prediction
    thumbnail: QImage


@dataclass(frozen=True, slots=True, eq=False)
class ColoursSuggested:
    """(n, 2) a*b* for a point, the likeliest first; n may be 0."""

    colours: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class TurnFound:
    """Quarter turns clockwise that put a photo upright; 0 where it stands so, or nobody can tell."""

    turns: int


@dataclass(frozen=True, slots=True, eq=False)
class CandidatesMade:
    """Several colorizations, each with a small picture."""

    candidates: tuple[Candidate, ...]
    thumbnails: tuple[QImage, ...]

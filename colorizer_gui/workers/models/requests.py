"""What may be asked about networks, and what is answered; see `workers.requests`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QImage

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.foreign.card import ModelCard
from colorizer_gui.core.foreign.conventions import Convention
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.prediction.prediction import Colorizer, Guidance, Prediction
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.workers.requests import Request


class ModelDesk(Protocol):
    """Where networks are opened; made in the worker's thread, since PyTorch comes with it."""

    def add(self, path: Path, convention: Convention | None) -> ModelCard:
        """Try a network and put it on the shelf.

        Raises
        ------
        UnknownModelError, ColorizationError
        """
        ...

    def check(self, card: ModelCard) -> ModelCard:
        """Whether a network is what it was, and works.

        Raises
        ------
        ColorizationError
        """
        ...

    def tried(
        self, path: Path, conventions: Sequence[Convention], lightness: FloatArray
    ) -> Iterator[Prediction | None]:
        """A prediction under each convention; None where there is none.

        Raises
        ------
        ColorizationError
        """
        ...

    def open(self, model: Path | None) -> Colorizer:
        """A network; None is Tintype's own.

        Raises
        ------
        ColorizationError
        """
        ...


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class AddModelRequest(Request):
    """Put a network on the shelf; answered by its `ModelCard`, or by `ModelUnknown`."""

    path: Path
    convention: Convention | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ModelUnknown:
    """The user has to say what a network takes and gives; the likeliest guess is the first."""

    path: Path
    guesses: tuple[Convention, ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CheckModelRequest(Request):
    """Look whether a network works; answered by its new `ModelCard`."""

    card: ModelCard


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TryModelRequest(Request):
    """Draw a photo under each guess; reported one by one as `Drawn`.

    Attributes
    ----------
    photo
        None for one of the samples that come with Tintype.
    """

    path: Path
    guesses: tuple[Convention, ...]
    photo: Photo | None
    long_side: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CompareRequest(Request):
    """Colorize a photo with several networks; reported one by one as `Drawn`.

    Attributes
    ----------
    models
        None is Tintype's own network.
    taken
        Whether the colour is wanted for the photo, and not only to be looked at.
    """

    models: tuple[Path | None, ...]
    photo: Photo
    long_side: int
    thumbnail_side: int
    adjustments: Adjustments = field(default_factory=Adjustments)
    guidance: Guidance | None = None
    ignore_mount: bool = True
    taken: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """One of several pictures is there, or could not be made.

    Attributes
    ----------
    index
        Its place in the request.
    image, thumbnail, prediction
        None when it could not be made.
    problem
        Why; empty when all is well.
    """

    index: int
    image: QImage | None = None
    thumbnail: QImage | None = None
    prediction: Prediction | None = None
    problem: str = ""

"""The way of one photo from file to file, shared by the window and the command line.

Each step looks at the cancel token first; the caller decides in which thread the steps run.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from colorizer_gui.core.adjustments import Adjustments
from colorizer_gui.core.cancellation import CancelToken
from colorizer_gui.core.chroma import Chroma
from colorizer_gui.core.photo import Photo
from colorizer_gui.core.photo_io import WriteOptions, read_photo, write_photo
from colorizer_gui.core.prediction import Colorizer, Guidance, Prediction
from colorizer_gui.core.rendering import Recomposition


class Stage(StrEnum):
    """Where the work on a photo is."""

    READING = "reading"
    PREDICTING = "predicting"
    RENDERING = "rendering"
    WRITING = "writing"


def _ignore(_stage: Stage) -> None:
    """Report progress to nobody."""


@dataclass(frozen=True, slots=True, eq=False)
class ColorizedPhoto:
    """A photo with its predicted colour; cheap to keep, since only the small chroma is added."""

    photo: Photo
    prediction: Prediction

    def recomposition(self) -> Recomposition:
        """Full-resolution lightness and the chroma that goes with it."""
        lightness, prediction = self.photo.lightness, self.prediction
        return Recomposition(lightness, Chroma(lightness, prediction.ab, prediction.stations))


def colorize_photo(
    photo: Photo,
    colorizer: Colorizer,
    *,
    guidance: Guidance | None = None,
    token: CancelToken | None = None,
    on_stage: Callable[[Stage], None] = _ignore,
) -> ColorizedPhoto:
    """Predict the colour of a photo that is in memory.

    Raises
    ------
    InferenceError, Cancelled
    """
    token = token or CancelToken()
    token.raise_if_cancelled()
    on_stage(Stage.PREDICTING)
    prediction = colorizer.predict_ab(photo.lightness, guidance)
    token.raise_if_cancelled()
    return ColorizedPhoto(photo, prediction)


def save_colorized(
    colorized: ColorizedPhoto,
    target: Path,
    adjustments: Adjustments,
    *,
    options: WriteOptions | None = None,
    token: CancelToken | None = None,
    on_stage: Callable[[Stage], None] = _ignore,
) -> Path:
    """Render at full resolution and write; a name that exists gets a number.

    Returns
    -------
    Where the photo was written.

    Raises
    ------
    PhotoWriteError, Cancelled
    """
    token = token or CancelToken()
    token.raise_if_cancelled()
    on_stage(Stage.RENDERING)
    image = colorized.recomposition().image(adjustments, depth=colorized.photo.depth, token=token)
    token.raise_if_cancelled()
    on_stage(Stage.WRITING)
    return write_photo(target, image, colorized.photo, options=options or WriteOptions())


def colorize_file(
    source: Path,
    target: Path,
    colorizer: Colorizer,
    adjustments: Adjustments,
    *,
    options: WriteOptions | None = None,
    token: CancelToken | None = None,
    on_stage: Callable[[Stage], None] = _ignore,
) -> Path:
    """Read, predict, render and write one photo; see the steps for what they raise."""
    token = token or CancelToken()
    token.raise_if_cancelled()
    on_stage(Stage.READING)
    photo = read_photo(source)
    colorized = colorize_photo(photo, colorizer, token=token, on_stage=on_stage)
    return save_colorized(colorized, target, adjustments, options=options, token=token, on_stage=on_stage)

"""The way of one photo from file to file, shared by the window and the command line.

Each step looks at the cancel token first; the caller decides in which thread the steps run.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.memory import give_back_memory
from colorizer_gui.core.guidance.area_selection import AreaSelector
from colorizer_gui.core.guidance.guide import Guide
from colorizer_gui.core.photo.photo import BitDepth, Photo, SampleArray
from colorizer_gui.core.photo_io import (
    Publication,
    ReadOptions,
    WriteOptions,
    read_photo,
    write_photo,
    write_sidecar,
)
from colorizer_gui.core.pipeline.kept_chroma import KeptChroma, chroma_of, own_colours_of
from colorizer_gui.core.prediction.prediction import (
    FIRST_READING,
    OWN_COLOURS,
    Colorizer,
    Guidance,
    Prediction,
)
from colorizer_gui.core.recipe.recipe import Recipe
from colorizer_gui.core.recipe.result_label import ResultLabel
from colorizer_gui.core.rendering.adjustments import Adjustments, looks_of
from colorizer_gui.core.rendering.masks import Masks
from colorizer_gui.core.rendering.own_colours import HalfArray
from colorizer_gui.core.rendering.rendering import Recomposition

#: Pixels from which on a photo's memory is worth the milliseconds of giving back what is free.
_LARGE: Final = 16_000_000


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
    """A photo with its predicted colour; cheap to keep, since only the small chroma is added.

    Attributes
    ----------
    guidance, ignored_mount
        How it was predicted; see `colorize_photo`.
    """

    photo: Photo
    prediction: Prediction
    guidance: Guidance | None = None
    ignored_mount: bool = True

    def recomposition(self) -> Recomposition:
        """Full-resolution lightness and the chroma that goes with it."""
        return recomposition_of(self.photo.lightness, self.prediction, own_ab=self.photo.own_ab)


def is_up_to_date(
    prediction: Prediction, guidance: Guidance | None, candidate: str, adjustments: Adjustments
) -> bool:
    """Whether a prediction is the one that is wanted, and has those of all that is protected."""
    kept = ((look.guidance, look.candidate) for look in looks_of(adjustments))
    return prediction.is_as_wanted(guidance, candidate) and all(prediction.as_it_was(*each) for each in kept)


def recomposition_of(
    lightness: FloatArray,
    prediction: Prediction,
    before: Recomposition | None = None,
    own_ab: HalfArray | None = None,
) -> Recomposition:
    """Lightness of any size and the colour that goes with it, areas and all.

    Parameters
    ----------
    lightness
        (H, W) float32 L*.
    before
        Of the same lightness with another prediction; what depends on the lightness alone is taken over.
    own_ab
        `Photo.own_ab`.
    """
    earlier = None if before is None or not isinstance(before.kept, KeptChroma) else before.kept
    own = own_colours_of(own_ab, earlier)
    chroma = chroma_of(lightness, prediction, own, None if before is None else before.chroma)
    masks = None if before is None else before.masks
    select = None if masks is None else masks.select
    if masks is None or not isinstance(select, AreaSelector) or not select.holds_for(prediction):
        masks = Masks(chroma, AreaSelector(lightness, prediction))
    kept = KeptChroma(prediction, chroma, own, earlier)
    if before is None:
        return Recomposition(lightness, chroma, masks, kept)
    return before.recoloured(chroma, masks, kept)


def colorize_photo(
    photo: Photo,
    colorizer: Colorizer,
    *,
    guidance: Guidance | None = None,
    ignore_mount: bool = True,
    candidate: str = FIRST_READING,
    adjustments: Adjustments | None = None,
    guide: Guide | None = None,
    token: CancelToken | None = None,
    on_stage: Callable[[Stage], None] = _ignore,
) -> ColorizedPhoto:
    """Predict the colour of a photo that is in memory.

    Parameters
    ----------
    ignore_mount
        Whether a mount that was noticed is kept from the network and stays without colour.
    candidate
        Which of several colorizations is wanted (`candidates.Reading`); the predicted one where the
        colorizer has no such other.
    adjustments
        Say which places are to be kept as they were; they have predictions of their own. Their areas may be
        objects, which are then looked for.
    guide
        Remembers what was predicted for this photo before; without one nothing is looked for that only
        later points or areas would need (`Guide.finds`).

    Raises
    ------
    InferenceError, Cancelled
    """
    token = token or CancelToken()
    token.raise_if_cancelled()
    on_stage(Stage.PREDICTING)
    adjustments = adjustments or Adjustments()
    guide = guide or Guide(finds=adjustments.areas is not None)
    mount = photo.notice.mount if ignore_mount else None

    def predicted(guidance: Guidance | None, candidate: str) -> Prediction:
        made = guide.predict(
            colorizer, photo.lightness, guidance, mount=mount, candidate=candidate, own_ab=photo.own_ab
        )
        return replace(made, guidance=guidance)

    prediction = predicted(guidance, candidate)
    for look in looks_of(adjustments):
        token.raise_if_cancelled()
        if prediction.as_it_was(look.guidance, look.candidate) is None:
            other = replace(predicted(look.guidance, look.candidate), distribution=None)
            if look.candidate == OWN_COLOURS:
                other = replace(other, candidate=OWN_COLOURS)  # also where the photo has no colours any more
            prediction = replace(prediction, kept=(*prediction.kept, other))
    token.raise_if_cancelled()
    return ColorizedPhoto(photo, prediction, guidance, ignore_mount)


class RenderedPixels:
    """The pixels of a colorized photo, rendered when they are written: the whole is never in memory."""

    def __init__(
        self, colorized: ColorizedPhoto, adjustments: Adjustments, options: WriteOptions, token: CancelToken
    ) -> None:
        self._recomposition = colorized.recomposition()
        self._adjustments = adjustments
        self._token = token
        self.shape = colorized.photo.lightness.shape
        # Another colour space is computed from 16 bits, whatever is written in the end.
        wanted = options.depth or colorized.photo.depth
        self.depth: BitDepth = 16 if options.profile == "source" else wanted

    def prepare(self) -> None:
        """Do what comes before the first row."""
        self.rows(slice(0, 1))

    def rows(self, rows: slice) -> SampleArray:
        """See `PixelSource`.

        Raises
        ------
        Cancelled
        """
        self._token.raise_if_cancelled()
        return self._recomposition.strip(rows, self._adjustments, self.depth)


def recipe_of(colorized: ColorizedPhoto, adjustments: Adjustments) -> Recipe:
    """All that is needed to make the result again."""
    photo = colorized.photo
    return Recipe(
        source_name="" if photo.path is None else photo.path.name,
        source_sha256=photo.sha256,
        model=colorized.prediction.model,
        adjustments=adjustments,
        guidance=colorized.guidance,
        page=photo.page,
        negative=photo.negative,
        geometry=photo.geometry,
        ignore_mount=colorized.ignored_mount,
        candidate=colorized.prediction.candidate,
    )


def save_colorized(
    colorized: ColorizedPhoto,
    target: Path,
    adjustments: Adjustments,
    *,
    options: WriteOptions | None = None,
    label: ResultLabel | None = None,
    publication: Publication | None = None,
    token: CancelToken | None = None,
    on_stage: Callable[[Stage], None] = _ignore,
) -> Path:
    """Render at full resolution and write; a name that exists gets a number.

    Parameters
    ----------
    label
        What the file says about itself; by default source, model and settings, and the source's caption.

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
    if colorized.photo.lightness.size >= _LARGE:
        give_back_memory()  # what reading and the network took
    options = options or WriteOptions()
    label = label or ResultLabel(recipe_of(colorized, adjustments))
    pixels = RenderedPixels(colorized, adjustments, options, token)
    pixels.prepare()
    on_stage(Stage.WRITING)
    written = write_photo(
        target, pixels, colorized.photo, options=options, label=label, publication=publication
    )
    if options.sidecar:
        write_sidecar(written, label.recipe)
    return written


def colorize_file(
    source: Path,
    target: Path,
    colorizer: Colorizer,
    adjustments: Adjustments,
    *,
    options: WriteOptions | None = None,
    reading: ReadOptions | None = None,
    label: ResultLabel | None = None,
    token: CancelToken | None = None,
    on_stage: Callable[[Stage], None] = _ignore,
) -> Path:
    """Read, predict, render and write one photo; see the steps for what they raise."""
    token = token or CancelToken()
    token.raise_if_cancelled()
    on_stage(Stage.READING)
    photo = read_photo(source, reading)
    colorized = colorize_photo(photo, colorizer, adjustments=adjustments, token=token, on_stage=on_stage)
    return save_colorized(
        colorized, target, adjustments, options=options, label=label, token=token, on_stage=on_stage
    )

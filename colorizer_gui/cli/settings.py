"""The words of the command line that say how photos are read, coloured and written."""

import argparse
from dataclasses import replace
from pathlib import Path

from colorizer_gui.core.batch import PlanError, Recipe
from colorizer_gui.core.common.errors import ColorizationError, PhotoReadError
from colorizer_gui.core.guidance.reference.picture import reference_of
from colorizer_gui.core.photo_io import ReadOptions, WriteOptions, read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.prediction.prediction import OWN_COLOURS, Guidance, reference_in, with_reference
from colorizer_gui.core.prediction.reference import Matching
from colorizer_gui.core.recipe.recipe import Recipe as SavedRecipe
from colorizer_gui.core.recipe.recipe import read_sidecar
from colorizer_gui.core.recipe.result_label import SourceType
from colorizer_gui.core.rendering.adjustments import Adjustments, cleaned_at_first


def recipe_of_words(options: argparse.Namespace) -> Recipe:
    """Put the settings of `tintype colorize` together.

    Raises
    ------
    PlanError
        When the recipe cannot be read.
    """
    write = WriteOptions(
        webp_lossless=options.lossless,
        depth=options.depth,
        tiff_compression=options.tiff_compression,
        profile=options.profile,
        dpi=None if options.dpi is None else (float(options.dpi), float(options.dpi)),
        mark=options.mark,
        sidecar=options.sidecar,
    )
    if options.quality is not None:
        write = replace(write, quality=options.quality)
    return replace(coloring_of_words(options), options=write)


def coloring_of_words(options: argparse.Namespace) -> Recipe:
    """All but how files are written; what is typed counts more than what a recipe says.

    Raises
    ------
    PlanError
        When the recipe cannot be read.
    """
    saved = SavedRecipe() if options.recipe is None else _saved(options.recipe)
    adjustments: Adjustments = saved.adjustments
    if options.saturation is not None:
        adjustments = replace(adjustments, saturation=options.saturation / 100)
    keeps_colours = options.keep_colours or saved.candidate == OWN_COLOURS
    return Recipe(
        adjustments=_cleaned(adjustments, options, keeps_colours, saved.candidate),
        reading=ReadOptions(
            max_pixels=options.max_megapixels * 1_000_000,
            page=max(options.page - 1, saved.page),
            negative=options.negative or saved.negative,
            geometry=saved.geometry,
            own_colours=keeps_colours,
        ),
        guidance=_guidance(saved.guidance, options),
        guided=saved.source_sha256,
        candidate=OWN_COLOURS if keeps_colours else saved.candidate,
        ignore_mount=saved.ignore_mount and not options.colorize_mount,
        caption=options.caption,
        source_type=SourceType[options.source_type.upper()],
    )


def _cleaned(
    adjustments: Adjustments, options: argparse.Namespace, keeps_colours: bool, candidate: str
) -> Adjustments:
    """With the noise of kept colours cleaned as far as was typed; all of it, where nothing says how far.

    Raises
    ------
    PlanError
        When no colours are kept.
    """
    if options.colour_noise is None:
        is_new = keeps_colours and candidate != OWN_COLOURS
        return cleaned_at_first(adjustments) if is_new else adjustments
    if not keeps_colours:
        raise PlanError("No colours are kept whose noise could be cleaned; add --keep-colours.")
    return replace(adjustments, colour_noise=options.colour_noise / 100)


def _guidance(saved: Guidance | None, options: argparse.Namespace) -> Guidance | None:
    """What a recipe says, with the reference photo, its matching and strength as far as they were typed.

    Raises
    ------
    PlanError
        When the photo cannot be read or has no colours.
    """
    reference = reference_in(saved)
    if options.reference is not None:
        try:
            reference = reference_of(read_photo(options.reference))
        except ColorizationError as exc:
            raise PlanError(str(exc)) from exc
    if reference is None:
        if options.reference_strength is not None or options.reference_by is not None:
            raise PlanError("There is no reference photo; name one with --reference.")
        return saved
    if options.reference_strength is not None:
        reference = replace(reference, strength=options.reference_strength / 100)
    if options.reference_by is not None:
        reference = replace(reference, matching=Matching(options.reference_by))
    return with_reference(saved, reference)


def _saved(path: Path) -> SavedRecipe:
    try:
        if path.suffix.lower() == ".json":
            return read_sidecar(path)
        found = stored_recipe(read_photo(path))
    except PhotoReadError as exc:
        raise PlanError(str(exc)) from exc
    if found is None:
        raise PlanError(
            '"{path}" holds no recipe; choose a photo that Tintype colorized, or a .json file.', path=path
        )
    return found

"""`tintype export`: the colour of one photo alone, as a layer or as planes, without a window."""

import argparse
import logging
import sys
from pathlib import Path

from colorizer_gui.cli.printing import printable
from colorizer_gui.cli.settings import coloring_of_words
from colorizer_gui.core.batch import PlanError
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.photo_io import need_sentence, read_photo
from colorizer_gui.core.pipeline.layer_export import (
    LAYER_SUFFIXES,
    PLANES_SUFFIXES,
    save_color_layer,
    save_lab_planes,
)
from colorizer_gui.core.pipeline.pipeline import colorize_photo, recipe_of
from colorizer_gui.core.prediction.prediction import Colorizer
from colorizer_gui.core.recipe.result_label import ResultLabel


def run(options: argparse.Namespace) -> int:
    """Do what the command line asks for; the answer is the exit code (see `cli.main`)."""
    logging.getLogger("tifffile").setLevel(logging.CRITICAL)
    try:
        _check_name(options.output, LAYER_SUFFIXES if options.what == "layer" else PLANES_SUFFIXES)
        written = export(options, _load(options.device, options.weights))
    except PlanError as exc:
        print(printable(f"error: {exc}"), file=sys.stderr)
        return 2
    except ColorizationError as exc:
        print(printable(f"error: {exc}"), file=sys.stderr)
        return 1
    print(printable(str(written)))
    return 0


def export(options: argparse.Namespace, colorizer: Colorizer) -> Path:
    """Read, predict and write; the answer is the file that was written.

    Raises
    ------
    ColorizationError
    """
    coloring = coloring_of_words(options)
    need = need_sentence(options.photo)
    if need is not None:
        print(printable(f"note: {need}"), file=sys.stderr)
    photo = read_photo(options.photo, coloring.reading)
    adjustments = coloring.adjustments_for(photo.sha256)
    colorized = colorize_photo(
        photo,
        colorizer,
        guidance=coloring.guidance_for(photo.sha256),
        ignore_mount=coloring.ignore_mount,
        candidate=coloring.candidate_for(photo.sha256),
        adjustments=adjustments,
    )
    recipe = recipe_of(colorized, adjustments)
    label = ResultLabel(recipe, coloring.caption, coloring.source_type)
    save = save_color_layer if options.what == "layer" else save_lab_planes
    return save(colorized, options.output, adjustments, label=label)


def _check_name(output: Path, suffixes: frozenset[str]) -> None:
    if output.suffix.lower() not in suffixes:
        raise PlanError(
            'The file "{output}" cannot be written; its name has to end in {suffixes}.',
            output=output,
            suffixes=", ".join(sorted(suffixes)),
        )


def _load(device: str, weights: Path | None) -> Colorizer:
    from colorizer_gui.core.foreign.opening import licence_notice, open_colorizer

    notice = licence_notice(weights)
    if notice:
        print(printable(notice), file=sys.stderr)
    return open_colorizer(weights, device)

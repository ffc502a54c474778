"""What each command does with its flags; everything heavy is imported when it is needed."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from model_training.evaluation.methods import Variants

#: The recipe of those who name none.
FINE_TUNE: Final = "fine-tune"


def run_prepare(options: argparse.Namespace) -> None:
    """See `cli`."""
    from model_training.common.progress import Progress
    from model_training.data.late_categories import add_categories
    from model_training.data.prepare import prepare

    if options.categories_only:
        categories = add_categories(options.sources, options.out)
        print(f"{len(categories.rows)} photos of the categories {', '.join(categories.names)}")
        return
    with Progress(unit="photo") as bar:
        report = prepare(options.sources, options.out, progress=bar.to)
    print(report.summary())


def run_train(options: argparse.Namespace) -> None:
    """See `cli`."""
    from colorizer_gui.core.color.conversion import ColorSpace
    from model_training.common.processor import keep_freed_memory
    from model_training.recipe.recipe import Recipe
    from model_training.recipe.values import RecipeError

    if options.finish_in and not options.resume:
        raise RecipeError("--finish-in ends a run that is there already; add --resume.")
    if options.recipe or not options.resume:
        Recipe.load(options.recipe or FINE_TUNE)  # a mistake is said before torch is imported
    keep_freed_memory()  # before torch allocates anything
    from model_training.common.progress import Progress
    from model_training.runs.run_folder import recipe_of
    from model_training.runs.start import starting_tensors
    from model_training.training.job import (
        PREPARED,
        RELEASE,
        Destination,
        finish,
        fit_to_start,
        in_color_space,
        prepared,
        stopped_while_preparing,
    )
    from model_training.training.setup import processes
    from model_training.training.trainer import train

    destination = Destination.of(options.out, resume=options.resume)
    resume = options.resume and not (options.photos and stopped_while_preparing(destination.run))
    start = None if options.start_from in (None, RELEASE) else Path(options.start_from)
    if resume and not options.recipe:
        recipe = recipe_of(destination.run)
    else:
        recipe = fit_to_start(Recipe.load(options.recipe or FINE_TUNE), start)
    if options.color_space:
        recipe = in_color_space(recipe, ColorSpace(options.color_space))
    processes(recipe, options.device, options.devices)  # before photos are prepared for nothing
    begins = starting_tensors(start) if options.start_from or recipe.keep_network else None
    data = options.data
    if options.photos:
        with Progress(unit="photo", what="prepare") as bar:
            data = prepared(options.photos, destination.run / PREPARED, progress=bar.to)
    train(
        recipe,
        data,
        destination.run,
        start_from=begins,
        resume=resume,
        finish_in=options.finish_in,
        max_steps=options.max_steps,
        device=options.device,
        devices=options.devices,
        feature_folder=options.features,
    )
    for line in finish(recipe, destination):
        print(line)


def run_evaluate(options: argparse.Namespace) -> None:
    """See `cli`."""
    from model_training.common.progress import Progress
    from model_training.evaluation.compare import Questions, compare
    from model_training.evaluation.tables import as_text, titled, write_tables

    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)  # now, not after an hour
    questions = Questions(
        options.hints,
        options.categories,
        options.consistency,
        options.crops,
        options.sources,
        tuple(options.trained_on),
    )
    notices: list[str] = []
    with Progress(unit="photo") as bar:
        tables = compare(
            options.photos,
            dict(options.weights),
            variants=_variants(options),
            questions=questions,
            data_folder=options.data,
            limit=options.limit,
            progress=bar.to,
            device=options.device,
            say=notices.append,
            out=options.out,
        )
    for line in notices:
        print(line)
    print("\n\n".join(titled(tables, as_text)))
    if options.out:
        write_tables(tables, options.out)


def run_sheet(options: argparse.Namespace) -> None:
    """See `cli`."""
    from model_training.common.progress import Progress
    from model_training.evaluation.methods import network_methods
    from model_training.report.sheets import write_sheet

    options.out.parent.mkdir(parents=True, exist_ok=True)
    methods = network_methods(dict(options.weights), _variants(options))
    with Progress(unit="photo") as bar:
        write_sheet(
            options.out,
            options.photos,
            methods,
            also=options.also,
            count=options.count,
            height=options.height,
            columns=options.columns,
            progress=bar.to,
        )
    print(f"wrote {options.out}")


def _variants(options: argparse.Namespace) -> "Variants":
    from model_training.evaluation.methods import Augmenting, Variants

    default = Variants()
    return Variants(
        options.temperatures or default.temperatures,
        options.rebalancings or default.rebalancings,
        options.short_sides or default.short_sides,
        tuple(Augmenting(name) for name in options.augmentations) or default.augmentations,
    )


def run_report(options: argparse.Namespace) -> None:
    """See `cli`."""
    from model_training.report.report import write_report

    print(f"wrote {write_report(options.run_folder, options.out)}")


def run_export(options: argparse.Namespace) -> None:
    """See `cli`."""
    from model_training.report.export import export

    provenance = export(options.checkpoint, options.out, encoder=options.encoder)
    print(f"wrote {options.out} ({provenance['images']:,} photos seen)")
    if options.onnx is not None:
        from model_training.report.onnx_export import export_onnx

        difference = export_onnx(options.out, options.onnx)
        print(f"wrote {options.onnx}, whose scores differ from torch's by at most {difference:.1e}")


def run_join(options: argparse.Namespace) -> None:
    """See `cli`."""
    from model_training.report.joining import join

    sha256 = join(
        options.convolutions, options.tokens, options.out, encoder=options.encoder, compact=options.compact
    )
    print(f"wrote {options.out} ({sha256[:12]}…)")

"""What each command does with its flags; everything heavy is imported when it is needed."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model_training.evaluation.methods import Variants
    from model_training.models.baselines import AbMethod


def run_prepare(options: argparse.Namespace) -> None:
    """See `cli`."""
    from model_training.common.progress import Progress
    from model_training.data.late_categories import add_categories
    from model_training.data.prepare import prepare

    if options.categories_only:
        categories = add_categories(options.sources, options.out)
        print(f"{len(categories.rows)} photos of the categories {', '.join(categories.names)}")
        return
    if options.shards:
        from model_training.shards.written_shards import prepare_shards

        with Progress(unit="photo") as bar:
            shards = prepare_shards(
                options.sources,
                options.out,
                shard_bytes=options.shard_mb * 10**6,
                short_side=options.short_side,
                progress=bar.to,
            )
        print(shards.summary())
        return
    with Progress(unit="photo") as bar:
        report = prepare(options.sources, options.out, progress=bar.to)
    print(report.summary())


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
            on_ends=lambda *ends: _show(options, *ends),
        )
    for line in notices:
        print(line)
    print("\n\n".join(titled(tables, as_text)))
    if options.out:
        write_tables(tables, options.out)


def _show(options: argparse.Namespace, name: str, method: "AbMethod", photos: list[str]) -> None:
    """Put the worst and the best photos of a network on one picture."""
    from model_training.report.sheets import write_sheet

    file = "".join(letter if letter.isalnum() or letter in "-_.," else "_" for letter in name)
    write_sheet(
        options.out / f"worst-and-best-{file}.jpg",
        options.photos,
        {name: method},
        named=photos,
        height=160,
        columns=2,
    )


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
        options.vibrances or default.vibrances,
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

    provenance = export(options.checkpoint, options.out, encoder=options.encoder, rarity=options.rarity)
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


def run_average(options: argparse.Namespace) -> None:
    """See `cli`."""
    from model_training.report.average import average

    average(options.files, options.out, options.shares, options.encoder)
    print(f"wrote {options.out}, an average of {len(options.files)} files")


def run_compare(options: argparse.Namespace) -> None:
    """See `cli`."""
    from model_training.report.compare_runs import as_lines, compare_runs, comparison_page

    print("\n".join(as_lines(compare_runs(options.runs))))
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(comparison_page(options.runs), encoding="utf-8")
        print(f"wrote {options.out}")

"""The command line of the training package."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from colorizer_gui.core.errors import ColorizationError


def build_parser() -> argparse.ArgumentParser:
    """All commands and flags."""
    parser = argparse.ArgumentParser(prog="python -m model_training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    prepare = commands.add_parser(
        "prepare", help="make the Kaggle layout from folders or tar shards of photos"
    )
    prepare.add_argument("sources", nargs="+", type=Path, help="folders, .tar shards or photos")
    prepare.add_argument("--out", required=True, type=Path, help="the folder for l/ and ab/")
    prepare.set_defaults(run=_prepare)

    train = commands.add_parser("train", help="train one recipe")
    train.add_argument("--recipe", required=True, help="a name in resources/recipes, or a .toml file")
    train.add_argument("--data", required=True, type=Path, help="a folder in the Kaggle layout")
    train.add_argument("--out", required=True, type=Path, help="the run folder")
    train.add_argument(
        "--from", dest="start_from", type=Path, help="begin with this checkpoint or weights file"
    )
    train.add_argument("--features", type=Path, help="where the features of a frozen encoder are kept")
    train.add_argument("--resume", action="store_true", help="go on with the run in --out")
    train.add_argument("--max-steps", type=_positive, help="stop after so many steps")
    train.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda", "mps"))
    train.add_argument("--devices", type=_positive, default=1, help="processes, one on each device")
    train.set_defaults(run=_train)

    evaluate = commands.add_parser("evaluate", help="compare weights and baselines on photos with truth")
    _add_judging(evaluate)
    evaluate.add_argument("--data", type=Path, help="the training photos, for the baselines made from them")
    evaluate.add_argument("--limit", type=_positive, help="judge only so many photos")
    evaluate.add_argument("--out", type=Path, help="write evaluation.md and evaluation.csv to this folder")
    evaluate.set_defaults(run=_evaluate)

    sheet = commands.add_parser("sheet", help="put input, results and truth side by side in one picture")
    _add_judging(sheet)
    sheet.add_argument("--out", required=True, type=Path, help="the JPEG to write")
    sheet.add_argument("--count", type=_positive, default=40, help="photos on the sheet")
    sheet.add_argument("--height", type=_positive, default=224, help="of every picture, in pixels")
    sheet.add_argument("--columns", type=_positive, default=4, help="groups side by side")
    sheet.set_defaults(run=_sheet)

    export = commands.add_parser("export", help="turn a checkpoint into weights that the application opens")
    export.add_argument("--checkpoint", required=True, type=Path, help="best.ckpt or last.ckpt of a run")
    export.add_argument("--out", required=True, type=Path, help="the weights file (.safetensors)")
    export.add_argument("--encoder", type=Path, help="keep the encoder in a file of its own")
    export.set_defaults(run=_export)
    return parser


def _add_judging(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--photos", required=True, nargs="+", type=Path, help="folders or shards with colour")
    parser.add_argument(
        "--weights",
        action="append",
        default=[],
        type=_named,
        metavar="[NAME=]FILE",
        help="a weights file or a checkpoint; may be repeated; the release weights when left out",
    )
    parser.add_argument("--temperature", type=_temperature, help="of the annealed mean")
    parser.add_argument("--short-side", type=_positive, help="of the network's input, in pixels")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 failed with a sentence, 2 wrong usage, 130 interrupted."""
    options = build_parser().parse_args(arguments)
    try:
        options.run(options)
    except ColorizationError as exc:
        print(f"error: {exc}", file=sys.stderr)
        return 1
    except OSError as exc:
        print(f"error: A file or folder cannot be used: {exc}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    return 0


def _prepare(options: argparse.Namespace) -> None:
    from tqdm import tqdm

    from model_training.prepare import prepare

    with tqdm(unit="img", mininterval=1) as bar:
        report = prepare(options.sources, options.out, progress=lambda done: bar.update(done - bar.n))
    print(report.summary())


def _train(options: argparse.Namespace) -> None:
    from model_training.processor import keep_freed_memory
    from model_training.recipe import Recipe

    recipe = Recipe.load(options.recipe)
    keep_freed_memory()  # before torch allocates anything
    from model_training.start import starting_tensors
    from model_training.trainer import train

    train(
        recipe,
        options.data,
        options.out,
        start_from=starting_tensors(options.start_from) if options.start_from else None,
        resume=options.resume,
        max_steps=options.max_steps,
        device=options.device,
        devices=options.devices,
        feature_folder=options.features,
    )


def _evaluate(options: argparse.Namespace) -> None:
    from tqdm import tqdm

    from model_training.compare import compare
    from model_training.tables import as_csv, as_markdown, as_text

    with tqdm(unit="photo", mininterval=1) as bar:
        table = compare(
            options.photos,
            dict(options.weights),
            data_folder=options.data,
            temperature=options.temperature,
            short_side=options.short_side,
            limit=options.limit,
            progress=lambda done: bar.update(done - bar.n),
        )
    print(as_text(table))
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / "evaluation.md").write_text(as_markdown(table), encoding="utf-8")
        (options.out / "evaluation.csv").write_text(as_csv(table), encoding="utf-8")


def _sheet(options: argparse.Namespace) -> None:
    from tqdm import tqdm

    from model_training.compare import network_methods
    from model_training.sheets import write_sheet

    methods = network_methods(
        dict(options.weights), temperature=options.temperature, short_side=options.short_side
    )
    with tqdm(unit="photo", mininterval=1) as bar:
        write_sheet(
            options.out,
            options.photos,
            methods,
            count=options.count,
            height=options.height,
            columns=options.columns,
            progress=lambda done: bar.update(done - bar.n),
        )
    print(f"wrote {options.out}")


def _export(options: argparse.Namespace) -> None:
    from model_training.export import export

    provenance = export(options.checkpoint, options.out, encoder=options.encoder)
    print(f"wrote {options.out} ({provenance['images']:,} photos seen)")


def _named(text: str) -> tuple[str, Path]:
    name, separator, file = text.partition("=")
    return (name, Path(file)) if separator else (Path(text).stem, Path(text))


def _positive(text: str) -> int:
    value = int(text)
    if value <= 0:
        raise argparse.ArgumentTypeError("must be positive")
    return value


def _temperature(text: str) -> float:
    value = float(text)
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError("must be positive")
    return value

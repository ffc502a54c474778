"""The command line of the training package."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from colorizer_gui.core.common.errors import ColorizationError
from model_training.commands import commands as commands_cli

#: The names of `methods.Augmenting`, without importing torch.
AUGMENTATIONS: Final = ("plain", "mirror", "scales", "both")


def build_parser() -> argparse.ArgumentParser:
    """All commands and flags."""
    parser = argparse.ArgumentParser(prog="python -m model_training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    prepare = commands.add_parser(
        "prepare", help="make the Kaggle layout from folders or tar shards of photos"
    )
    prepare.add_argument("sources", nargs="+", type=Path, help="folders, .tar shards or photos")
    prepare.add_argument("--out", required=True, type=Path, help="the folder for l/ and ab/")
    prepare.add_argument(
        "--categories-only",
        action="store_true",
        help="add categories.json to data that was prepared from these very sources without it",
    )
    prepare.set_defaults(run=commands_cli.run_prepare)

    train = commands.add_parser("train", help="train one recipe")
    train.add_argument(
        "--recipe",
        help="a name in resources/recipes, or a .toml file; fine-tune, or with --resume the run's own",
    )
    source = train.add_mutually_exclusive_group(required=True)
    source.add_argument("--data", type=Path, help="a folder in the Kaggle layout")
    source.add_argument(
        "--photos", nargs="+", type=Path, help="folders, .tar shards or photos; prepared into the run folder"
    )
    train.add_argument(
        "--out", required=True, type=Path, help="the run folder, or a .safetensors to be made at the end"
    )
    train.add_argument(
        "--from",
        dest="start_from",
        metavar="FILE",
        help="begin with this checkpoint or weights file, or with the word release",
    )
    train.add_argument("--color-space", choices=("lab", "luv"), help="instead of the recipe's")
    train.add_argument("--features", type=Path, help="where the features of a frozen encoder are kept")
    train.add_argument("--resume", action="store_true", help="go on with the run in --out")
    train.add_argument(
        "--finish-in",
        type=_positive,
        metavar="N",
        help="with --resume: let the learning rate fall to zero within N more steps, which end the run",
    )
    train.add_argument("--max-steps", type=_positive, help="stop after so many steps")
    train.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda", "mps"))
    train.add_argument(
        "--devices", type=_positive, default=1, help="processes, one on each device; torchrun needs no flag"
    )
    train.set_defaults(run=commands_cli.run_train)

    evaluate = commands.add_parser("evaluate", help="compare weights and baselines on photos with truth")
    _add_judging(evaluate)
    evaluate.add_argument("--consistency", action="store_true", help="a table of the photos at other sizes")
    evaluate.add_argument(
        "--crops", action="store_true", help="a table of wide and tall crops beside square ones"
    )
    evaluate.add_argument(
        "--categories", action="store_true", help="a table for each folder that the photos lie in"
    )
    evaluate.add_argument(
        "--sources",
        type=_names,
        default=(),
        metavar="NAME,…",
        help="judge only photos that lie in these folders",
    )
    evaluate.add_argument(
        "--trained-on",
        nargs="+",
        type=Path,
        default=[],
        help="folders or shards that were learnt from; photos near to one of theirs are named and left out",
    )
    evaluate.add_argument("--device", default="cpu", choices=("auto", "cpu", "cuda", "mps"))
    evaluate.add_argument("--data", type=Path, help="the training photos, for the baselines made from them")
    evaluate.add_argument("--limit", type=_positive, help="judge only so many photos")
    evaluate.add_argument(
        "--hints",
        type=_counts,
        default=(),
        metavar="N,N,…",
        help="columns with so many true colours given at random points, for example 1,10,50",
    )
    evaluate.add_argument("--out", type=Path, help="write the tables as Markdown and as CSV to this folder")
    evaluate.set_defaults(run=commands_cli.run_evaluate)

    sheet = commands.add_parser("sheet", help="put input, results and truth side by side in one picture")
    _add_judging(sheet)
    sheet.add_argument("--out", required=True, type=Path, help="the JPEG to write")
    sheet.add_argument(
        "--also",
        nargs="+",
        type=Path,
        default=[],
        help="photos that are all shown after those of --photos, for example old ones",
    )
    sheet.add_argument("--count", type=_positive, default=40, help="of --photos, evenly spread")
    sheet.add_argument("--height", type=_positive, default=224, help="of every picture, in pixels")
    sheet.add_argument("--columns", type=_positive, default=4, help="groups side by side")
    sheet.set_defaults(run=commands_cli.run_sheet)

    report = commands.add_parser(
        "report", help="write one web page with the figures, curves and sheets of a run"
    )
    report.add_argument("run_folder", type=Path, metavar="RUN", help="the run folder")
    report.add_argument("--out", type=Path, help="the page to write; report.html in the run folder")
    report.set_defaults(run=commands_cli.run_report)

    export = commands.add_parser("export", help="turn a checkpoint into weights that the application opens")
    export.add_argument("--checkpoint", required=True, type=Path, help="best.ckpt or last.ckpt of a run")
    export.add_argument("--out", required=True, type=Path, help="the weights file (.safetensors)")
    export.add_argument("--encoder", type=Path, help="keep the encoder in a file of its own")
    export.add_argument("--onnx", type=Path, metavar="FILE", help="also write it as ONNX, for other programs")
    export.set_defaults(run=commands_cli.run_export)

    join = commands.add_parser("join", help="make one network of two, which are asked together")
    join.add_argument("convolutions", type=Path, help="a weights file of the convolutional network")
    join.add_argument("tokens", type=Path, help="a weights file of the network of tokens")
    join.add_argument("--out", required=True, type=Path, help="the weights file (.safetensors)")
    join.add_argument("--encoder", type=Path, help="keep the encoders in a file of their own")
    join.add_argument(
        "--compact", action="store_true", help="store the encoders' large matrices in 8 bits instead of 16"
    )
    join.set_defaults(run=commands_cli.run_join)
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
    parser.add_argument(
        "--temperatures",
        type=_temperatures,
        metavar="T,T,…",
        help="of the annealed mean; the network runs once",
    )
    parser.add_argument(
        "--rebalancings",
        type=_shares,
        metavar="R,R,…",
        help="shares of the training's class weights that are left in, 0 to 1; the network runs once",
    )
    parser.add_argument(
        "--short-sides", type=_counts, metavar="N,N,…", help="of the network's input, in pixels"
    )
    parser.add_argument(
        "--augmentations",
        type=_augmentations,
        default=(),
        metavar="NAME,NAME,…",
        help="what a prediction is the average of: plain, mirror (with the mirror image), scales (with an "
        "input half as large again) or both",
    )


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


def _named(text: str) -> tuple[str, Path]:
    name, separator, file = text.partition("=")
    return (name, Path(file)) if separator else (Path(text).stem, Path(text))


def _positive(text: str) -> int:
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value <= 0:
        raise argparse.ArgumentTypeError(f"must be a positive whole number, not {text!r}")
    return value


def _counts(text: str) -> tuple[int, ...]:
    return tuple(_positive(count) for count in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split(",") if name)


def _temperatures(text: str) -> tuple[float, ...]:
    try:
        values = tuple(float(value) for value in text.split(","))
    except ValueError:
        values = (0.0,)
    if not all(0 < value < float("inf") for value in values):
        raise argparse.ArgumentTypeError(f"must be positive numbers, as in 0.3,0.38, not {text!r}")
    return values


def _shares(text: str) -> tuple[float, ...]:
    try:
        values = tuple(float(value) for value in text.split(","))
    except ValueError:
        values = (-1.0,)
    if not all(0 <= value <= 1 for value in values):
        raise argparse.ArgumentTypeError(f"must be numbers from 0 to 1, as in 0.5,1, not {text!r}")
    return values


def _augmentations(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if not set(names) <= set(AUGMENTATIONS):
        raise argparse.ArgumentTypeError(f"must be of {', '.join(AUGMENTATIONS)}, not {text!r}")
    return names

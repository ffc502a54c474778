"""The command line of the training package."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from colorizer_gui.core.common.errors import ColorizationError
from model_training.commands import commands as commands_cli
from model_training.commands.flag_values import (
    amounts,
    augmentations,
    counts,
    named,
    names,
    positive,
    seeds,
    shares,
    temperatures,
)
from model_training.commands.train_command import run_train


def build_parser() -> argparse.ArgumentParser:
    """All commands and flags."""
    parser = argparse.ArgumentParser(prog="python -m model_training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    _add_prepare(
        commands.add_parser("prepare", help="make the Kaggle layout from folders or tar shards of photos")
    )
    _add_train(commands.add_parser("train", help="train one recipe"))
    _add_evaluate(commands.add_parser("evaluate", help="compare weights and baselines on photos with truth"))
    _add_sheet(commands.add_parser("sheet", help="put input, results and truth side by side in one picture"))
    _add_report(
        commands.add_parser("report", help="write one web page with the figures, curves and sheets of a run")
    )
    _add_export(
        commands.add_parser("export", help="turn a checkpoint into weights that the application opens")
    )
    _add_join(commands.add_parser("join", help="make one network of two, which are asked together"))
    _add_average(commands.add_parser("average", help="average weights of the same network into one file"))
    _add_compare(
        commands.add_parser("compare", help="put runs side by side: knobs that differ, figures, curves")
    )
    return parser


def _add_prepare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", type=Path, help="folders, .tar shards or photos")
    parser.add_argument("--out", required=True, type=Path, help="the folder for l/ and ab/")
    parser.add_argument(
        "--categories-only",
        action="store_true",
        help="add categories.json to data that was prepared from these very sources without it",
    )
    parser.set_defaults(run=commands_cli.run_prepare)


def _add_train(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--recipe",
        help="a name in resources/recipes, or a .toml file; fine-tune, or with --resume the run's own",
    )
    _add_material(parser)
    parser.add_argument(
        "--out", required=True, type=Path, help="the run folder, or a .safetensors to be made at the end"
    )
    parser.add_argument(
        "--from",
        dest="start_from",
        metavar="FILE",
        help="begin with this checkpoint or weights file, or with the word release",
    )
    parser.add_argument("--color-space", choices=("lab", "luv"), help="instead of the recipe's")
    parser.add_argument("--features", type=Path, help="where the features of a frozen encoder are kept")
    parser.add_argument("--resume", action="store_true", help="go on with the run in --out")
    parser.add_argument(
        "--finish-in",
        type=positive,
        metavar="N",
        help="with --resume: let the learning rate fall to zero within N more steps, which end the run",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="a knob in the place of the recipe's, as in optimizer.steps=500; may be repeated",
    )
    parser.add_argument(
        "--seeds",
        type=seeds,
        default=(),
        metavar="N,N,…",
        help="a run for each seed, in folders inside of --out",
    )
    parser.add_argument("--max-steps", type=positive, help="stop after so many steps")
    _add_machine(parser)
    parser.set_defaults(run=run_train)


def _add_material(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--data", type=Path, help="a folder in the Kaggle layout")
    source.add_argument(
        "--photos", nargs="+", type=Path, help="folders, .tar shards or photos; prepared into the run folder"
    )
    source.add_argument(
        "--shards",
        nargs="+",
        type=Path,
        metavar="TAR",
        help="tar shards of photos at their own size and shape",
    )
    parser.add_argument(
        "--judge",
        nargs="+",
        type=Path,
        default=[],
        metavar="TAR",
        help="shards to judge by, not to learn from",
    )
    parser.add_argument(
        "--encoder", type=Path, metavar="FILE", help="the trained vision transformer of a network of tokens"
    )


def _add_machine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--precision",
        default="auto",
        choices=("auto", "float32", "bfloat16"),
        help="bfloat16 pays on graphics cards and on processors with AMX; auto takes it on cards alone",
    )
    parser.add_argument("--threads", type=positive, default=0, help="that the processor computes with")
    parser.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda", "mps"))
    parser.add_argument(
        "--devices", type=positive, default=1, help="processes, one on each device; torchrun needs no flag"
    )


def _add_evaluate(parser: argparse.ArgumentParser) -> None:
    _add_judging(parser)
    parser.add_argument("--consistency", action="store_true", help="a table of the photos at other sizes")
    parser.add_argument(
        "--crops", action="store_true", help="a table of wide and tall crops beside square ones"
    )
    parser.add_argument(
        "--categories", action="store_true", help="a table for each folder that the photos lie in"
    )
    parser.add_argument(
        "--sources",
        type=names,
        default=(),
        metavar="NAME,…",
        help="judge only photos that lie in these folders",
    )
    parser.add_argument(
        "--trained-on",
        nargs="+",
        type=Path,
        default=[],
        help="folders or shards that were learnt from; photos near to one of theirs are named and left out",
    )
    parser.add_argument("--device", default="cpu", choices=("auto", "cpu", "cuda", "mps"))
    parser.add_argument("--data", type=Path, help="the training photos, for the baselines made from them")
    parser.add_argument("--limit", type=positive, help="judge only so many photos")
    parser.add_argument(
        "--hints",
        type=counts,
        default=(),
        metavar="N,N,…",
        help="columns with so many true colours given at random points, for example 1,10,50",
    )
    parser.add_argument("--out", type=Path, help="write the tables as Markdown and as CSV to this folder")
    parser.set_defaults(run=commands_cli.run_evaluate)


def _add_sheet(parser: argparse.ArgumentParser) -> None:
    _add_judging(parser)
    parser.add_argument("--out", required=True, type=Path, help="the JPEG to write")
    parser.add_argument(
        "--also",
        nargs="+",
        type=Path,
        default=[],
        help="photos that are all shown after those of --photos, for example old ones",
    )
    parser.add_argument("--count", type=positive, default=40, help="of --photos, evenly spread")
    parser.add_argument("--height", type=positive, default=224, help="of every picture, in pixels")
    parser.add_argument("--columns", type=positive, default=4, help="groups side by side")
    parser.set_defaults(run=commands_cli.run_sheet)


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run_folder", type=Path, metavar="RUN", help="the run folder")
    parser.add_argument("--out", type=Path, help="the page to write; report.html in the run folder")
    parser.set_defaults(run=commands_cli.run_report)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--checkpoint", required=True, type=Path, help="best.ckpt or last.ckpt of a run")
    parser.add_argument("--out", required=True, type=Path, help="the weights file (.safetensors)")
    parser.add_argument("--encoder", type=Path, help="keep the encoder in a file of its own")
    parser.add_argument("--onnx", type=Path, metavar="FILE", help="also write it as ONNX, for other programs")
    parser.add_argument(
        "--rarity",
        type=float,
        help="how much rare colours are raised, 0 to 1, in the place of the recipe's loss.rarity_at_export",
    )
    parser.set_defaults(run=commands_cli.run_export)


def _add_join(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("convolutions", type=Path, help="a weights file of the convolutional network")
    parser.add_argument("tokens", type=Path, help="a weights file of the network of tokens")
    parser.add_argument("--out", required=True, type=Path, help="the weights file (.safetensors)")
    parser.add_argument("--encoder", type=Path, help="keep the encoders in a file of their own")
    parser.add_argument(
        "--compact", action="store_true", help="store the encoders' large matrices in 8 bits instead of 16"
    )
    parser.set_defaults(run=commands_cli.run_join)


def _add_average(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, help="weights files or checkpoints")
    parser.add_argument("--out", required=True, type=Path, help="the weights file (.safetensors)")
    parser.add_argument(
        "--shares", type=amounts, default=(), metavar="S,S,…", help="of each file; all alike when left out"
    )
    parser.add_argument("--encoder", type=Path, help="keep the encoder in a file of its own")
    parser.set_defaults(run=commands_cli.run_average)


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("runs", nargs="+", type=Path, metavar="RUN", help="run folders")
    parser.add_argument("--out", type=Path, help="write table and curves to this page (.html)")
    parser.set_defaults(run=commands_cli.run_compare)


def _add_judging(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--photos", required=True, nargs="+", type=Path, help="folders or shards with colour")
    parser.add_argument(
        "--weights",
        action="append",
        default=[],
        type=named,
        metavar="[NAME=]FILE",
        help="a weights file or a checkpoint; may be repeated; the release weights when left out",
    )
    parser.add_argument(
        "--temperatures",
        type=temperatures,
        metavar="T,T,…",
        help="of the annealed mean; the network runs once",
    )
    parser.add_argument(
        "--rebalancings",
        type=shares,
        metavar="R,R,…",
        help="shares of the training's class weights that are left in, 0 to 1; the network runs once",
    )
    parser.add_argument(
        "--vibrances",
        type=amounts,
        metavar="V,V,…",
        help="how much of the chroma that a mean loses is given back; the network runs once",
    )
    parser.add_argument(
        "--short-sides", type=counts, metavar="N,N,…", help="of the network's input, in pixels"
    )
    parser.add_argument(
        "--augmentations",
        type=augmentations,
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

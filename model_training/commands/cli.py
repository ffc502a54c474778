"""The command line of the training package."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from colorizer_gui.core.common.errors import ColorizationError
from model_training.commands import commands as commands_cli
from model_training.commands.flag_values import amounts, positive
from model_training.commands.judging_flags import add_evaluate_flags, add_sheet_flags
from model_training.commands.train_flags import add_train_flags
from model_training.commands.upright_command import add_upright_flags
from model_training.common.stopping import INTERRUPTED, TrainingStopped


def build_parser() -> argparse.ArgumentParser:
    """All commands and flags."""
    parser = argparse.ArgumentParser(prog="python -m model_training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    _add_prepare(
        commands.add_parser("prepare", help="make arrays or tar shards of folders and archives of photos")
    )
    add_train_flags(commands.add_parser("train", help="train one recipe"))
    add_evaluate_flags(
        commands.add_parser("evaluate", help="compare weights and baselines on photos with truth")
    )
    add_sheet_flags(
        commands.add_parser("sheet", help="put input, results and truth side by side in one picture")
    )
    _add_report(
        commands.add_parser("report", help="write one web page with the figures, curves and sheets of a run")
    )
    _add_export(
        commands.add_parser("export", help="turn a checkpoint into weights that the application opens")
    )
    _add_join(commands.add_parser("join", help="make one network of two, which are asked together"))
    _add_average(commands.add_parser("average", help="average weights of the same network into one file"))
    add_upright_flags(commands.add_parser("upright", help="make what tells whether a photo lies on its side"))
    _add_compare(
        commands.add_parser("compare", help="put runs side by side: knobs that differ, figures, curves")
    )
    return parser


def _add_prepare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", type=Path, help="folders, tar and ZIP archives, photos")
    parser.add_argument("--out", required=True, type=Path, help="the folder for l/ and ab/, or for shards")
    parser.add_argument(
        "--shards", action="store_true", help="write tar shards of photos at their own size and shape instead"
    )
    parser.add_argument("--shard-mb", type=positive, default=256, metavar="N", help="that a shard has, about")
    parser.add_argument(
        "--short-side",
        type=positive,
        default=0,
        metavar="N",
        help="with --shards: scale larger photos down to N pixels",
    )
    parser.add_argument(
        "--categories-only",
        action="store_true",
        help="add categories.json to data that was prepared from these very sources without it",
    )
    parser.set_defaults(run=commands_cli.run_prepare)


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
    except TrainingStopped as exc:
        print(*exc.args, sep="\n", end="\n" if exc.args else "", file=sys.stderr)
        return exc.status
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    return 0

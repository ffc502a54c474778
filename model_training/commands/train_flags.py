"""What the command line says to `train`."""

import argparse
from pathlib import Path

from colorizer_gui.core.inference.devices import DEVICES
from model_training.commands.flag_values import positive, seeds, size_in_gb
from model_training.commands.train_command import run_train


def add_train_flags(parser: argparse.ArgumentParser) -> None:
    """Flags of `train`."""
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
        metavar="TAR",
        help="tar shards of photos at their own size: files, URLs, folders that prepare --shards wrote",
    )
    parser.add_argument(
        "--judge",
        nargs="+",
        default=[],
        metavar="TAR",
        help="shards to judge by, not to learn from",
    )
    parser.add_argument(
        "--cache",
        type=Path,
        metavar="FOLDER",
        help="where photos from far away are kept; OUT/shards",
    )
    parser.add_argument(
        "--cache-gb", type=size_in_gb, default=20.0, metavar="N", help="that they may take at the most"
    )
    parser.add_argument(
        "--encoder", type=Path, metavar="FILE", help="the trained vision transformer of a network of tokens"
    )


def _add_machine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--precision",
        default="auto",
        choices=("auto", "float32", "bfloat16"),
        help="bfloat16 pays on graphics cards and processors that multiply it; auto takes it on cards alone",
    )
    parser.add_argument(
        "--compile",
        action="store_true",
        help="make kernels for this network first (torch.compile); pays in long runs, and needs a compiler",
    )
    parser.add_argument("--threads", type=positive, default=0, help="that the processor computes with")
    parser.add_argument("--device", default="auto", choices=DEVICES)
    parser.add_argument(
        "--devices", type=positive, default=1, help="processes, one on each device; torchrun needs no flag"
    )

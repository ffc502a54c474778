"""What the command line says to the commands that judge weights: `evaluate` and `sheet`."""

import argparse
from pathlib import Path

from colorizer_gui.core.inference.devices import DEVICES
from model_training.commands import commands
from model_training.commands.flag_values import (
    amounts,
    augmentations,
    counts,
    named,
    names,
    positive,
    shares,
    temperatures,
)


def add_evaluate_flags(parser: argparse.ArgumentParser) -> None:
    """Flags of `evaluate`."""
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
    parser.add_argument("--device", default="cpu", choices=DEVICES)
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
    parser.set_defaults(run=commands.run_evaluate)


def add_sheet_flags(parser: argparse.ArgumentParser) -> None:
    """Flags of `sheet`."""
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
    parser.set_defaults(run=commands.run_sheet)


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

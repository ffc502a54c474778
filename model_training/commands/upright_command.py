"""`upright`: make what tells whether a photo lies on its side, from tar shards of upright photos."""

import argparse
from pathlib import Path

from model_training.commands.flag_values import counts, names, positive, shares


def add_upright_flags(parser: argparse.ArgumentParser) -> None:
    """Flags of `upright`."""
    parser.add_argument(
        "--shards",
        nargs="+",
        default=(),
        metavar="SHARD",
        help="tar shards of upright photos to learn from; needless with --keep",
    )
    parser.add_argument(
        "--judge", nargs="+", required=True, metavar="SHARD", help="others, by which thresholds are chosen"
    )
    parser.add_argument(
        "--sources", type=names, default=(), metavar="NAME,…", help="of --judge, only these folders"
    )
    parser.add_argument(
        "--leave-out",
        type=counts,
        default=(),
        metavar="N,…",
        help="numbers of photos in --judge, from 1, that lie on their side already",
    )
    parser.add_argument("--out", required=True, type=Path, help="the file to write (.safetensors)")
    parser.add_argument(
        "--features", required=True, type=Path, help="a folder for what the encoders see: 0.5 MB a photo"
    )
    parser.add_argument("--photos", type=positive, default=4000, help="how many are drawn (default: 4000)")
    parser.add_argument("--members", type=positive, default=2, help="small networks in it (default: 2)")
    parser.add_argument("--epochs", type=positive, default=6, help="passes of each (default: 6)")
    parser.add_argument(
        "--bothered",
        type=shares,
        default=(0.01,),
        metavar="SHARE",
        help="of upright photos that may be bothered, of those to judge by (default: 0.01)",
    )
    parser.add_argument(
        "--clear",
        type=shares,
        default=(0.99,),
        metavar="SHARE",
        help="the probability of the best turn from which on a photo is not looked at again (default: 0.99)",
    )
    parser.add_argument(
        "--keep", type=Path, metavar="FILE", help="take the networks of this head, choose only thresholds"
    )
    parser.set_defaults(run=run_upright)


def run_upright(options: argparse.Namespace) -> None:
    """See `cli`."""
    from model_training.common.progress import Progress
    from model_training.shards.photo_shards import PhotoShards
    from model_training.uprightness.making import Plan, make_head

    plan = Plan(
        options.photos,
        options.members,
        options.epochs,
        options.bothered[0],
        options.clear[0],
        options.keep,
        left_out=tuple(number - 1 for number in options.leave_out),
    )
    with Progress(unit="step") as bar:
        lines = make_head(
            PhotoShards.open(options.judge if options.keep else options.shards),
            PhotoShards.open(options.judge),
            options.sources,
            options.out,
            options.features,
            plan,
            bar.to,
        )
    print("\n".join(lines))
    print(f"wrote {options.out}")

"""How well photos that lie on their side are told from those that stand upright.

python tests/benchmarks/benchmark_upright.py SHARD... [--photos 200] [--seed 1] [--head] [--leave-out N,...]

Draws photos of tar shards, makes them gray and asks the program's own network how they have to be turned.
Each is held in all ways; a drawn one of them (upright, on either side, with --head also on its head) is what
is counted as "turned at random". Photos that lie on their side in the shard can be left out by their number,
from 1.
"""

import argparse
import time

import numpy as np

from colorizer_gui.core.color.conversion import rgb_to_lab
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from model_training.commands.flag_values import counts
from model_training.shards.photo_shards import PhotoShards

RIGHT = (0, 3, 2, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("shards", nargs="+")
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--head", action="store_true")
    parser.add_argument("--leave-out", type=counts, default=())
    options = parser.parse_args()
    shards, colorizer = PhotoShards.open(options.shards), NetworkColorizer.load("cpu")
    rng = np.random.default_rng(options.seed)
    allowed = [number for number in range(len(shards)) if number + 1 not in options.leave_out]
    drawn = rng.choice(allowed, min(options.photos, len(allowed)), replace=False)
    ways = rng.choice(4 if options.head else (0, 1, 3), len(drawn))
    answers, seconds = [], []
    for number in drawn:
        lightness = np.ascontiguousarray(
            rgb_to_lab(shards.decode_rgb(int(number)).astype(np.float32) / 255)[..., 0]
        )
        row = []
        for turns in range(4):
            held = np.ascontiguousarray(np.rot90(lightness, -turns))
            start = time.process_time()
            row.append(colorizer.quarter_turns(held))
            seconds.append(time.process_time() - start)
        answers.append(row)
        if row != list(RIGHT):
            print(f"{number + 1:6} {shards.photo(int(number)).source:20} {row}")
    told = np.array(answers)
    hits = told == RIGHT
    print(f"turned at random and put right, or left: {hits[np.arange(len(ways)), ways].mean():.1%}")
    print(f"of {len(told)} upright photos, bothered: {(told[:, 0] > 0).mean():.1%}")
    print(
        f"on a side, put right: {hits[:, [1, 3]].mean():.1%}; on the head, put right: {hits[:, 2].mean():.1%}"
    )
    print(f"put otherwise, of those: {((told > 0) & ~hits)[:, 1:].mean():.1%}")
    print(f"seconds of one core: upright {np.mean(seconds[::4]):.2f}, turned {np.mean(seconds[1::4]):.2f}")


if __name__ == "__main__":
    main()

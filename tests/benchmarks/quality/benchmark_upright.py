"""How well photos that lie on their side are told from those that stand upright.

python tests/benchmarks/quality/benchmark_upright.py SHARD... [--photos 200] [--seed 1] [--draws 1] [--head]
    [--leave-out N,...]

Draws photos of tar shards, makes them gray and asks the program's own network how they have to be turned.
Each is held in all ways; a drawn one of them (upright, on either side, with --head also on its head) is what
is counted as "turned at random". Several draws look at every photo that is in one of them once; of their
figures the mean, the least and the greatest are told. Photos that lie on their side in the shard can be left
out by their number, from 1.
"""

import argparse

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray, rgb_to_lab
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.inference.turned_views import Sight
from model_training.commands.flag_values import counts
from model_training.common.progress import Progress
from model_training.shards.photo_shards import PhotoShards

RIGHT = (0, 3, 2, 1)


class Colorizer(NetworkColorizer):
    """Looks at the same view once, in whichever way the photo is held.

    Attributes
    ----------
    seen
        Views of one photo, and what was seen of them.
    looks
        How many views were looked at, of all photos.
    """

    seen: list[tuple[FloatArray, Sight | None]]
    looks = 0

    def _sight(self, gray: FloatArray) -> Sight | None:
        for view, sight in self.seen:
            if view.shape == gray.shape and np.abs(view - gray).max() < 1e-3:
                return sight
        self.looks += 1
        sight = super()._sight(gray)
        self.seen.append((gray, sight))
        return sight


def turns_of_all(colorizer: Colorizer, rgb: npt.NDArray[np.uint8]) -> list[int]:
    """What is offered for a photo after 0 to 3 quarter turns clockwise."""
    lightness = np.ascontiguousarray(rgb_to_lab(rgb.astype(np.float32) / 255)[..., 0])
    colorizer.seen = []
    return [colorizer.quarter_turns(np.ascontiguousarray(np.rot90(lightness, -turns))) for turns in range(4)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("shards", nargs="+")
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--draws", type=int, default=1)
    parser.add_argument("--head", action="store_true")
    parser.add_argument("--leave-out", type=counts, default=())
    options = parser.parse_args()
    shards, colorizer = PhotoShards.open(options.shards), Colorizer.load("cpu")
    assert isinstance(colorizer, Colorizer)
    rng = np.random.default_rng(options.seed)
    allowed = [number for number in range(len(shards)) if number + 1 not in options.leave_out]
    size = min(options.photos, len(allowed))
    draws = [rng.choice(allowed, size, replace=False) for _ in range(options.draws)]
    ways = [rng.choice(4 if options.head else (0, 1, 3), size) for _ in draws]
    numbers = np.unique(np.concatenate(draws))
    answers = np.zeros((len(shards), 4), dtype=np.int64)
    with Progress(unit="photo") as bar:
        for done, number in enumerate(numbers, start=1):
            answers[number] = turns_of_all(colorizer, shards.decode_rgb(int(number)))
            bar.to(done, len(numbers))
    told = answers[numbers]
    for number, row in zip(numbers, told, strict=True):
        if tuple(row) != RIGHT:
            print(f"{number + 1:6} {shards.photo(int(number)).source:20} {row.tolist()}")
    hits = told == RIGHT
    right = np.array(
        [
            (answers[drawn] == RIGHT)[np.arange(size), way].mean()
            for drawn, way in zip(draws, ways, strict=True)
        ]
    )
    bothered = np.array([(answers[drawn][:, 0] > 0).mean() for drawn in draws])
    print(f"turned at random and put right, or left: {right.mean():.1%}", end=" ")
    print(f"({right.min():.1%} to {right.max():.1%})")
    print(f"upright and bothered: {bothered.mean():.1%} ({bothered.min():.1%} to {bothered.max():.1%})")
    print(f"of all {len(told)}: upright, bothered: {(told[:, 0] > 0).mean():.1%}")
    print(
        f"on a side, put right: {hits[:, [1, 3]].mean():.1%}; on the head, put right: {hits[:, 2].mean():.1%}"
    )
    print(f"put otherwise, of those: {((told > 0) & ~hits)[:, 1:].mean():.1%}")
    print(f"views that were looked at: {colorizer.looks / len(told):.1f} a photo, of all ways to hold it")


if __name__ == "__main__":
    main()

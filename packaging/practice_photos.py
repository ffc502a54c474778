"""Make small colour pictures to practise a training with: `practice_photos.py FOLDER [--count 300]`.

Each is a landscape of its own: sky, meadow or water or sand, houses with red roofs, trees. What a thing is
can be told from its brightness and its pattern, so that a small network learns its colour in minutes. The
same number gives the same picture. Four of five lie in FOLDER/learn, the others in FOLDER/judge.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

SIDE: Final = 224
#: Every so many-th picture is one to judge by.
JUDGED: Final = 5
_Picture = npt.NDArray[np.float32]
_Colour = tuple[float, float, float]
_GROUNDS: Final = ("meadow", "water", "sand")


def picture(number: int) -> npt.NDArray[np.uint8]:
    """(224, 224, 3) uint8 sRGB."""
    rng = np.random.default_rng((7, number))
    image = _sky(rng)
    horizon = int(rng.integers(90, 140))
    ground = _GROUNDS[int(rng.integers(len(_GROUNDS)))]
    image[horizon:] = _ground(ground, SIDE - horizon, rng)
    for left in sorted(rng.integers(0, SIDE - 60, int(rng.integers(1, 4))).tolist()):
        if ground != "water":
            (_house if rng.random() < 0.6 else _tree)(image, left, horizon + int(rng.integers(5, 40)), rng)
    return np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8)


def write(folder: Path, count: int) -> None:
    """Write pictures as PNG."""
    for number in range(count):
        part = folder / ("judge" if number % JUDGED == JUDGED - 1 else "learn")
        part.mkdir(parents=True, exist_ok=True)
        encoded = cv2.imencode(".png", picture(number)[..., ::-1])[1]
        (part / f"{number:04}.png").write_bytes(encoded.tobytes())


def _sky(rng: np.random.Generator) -> _Picture:
    """Blue, lighter below, with soft white clouds."""
    down = np.linspace(0, 1, SIDE, dtype=np.float32)[:, None, None]
    deep, pale = _colour([0.25, 0.5, 0.85]), _colour([0.7, 0.85, 0.97])
    sky: _Picture = deep + (pale - deep) * down * np.ones((1, SIDE, 1), np.float32)
    noise = cv2.resize(rng.random((5, 8), dtype=np.float32), (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
    cloud = np.clip((noise - rng.uniform(0.55, 0.75)) * 3, 0, 1)[..., None]
    return np.asarray(sky + (np.float32(0.97) - sky) * cloud, dtype=np.float32)


def _ground(kind: str, height: int, rng: np.random.Generator) -> _Picture:
    """Fine blades of a meadow, waves, or smooth sand."""
    if kind == "meadow":
        blades = rng.random((height, SIDE), dtype=np.float32)
        return _tinted(0.28 + 0.3 * cv2.GaussianBlur(blades, (1, 5), 0), (0.75, 1.15, 0.45))
    if kind == "water":
        waves = np.sin(np.arange(height, dtype=np.float32)[:, None] * 0.9 + 2 * rng.random((height, 1)))
        return _tinted(0.3 + 0.07 * waves * np.ones((1, SIDE), np.float32), (0.55, 1.0, 1.25))
    grain = cv2.resize(rng.random((6, 8), dtype=np.float32), (SIDE, height), interpolation=cv2.INTER_CUBIC)
    return _tinted(0.68 + 0.12 * grain, (1.15, 1.0, 0.72))


def _tinted(gray: npt.NDArray[Any], colour: _Colour) -> _Picture:
    return np.asarray(gray[..., None] * _colour(colour), dtype=np.float32)


def _colour(values: Sequence[float]) -> _Picture:
    return np.array(values, dtype=np.float32)


def _house(image: _Picture, left: int, bottom: int, rng: np.random.Generator) -> None:
    """A light wall with dark windows under a striped red roof."""
    width, height = int(rng.integers(40, 60)), int(rng.integers(30, 45))
    top = bottom - height
    image[top:bottom, left : left + width] = _colour([0.93, 0.88, 0.75])
    for window in (left + 8, left + width - 18):
        image[top + 10 : top + 22, window : window + 10] = _colour([0.15, 0.17, 0.2])
    for row in range(22):
        share = 0.42 if row % 4 < 2 else 0.33
        reach = (row + 4) * (width // 2 + 4) // 26
        middle = left + width // 2
        part = image[top - 22 + row, max(0, middle - reach) : middle + reach]
        part[:] = _tinted(np.full(len(part), share), (1.6, 0.62, 0.45))


def _tree(image: _Picture, left: int, bottom: int, rng: np.random.Generator) -> None:
    """A dark trunk under a round crown of leaves."""
    middle, size = left + 25, int(rng.integers(18, 28))
    image[bottom - 40 : bottom, middle - 4 : middle + 4] = _colour([0.3, 0.2, 0.12])
    rows, columns = np.ogrid[:SIDE, :SIDE]
    crown = (rows - (bottom - 40 - size // 2)) ** 2 + (columns - middle) ** 2 < size**2
    leaves = _tinted(0.12 + 0.25 * rng.random(int(crown.sum()), dtype=np.float32), (0.6, 1.2, 0.5))
    image[crown] = leaves


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=300)
    options = parser.parse_args(arguments)
    write(options.folder, options.count)
    judged = options.count // JUDGED
    print(f"{options.folder}: {options.count - judged} pictures to learn from, {judged} to judge by")
    return 0


if __name__ == "__main__":
    sys.exit(main())

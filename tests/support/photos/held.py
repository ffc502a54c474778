"""Photos that lie on their side, and colorizers that see it: what is upright is dark on its left."""

import threading
from pathlib import Path

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from tests.support.batch.box import WarmColorizer
from tests.support.window.fixtures import FakeColorizer


def write_held(path: Path, turns: int = 0, seed: int = 0) -> Path:
    """A gray photo that was turned clockwise by so many quarters; upright it has 64 by 48 pixels."""
    gray = np.tile(np.linspace(40, 200, 64, dtype=np.float32), (48, 1))
    gray += np.random.default_rng(seed).uniform(-5, 5, gray.shape).astype(np.float32)
    gray[12:20] *= 0.8
    path.parent.mkdir(parents=True, exist_ok=True)
    ok, data = cv2.imencode(path.suffix, np.rot90(gray, -turns).astype(np.uint8))
    assert ok
    path.write_bytes(data.tobytes())
    return path


def turns_by_dark_side(lightness: FloatArray) -> int:
    """Quarter turns clockwise that bring the darkest side to the left."""
    height, width = (max(1, side // 8) for side in lightness.shape)
    left_bottom_right_top = (
        lightness[:, :width],
        lightness[-height:],
        lightness[:, -width:],
        lightness[:height],
    )
    return int(np.argmin([side.mean() for side in left_bottom_right_top]))


class HeldColorizer(FakeColorizer):
    """For windows.

    Attributes
    ----------
    looked
        The thread in which it was asked how a photo lies, and the predictions before, for each question.
    """

    def __init__(self) -> None:
        super().__init__()
        self.looked: list[tuple[int, int]] = []

    def quarter_turns(self, lightness: FloatArray) -> int:
        self.looked.append((threading.get_ident(), len(self.threads)))
        return turns_by_dark_side(lightness)


class HeldWarmColorizer(WarmColorizer):
    """For batches."""

    def __init__(self) -> None:
        super().__init__()
        self.looked = 0

    def quarter_turns(self, lightness: FloatArray) -> int:
        self.looked += 1
        return turns_by_dark_side(lightness)

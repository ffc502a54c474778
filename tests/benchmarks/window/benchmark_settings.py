"""How long it takes to draw a photo anew when a setting has changed, in sizes that a window shows.

`.venv/bin/python tests/benchmarks/window/benchmark_settings.py`; figures in docs/performance.md come from it.
"""

import time
from typing import Final

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.common.strips import leave_threads_to_strips
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.chroma import Chroma
from colorizer_gui.core.rendering.rendering import Recomposition

PHOTO: Final = (2400, 1800)
SIDES: Final = (600, 1100)
REPEATS: Final = 30
SETTINGS: Final = {
    "nothing": Adjustments(),
    "saturation": Adjustments(saturation=0.9),
    "restrained to vivid, edges cleaned": Adjustments(vividness=0.3, edge_cleanup=0.4),
    "one hue repaired": Adjustments(picked_hue=30.0, picked_turn=20.0),
    "everything at once": Adjustments(0.9, 0.4, 0.2, 0.1, 0.9, 1.1, 0.4, 0.4, 0.4, 30.0, 15.0, 0.8, 0.5),
}


def main() -> int:
    """Print milliseconds for each setting and size, and their ratio to drawing without any."""
    leave_threads_to_strips()
    small = read_photo(resource("samples", "camera.jpg")).lightness
    lightness: FloatArray = np.asarray(cv2.resize(small, PHOTO), dtype=np.float32)
    prediction = NetworkColorizer.load("cpu").predict_ab(lightness)
    whole = Recomposition(lightness, Chroma(lightness, prediction.ab, prediction.readings))
    pictures = [whole.scaled(side) for side in SIDES]
    sizes = "".join(f"{width:>7} x {height}" for width, height in (picture.size for picture in pictures))
    print(f"median of {REPEATS}, ms (ratio){'':<16}{sizes}")
    plain = [_milliseconds(picture, Adjustments()) for picture in pictures]
    for name, adjustments in SETTINGS.items():
        times = [_milliseconds(picture, adjustments) for picture in pictures]
        columns = "".join(f"{t:8.1f} ({t / p:.1f})" for t, p in zip(times, plain, strict=True))
        print(f"{name:<42}{columns}")
    return 0


def _milliseconds(picture: Recomposition, adjustments: Adjustments) -> float:
    picture.image(adjustments, depth=8)  # planes that are needed for the first time are made
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        picture.image(adjustments, depth=8)
        times.append(time.perf_counter() - start)
    return 1000 * float(np.median(times))


if __name__ == "__main__":
    raise SystemExit(main())

"""Twenty pictures keep the colours that they had: what makes the program faster must not change a result.

`same_colours.npz` holds their colours by the first program that had these weights, and the weights' hash.
New weights need new ones: `PYTHONPATH=. python tests/core/pipeline/test_same_colours.py`.
"""

from pathlib import Path
from typing import Final

import cv2
import numpy as np
import pytest
import torch

from colorizer_gui.core.color.conversion import ByteArray, FloatArray, rgb_to_lab
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.inference import precision
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.model.weights import load_weights
from colorizer_gui.core.photo_io import WriteOptions
from colorizer_gui.core.photo_io.raster import AnyArray
from colorizer_gui.core.photo_io.reading.reading import photo_from_rgb
from colorizer_gui.core.pipeline.pipeline import RenderedPixels, colorize_photo
from colorizer_gui.core.rendering.adjustments import Adjustments

KEPT: Final = Path(__file__).with_name("same_colours.npz")
NAMES: Final = ("astronaut", "camera", "cat", "coffee", "hopper")
#: Parts of a photo, as shares of its height and width: the whole, and three others.
PARTS: Final = ((0, 1, 0, 1), (0, 0.7, 0, 0.5), (0.3, 1, 0.4, 1), (0.2, 0.8, 0.1, 0.9))
LONG_SIDE: Final = 240
#: Of the network's input; the release's own would ask the same and take four times as long.
SHORT_SIDE: Final = 112
ROWS, COLUMNS = 12, 16


def colorizer() -> NetworkColorizer:
    return NetworkColorizer(load_weights(), torch.device("cpu"), short_side=SHORT_SIDE)


def pictures() -> list[ByteArray]:
    """Twenty parts of the samples, (H, W, 3) uint8 RGB."""
    found: list[ByteArray] = []
    for name in NAMES:
        whole = cv2.imread(str(resource("samples", f"{name}.jpg")), cv2.IMREAD_COLOR_RGB)
        assert whole is not None
        height, width = whole.shape[:2]
        for top, bottom, left, right in PARTS:
            part = whole[
                round(top * height) : round(bottom * height), round(left * width) : round(right * width)
            ]
            scale = LONG_SIDE / max(part.shape[:2])
            small = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
            found.append(np.asarray(small, np.uint8))
    return found


def places(image: AnyArray) -> AnyArray:
    """(`ROWS`, `COLUMNS`, 3) pixels, evenly spread."""
    down = np.linspace(0, image.shape[0] - 1, ROWS).round().astype(int)
    across = np.linspace(0, image.shape[1] - 1, COLUMNS).round().astype(int)
    return np.asarray(image[np.ix_(down, across)])


def colours(network: NetworkColorizer) -> AnyArray:
    """(20, `ROWS`, `COLUMNS`, 3) uint16 RGB of the twenty results."""
    found = []
    for picture in pictures():
        made = colorize_photo(photo_from_rgb(picture), network)
        pixels = RenderedPixels(made, Adjustments(), WriteOptions(depth=16), CancelToken())
        found.append(places(np.asarray(pixels.rows(slice(0, pixels.shape[0])))))
    return np.stack(found)


def lab(samples: AnyArray) -> FloatArray:
    return rgb_to_lab(np.float32(samples.reshape(-1, COLUMNS, 3)) / 65535)


def test_twenty_pictures_have_the_colours_that_they_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(precision, "fast_numbers", lambda: precision.SINGLE)  # on every processor
    network = colorizer()
    with np.load(KEPT) as kept:
        assert network.weights.sha256 == str(kept["weights"]), "other weights; see the words above"
        before = lab(kept["colours"])
    after = lab(colours(network))
    assert np.abs(after[..., 0] - before[..., 0]).max() < 0.02
    assert np.abs(after[..., 1:] - before[..., 1:]).max() < 0.1
    assert np.abs(before[..., 1:]).mean() > 5, "they are colours"


if __name__ == "__main__":
    precision.fast_numbers = lambda: precision.SINGLE
    made_by = colorizer()
    np.savez_compressed(KEPT, colours=colours(made_by), weights=made_by.weights.sha256)

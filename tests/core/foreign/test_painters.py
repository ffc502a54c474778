"""Networks that paint a known colour, in the signature of each family, give that colour in the file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace, lab_to_rgb, rgb_to_lab
from colorizer_gui.core.foreign.conventions import IMAGENET_MEAN, IMAGENET_STD
from colorizer_gui.core.foreign.opening import open_colorizer
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.pipeline.pipeline import colorize_file
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.support.networks.painters import save_painter

#: One of the 313 bins, so that a distribution can name it as well.
AB = (10.0, -20.0)
RGB = lab_to_rgb(np.array([[[55.0, *AB]]], dtype=np.float32))[0, 0]
BIN = int(np.argmin(np.hypot(*(AbBins.derive(ColorSpace.LAB).centers - np.array(AB)).T)))


def scores() -> np.ndarray[Any, Any]:
    values = np.full(313, -10.0)
    values[BIN] = 20.0
    return values


def shares() -> np.ndarray[Any, Any]:
    values = np.zeros(313)
    values[BIN] = 1.0
    return values


@pytest.mark.parametrize(
    ("colour", "options"),
    [
        pytest.param(AB, {}, id="DDColor, free axes"),
        pytest.param(AB, {"size": (512, 512)}, id="DDColor at 512"),
        pytest.param(AB, {"half": True}, id="DDColor in 16 bits"),
        pytest.param(AB, {"external": "tensors.bin"}, id="DDColor with tensors beside it"),
        pytest.param(RGB * 255, {"size": (256, 256)}, id="DeOldify, 0 to 255"),
        pytest.param(RGB * 255, {}, id="DeOldify, 0 to 255, free axes"),
        pytest.param(RGB, {"size": (256, 256)}, id="DeOldify, 0 to 1"),
        pytest.param(AB, {"inputs": (1,), "size": (256, 256)}, id="Zhang 2016"),
        pytest.param(scores(), {"inputs": (1,), "size": (64, 64)}, id="Zhang 2016, scores"),
        pytest.param(shares(), {"inputs": (1,), "size": (64, 64)}, id="Zhang 2016, shares"),
        pytest.param(AB, {"inputs": (1, 2, 1), "size": (256, 256)}, id="SIGGRAPH17 with hints"),
    ],
)
def test_a_painter_of_each_family_gives_its_colour_in_the_file(
    tmp_path: Path, photo: Path, shelf: Shelf, colour: Sequence[float], options: dict[str, Any]
) -> None:
    painter = save_painter(tmp_path / "painter.onnx", colour, **options)
    colorizer = open_colorizer(painter, "cpu", shelf=shelf)
    written = colorize_file(photo, tmp_path / "result.tif", colorizer, Adjustments())
    assert_painted(written, photo)


def assert_painted(written: Path, photo: Path) -> None:
    lab = rgb_to_lab(tifffile.imread(written).astype(np.float32) / 255)
    gray = tifffile.imread(photo).astype(np.float32)[..., None].repeat(3, axis=2) / 255
    assert lab.shape == gray.shape
    assert np.abs(lab[..., 0] - rgb_to_lab(gray)[..., 0]).max() < 0.6  # half a step of 8 bits
    assert np.abs(lab[..., 1:].mean(axis=(0, 1)) - np.array(AB)).max() < 1.0
    assert np.abs(lab[..., 1:] - np.array(AB, dtype=np.float32)).max() < 2.5


def test_deoldify_without_its_wrapper_is_told_by_its_values(
    tmp_path: Path, photo: Path, shelf: Shelf
) -> None:
    bright = lab_to_rgb(np.array([[[25.0, 10.0, -20.0]]], dtype=np.float32))[0, 0]
    values = (bright - IMAGENET_MEAN) / IMAGENET_STD
    assert values.min() < -1.05  # so it is neither from 0 to 1 nor from -1 to 1
    colorizer = open_colorizer(save_painter(tmp_path / "raw.onnx", values), "cpu", shelf=shelf)
    assert_painted(colorize_file(photo, tmp_path / "result.tif", colorizer, Adjustments()), photo)


@pytest.mark.parametrize("shape", [(40, 30), (30, 300), (3, 3), (700, 500)])
def test_photos_of_any_size_and_shape_keep_theirs(
    tmp_path: Path, shelf: Shelf, shape: tuple[int, int]
) -> None:
    gray = tmp_path / "gray.tif"
    tifffile.imwrite(gray, np.linspace(70, 190, shape[0] * shape[1]).reshape(shape).astype(np.uint8))
    colorizer = open_colorizer(save_painter(tmp_path / "painter.onnx", AB), "cpu", shelf=shelf)
    assert_painted(colorize_file(gray, tmp_path / "result.tif", colorizer, Adjustments()), gray)

"""Other programs make the colorized photo of the layer and the photo beneath it."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import tifffile
from PIL import Image

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.layer_export import save_color_layer, save_lab_planes
from colorizer_gui.core.pipeline.pipeline import ColorizedPhoto, save_colorized
from colorizer_gui.core.prediction.prediction import Prediction
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.support.photos.outside_tools import needs_tools, run


@pytest.fixture
def colorized(tmp_path: Path) -> ColorizedPhoto:
    """A gradient, the left half without colour."""
    gray = np.tile(np.linspace(0, 255, 64), (48, 1)).astype(np.uint8)
    Image.fromarray(gray.T.copy()).save(tmp_path / "photo.png")
    photo = read_photo(tmp_path / "photo.png")
    ab: FloatArray = np.zeros((16, 16, 2), dtype=np.float32)
    ab[:, 8:] = (35.0, -20.0)
    ab[8:, 8:] = (-30.0, 40.0)
    return ColorizedPhoto(photo, Prediction(ab, np.ones((16, 16), dtype=np.float32)))


def pixels(path: Path) -> npt.NDArray[np.float64]:
    with Image.open(path) as image:
        return np.asarray(image, dtype=np.float64)


@needs_tools
def test_the_layer_over_the_photo_is_the_result(tmp_path: Path, colorized: ColorizedPhoto) -> None:
    result = save_colorized(colorized, tmp_path / "result.png", Adjustments())
    layer = save_color_layer(colorized, tmp_path / "layer.png", Adjustments())
    joined = tmp_path / "joined.png"
    run(
        "convert",
        tmp_path / "photo.png",
        layer,
        "-colorspace",
        "sRGB",
        "-compose",
        "over",
        "-composite",
        joined,
    )
    run("convert", joined, f"PNG24:{joined}")
    assert np.abs(pixels(joined) - pixels(result)).max() <= 1
    assert (pixels(layer)[:, :8, 3] == 0).all(), "what has no colour is clear"


def test_the_layer_in_color_mode_keeps_the_luma_beneath(tmp_path: Path, colorized: ColorizedPhoto) -> None:
    result = pixels(save_colorized(colorized, tmp_path / "result.png", Adjustments()))
    layer = pixels(save_color_layer(colorized, tmp_path / "layer.png", Adjustments())) / 255
    base = np.repeat(pixels(tmp_path / "photo.png")[..., None], 3, axis=2) / 255
    luma = np.array([0.3, 0.59, 0.11])
    # SetLum(source, Lum(backdrop)), W3C Compositing and Blending, 10.2; its clipping left out.
    mixed = layer[..., :3] + ((base - layer[..., :3]) @ luma)[..., None]
    cover = layer[..., 3:]
    joined = cover * mixed + (1 - cover) * base
    wanted = result / 255 + ((base - result / 255) @ luma)[..., None]
    assert np.abs(joined - wanted).max() < 3 / 255


def test_planes_hold_the_numbers(tmp_path: Path, colorized: ColorizedPhoto) -> None:
    path = save_lab_planes(colorized, tmp_path / "planes.tif", Adjustments(saturation=0.5))
    with tifffile.TiffFile(path) as file:
        planes = [page.asarray() for page in file.pages]
        assert [page.aspage().tags[285].value for page in file.pages] == ["L*", "a*", "b*"]
    np.testing.assert_array_equal(planes[0], colorized.photo.lightness)
    assert planes[1].dtype == np.float32
    middle = planes[1].shape[0] // 4
    assert planes[1][middle, 60 * planes[1].shape[1] // 64 - 1] == pytest.approx(17.5, abs=1.5)
    assert np.abs(planes[1][:, :4]).max() < 0.1

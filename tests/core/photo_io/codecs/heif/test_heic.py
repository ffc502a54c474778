"""HEIC where its addition is installed, made and judged by libheif's tools."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from skimage.color import rgb2lab

from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io import default_target, read_photo
from colorizer_gui.core.pipeline.pipeline import colorize_file
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.support.photos.icc import DISPLAY_P3, gamma, rgb_profile
from tests.support.photos.matrix_checks import HEIGHT, WIDTH, Warm, picture
from tests.support.photos.outside_tools import needs, needs_tools, run, tags

pytestmark = needs_tools
Array = npt.NDArray[Any]


def lightness_of_png(path: Path) -> Array:
    samples: Array | None = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    assert samples is not None
    color = samples[..., :3][..., ::-1] if samples.ndim == 3 else np.repeat(samples[..., None], 3, axis=2)
    lab: Array = rgb2lab(color / float(np.iinfo(samples.dtype).max))
    return lab[..., 0]


@needs("heif-enc", "heif-convert")
@pytest.mark.parametrize("words", ["", "-colorspace Gray"], ids=["colour", "gray"])
@pytest.mark.parametrize("bits", [8, 10, 12])
@pytest.mark.parametrize("chroma", ["444", "420"])
def test_every_kind_of_heic(tmp_path: Path, words: str, bits: int, chroma: str) -> None:
    pytest.importorskip("pillow_heif")
    plain, path, back = (tmp_path / name for name in ("plain.png", "photo.heic", "back.png"))
    run("convert", "ppm:-", *words.split(), "-depth", "8" if bits == 8 else "16", plain, data=picture())
    run("heif-enc", "-q", "95", "-b", str(bits), "-p", f"chroma={chroma}", plain, "-o", path)
    run("heif-convert", path, back)
    photo = read_photo(path)
    assert (photo.format, photo.size) == (PhotoFormat.HEIC, (WIDTH, HEIGHT))
    assert photo.depth == (8 if bits == 8 else 16)
    assert photo.had_color is (not words)
    # Two versions of the library may interpolate colour differently.
    assert np.abs(photo.lightness - lightness_of_png(back)).max() < (0.01 if chroma == "444" else 1.0)
    written = colorize_file(path, default_target(path), Warm(), Adjustments())
    assert written.suffix == ".png"
    assert np.abs(read_photo(written).lightness - photo.lightness).mean() < 0.3


@needs("heif-enc", "heif-convert")
@pytest.mark.parametrize("orientation", [1, 6, 8])
def test_a_turned_heic_keeps_its_tags(tmp_path: Path, orientation: int) -> None:
    pillow_heif: Any = pytest.importorskip("pillow_heif")
    from PIL import Image

    path, back = tmp_path / "photo.heic", tmp_path / "back.png"
    block = Image.Exif()
    block.update({0x0112: orientation, 0x010F: "maker", 0x8298: "Familie"})
    gradient = np.linspace(0, 255, WIDTH, dtype=np.uint8)[None].repeat(HEIGHT, axis=0)
    rgb = np.stack([gradient, gradient, gradient], axis=-1)
    profile = rgb_profile(DISPLAY_P3, gamma(2.2))
    image = Image.fromarray(rgb)
    pillow_heif.register_heif_opener()
    image.save(path, quality=95, exif=block.tobytes(), icc_profile=profile, chroma=444)
    run("exiftool", "-q", "-overwrite_original", "-XMP-dc:Title=Großmutter", "-XMP-xmp:Rating=4", path)
    run("heif-convert", path, back)
    photo = read_photo(path)
    upright = lightness_of_png(back).shape
    assert photo.lightness.shape == upright == ((HEIGHT, WIDTH) if orientation == 1 else (WIDTH, HEIGHT))
    # Dark to light runs where the independent program says it does.
    assert np.sign(photo.lightness[0, 0] - photo.lightness[-1, -1]) == np.sign(
        lightness_of_png(back)[0, 0] - lightness_of_png(back)[-1, -1]
    )
    assert photo.metadata.icc_profile == profile
    luminance = np.linspace(0, 1, WIDTH) ** (563 / 256)  # of a gray through the profile's curve
    exact = np.where(luminance > (6 / 29) ** 3, 116 * np.cbrt(luminance) - 16, (29 / 3) ** 3 * luminance)
    along = photo.lightness if orientation == 1 else np.rot90(photo.lightness, 1 if orientation == 6 else -1)
    assert np.abs(along[HEIGHT // 2] - exact).max() < 1.5
    found = tags(colorize_file(path, default_target(path), Warm(), Adjustments()))
    assert found["IFD0:Make"] == "maker"
    assert found["IFD0:Copyright"] == "Familie"
    assert found["IFD0:Orientation"] == 1
    assert found["XMP-dc:Title"] == "Großmutter"
    assert found["XMP-xmp:Rating"] == 4

"""A first look at a large photo shows what the photo will be."""

from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
import pytest
import tifffile
from PySide6.QtGui import QImage

from colorizer_gui.core.geometry.geometry import Geometry
from colorizer_gui.core.photo_io import ReadOptions, read_photo
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.workers.photo.glancing import glance
from colorizer_gui.workers.photo.originals import original_image
from tests.support.photos.large_scene import HEIGHT, jpeg, scene
from tests.support.photos.raw import dng
from tests.support.window.fixtures import PhotoMaker

RAW = pytest.mark.skipif(find_spec("rawpy") is None, reason="LibRaw is an addition that is not installed")


def plain_tiff(path: Path) -> None:
    samples = (65535 - scene().astype(np.uint16) * 257).astype(">u2")
    tifffile.imwrite(path, samples, photometric="miniswhite", extratags=[(274, "H", 1, 3, True)])


def packed_tiff(path: Path) -> None:
    colors = np.dstack([scene()] * 3)
    tifffile.imwrite(path, colors, photometric="rgb", compression="zlib", rowsperstrip=1)


def plain_raw(path: Path) -> None:
    light = (scene() / np.float32(255)) ** 2.2
    path.write_bytes(dng(np.dstack([light] * 3), orientation=6))


def raw_with_preview(path: Path) -> None:
    """As cameras write them: a JPEG of the photo, lying as the sensor did, and the sensor's own picture."""
    light = (scene() / np.float32(255)) ** 2.2
    path.write_bytes(dng(np.dstack([light] * 3), orientation=6, preview=scene()[::2, ::2]))


@pytest.fixture(
    scope="module",
    params=[
        jpeg,
        plain_tiff,
        packed_tiff,
        pytest.param(plain_raw, marks=RAW),
        pytest.param(raw_with_preview, marks=RAW),
    ],
    ids=lambda make: make.__name__,
)
def large(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A large photo of each kind, under the name of what made it."""
    suffix = {jpeg: ".jpg", plain_tiff: ".tif", packed_tiff: ".tif"}.get(request.param, ".dng")
    path = tmp_path_factory.mktemp("large") / f"{request.param.__name__}{suffix}"
    request.param(path)
    return path


@pytest.mark.parametrize("geometry", [Geometry(), Geometry(1, True)])
def test_the_first_look_is_the_photo(large: Path, geometry: Geometry) -> None:
    reading = ReadOptions(geometry=geometry)
    seen = glance(large, 1024, reading)
    assert seen is not None
    photo = read_photo(large, reading)
    assert (seen.size.width(), seen.size.height()) == photo.size
    assert 600 <= max(seen.image.width(), seen.image.height()) <= 1100
    wanted = original_image(photo, max(seen.image.width(), seen.image.height()))
    looks = [
        cv2.resize(rgb_from_image(each.convertToFormat(QImage.Format.Format_RGB32))[..., 0], (60, 60))
        for each in (seen.image, wanted)
    ]
    if large.stem != raw_with_preview.__name__:  # whose tones are the camera's own
        assert np.abs(looks[0].astype(int) - looks[1]).mean() < 4.0
    assert np.corrcoef(looks[0].ravel(), looks[1].ravel())[0, 1] > 0.98


def test_nothing_is_looked_at_first_where_reading_is_as_quick(tmp_path: Path, make_photo: PhotoMaker) -> None:
    assert glance(make_photo("small.jpg"), 1024, ReadOptions()) is None
    one_strip = tmp_path / "one.tif"
    tifffile.imwrite(one_strip, scene(), compression="zlib", rowsperstrip=HEIGHT)
    assert glance(one_strip, 1024, ReadOptions()) is None
    cut = tmp_path / "cut.tif"
    packed_tiff(cut)
    cut.write_bytes(cut.read_bytes()[:4000])
    assert glance(cut, 1024, ReadOptions()) is None

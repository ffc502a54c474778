"""Camera RAW, made and judged by dcraw."""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import tifffile
from skimage.color import rgb2lab

from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io import default_target, read_photo
from colorizer_gui.core.pipeline.pipeline import colorize_file
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.support.photos.matrix_checks import HEIGHT, WIDTH, Warm
from tests.support.photos.outside_tools import needs, needs_tools, run, tags
from tests.support.photos.raw import dng

pytestmark = needs_tools


Array = npt.NDArray[Any]


@needs("dcraw")
@pytest.mark.parametrize("orientation", [1, 6])
def test_camera_raw_is_developed_as_dcraw_does(tmp_path: Path, orientation: int) -> None:
    pytest.importorskip("rawpy")
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    light = 0.02 + 0.75 * (0.7 * x / WIDTH + 0.3 * y / HEIGHT)
    path = tmp_path / "photo.dng"
    path.write_bytes(dng(np.stack([light * 1.1, light, light * 0.85], axis=-1), orientation=orientation))
    run("dcraw", "-w", "-6", "-g", "2.4", "12.92", "-o", "1", "-T", path)
    developed = tifffile.imread(tmp_path / "photo.tiff") / 65_535.0
    photo = read_photo(path)
    assert (photo.format, photo.depth) == (PhotoFormat.RAW, 16)
    assert photo.lightness.shape == developed.shape[:2]
    assert np.abs(photo.lightness - rgb2lab(developed)[..., 0]).max() < 0.05
    found = tags(colorize_file(path, default_target(path), Warm(), Adjustments()))
    assert found["IFD0:Make"] == "Voigtlaender"
    assert found["IFD0:Orientation"] == 1
    assert found["XMP-xmpMM:DerivedFrom"]["FilePath"] == "photo.dng"

"""Photos that are read to keep their colours: all of them, through the profile, turned with the photo."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import tifffile
from PIL import Image

from colorizer_gui.core.color.conversion import rgb_to_lab
from colorizer_gui.core.geometry.geometry import AS_IT_IS
from colorizer_gui.core.photo_io import ReadOptions, read_photo
from colorizer_gui.core.photo_io.profiles.cms import adobe_rgb_profile

OWN = ReadOptions(own_colours=True)


def colours(height: int = 60, width: int = 90) -> npt.NDArray[np.uint8]:
    return np.random.default_rng(5).integers(40, 215, (height, width, 3)).astype(np.uint8)


def lab_of(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    return rgb_to_lab(pixels.astype(np.float32) / np.float32(255))


def test_each_pixel_keeps_its_colour(tmp_path: Path) -> None:
    pixels = colours()
    Image.fromarray(pixels).save(tmp_path / "a.png")
    photo = read_photo(tmp_path / "a.png", OWN)
    assert photo.own_ab is not None
    assert photo.own_ab.dtype == np.float16
    np.testing.assert_allclose(photo.own_ab, lab_of(pixels)[..., 1:], atol=0.07)
    assert read_photo(tmp_path / "a.png").own_ab is None, "which takes memory"


def test_a_profile_is_followed(tmp_path: Path) -> None:
    pixels = colours()
    Image.fromarray(pixels).save(tmp_path / "a.png", icc_profile=adobe_rgb_profile())
    photo = read_photo(tmp_path / "a.png", OWN)
    assert photo.own_ab is not None
    assert np.abs(photo.own_ab - lab_of(pixels)[..., 1:]).max() > 3, "a wider space"


@pytest.mark.parametrize("angle", [0.0, 4.0])
def test_it_turns_with_the_photo(tmp_path: Path, angle: float) -> None:
    pixels = np.repeat(np.repeat(colours(6, 9), 10, axis=0), 10, axis=1)
    Image.fromarray(pixels).save(tmp_path / "a.png")
    geometry = AS_IT_IS.turned(1)
    if angle:
        geometry = geometry.framed(angle, geometry.crop)
    photo = read_photo(tmp_path / "a.png", ReadOptions(own_colours=True, geometry=geometry))
    assert photo.own_ab is not None
    assert photo.own_ab.shape[:2] == photo.lightness.shape
    if not angle:
        np.testing.assert_allclose(photo.own_ab, lab_of(np.rot90(pixels, -1))[..., 1:], atol=0.07)


def test_gray_photos_have_none(tmp_path: Path) -> None:
    Image.fromarray(colours()[..., 0]).save(tmp_path / "a.png")
    assert read_photo(tmp_path / "a.png", OWN).own_ab is None


@pytest.mark.parametrize("bits", [8, 16])
def test_a_tiff_in_cielab_has_all_of_its_own(tmp_path: Path, bits: int) -> None:
    lab = lab_of(colours())
    kind, scale = (np.int8, 1) if bits == 8 else (np.int16, 256)
    planes = np.rint(lab * scale).astype(kind)
    planes[..., 0] = np.rint(lab[..., 0] * (2.55 if bits == 8 else 655.35)).astype(f"u{bits // 8}").view(kind)
    tifffile.imwrite(tmp_path / "a.tif", planes.view(f"u{bits // 8}"), photometric="cielab")
    photo = read_photo(tmp_path / "a.tif", OWN)
    assert photo.own_ab is not None
    np.testing.assert_allclose(photo.own_ab, lab[..., 1:], atol=0.6 if bits == 8 else 0.07)

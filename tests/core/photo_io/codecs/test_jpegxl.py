"""JPEG XL comes in with its size, depth, colours and orientation, whatever colour space it is stored in."""

import shutil
from pathlib import Path
from typing import Any

import cv2
import imagecodecs
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.photo_io.profiles.lightness import lightness_of
from tests.support.photos.icc import DISPLAY_P3, gamma, rgb_profile
from tests.support.photos.outside_tools import run

Array = npt.NDArray[Any]
needs_cjxl = pytest.mark.skipif(shutil.which("cjxl") is None, reason="needs cjxl; on Debian: libjxl-tools")


def encoded(path: Path, image: Array, **settings: Any) -> Path:
    path.write_bytes(bytes(imagecodecs.jpegxl_encode(image, **settings)))
    return path


@pytest.mark.parametrize("kind", ["rgb", "gray", "alpha"])
@pytest.mark.parametrize("container", [False, True])
def test_eight_bits(folder: Path, picture: ByteArray, gray: ByteArray, kind: str, container: bool) -> None:
    image: Array = {"rgb": picture, "gray": gray, "alpha": np.dstack([picture, gray])}[kind]
    photo = read_photo(encoded(folder / "photo.jxl", image, lossless=True, usecontainer=container))
    assert (photo.format, photo.depth, photo.size) == (PhotoFormat.JPEG_XL, 8, (53, 37))
    color = image if kind == "gray" else image[..., :3]
    np.testing.assert_allclose(photo.lightness, lightness_of(color.copy(), None), atol=1e-3)
    assert (photo.alpha is not None) == (kind == "alpha")
    if photo.alpha is not None:
        np.testing.assert_array_equal(photo.alpha, gray)


@pytest.mark.parametrize("bits", [10, 12, 16])
def test_more_bits_of_linear_light(folder: Path, picture: ByteArray, bits: int) -> None:
    """The encoder says "linear" of more than 8 bits, so these samples are linear light."""
    deep = np.rint(picture * ((2**bits - 1) / 255.0)).astype(np.uint16)
    photo = read_photo(encoded(folder / "photo.jxl", deep, lossless=True, bitspersample=bits))
    assert photo.depth == 16
    luminance = (picture / 255.0) @ np.array([0.2126, 0.7152, 0.0722])
    expected = np.where(luminance > 216 / 24_389, 116 * np.cbrt(luminance) - 16, luminance * 24_389 / 27)
    assert abs(photo.lightness - expected).max() < 0.3


@needs_cjxl
@pytest.mark.parametrize("lossy", [False, True])
@pytest.mark.parametrize("deep", [False, True])
def test_srgb_of_another_encoder(folder: Path, picture: ByteArray, lossy: bool, deep: bool) -> None:
    image = picture.astype(np.uint16) * 257 if deep else picture
    cv2.imwrite(str(folder / "photo.png"), image[..., ::-1])
    run("cjxl", folder / "photo.png", folder / "photo.jxl", "-d", "0.1" if lossy else "0")
    photo = read_photo(folder / "photo.jxl")
    assert photo.depth == (16 if deep else 8)
    assert photo.warnings == ()
    assert abs(photo.lightness - lightness_of(picture, None)).mean() < (0.2 if lossy else 1e-3)


@needs_cjxl
@pytest.mark.parametrize("space", ["RGB_D65_202_Rel_SRG", "RGB_D65_DCI_Rel_SRG", "RGB_D65_SRG_Rel_709"])
def test_colours_that_are_named_by_numbers(folder: Path, picture: ByteArray, space: str) -> None:
    Image.fromarray(picture).save(folder / "photo.png")
    run("cjxl", folder / "photo.png", folder / "photo.jxl", "-d", "0", "-x", f"color_space={space}")
    run("djxl", folder / "photo.jxl", folder / "back.png")
    photo, judged = read_photo(folder / "photo.jxl"), read_photo(folder / "back.png")
    assert photo.metadata.icc_profile is not None
    assert abs(photo.lightness - judged.lightness).mean() < 0.1


@needs_cjxl
@pytest.mark.parametrize("container", ["0", "1"])
def test_lossy_colours_with_a_profile_keep_their_dark_tones(folder: Path, container: str) -> None:
    """The decoder answers linear light; in 8 bits of that, dark tones would be off by 3.5 L*."""
    ramp = np.tile(np.arange(256, dtype=np.uint8), (64, 1))
    picture, alpha = np.dstack([ramp] * 3), np.tile(np.arange(255, 127, -2, dtype=np.uint8)[:, None], 256)
    profile = rgb_profile(DISPLAY_P3, gamma(1.8))
    Image.fromarray(np.dstack([picture, alpha])).save(folder / "photo.png", icc_profile=profile)
    run("cjxl", folder / "photo.png", folder / "photo.jxl", "-d", "0.1", f"--container={container}")
    photo = read_photo(folder / "photo.jxl")
    assert (photo.depth, photo.warnings) == (8, ())
    assert abs(photo.lightness - lightness_of(picture, profile)).max() < 0.5
    assert photo.alpha is not None
    assert np.abs(photo.alpha.astype(int) - alpha).max() <= 1


@needs_cjxl
def test_a_profile_that_the_decoder_keeps_to_itself_is_said(folder: Path, picture: ByteArray) -> None:
    Image.fromarray(picture).save(folder / "photo.png", icc_profile=rgb_profile(DISPLAY_P3, gamma(1.8)))
    run("cjxl", folder / "photo.png", folder / "photo.jxl", "-d", "0")
    assert any("profile" in text for text in read_photo(folder / "photo.jxl").warnings)


@needs_cjxl
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_decoder_turns_and_exif_does_not_turn_again(
    folder: Path, picture: ByteArray, orientation: int
) -> None:
    block = Image.Exif()
    block[0x0112] = orientation
    Image.fromarray(picture).save(folder / "photo.jpg", quality=98, subsampling=0, exif=block)
    run("cjxl", folder / "photo.jpg", folder / "photo.jxl", "-d", "0.1", "--lossless_jpeg=0")
    whole, photo = read_photo(folder / "photo.jpg"), read_photo(folder / "photo.jxl")
    assert photo.size == whole.size
    assert abs(photo.lightness - whole.lightness).mean() < 0.3


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9])
def test_a_file_that_was_cut_off(folder: Path, picture: ByteArray, share: float) -> None:
    noisy = picture ^ np.random.default_rng(0).integers(0, 256, picture.shape, dtype=np.uint8)
    path = encoded(folder / "photo.jxl", noisy, lossless=True)
    path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])
    with pytest.raises(PhotoReadError, match="damaged or cut off"):
        read_photo(path)

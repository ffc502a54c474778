"""Lightness goes through the file's profile; LittleCMS is the judge."""

import struct
from io import BytesIO
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import pytest
import tifffile
from PIL import Image, ImageCms
from skimage.color import rgb2lab

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo_io import WriteOptions, read_photo, write_photo
from tests.support.photos.icc import (
    ADOBE_RGB,
    DISPLAY_P3,
    DOT_GAIN,
    PROPHOTO,
    gamma,
    parametric,
    profile,
    rgb_profile,
)

Array = npt.NDArray[Any]


def by_littlecms(image: ByteArray, source: bytes) -> Array:
    """L* of 8-bit samples, through LittleCMS and sRGB."""
    target = ImageCms.createProfile("sRGB")
    opened = ImageCms.ImageCmsProfile(BytesIO(source))
    converted = ImageCms.profileToProfile(
        Image.fromarray(image),
        opened,
        target,
        outputMode="RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.NOOPTIMIZE,
    )
    lab: Array = rgb2lab(np.asarray(converted))
    return lab[..., 0]


GRAY_CURVES = {
    "gamma 2.2": gamma(2.2),
    "gamma 1.8": gamma(1.8),
    "linear": b"curv\0\0\0\0\0\0\0\0",
    "dot gain table": DOT_GAIN,
    "para 0": parametric(0, 2.4),
    "para 1": parametric(1, 2.0, 0.9, 0.1),
    "para 2": parametric(2, 2.0, 0.8, 0.1, 0.05),
    "para 3": parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045),
    "para 4": parametric(4, 2.2, 0.9, 0.05, 0.2, 0.1, 0.02, 0.01),
}


@pytest.mark.parametrize("name", GRAY_CURVES)
def test_gray_profiles_agree_with_littlecms(folder: Path, name: str) -> None:
    source = profile(b"GRAY", {b"kTRC": GRAY_CURVES[name]})
    ramp = np.arange(256, dtype=np.uint8)[None]
    Image.fromarray(ramp).save(folder / "photo.png", icc_profile=source)
    photo = read_photo(folder / "photo.png")
    assert photo.metadata.icc_profile == source
    # The judge rounds to 8-bit sRGB: half a step, which in the darkest tones is 0.14 L*.
    np.testing.assert_allclose(photo.lightness, by_littlecms(ramp, source), atol=0.25)


@pytest.mark.parametrize("kind", ["png", "tif"])
def test_a_gray_profile_is_followed_in_16_bits(folder: Path, kind: str) -> None:
    source = profile(b"GRAY", {b"kTRC": gamma(2.2)})
    values = np.arange(0, 65536, 5, dtype=np.uint16)[None]
    path = folder / f"photo.{kind}"
    if kind == "tif":
        tifffile.imwrite(path, values, photometric="minisblack", iccprofile=source)
    else:
        data = cv2.imencode(".png", values)[1].tobytes()
        with_profile = BytesIO()
        Image.fromarray(np.zeros((1, 1), np.uint8)).save(with_profile, "PNG", icc_profile=source)
        start = with_profile.getvalue().index(b"iCCP") - 4
        size = 12 + int.from_bytes(with_profile.getvalue()[start : start + 4], "big")
        path.write_bytes(data[:33] + with_profile.getvalue()[start : start + size] + data[33:])
    luminance = (values / 65535.0) ** (round(2.2 * 256) / 256)
    exact = np.where(luminance > (6 / 29) ** 3, 116 * np.cbrt(luminance) - 16, (29 / 3) ** 3 * luminance)
    photo = read_photo(path)
    assert photo.depth == 16
    np.testing.assert_allclose(photo.lightness, exact, atol=1e-3)


def test_a_gray_profile_whose_connection_space_is_lab(folder: Path) -> None:
    source = profile(b"GRAY", {b"kTRC": gamma(1.0)}, pcs=b"Lab ")
    ramp = np.arange(256, dtype=np.uint8)[None]
    Image.fromarray(ramp).save(folder / "photo.png", icc_profile=source)
    lightness = read_photo(folder / "photo.png").lightness
    np.testing.assert_allclose(lightness, ramp / 2.55, atol=1e-3)
    np.testing.assert_allclose(lightness, by_littlecms(ramp, source), atol=0.25)


@pytest.mark.parametrize("primaries", [ADOBE_RGB, PROPHOTO, DISPLAY_P3], ids=["Adobe RGB", "ProPhoto", "P3"])
def test_rgb_profiles_agree_with_littlecms(folder: Path, primaries: tuple[tuple[float, ...], ...]) -> None:
    source = rgb_profile(primaries, gamma(2.19921875))
    # Moderate colours: the judge has to pass through the smaller sRGB.
    image = np.random.default_rng(0).integers(115, 140, (16, 16, 3), dtype=np.uint8)
    Image.fromarray(image).save(folder / "photo.png", icc_profile=source)
    lightness = read_photo(folder / "photo.png").lightness
    np.testing.assert_allclose(lightness, by_littlecms(image, source), atol=0.35)
    tifffile.imwrite(folder / "deep.tif", image * np.uint16(257), photometric="rgb", iccprofile=source)
    np.testing.assert_allclose(read_photo(folder / "deep.tif").lightness, lightness, atol=1e-3)


def test_pure_colours_of_adobe_rgb_have_their_published_luminance(folder: Path) -> None:
    source = rgb_profile(ADOBE_RGB, gamma(2.19921875))
    image = np.eye(3, dtype=np.uint16)[None] * np.uint16(65535)
    tifffile.imwrite(folder / "photo.tif", image, photometric="rgb", iccprofile=source)
    luminance = np.array([[0.29734, 0.62736, 0.07529]])  # Adobe RGB (1998), section 4.3.5.3
    np.testing.assert_allclose(
        read_photo(folder / "photo.tif").lightness, 116 * np.cbrt(luminance) - 16, atol=0.02
    )


def test_an_attached_srgb_profile_changes_nothing(folder: Path, picture: ByteArray) -> None:
    source = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.fromarray(picture).save(folder / "with.png", icc_profile=source)
    Image.fromarray(picture).save(folder / "without.png")
    with_profile, without = read_photo(folder / "with.png"), read_photo(folder / "without.png")
    np.testing.assert_allclose(with_profile.lightness, without.lightness, atol=0.01)


def test_gray_samples_with_an_rgb_profile_use_its_curve(folder: Path) -> None:
    ramp = np.arange(256, dtype=np.uint8)[None]
    curve = gamma(1.8)
    Image.fromarray(ramp).save(folder / "rgb.jpg", quality=100, icc_profile=rgb_profile(PROPHOTO, curve))
    Image.fromarray(ramp).save(
        folder / "gray.jpg", quality=100, icc_profile=profile(b"GRAY", {b"kTRC": curve})
    )
    rgb, gray = read_photo(folder / "rgb.jpg"), read_photo(folder / "gray.jpg")
    np.testing.assert_allclose(rgb.lightness, gray.lightness, atol=1e-3)


def lut_profile() -> bytes:
    """An RGB profile with an A2B table only: L* is the mean of the three samples."""
    corners = np.stack(np.meshgrid(*[[0.0, 1.0]] * 3, indexing="ij"), axis=-1).reshape(-1, 3)
    lab = np.stack([corners.mean(axis=1) * 65280, np.full(8, 32768.0), np.full(8, 32768.0)], axis=1)
    line = np.array([0, 65535], dtype=">u2").tobytes() * 3
    identity = struct.pack(">9i", *(np.eye(3).reshape(-1).astype(int) * 65536))
    head = b"mft2\0\0\0\0" + bytes([3, 3, 2, 0]) + identity + struct.pack(">HH", 2, 2)
    data = head + line + lab.astype(">u2").tobytes() + line
    return profile(b"RGB ", {b"A2B0": data}, pcs=b"Lab ")


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_profiles_with_tables_go_through_littlecms(
    folder: Path, dtype: type[np.unsignedinteger[Any]]
) -> None:
    levels = np.arange(20, 240, dtype=np.uint8)
    image = np.stack([levels, levels, levels], axis=-1)[None]
    scaled = image.astype(dtype) * dtype(np.iinfo(dtype).max // 255)
    tifffile.imwrite(folder / "photo.tif", scaled, photometric="rgb", iccprofile=lut_profile())
    photo = read_photo(folder / "photo.tif")
    np.testing.assert_allclose(photo.lightness, image.mean(axis=-1) / 2.55, atol=0.5)
    assert photo.depth == np.dtype(dtype).itemsize * 8


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"no profile at all",
        b"\0" * 200,
        profile(b"GRAY", {b"kTRC": gamma(2.2)})[:150],
        profile(b"GRAY", {}),
        profile(b"RGB ", {b"A2B0": b"mft2"}),
        profile(b"GRAY", {b"kTRC": parametric(9, 1.0)}),
    ],
)
def test_a_broken_profile_is_passed_over(folder: Path, gray: ByteArray, broken: bytes) -> None:
    tifffile.imwrite(folder / "photo.tif", gray, photometric="minisblack", iccprofile=broken or None)
    tifffile.imwrite(folder / "plain.tif", gray, photometric="minisblack")
    photo = read_photo(folder / "photo.tif")
    np.testing.assert_array_equal(photo.lightness, read_photo(folder / "plain.tif").lightness)


def test_a_gray_profile_on_rgb_samples_is_passed_over(folder: Path, picture: ByteArray) -> None:
    source = profile(b"GRAY", {b"kTRC": gamma(1.0)})
    tifffile.imwrite(folder / "photo.tif", picture, photometric="rgb", iccprofile=source)
    tifffile.imwrite(folder / "plain.tif", picture, photometric="rgb")
    photo = read_photo(folder / "photo.tif")
    np.testing.assert_array_equal(photo.lightness, read_photo(folder / "plain.tif").lightness)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_results_carry_srgb_and_not_the_gray_profile(folder: Path, picture: ByteArray, suffix: str) -> None:
    source = profile(b"GRAY", {b"kTRC": gamma(2.2)})
    Image.fromarray(picture[..., 0].copy()).save(folder / "photo.png", icc_profile=source)
    photo = read_photo(folder / "photo.png")
    written = write_photo(folder / f"out{suffix}", picture, photo, options=WriteOptions())
    with Image.open(written) as image:
        attached = ImageCms.ImageCmsProfile(BytesIO(image.info["icc_profile"]))
    assert attached.profile.xcolor_space.strip() == "RGB"
    assert "sRGB" in ImageCms.getProfileDescription(attached)

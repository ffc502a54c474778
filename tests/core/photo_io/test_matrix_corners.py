"""The rarer corners of the matrix: transparency, YCCK, JPEG 2000, AVIF, and profiles of other makers."""

from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt
import pytest

from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.pipeline import colorize_file
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.support.photos.icc import DOT_GAIN, gamma, profile
from tests.support.photos.matrix_checks import HEIGHT, WIDTH, Warm, check, picture
from tests.support.photos.outside_tools import needs_tools, run, tags

pytestmark = needs_tools
Array = npt.NDArray[Any]

#: Of the Debian packages colord-data, icc-profiles-free and libgs-common; the last ones are tables.
PROFILES = Path("/usr/share/color/icc")
RGB_PROFILES = (
    "colord/AdobeRGB1998.icc",
    "colord/ProPhotoRGB.icc",
    "colord/ECI-RGBv2.icc",
    "colord/WideGamutRGB.icc",
    "compatibleWithAdobeRGB1998.icc",
    "LStar-RGB.icc",
    "ghostscript/a98.icc",
)
GRAY_PROFILES = ("Gray.icc", "Gray-CIE_L.icc", "ghostscript/default_gray.icc", "ghostscript/ps_gray.icc")
CMYK_PROFILE = PROFILES / "ghostscript/default_cmyk.icc"

#: Words for ImageMagick that make transparency: whole, half, and none.
_BAND = "-alpha set -region 20x48+40+0 -alpha transparent +region"
ALPHA = {
    "gray-alpha-8.png": "-colorspace Gray -depth 8 -define png:color-type=4",
    "gray-alpha-16.png": "-colorspace Gray -depth 16 -define png:color-type=4 -define png:bit-depth=16",
    "rgba-8.png": "-depth 8 -define png:color-type=6",
    "rgba-16.png": "-depth 16 -define png:color-type=6 -define png:bit-depth=16",
    "trns-palette.png": "-colors 40",
    "trns-rgb.png": "-depth 8 -define png:color-type=2",
    "trns-gray.png": "-colorspace Gray -depth 8 -define png:color-type=0",
    "rgba.webp": "-define webp:lossless=true",
    "unassociated.tif": "-depth 16 -define tiff:alpha=unassociated -compress lzw",
    "associated.tif": "-depth 16 -define tiff:alpha=associated -compress lzw",
}


def samples_of_picture() -> Array:
    raw = np.frombuffer(picture()[-HEIGHT * WIDTH * 6 :], ">u2")
    return np.asarray(raw.reshape(HEIGHT, WIDTH, 3), dtype=np.uint16)


def alpha_by_imagemagick(path: Path) -> Array:
    raw = run("convert", path, "-alpha", "extract", "-depth", "16", "gray:-")
    return np.frombuffer(raw, "<u2").reshape(HEIGHT, WIDTH)


@pytest.mark.parametrize("name", ALPHA)
def test_every_kind_of_transparency(folder: Path, name: str) -> None:
    path = folder / name
    target = f"PNG8:{path}" if "palette" in name else path
    run("convert", "ppm:-", *_BAND.split(), *ALPHA[name].split(), target, data=picture())
    photo = read_photo(path)
    judged = alpha_by_imagemagick(path)
    assert judged.min() == 0, "the file is what its name says"
    assert judged.max() == 65_535
    assert photo.alpha is not None
    scale = 65_535 // np.iinfo(photo.alpha.dtype).max
    np.testing.assert_array_equal(photo.alpha.astype(int) * scale, judged)
    if "trns" in name:
        assert b"tRNS" in path.read_bytes()
    written = colorize_file(path, folder / f"out{path.suffix}", Warm(), Adjustments())
    np.testing.assert_array_equal(alpha_by_imagemagick(written) > 32_767, judged > 32_767)
    opaque = photo.alpha == photo.alpha.max()
    assert np.abs(read_photo(written).lightness - photo.lightness)[opaque].mean() < 0.3


def test_a_ycck_jpeg(folder: Path) -> None:
    """CMYK as Photoshop stores it in a JPEG: inverted, and rotated into YCC."""
    rgb = (samples_of_picture() >> 8).astype(np.uint8)
    inks = np.dstack([rgb, np.full((HEIGHT, WIDTH), 250, np.uint8)])  # inverted, as Adobe does
    data = imagecodecs.jpeg8_encode(
        np.ascontiguousarray(inks), level=98, colorspace="CMYK", outcolorspace="YCCK"
    )
    start = data.find(b"Adobe")
    assert start < 0 or data[start + 11] == 2
    if start < 0:  # the marker that says so (Adobe TN 5116, 18)
        marker = b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\2"
        data = data[:2] + marker + data[2:]
    path = folder / "jpeg-ycck.jpg"
    path.write_bytes(data)
    assert tags(path)["Adobe:ColorTransform"] == 2
    check(path)


@pytest.mark.parametrize("kind", ["gray", "rgb"])
@pytest.mark.parametrize("depth", [8, 16])
def test_jpeg_2000(folder: Path, kind: str, depth: int) -> None:
    samples = samples_of_picture() if depth == 16 else (samples_of_picture() >> 8).astype(np.uint8)
    path = folder / f"{kind}-{depth}.jp2"
    chosen = np.ascontiguousarray(samples if kind == "rgb" else samples[..., 1])
    path.write_bytes(imagecodecs.jpeg2k_encode(chosen, level=0, codecformat="jp2", reversible=True))
    check(path)


@pytest.mark.parametrize("words", ["", "-colorspace Gray"], ids=["colour", "gray"])
def test_avif(folder: Path, words: str) -> None:
    path = folder / "lossy.avif"
    run("convert", "ppm:-", *words.split(), "-depth", "8", "-quality", "98", path, data=picture())
    check(path)


@pytest.mark.parametrize("curve", [gamma(2.2), DOT_GAIN], ids=["gamma", "dot gain"])
@pytest.mark.parametrize("depth", [8, 16])
def test_min_is_white_through_a_gray_profile(folder: Path, curve: bytes, depth: int) -> None:
    (folder / "in.icc").write_bytes(profile(b"GRAY", {b"kTRC": curve}))
    path = folder / "white.tif"
    words = f"-colorspace Gray -depth {depth} -define quantum:polarity=min-is-white -compress none"
    run("convert", "ppm:-", *words.split(), path, data=picture())
    run("exiftool", "-q", "-overwrite_original", f"-icc_profile<={folder / 'in.icc'}", path)
    assert tags(path)["IFD0:PhotometricInterpretation"] == 0
    check(path, by_profile=True, tolerance=0.6)


def embedded(folder: Path, name: str, suffix: str, words: str) -> Path:
    icc = PROFILES / name
    if not icc.exists():
        pytest.skip(f"needs {icc}")
    path = folder / f"photo.{suffix}"
    run("convert", "ppm:-", *words.split(), "+profile", "*", path, data=picture())
    run("exiftool", "-q", "-overwrite_original", f"-icc_profile<={icc}", path)
    assert tags(path)["ICC_Profile:ProfileDescription"]
    return path


@pytest.mark.parametrize("name", RGB_PROFILES)
@pytest.mark.parametrize("suffix", ["png", "tif"])
def test_rgb_profiles_of_other_makers(folder: Path, name: str, suffix: str) -> None:
    check(embedded(folder, name, suffix, "-depth 16"), by_profile=True, tolerance=0.6)


@pytest.mark.parametrize("name", GRAY_PROFILES)
@pytest.mark.parametrize("suffix", ["png", "tif"])
def test_gray_profiles_of_other_makers(folder: Path, name: str, suffix: str) -> None:
    path = embedded(folder, name, suffix, "-colorspace Gray -depth 16 -set colorspace Gray")
    check(path, by_profile=True, tolerance=0.6)


@pytest.mark.parametrize("kind", ["cmyk-8.tif", "cmyk-16.tif", "cmyk-jpeg.jpg"])
def test_a_cmyk_profile_is_followed(folder: Path, kind: str) -> None:
    if not CMYK_PROFILE.exists():
        pytest.skip(f"needs {CMYK_PROFILE}")
    path = folder / kind
    depth = "16" if "16" in kind else "8"
    srgb = PROFILES / "ghostscript/srgb.icc"
    words: list[str | Path] = ["-profile", srgb, "-profile", CMYK_PROFILE, "-depth", depth, "-quality", "98"]
    words += ["-compress", "none"] if "tif" in kind else []
    run("convert", "ppm:-", *words, path, data=picture())
    assert tags(path)["ICC-header:ColorSpaceData"] == "CMYK"
    check(path, by_profile=True, tolerance=1.5)

"""What the user may choose: depth, compression, profile, resolution, page, negative, largest size."""

import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image
from skimage.color import rgb2lab

from colorizer_gui.core.color.conversion import ByteArray, rgb_to_lab
from colorizer_gui.core.common.errors import PhotoReadError, PhotoWriteError
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import ReadOptions, WriteOptions, read_photo, write_photo
from tests.support.photos.icc import ADOBE_RGB, PROPHOTO, gamma, profile, rgb_profile

DEEP = np.random.default_rng(2).integers(8000, 50_000, (37, 53, 3), dtype=np.uint16)


def source(folder: Path, icc: bytes | None = None, **settings: Any) -> Photo:
    tifffile.imwrite(folder / "photo.tif", DEEP, photometric="rgb", iccprofile=icc, **settings)
    return read_photo(folder / "photo.tif")


@pytest.mark.parametrize(("compression", "code"), [("deflate", 8), ("lzw", 5), ("none", 1)])
@pytest.mark.parametrize("depth", [8, 16])
def test_tiff_compressions(folder: Path, compression: Any, code: int, depth: Any) -> None:
    options = WriteOptions(tiff_compression=compression, depth=depth)
    written = write_photo(folder / "out.tif", DEEP, source(folder), options=options)
    with tifffile.TiffFile(written) as file:
        page = file.pages.first
        assert (int(page.compression), page.bitspersample) == (code, depth)
        expected = DEEP if depth == 16 else np.rint(DEEP / 257)
        np.testing.assert_array_equal(page.asarray(), expected)
    assert np.asarray(Image.open(written)).shape == DEEP.shape


@pytest.mark.parametrize("icc", [rgb_profile(ADOBE_RGB, gamma(2.2)), rgb_profile(PROPHOTO, gamma(1.8))])
@pytest.mark.parametrize("depth", [8, 16])
def test_the_source_s_profile_may_be_kept(folder: Path, icc: bytes, depth: Any) -> None:
    photo = source(folder, icc)
    options = WriteOptions(profile="source", depth=depth)
    written = write_photo(folder / "out.tif", DEEP, photo, options=options)
    again = read_photo(written)
    assert again.metadata.icc_profile == icc
    wanted = rgb_to_lab(DEEP / np.float32(65_535))[..., 0]
    np.testing.assert_allclose(again.lightness, wanted, atol=0.03 if depth == 16 else 0.4)


@pytest.mark.parametrize("icc", [None, profile(b"GRAY", {b"kTRC": gamma(2.2)}), b"broken"])
def test_without_an_rgb_profile_there_is_none_to_keep(folder: Path, icc: bytes | None) -> None:
    photo = source(folder, icc)
    with pytest.raises(PhotoWriteError, match="choose sRGB"):
        write_photo(folder / "out.tif", DEEP, photo, options=WriteOptions(profile="source"))


def test_resolution_keeps_its_unit_and_may_be_changed(folder: Path) -> None:
    photo = source(folder, resolution=(100, 120), resolutionunit="CENTIMETER")
    kept = write_photo(folder / "out.tif", DEEP, photo, options=WriteOptions())
    with tifffile.TiffFile(kept) as file:
        tags = file.pages.first.tags
        assert tags["ResolutionUnit"].value == 3
        assert tags["XResolution"].value[0] / tags["XResolution"].value[1] == pytest.approx(100)
    assert read_photo(kept).metadata.dpi == pytest.approx((254, 304.8))
    changed = write_photo(folder / "new.png", DEEP, photo, options=WriteOptions(dpi=(300, 300)))
    assert read_photo(changed).metadata.dpi == pytest.approx((300, 300), abs=0.01)
    with pytest.raises(ValueError, match="resolution"):
        WriteOptions(dpi=(0, 300))


def test_a_negative_is_turned_round(folder: Path, gray: ByteArray) -> None:
    Image.fromarray(gray).save(folder / "positive.png")
    Image.fromarray(255 - gray).save(folder / "negative.png")
    photo = read_photo(folder / "negative.png", ReadOptions(negative=True))
    assert photo.negative
    np.testing.assert_array_equal(photo.lightness, read_photo(folder / "positive.png").lightness)


def test_the_ceiling_can_be_moved(folder: Path, gray: ByteArray) -> None:
    Image.fromarray(gray).save(folder / "photo.png")
    with pytest.raises(PhotoReadError, match="megapixels"):
        read_photo(folder / "photo.png", ReadOptions(max_pixels=gray.size - 1))
    read_photo(folder / "photo.png", ReadOptions(max_pixels=gray.size))


@pytest.mark.parametrize(
    ("values", "expected", "words"),
    [
        (np.array([[0, 100, 255]], np.float32), [0, 100 / 255, 1], "0 to 255"),
        (np.array([[-0.1, 0.5, 1.2]], np.float32), [0, 0.5, 1], "cut to 0 to 1"),
        (np.array([[-5, 0, 5]], np.float32), [0, 0.5, 1], "-5 to 5"),
        (np.array([[np.nan, 0.5, 1]], np.float32), [0, 0.5, 1], "no numbers"),
        (np.array([[-32768, 0, 32767]], np.int16), [0, 0.5, 1], "signed"),
        (np.array([[0, 64, 127]], np.int8), [0, 64 / 127, 1], "signed"),
    ],
)
def test_unusual_ranges_are_taken_and_said(
    folder: Path, values: Any, expected: list[float], words: str
) -> None:
    tifffile.imwrite(folder / "photo.tif", values, photometric="minisblack")
    photo = read_photo(folder / "photo.tif")
    gray = np.repeat(np.array(expected)[None, :, None], 3, axis=2)
    np.testing.assert_allclose(photo.lightness, rgb2lab(gray)[..., 0], atol=0.01)
    assert any(words in warning for warning in photo.warnings)


def png_with(folder: Path, *extra: tuple[bytes, bytes]) -> Path:
    Image.fromarray(np.full((4, 4, 3), 128, dtype=np.uint8)).save(folder / "plain.png")
    data = (folder / "plain.png").read_bytes()
    chunks = b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in extra
    )
    (folder / "photo.png").write_bytes(data[:33] + chunks + data[33:])
    return folder / "photo.png"


@pytest.mark.parametrize(("stored", "exponent"), [(100_000, 1.0), (55_556, 1.8), (45_455, None)])
def test_png_gamma(folder: Path, stored: int, exponent: float | None) -> None:
    photo = read_photo(png_with(folder, (b"gAMA", struct.pack(">I", stored))))
    wanted = 53.585 if exponent is None else 116 * np.cbrt((128 / 255) ** exponent) - 16
    assert photo.lightness[0, 0] == pytest.approx(wanted, abs=0.02)
    assert photo.metadata.icc_profile is None


def test_exif_may_name_adobe_rgb(folder: Path) -> None:
    image = np.zeros((2, 2, 3), dtype=np.uint8)
    image[..., 1] = 255
    block = Image.Exif()
    block.update({0x010F: "maker"})
    block.get_ifd(0x8769).update({0xA001: 2})
    Image.fromarray(image).save(folder / "photo.png", exif=block)
    luminance = 0.62736  # of Adobe RGB's green (section 4.3.5.3)
    assert read_photo(folder / "photo.png").lightness[0, 0] == pytest.approx(
        116 * np.cbrt(luminance) - 16, abs=0.05
    )


@pytest.mark.parametrize(
    ("name", "content", "module", "extra"),
    [
        ("photo.heic", b"\0\0\0\x18ftypheic" + bytes(40), "pillow_heif", "heif"),
        ("photo.nef", b"II*\0" + bytes(40), "rawpy", "raw"),
        ("photo.cr3", b"\0\0\0\x18ftypcrx " + bytes(40), "rawpy", "raw"),
    ],
)
def test_a_missing_addition_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (folder / name).write_bytes(content)
    with pytest.raises(PhotoReadError, match=rf'pip install "tintype\[{extra}\]"'):
        read_photo(folder / name)


def test_heic_where_the_addition_is_there(folder: Path, picture: ByteArray) -> None:
    pillow_heif: Any = pytest.importorskip("pillow_heif")
    image = pillow_heif.from_pillow(Image.fromarray(picture))
    image.save(folder / "photo.heic", quality=-1, chroma=444)
    photo = read_photo(folder / "photo.heic")
    assert photo.format.value == "HEIC"
    np.testing.assert_allclose(photo.lightness, rgb2lab(picture)[..., 0], atol=2.0)


def test_avif(folder: Path, picture: ByteArray) -> None:
    Image.fromarray(picture).save(folder / "photo.avif", quality=100)
    photo = read_photo(folder / "photo.avif")
    assert photo.format.value == "AVIF"
    np.testing.assert_allclose(photo.lightness, rgb2lab(picture)[..., 0], atol=3.0)


LARGE = """
import sys
from pathlib import Path
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.pipeline.pipeline import colorize_file
colorize_file(Path(sys.argv[1]), Path(sys.argv[2]), NetworkColorizer.load("cpu"), Adjustments())
# Unlike getrusage, which begins with the peak of the process that started this one.
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(int(status["VmHWM"].split()[0]) // 1024)
"""


@pytest.mark.weights
@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory otherwise")
def test_fifty_megapixels_in_less_than_a_gigabyte(project: Path, folder: Path) -> None:
    down, across = (axis.astype(np.int32) for axis in np.ogrid[0:6104, 0:8192])  # half of the bytes
    values = ((down * 5 + across * 3 + (down * across) // 400) % 60_000 + 2000).astype(np.uint16)
    icc = profile(b"GRAY", {b"kTRC": gamma(2.2)})
    tifffile.imwrite(folder / "scan.tif", values, photometric="miniswhite", iccprofile=icc)
    words = [sys.executable, "-c", LARGE, str(folder / "scan.tif"), str(folder / "out.tif")]
    answer = subprocess.run(words, cwd=project, capture_output=True, text=True, check=True)
    assert int(answer.stdout) < 1024, "megabytes"
    part = slice(2000, 2500, 5)
    with tifffile.TiffFile(folder / "out.tif") as file:
        result = file.pages.first.asarray()[part]
    clipped = ((result == 0) | (result == 65_535)).any(axis=-1)
    luminance = ((65_535 - values[part]) / 65_535.0) ** (round(2.2 * 256) / 256)
    exact = np.where(luminance > (6 / 29) ** 3, 116 * np.cbrt(luminance) - 16, (29 / 3) ** 3 * luminance)
    difference = np.abs(rgb2lab(result / 65_535.0)[..., 0] - exact)
    assert difference[~clipped].max() < 0.03

"""Each kind of file comes in with its size and lightness, whatever it is called."""

import tracemalloc
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io import photo_from_rgb, read_photo
from tests.support.photos.lightness import expected


@pytest.mark.parametrize(
    ("name", "photo_format"),
    [
        ("Ñandú 日本.jpg", PhotoFormat.JPEG),
        ("Ñandú 日本.png", PhotoFormat.PNG),
        ("Ñandú 日本.tif", PhotoFormat.TIFF),
        ("Ñandú 日本.webp", PhotoFormat.WEBP),
        ("Ñandú 日本.bmp", PhotoFormat.BMP),
    ],
)
def test_reads_every_format_under_any_name(
    folder: Path, picture: ByteArray, name: str, photo_format: PhotoFormat
) -> None:
    path = folder / name
    options: dict[str, Any] = {"lossless": True} if photo_format is PhotoFormat.WEBP else {}
    Image.fromarray(picture).save(path, **options)
    photo = read_photo(path)
    decoded = np.asarray(Image.open(path))
    assert photo.path == path
    assert photo.format is photo_format
    assert photo.size == (53, 37)
    assert photo.depth == 8
    assert photo.alpha is None
    assert photo.had_color
    assert photo.lightness.dtype == np.float32
    np.testing.assert_allclose(photo.lightness, expected(decoded), atol=2e-3)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".bmp"])
def test_the_content_decides_not_the_suffix(folder: Path, gray: ByteArray, suffix: str) -> None:
    path = folder / f"photo{suffix}"
    stream = BytesIO()
    Image.fromarray(gray).save(stream, "PNG")
    path.write_bytes(stream.getvalue())
    assert read_photo(path).format is PhotoFormat.PNG


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".bmp"])
def test_gray_files_are_gray(folder: Path, gray: ByteArray, suffix: str) -> None:
    path = folder / f"photo{suffix}"
    Image.fromarray(gray).save(path, quality=100)
    photo = read_photo(path)
    assert not photo.had_color
    np.testing.assert_allclose(photo.lightness, expected(np.asarray(Image.open(path))), atol=1e-3)


def test_gray_stored_as_rgb_has_no_colour_even_after_jpeg(folder: Path, gray: ByteArray) -> None:
    path = folder / "photo.jpg"
    Image.fromarray(np.repeat(gray[..., None], 3, axis=2)).save(path, quality=70)
    assert not read_photo(path).had_color


def test_a_jpeg_with_several_pictures_is_a_jpeg(folder: Path, picture: ByteArray, gray: ByteArray) -> None:
    first, second = Image.fromarray(picture), Image.fromarray(gray)
    first.save(folder / "photo.jpg", "MPO", save_all=True, append_images=[second], quality=100)
    photo = read_photo(folder / "photo.jpg")
    assert photo.format is PhotoFormat.JPEG
    np.testing.assert_allclose(photo.lightness, expected(picture), atol=8)


def test_cmyk_jpeg_becomes_rgb(folder: Path, picture: ByteArray) -> None:
    path = folder / "photo.jpg"
    Image.fromarray(picture).convert("CMYK").save(path, quality=100)
    photo = read_photo(path)
    assert photo.had_color
    np.testing.assert_allclose(photo.lightness, expected(picture), atol=2.5)


@pytest.mark.parametrize("suffix", [".png", ".tif", ".bmp"])
def test_palettes_are_looked_up(folder: Path, picture: ByteArray, suffix: str) -> None:
    image = Image.fromarray(picture).quantize(16)
    image.save(folder / f"photo{suffix}")
    photo = read_photo(folder / f"photo{suffix}")
    assert photo.depth == 8
    np.testing.assert_allclose(photo.lightness, expected(np.asarray(image.convert("RGB"))), atol=2e-3)


def test_jpeg_compressed_and_cmyk_tiff(folder: Path, picture: ByteArray) -> None:
    Image.fromarray(picture).save(folder / "jpeg.tif", compression="jpeg", quality=100)
    Image.fromarray(picture).convert("CMYK").save(folder / "cmyk.tif")
    for name in ("jpeg.tif", "cmyk.tif"):
        np.testing.assert_allclose(read_photo(folder / name).lightness, expected(picture), atol=2.0)


def test_of_several_pages_the_first_whole_one_is_read(folder: Path, gray: ByteArray) -> None:
    path = folder / "photo.tif"
    with tifffile.TiffWriter(path) as writer:
        writer.write(gray[::4, ::4], photometric="minisblack", subfiletype=1)
        writer.write(gray, photometric="minisblack")
        writer.write(255 - gray, photometric="minisblack")
    np.testing.assert_allclose(read_photo(path).lightness, expected(gray), atol=1e-3)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1, 5000), (5000, 1), (5, 7)])
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".bmp"])
def test_odd_sizes(folder: Path, width: int, height: int, suffix: str) -> None:
    image = np.random.default_rng(1).integers(0, 256, (height, width, 3), dtype=np.uint8)
    path = folder / f"photo{suffix}"
    Image.fromarray(image).save(path, lossless=True)
    photo = read_photo(path)
    assert photo.size == (width, height)
    np.testing.assert_allclose(
        photo.lightness, expected(np.asarray(Image.open(path).convert("RGB"))), atol=2e-3
    )


def test_a_large_odd_size(folder: Path) -> None:
    row = np.arange(4001, dtype=np.uint16) * 16
    values = np.broadcast_to(row, (3001, 4001))
    tifffile.imwrite(folder / "photo.tif", values, photometric="minisblack", compression="zlib")
    photo = read_photo(folder / "photo.tif")
    assert photo.size == (4001, 3001)
    np.testing.assert_allclose(photo.lightness[-1], expected(row[None], 65535.0)[0], atol=1e-3)
    assert np.ptp(photo.lightness, axis=0).max() == 0


@pytest.mark.parametrize("channels", [3, 4])
def test_pasted_pixels(picture: ByteArray, channels: int) -> None:
    image = np.dstack([picture, picture[..., 2]])[..., :channels]
    photo = photo_from_rgb(image, dpi=(96.0, 96.0))
    assert photo.path is None
    assert photo.format is PhotoFormat.PNG
    assert photo.depth == 8
    assert photo.metadata.dpi == (96.0, 96.0)
    np.testing.assert_allclose(photo.lightness, expected(picture), atol=2e-3)
    assert (photo.alpha is not None) == (channels == 4)
    if photo.alpha is not None:
        np.testing.assert_array_equal(photo.alpha, picture[..., 2])


@pytest.mark.parametrize("shape", [(4, 5), (4, 5, 2), (0, 5, 3)])
def test_pasting_wants_rgb(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"wanted|at least one"):
        photo_from_rgb(np.zeros(shape, dtype=np.uint8))


def test_reading_is_lean(folder: Path) -> None:
    """A gray 16-bit photo needs the file, its samples and L*: 8 bytes a pixel, and little more."""
    values = np.arange(12_000_000, dtype=np.uint16).reshape(3000, 4000)
    tifffile.imwrite(folder / "photo.tif", values, photometric="minisblack")
    tracemalloc.start()
    try:
        read_photo(folder / "photo.tif")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 12 * values.size

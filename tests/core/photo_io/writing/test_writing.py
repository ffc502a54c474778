"""What is written is what was asked for: samples, depths, transparency, sizes."""

from pathlib import Path

import cv2
import numpy as np
import pytest
import tifffile
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import PhotoWriteError
from colorizer_gui.core.photo_io import WriteOptions, default_target, photo_from_rgb, read_photo, write_photo
from colorizer_gui.core.photo_io.formats import WRITABLE_SUFFIXES, detect_format, format_of_suffix
from tests.support.photos.written import OPTIONS, Array, blank_photo, names, stored


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp", ".bmp"])
@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5, 7), (53, 37)])
def test_lossless_formats_keep_each_sample(folder: Path, suffix: str, size: tuple[int, int]) -> None:
    image = np.random.default_rng(6).integers(0, 256, (size[1], size[0], 3), dtype=np.uint8)
    target = folder / f"Ñandú 日本{suffix}"
    written = write_photo(target, image, blank_photo(size), options=WriteOptions(webp_lossless=True))
    assert written == target
    np.testing.assert_array_equal(stored(written).reshape(image.shape), image)
    assert names(folder) == [target.name]


@pytest.mark.parametrize("suffix", sorted(WRITABLE_SUFFIXES))
def test_each_suffix_that_is_written_gets_its_own_format(folder: Path, suffix: str) -> None:
    image = np.full((5, 7, 3), 90, dtype=np.uint8)
    written = write_photo(folder / f"photo{suffix}", image, blank_photo((7, 5)), options=OPTIONS)
    assert detect_format(written.read_bytes()) is format_of_suffix(written)


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("alpha", [False, True])
def test_16_bits_stay_16_bits(folder: Path, suffix: str, alpha: bool) -> None:
    channels = np.random.default_rng(6).integers(0, 65536, (37, 53, 4), dtype=np.uint16)
    photo = blank_photo((53, 37), channels[..., 3] if alpha else None, depth=16)
    written = write_photo(folder / f"photo{suffix}", channels[..., :3], photo, options=OPTIONS)
    expected = channels if alpha else channels[..., :3]
    assert stored(written).dtype == np.uint16
    np.testing.assert_array_equal(stored(written), expected)


@pytest.mark.parametrize("suffix", [".webp", ".bmp"])
def test_16_bits_are_rounded_where_the_format_has_8(folder: Path, suffix: str) -> None:
    values = np.arange(0, 65536, 3, dtype=np.uint16)[:21843].reshape(-1, 1, 3)[:7000]
    photo = blank_photo((1, 7000), depth=16)
    options = WriteOptions(webp_lossless=True)
    written = write_photo(folder / f"photo{suffix}", values, photo, options=options)
    np.testing.assert_array_equal(stored(written), np.rint(values / 257.0))


def test_jpeg_is_444_at_high_quality(folder: Path, picture: ByteArray) -> None:
    written = write_photo(folder / "photo.jpg", picture, blank_photo((53, 37)), options=OPTIONS)
    with Image.open(written) as image:
        assert isinstance(image.info["icc_profile"], bytes)
        assert [layer[1:3] for layer in image.layer] == [(1, 1)] * 3  # type: ignore[attr-defined]
        assert np.abs(np.asarray(image).astype(int) - picture).mean() < 1.5
    small = write_photo(
        folder / "small.jpg", picture, blank_photo((53, 37)), options=WriteOptions(quality=30)
    )
    assert small.stat().st_size < written.stat().st_size


@pytest.mark.parametrize("quality", [0, 101])
def test_quality_has_a_range(quality: int) -> None:
    with pytest.raises(ValueError, match="quality"):
        WriteOptions(quality=quality)


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp"])
def test_8_bit_alpha_is_kept(folder: Path, picture: ByteArray, suffix: str) -> None:
    photo = photo_from_rgb(np.dstack([picture, picture[::-1, :, 1]]))
    options = WriteOptions(webp_lossless=True)
    written = write_photo(folder / f"photo{suffix}", picture, photo, options=options)
    np.testing.assert_array_equal(stored(written), np.dstack([picture, picture[::-1, :, 1]]))
    if suffix == ".tif":
        with tifffile.TiffFile(written) as file:
            assert file.pages.first.extrasamples == (2,)


def test_alpha_that_is_opaque_everywhere(folder: Path, picture: ByteArray) -> None:
    photo = photo_from_rgb(np.dstack([picture, np.full_like(picture[..., 0], 255)]))
    for suffix in (".jpg", ".bmp", ".webp", ".png"):
        write_photo(folder / f"photo{suffix}", picture, photo, options=OPTIONS)
    assert len(names(folder)) == 4


@pytest.mark.parametrize("suffix", [".jpg", ".bmp"])
def test_transparency_is_not_lost_silently(folder: Path, picture: ByteArray, suffix: str) -> None:
    photo = photo_from_rgb(np.dstack([picture, picture[..., 0]]))
    with pytest.raises(PhotoWriteError, match="transparency"):
        write_photo(folder / f"photo{suffix}", picture, photo, options=OPTIONS)
    assert names(folder) == []


def test_the_source_is_never_written_over(folder: Path, picture: ByteArray) -> None:
    source = folder / "photo.png"
    Image.fromarray(picture).save(source)
    before = source.read_bytes()
    written = write_photo(source, picture[::-1].copy(), read_photo(source), options=OPTIONS)
    assert written == folder / "photo (2).png"
    assert source.read_bytes() == before


def test_a_tiff_can_be_read_by_others(folder: Path, picture: ByteArray) -> None:
    written = write_photo(folder / "photo.tif", picture, blank_photo((53, 37)), options=OPTIONS)
    with tifffile.TiffFile(written) as file:
        assert file.pages.first.compression == tifffile.COMPRESSION.ADOBE_DEFLATE
        assert file.pages.first.predictor == tifffile.PREDICTOR.HORIZONTAL
        assert len(file.pages) == 1
    with Image.open(written) as image:
        np.testing.assert_array_equal(np.asarray(image), picture)
    by_opencv = np.asarray(cv2.imdecode(np.fromfile(written, np.uint8), cv2.IMREAD_UNCHANGED))
    np.testing.assert_array_equal(by_opencv[..., ::-1], picture)


@pytest.mark.parametrize("name", ["photo.gif", "photo", "photo.heic"])
def test_an_unknown_suffix(folder: Path, picture: ByteArray, name: str) -> None:
    with pytest.raises(PhotoWriteError, match=r"suffix .* use \.jpg"):
        write_photo(folder / name, picture, blank_photo((53, 37)), options=OPTIONS)


@pytest.mark.parametrize(("suffix", "width"), [(".webp", 16384), (".jpg", 65501)])
def test_a_photo_too_long_for_the_format(folder: Path, suffix: str, width: int) -> None:
    image = np.zeros((1, width, 3), dtype=np.uint8)
    with pytest.raises(PhotoWriteError, match=r"pixels wide and high; use"):
        write_photo(folder / f"photo{suffix}", image, blank_photo((width, 1)), options=OPTIONS)
    write_photo(folder / "photo.png", image, blank_photo((width, 1)), options=OPTIONS)


@pytest.mark.parametrize(
    "image",
    [
        np.zeros((37, 53), dtype=np.uint8),
        np.zeros((36, 53, 3), dtype=np.uint8),
        np.zeros((37, 53, 3), dtype=np.float32),
    ],
)
def test_pixels_of_another_size_or_type_are_a_mistake_of_the_program(folder: Path, image: Array) -> None:
    with pytest.raises(ValueError, match="wanted"):
        write_photo(folder / "photo.png", image, blank_photo((53, 37)), options=OPTIONS)


@pytest.mark.parametrize("kind", ["jpg", "png", "tif", "webp", "bmp"])
def test_from_file_to_file(folder: Path, picture: ByteArray, kind: str) -> None:
    source = folder / f"Ñandú 日本.{kind}"
    Image.fromarray(picture).save(source)
    photo = read_photo(source)
    written = write_photo(default_target(source), picture, photo, options=OPTIONS)
    again = read_photo(written)
    assert written.name == f"Ñandú 日本-colorized.{kind}"
    assert (again.format, again.size, again.depth) == (photo.format, photo.size, photo.depth)
    assert np.abs(again.lightness - read_photo(source).lightness).mean() < 1.5

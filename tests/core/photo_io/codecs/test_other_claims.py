"""What files of other formats say of themselves, truly or not: channels, colour spaces, sizes, metadata."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt
import pytest
import tifffile
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.photo_io.codecs.png.chunks import END_OF_HEADER, chunk
from colorizer_gui.core.photo_io.profiles.cicp import profile_of
from colorizer_gui.core.photo_io.profiles.lightness import lightness_of
from tests.support.photos.icc import DISPLAY_P3, gamma, rgb_profile
from tests.support.photos.opened import encoded, opened
from tests.support.photos.raw import dng

Array = npt.NDArray[Any]


def refused(folder: Path, name: str, data: bytes) -> str:
    with pytest.raises(PhotoReadError) as caught:
        opened(folder, name, data)
    return str(caught.value)


def box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), name) + content


def jp2(image: Array, *boxes: bytes, **settings: Any) -> bytes:
    """A JP2 whose header holds these boxes behind its first one."""
    stream = bytes(imagecodecs.jpeg2k_encode(image, level=0, codecformat="j2k", reversible=True, **settings))
    channels = 1 if image.ndim == 2 else image.shape[2]
    size = struct.pack(">IIHBBBB", *image.shape[:2], channels, 8 * image.itemsize - 1, 7, 0, 0)
    header = box(b"jp2h", box(b"ihdr", size) + b"".join(boxes))
    start = box(b"jP  ", b"\r\n\x87\n") + box(b"ftyp", b"jp2 \0\0\0\0jp2 ")
    return start + header + box(b"jp2c", stream)


def color(space: int) -> bytes:
    return box(b"colr", struct.pack(">BBBI", 1, 0, 0, space))


def test_the_first_colour_space_of_jpeg_2000_counts(folder: Path, picture: ByteArray) -> None:
    icc = rgb_profile(DISPLAY_P3, gamma(1.0))
    later = box(b"colr", b"\2\0\0" + icc)
    first = opened(folder, "a.jp2", jp2(picture, color(16), later))
    assert first.metadata.icc_profile is None
    np.testing.assert_allclose(first.lightness, lightness_of(picture, None), atol=0.01)
    other = opened(folder, "b.jp2", jp2(picture, later, color(16)))
    np.testing.assert_allclose(other.lightness, lightness_of(picture, icc), atol=0.01)


def test_a_profile_of_any_kind_counts_in_jpeg_2000(folder: Path, picture: ByteArray) -> None:
    """Method 3 of 15444-2, which the decoder passes over."""
    icc = rgb_profile(DISPLAY_P3, gamma(1.8))
    photo = opened(folder, "photo.jp2", jp2(picture, box(b"colr", b"\3\0\0" + icc)))
    np.testing.assert_allclose(photo.lightness, lightness_of(picture, icc), atol=0.01)


@pytest.mark.parametrize("depth", [4, 8])
def test_a_palette_of_jpeg_2000(folder: Path, gray: ByteArray, depth: int) -> None:
    indices = (gray >> 4).astype(np.uint8)
    tones = np.stack([np.linspace(10, 240, 16), np.linspace(200, 20, 16), np.linspace(0, 255, 16)], axis=-1)
    palette = tones.round().astype(np.uint8)
    head = struct.pack(">HB", 16, 3) + bytes([7, 7, 7])
    mapping = b"".join(struct.pack(">HBB", 0, 1, column) for column in range(3))
    boxes = (color(16), box(b"pclr", head + palette.tobytes()), box(b"cmap", mapping))
    photo = opened(folder, "photo.jp2", jp2(indices, *boxes, bitspersample=depth))
    assert photo.depth == 8
    np.testing.assert_allclose(photo.lightness, lightness_of(palette[indices], None), atol=0.01)


@pytest.mark.parametrize(("kind", "transparent"), [(1, True), (2, True), (65_535, False)])
def test_what_a_channel_of_jpeg_2000_is(
    folder: Path, picture: ByteArray, gray: ByteArray, kind: int, transparent: bool
) -> None:
    meaning = struct.pack(">H", 4) + b"".join(
        struct.pack(">3H", *each) for each in ((0, 0, 1), (1, 0, 2), (2, 0, 3), (3, kind, 0))
    )
    image = np.dstack([picture, gray])
    photo = opened(folder, "photo.jp2", jp2(image, color(16), box(b"cdef", meaning)))
    assert (photo.alpha is not None) is transparent
    np.testing.assert_allclose(photo.lightness, lightness_of(picture, None), atol=0.01)


def test_jpeg_2000_of_inks_is_named(folder: Path, picture: ByteArray, gray: ByteArray) -> None:
    icc = bytearray(rgb_profile(DISPLAY_P3, gamma(1.0)))
    icc[16:20] = b"CMYK"
    data = jp2(np.dstack([picture, gray]), box(b"colr", b"\2\0\0" + bytes(icc)))
    assert "CMYK" in refused(folder, "photo.jp2", data)


def test_jpeg_2000_of_many_channels_is_named(folder: Path, gray: ByteArray) -> None:
    data = bytes(imagecodecs.jpeg2k_encode(np.dstack([gray] * 5), level=0, codecformat="j2k", mct=False))
    assert "5 channels" in refused(folder, "photo.j2k", data)


@pytest.mark.parametrize("transfer", [8, 4])
def test_colours_that_avif_names_by_numbers(folder: Path, picture: ByteArray, transfer: int) -> None:
    plain = encoded(picture, "AVIF", quality=100, subsampling="4:4:4")
    at = plain.index(b"colrnclx") + 8
    data = plain[:at] + struct.pack(">HH", 1, transfer) + plain[at + 4 :]
    photo = opened(folder, "photo.avif", data)
    wanted = lightness_of(picture, profile_of(1, transfer)[0])
    assert abs(photo.lightness - wanted).mean() < 1.0
    assert abs(lightness_of(picture, None) - wanted).mean() > 0.3
    hdr = plain[:at] + struct.pack(">HH", 9, 16) + plain[at + 4 :]
    assert any("unusual colour space" in text for text in opened(folder, "hdr.avif", hdr).warnings)
    assert not opened(folder, "plain.avif", plain).metadata.icc_profile


@pytest.mark.parametrize(("numbers", "said"), [((1, 8), False), ((9, 16), True), ((1, 13), False)])
def test_colours_that_png_names_by_numbers(
    folder: Path, picture: ByteArray, numbers: tuple[int, int], said: bool
) -> None:
    plain = encoded(picture, "PNG")
    named = chunk(b"cICP", bytes([*numbers, 0, 1]))
    photo = opened(folder, "photo.png", plain[:END_OF_HEADER] + named + plain[END_OF_HEADER:])
    np.testing.assert_allclose(photo.lightness, lightness_of(picture, profile_of(*numbers)[0]), atol=0.01)
    assert any("unusual colour space" in text for text in photo.warnings) is said


@pytest.mark.parametrize("block", [b"Exif\0\0no TIFF at all", b"Exif\0\0II*\0\xff\xff\0\0"])
@pytest.mark.parametrize("kind", ["AVIF", "WEBP", "PNG"])
def test_damaged_exif_stops_no_photo(folder: Path, picture: ByteArray, block: bytes, kind: str) -> None:
    good = Image.Exif()
    good.update({0x010F: "x" * (len(block) - 6)})
    whole = good.tobytes()
    data = encoded(picture, kind, exif=whole, **({"quality": 100} if kind == "AVIF" else {}))
    inner = whole.removeprefix(b"Exif\0\0")
    at = data.index(inner)
    data = data[:at] + block.removeprefix(b"Exif\0\0").ljust(len(inner), b"\0") + data[at + len(inner) :]
    if kind == "PNG":
        start = at - 8
        checksum = zlib.crc32(data[start + 4 : at + len(inner)])
        data = data[: at + len(inner)] + struct.pack(">I", checksum) + data[at + len(inner) + 4 :]
    photo = opened(folder, "photo." + kind.lower(), data)
    assert photo.size == (53, 37)
    assert any("EXIF" in text for text in photo.warnings)


@pytest.mark.parametrize("kind", [11, 12])
@pytest.mark.parametrize("value", [float("nan"), float("inf")])
@pytest.mark.parametrize("tag", [0x0112, 0x011A, 0x011B])
def test_a_number_that_is_none_stops_no_photo(
    folder: Path, gray: ByteArray, kind: int, value: float, tag: int
) -> None:
    packed = struct.pack("<f" if kind == 11 else "<d", value)
    inline = len(packed) == 4
    entry = struct.pack("<HHI", tag, kind, 1) + (packed if inline else struct.pack("<I", 26))
    block = b"Exif\0\0II*\0\x08\0\0\0\1\0" + entry + bytes(4) + (b"" if inline else packed)
    photo = opened(folder, "photo.jpg", encoded(gray, "JPEG", exif=block))
    assert photo.size == (53, 37)


def test_a_resolution_of_nonsense_is_none(folder: Path, gray: ByteArray) -> None:
    plain = encoded(gray, "PNG")
    lie = chunk(b"pHYs", struct.pack(">IIB", 4_000_000_000, 4_000_000_000, 1))
    photo = opened(folder, "photo.png", plain[:END_OF_HEADER] + lie + plain[END_OF_HEADER:])
    assert photo.metadata.dpi is None


def test_a_profile_for_inks_on_rgb_is_said(folder: Path, picture: ByteArray) -> None:
    icc = bytearray(rgb_profile(DISPLAY_P3, gamma(1.0)))
    icc[16:20] = b"CMYK"
    photo = opened(folder, "photo.png", encoded(picture, "PNG", icc_profile=bytes(icc)))
    assert any("CMYK" in text for text in photo.warnings)
    np.testing.assert_allclose(photo.lightness, lightness_of(picture, None), atol=0.01)


def test_a_png_of_apples_kind_is_named(folder: Path, gray: ByteArray) -> None:
    plain = encoded(gray, "PNG")
    data = plain[:8] + chunk(b"CgBI", bytes(4)) + plain[8:]
    assert "Apple" in refused(folder, "photo.png", data)


@pytest.mark.parametrize("kind", ["gif", "bmp", "webp", "jp2"])
def test_a_claim_without_data(folder: Path, gray: ByteArray, kind: str) -> None:
    if kind == "jp2":
        data = bytearray(jp2(gray, color(17)))
        at = data.index(b"\xff\x4f\xff\x51")
        for place in (8, 24):  # the picture and its tile
            data[at + place : at + place + 8] = struct.pack(">II", 20_000, 19_000)
    else:
        data = bytearray(encoded(gray, kind.upper(), **({"lossless": True} if kind == "webp" else {})))
    if kind == "gif":
        struct.pack_into("<HH", data, 6, 20_000, 19_000)
    if kind == "bmp":
        struct.pack_into("<ii", data, 18, 20_000, 19_000)
        struct.pack_into("<I", data, 30, 1)
    if kind == "webp":
        at = data.index(b"VP8L") + 9
        struct.pack_into("<I", data, at, (16_000 - 1) | (16_000 - 1) << 14)
    assert "too little data" in refused(folder, f"photo.{kind}", bytes(data))


@pytest.mark.parametrize(
    ("dtype", "most", "top"),
    [(np.uint32, 200, 255), (np.uint32, 4000, 4095), (np.int16, 220, 255), (np.int32, 60_000, 65_535)],
)
def test_small_numbers_in_large_samples(
    folder: Path, gray: ByteArray, dtype: Any, most: int, top: int
) -> None:
    """Microscopes and converters store 8 or 12 bits in whatever their programs calculate with."""
    values = (gray.astype(np.float64) / gray.max() * most).astype(dtype)
    tifffile.imwrite(folder / "photo.tif", values, photometric="minisblack")
    photo = read_photo(folder / "photo.tif")
    wanted = np.rint(values * (65_535 / top)).astype(np.uint16)
    np.testing.assert_allclose(photo.lightness, lightness_of(wanted, None), atol=0.05)
    assert any(f"{top} was taken" in text for text in photo.warnings)


def test_samples_that_use_all_their_bits_need_no_word(folder: Path, gray: ByteArray) -> None:
    tifffile.imwrite(folder / "photo.tif", gray.astype(np.uint32) * 16_843_009, photometric="minisblack")
    photo = read_photo(folder / "photo.tif")
    assert photo.warnings == ()
    np.testing.assert_allclose(photo.lightness, lightness_of(gray, None), atol=0.01)


def test_a_kind_that_the_decoder_does_not_know_is_not_called_damaged(folder: Path, gray: ByteArray) -> None:
    tifffile.imwrite(folder / "photo.tif", gray.astype(np.complex64), photometric="minisblack")
    with pytest.raises(PhotoReadError, match="of a kind that its decoder does not know"):
        read_photo(folder / "photo.tif")
    assert "does not know" in refused(folder, "photo.nef", b"II*\0\x08\0\0\0\1\0" + bytes(60))


def test_a_raw_without_its_picture(folder: Path) -> None:
    """Programs that take the picture out for tests of metadata leave a few bytes in its place."""
    pytest.importorskip("rawpy")
    data = bytearray(dng(np.full((64, 96, 3), 0.5)))
    assert opened(folder, "whole.dng", bytes(data)).size == (96, 64)
    with tifffile.TiffFile(BytesIO(data)) as file:
        at = file.pages.first.tags["StripByteCounts"].valueoffset
    struct.pack_into("<I", data, at, 22)
    assert "damaged or cut off" in refused(folder, "photo.dng", bytes(data))


@pytest.mark.parametrize("last", [1, 100])
def test_a_raw_of_panasonic_that_is_cut_off(folder: Path, last: int) -> None:
    """Its own header, and tags of its own for the place of the sensor's data."""
    pytest.importorskip("rawpy")
    entries = [(0x0117, 4, 5000), (0x0118, 4, 100)]
    table = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    whole = (b"IIU\0\x08\0\0\0" + struct.pack("<H", 2) + table + bytes(4)).ljust(5100, b"\1")
    assert "damaged or cut off" in refused(folder, "photo.rw2", whole[:-last])
    assert "does not know" in refused(folder, "photo.rw2", whole)


def test_a_raw_whose_sensor_data_states_no_size(folder: Path) -> None:
    """Canon's fourth directory has strips alone, behind the preview of full size."""
    pytest.importorskip("rawpy")
    whole = bytearray(dng(np.full((32, 48, 3), 0.5)))
    order = "<" if whole[:2] == b"II" else ">"
    (first,) = struct.unpack_from(order + "I", whole, 4)
    (count,) = struct.unpack_from(order + "H", whole, first)
    link = first + 2 + 12 * count
    table = struct.pack(order + "H", 2)
    table += struct.pack(order + "HHII", 0x0111, 4, 1, len(whole)) + struct.pack(
        order + "HHII", 0x0117, 4, 1, 900
    )
    struct.pack_into(order + "I", whole, link, len(whole))
    data = bytes(whole) + table + bytes(4)
    assert opened(folder, "whole.dng", data + bytes(1000)).size == (48, 32)
    assert "damaged or cut off" in refused(folder, "photo.dng", data)

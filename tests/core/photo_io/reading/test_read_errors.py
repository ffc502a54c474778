"""Whatever is wrong with a file, the user reads one sentence about it."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.photo_io import MAX_PIXELS, read_photo


def sentence_about(path: Path) -> str:
    """The one sentence that reading raises; checked for what all of them have in common."""
    with pytest.raises(PhotoReadError) as caught:
        read_photo(path)
    message = str(caught.value)
    assert str(path) in message
    assert message.count("\n") == 0
    assert message.endswith(".")
    assert ". " not in message.replace(str(path), "")
    return message


def encoded(image: ByteArray, name: str) -> bytes:
    stream = BytesIO()
    Image.fromarray(image).save(stream, name)
    return stream.getvalue()


def test_a_missing_file(folder: Path) -> None:
    assert "does not exist" in sentence_about(folder / "Ñandú 日本.jpg")


def test_a_folder(folder: Path) -> None:
    (folder / "photo.jpg").mkdir()
    assert "is a folder" in sentence_about(folder / "photo.jpg")


def test_an_empty_file(folder: Path) -> None:
    (folder / "photo.jpg").touch()
    assert "is empty" in sentence_about(folder / "photo.jpg")


@pytest.mark.parametrize("content", [b"Dear diary,\n", b"\0", b"GIF89a", b"RIFF\0\0\0\0WAVE", b"\x89PNG"])
def test_a_file_that_is_no_photo(folder: Path, content: bytes) -> None:
    (folder / "photo.jpg").write_bytes(content)
    assert "JPEG, PNG, TIFF, WebP or BMP" in sentence_about(folder / "photo.jpg")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "may not be read"),
        (OSError(5, "Input/output error"), "drive"),
    ],
)
def test_a_file_that_cannot_be_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    def fail(self: Path, mode: str) -> NoReturn:
        raise error

    (folder / "photo.jpg").touch()
    monkeypatch.setattr(Path, "open", fail)
    assert words in sentence_about(folder / "photo.jpg")


def test_the_cause_is_kept(folder: Path) -> None:
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(PhotoReadError) as caught:
        read_photo(folder / "photo.jpg")
    assert caught.value.__cause__ is not None


@pytest.mark.parametrize("name", ["JPEG", "PNG", "TIFF", "WebP", "BMP"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.97])
def test_a_cut_off_file_is_never_half_a_photo(folder: Path, name: str, share: float) -> None:
    image = np.random.default_rng(4).integers(0, 256, (120, 90, 3), dtype=np.uint8)
    data = encoded(image, name)
    path = folder / f"photo.{name.lower()}"
    path.write_bytes(data[: int(len(data) * share)])
    assert "damaged or cut off" in sentence_about(path)


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_without_its_last_kilobyte(folder: Path, picture: ByteArray, progressive: bool) -> None:
    image = Image.fromarray(picture).resize((600, 400))
    image.save(folder / "photo.jpg", progressive=progressive, quality=95)
    data = (folder / "photo.jpg").read_bytes()
    read_photo(folder / "photo.jpg")
    (folder / "photo.jpg").write_bytes(data[:-1024])
    assert "damaged or cut off" in sentence_about(folder / "photo.jpg")


@pytest.mark.parametrize("compression", [None, "zlib", "lzw", "jpeg"])
@pytest.mark.parametrize("tile", [None, (64, 64)])
def test_a_tiff_that_lost_a_strip(
    folder: Path, compression: str | None, tile: tuple[int, int] | None
) -> None:
    image = np.random.default_rng(4).integers(0, 256, (192, 128, 3), dtype=np.uint8)
    rows = None if tile else 32
    path = folder / "photo.tif"
    tifffile.imwrite(path, image, photometric="rgb", compression=compression, tile=tile, rowsperstrip=rows)
    with tifffile.TiffFile(path) as file:
        cut = int(file.pages.first.dataoffsets[-1]) + 5
    path.write_bytes(path.read_bytes()[:cut])
    assert "damaged or cut off" in sentence_about(path)


@pytest.mark.parametrize("compression", [None, "zlib"])
def test_a_tiff_whose_strip_is_not_there(folder: Path, compression: str | None) -> None:
    image = np.random.default_rng(4).integers(0, 256, (192, 128), dtype=np.uint8)
    path = folder / "photo.tif"
    tifffile.imwrite(path, image, photometric="minisblack", compression=compression, rowsperstrip=32)
    read_photo(path)
    data = bytearray(path.read_bytes())
    with tifffile.TiffFile(path) as file:
        entry = file.pages.first.tags["StripOffsets"]
        size = 2 if entry.dtype == 3 else 4
        data[entry.valueoffset : entry.valueoffset + size] = bytes(size)
    path.write_bytes(data)
    assert "damaged or cut off" in sentence_about(path)


def test_a_tiff_with_fewer_strips_than_rows(folder: Path) -> None:
    image = np.random.default_rng(4).integers(0, 256, (192, 128), dtype=np.uint8)
    path = folder / "photo.tif"
    tifffile.imwrite(path, image, photometric="minisblack", compression="zlib", rowsperstrip=32)
    data = bytearray(path.read_bytes())
    with tifffile.TiffFile(path) as file:
        struct.pack_into("<I", data, file.pages.first.tags["ImageLength"].offset + 8, 384)
    path.write_bytes(data)
    assert "damaged or cut off" in sentence_about(path)


@pytest.mark.parametrize("pages", [1, 3])
def test_a_tiff_whose_chain_of_pages_bites_its_tail(folder: Path, pages: int) -> None:
    stream = BytesIO()
    with tifffile.TiffWriter(stream) as writer:
        for tone in range(pages):
            writer.write(np.full((20, 30), 60 * tone, dtype=np.uint8), photometric="minisblack")
    data = bytearray(stream.getvalue())
    with tifffile.TiffFile(BytesIO(data)) as file:
        first, last = file.pages.first.offset, file.pages[pages - 1].aspage().offset
    (count,) = struct.unpack_from("<H", data, last)
    struct.pack_into("<I", data, last + 2 + 12 * count, first)
    (folder / "loop.tif").write_bytes(data)
    assert read_photo(folder / "loop.tif").page_count == pages


def test_a_png_with_a_wrong_checksum(folder: Path, picture: ByteArray) -> None:
    data = bytearray(encoded(picture, "PNG"))
    data[data.index(b"IDAT") + 60] ^= 0x10
    (folder / "photo.png").write_bytes(data)
    assert "damaged or cut off" in sentence_about(folder / "photo.png")


def png_that_claims(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))


def jpeg_that_claims(width: int, height: int) -> bytes:
    data = bytearray(encoded(np.zeros((8, 8), dtype=np.uint8), "JPEG"))
    start = data.index(b"\xff\xc0") + 5
    data[start : start + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def bmp_that_claims(width: int, height: int) -> bytes:
    data = bytearray(encoded(np.zeros((8, 8, 3), dtype=np.uint8), "BMP"))
    data[18:26] = struct.pack("<ii", width, height)
    return bytes(data)


def tiff_that_claims(width: int, height: int) -> bytes:
    stream = BytesIO()
    tifffile.imwrite(stream, np.zeros((8, 8), dtype=np.uint8), photometric="minisblack", compression="zlib")
    data = bytearray(stream.getvalue())
    with tifffile.TiffFile(BytesIO(stream.getvalue())) as file:
        for name, value in (("ImageWidth", width), ("ImageLength", height)):
            struct.pack_into("<HII", data, file.pages.first.tags[name].offset + 2, 4, 1, value)
    return bytes(data)


@pytest.mark.parametrize("forge", [png_that_claims, jpeg_that_claims, bmp_that_claims, tiff_that_claims])
def test_a_decompression_bomb_is_refused_by_its_header(
    folder: Path, forge: Callable[[int, int], bytes]
) -> None:
    side = 65_000
    assert side * side > MAX_PIXELS
    (folder / "photo.png").write_bytes(forge(side, side))
    message = sentence_about(folder / "photo.png")
    assert "4,225 megapixels" in message
    assert "400" in message


def test_one_pixel_more_than_the_ceiling(folder: Path) -> None:
    (folder / "photo.png").write_bytes(png_that_claims(MAX_PIXELS + 1, 1))
    assert "megapixels" in sentence_about(folder / "photo.png")
    (folder / "photo.png").write_bytes(png_that_claims(MAX_PIXELS, 1))
    assert "far too little data" in sentence_about(folder / "photo.png")


def test_no_memory_is_no_damage(folder: Path, picture: ByteArray, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> NoReturn:
        raise MemoryError

    Image.fromarray(picture).save(folder / "photo.png")
    monkeypatch.setattr("colorizer_gui.core.photo_io.reading.reading.decode", fail)
    assert "memory" in sentence_about(folder / "photo.png")


def test_interrupting_is_passed_on(folder: Path, picture: ByteArray, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    Image.fromarray(picture).save(folder / "photo.png")
    monkeypatch.setattr("colorizer_gui.core.photo_io.reading.reading.decode", fail)
    with pytest.raises(KeyboardInterrupt):
        read_photo(folder / "photo.png")


@pytest.mark.parametrize("channels", [1, 2])
def test_an_rgb_tiff_with_too_few_channels(folder: Path, channels: int) -> None:
    image = np.zeros((4, 5, channels), dtype=np.uint8)
    path = folder / "photo.tif"
    planar = "contig" if channels > 1 else None
    tifffile.imwrite(path, image.squeeze(), photometric="minisblack", planarconfig=planar)
    data = bytearray(path.read_bytes())
    with tifffile.TiffFile(path) as file:
        struct.pack_into("<H", data, file.pages.first.tags["PhotometricInterpretation"].valueoffset, 2)
    path.write_bytes(data)
    assert "fewer channels" in sentence_about(path)


def samples() -> list[bytes]:
    """One small file of each kind, with metadata in it."""
    image = np.random.default_rng(0).integers(0, 256, (12, 16, 3), dtype=np.uint8)
    block = Image.Exif()
    block.update({0x0112: 6, 0x010F: "maker of cameras"})
    block.get_ifd(0x8769)[0x9003] = "1932:05:01 12:00:00"
    files = []
    for name in ("JPEG", "PNG", "TIFF", "WEBP", "BMP"):
        stream = BytesIO()
        Image.fromarray(image).save(stream, name, **({"exif": block} if name != "BMP" else {}))
        files.append(stream.getvalue())
    stream = BytesIO()
    tifffile.imwrite(stream, image.astype(np.uint16), photometric="rgb", compression="zlib", predictor=True)
    return [*files, stream.getvalue()]


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=250)
@given(
    st.sampled_from(samples()),
    st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 255)), max_size=6),
    st.floats(0.05, 1),
)
def test_damage_gives_a_photo_or_a_sentence(
    folder: Path, data: bytes, damage: list[tuple[float, int]], share: float
) -> None:
    broken = bytearray(data)
    for place, value in damage:
        broken[int(place * len(broken))] = value
    path = folder / "photo"
    path.write_bytes(broken[: max(1, int(len(broken) * share))])
    try:
        photo = read_photo(path)
    except PhotoReadError as exc:
        message = str(exc)
    else:
        message = str(path)
        assert np.isfinite(photo.lightness).all()
        assert photo.lightness.min() >= 0
        assert photo.lightness.max() <= 100.001
    assert str(path) in message

"""TIFF files that break a rule open where viewers open them, with what was assumed; others are refused."""

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
from skimage.color import rgb2lab

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import ReadOptions, read_photo

Array = npt.NDArray[Any]
PHOTOMETRIC, COLOR_MAP, STRIP_COUNTS, ORIENTATION = 262, 320, 279, 274
PALETTE = 3


def expected(image: Array) -> Array:
    rgb = image if image.ndim == 3 else np.repeat(image[..., None], 3, axis=2)
    lab: Array = rgb2lab(rgb / 255.0)
    return lab[..., 0]


def tiff(image: Array, **settings: Any) -> bytearray:
    stream = BytesIO()
    tifffile.imwrite(stream, image, metadata=None, software=False, **settings)
    return bytearray(stream.getvalue())


def tags_of(data: bytes | bytearray) -> dict[int, tuple[int, int]]:
    """Where the entry and the value of each tag of the first directory lie."""
    with tifffile.TiffFile(BytesIO(data)) as file:
        return {tag.code: (tag.offset, tag.valueoffset) for tag in file.pages.first.tags}


def bare_tiff(
    image: Array, bits: int, photometric: int, color_map: Array | None = None, *, bits_stated: bool = True
) -> bytes:
    """A gray or palette TIFF of one strip with few tags, put together by hand."""
    spread = np.unpackbits(image[..., None], axis=-1)[..., 8 - bits :].reshape(len(image), -1)
    strip = np.packbits(spread, axis=1).tobytes()
    values = [(256, 4, image.shape[1]), (257, 4, image.shape[0]), (258, 3, bits), (259, 3, 1)]
    values += [
        (PHOTOMETRIC, 3, photometric),
        (273, 4, 8),
        (278, 4, len(image)),
        (STRIP_COUNTS, 4, len(strip)),
    ]
    entries = [struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in values]
    if not bits_stated:
        del entries[2]
    body = b"" if color_map is None else color_map.astype("<u2").tobytes()
    if color_map is not None:
        entries.append(struct.pack("<HHII", COLOR_MAP, 3, color_map.size, 8 + len(strip)))
    directory = struct.pack("<H", len(entries)) + b"".join(entries) + bytes(4)
    return b"II*\0" + struct.pack("<I", 8 + len(strip) + len(body)) + strip + body + directory


def without(data: bytearray, tag: int) -> bytearray:
    """The same file where a tag has an unknown number; numbers stay in no order, as in real broken files."""
    struct.pack_into("<H", data, tags_of(data)[tag][0], 65_000)
    return data


def opened(folder: Path, data: bytes | bytearray, page: int = 0) -> Photo:
    (folder / "photo.tif").write_bytes(data)
    return read_photo(folder / "photo.tif", ReadOptions(page=page))


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
@pytest.mark.parametrize("eight_bit_map", [False, True])
def test_palettes_of_any_depth(folder: Path, gray: ByteArray, bits: int, eight_bit_map: bool) -> None:
    """A map of values up to 255 has 8 bits, whatever the rule says."""
    levels = 2**bits
    indices = (gray.astype(np.int64) * levels // 256).astype(np.uint8)
    tones = np.linspace(10, 240, levels).round().astype(np.uint16)
    color_map = np.stack([tones, tones[::-1], tones]) * (1 if eight_bit_map else 257)
    assert color_map.shape == (3, levels)
    data = bare_tiff(indices, bits, PALETTE, color_map=color_map)
    photo = opened(folder, data)
    looked_up = np.stack([tones, tones[::-1], tones], axis=-1)[indices]
    np.testing.assert_allclose(photo.lightness, expected(looked_up), atol=0.01)
    assert bool(photo.warnings) is eight_bit_map


def test_an_index_beyond_the_palette(folder: Path) -> None:
    data = tiff(np.full((4, 5), 200, np.uint8), photometric="palette", colormap=np.zeros((3, 256), np.uint16))
    entry, _ = tags_of(data)[COLOR_MAP]
    struct.pack_into("<I", data, entry + 4, 30)
    with pytest.raises(PhotoReadError, match="damaged"):
        opened(folder, data)


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("compression", [None, "lzw"])
def test_no_colour_space(folder: Path, picture: ByteArray, color: bool, compression: str | None) -> None:
    image = picture if color else picture[..., 0].copy()
    data = tiff(image, photometric="rgb" if color else "minisblack", compression=compression)
    photo = opened(folder, without(data, PHOTOMETRIC))
    np.testing.assert_allclose(photo.lightness, expected(image), atol=0.01)
    assert any("colour space" in text for text in photo.warnings)


def test_a_fax_without_colour_space_is_black_on_white(folder: Path, gray: ByteArray) -> None:
    stream = BytesIO()
    Image.fromarray(gray > 130).save(stream, "TIFF", compression="group4")
    whole = opened(folder, stream.getvalue()).lightness
    data = bytearray(stream.getvalue())
    with tifffile.TiffFile(BytesIO(data)) as file:
        inverted = file.pages.first.photometric == 1
    photo = opened(folder, without(data, PHOTOMETRIC))
    np.testing.assert_allclose(photo.lightness, 100 - whole if inverted else whole, atol=1e-3)


@pytest.mark.parametrize(
    ("compression", "predictor"),
    [("lzw", False), ("lzw", True), ("zlib", False), ("zlib", True), ("packbits", False)],
)
@pytest.mark.parametrize("bits", [8, 16])
def test_a_strip_with_more_rows_than_belong_there(
    folder: Path, picture: ByteArray, compression: str, predictor: bool, bits: int
) -> None:
    """Some encoders fill the last strip up to the height of the others, as a file of libtiff shows."""
    rows = 7
    image = picture.astype(np.uint16) * 257 if bits == 16 else picture
    assert len(image) % rows
    padded = np.pad(image, ((0, -len(image) % rows), (0, 0), (0, 0)), mode="edge")
    if predictor:
        padded = imagecodecs.delta_encode(padded, axis=1)
    encoders: dict[str, Any] = {
        "lzw": imagecodecs.lzw_encode,
        "zlib": zlib.compress,
        "packbits": imagecodecs.packbits_encode,
    }
    encode = encoders[compression]
    strips = (bytes(encode(padded[top : top + rows].tobytes())) for top in range(0, len(padded), rows))
    stream = BytesIO()
    layout: dict[str, Any] = {"shape": image.shape, "dtype": image.dtype, "rowsperstrip": rows}
    tifffile.imwrite(
        stream, strips, photometric="rgb", compression=compression, predictor=predictor, **layout
    )
    photo = opened(folder, stream.getvalue())
    np.testing.assert_allclose(photo.lightness, expected(picture), atol=0.01)
    assert any("more data" in text for text in photo.warnings) is (compression != "lzw")


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_a_damaged_strip_is_not_taken_for_a_full_one(folder: Path, picture: ByteArray, cut: int) -> None:
    strips = [zlib.compress(picture[top : top + 7].tobytes()) for top in range(0, len(picture), 7)]
    strips[2] = strips[2][:-cut]
    stream = BytesIO()
    layout: dict[str, Any] = {"shape": picture.shape, "dtype": picture.dtype, "rowsperstrip": 7}
    tifffile.imwrite(stream, iter(strips), photometric="rgb", compression="zlib", **layout)
    with pytest.raises(PhotoReadError, match="damaged"):
        opened(folder, stream.getvalue())


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_adobe_deflate"])
def test_damage_that_libtiff_passes_over_is_refused(
    folder: Path, picture: ByteArray, compression: str
) -> None:
    stream = BytesIO()
    Image.fromarray(picture).convert("YCbCr").save(stream, "TIFF", compression=compression)
    data = bytearray(stream.getvalue())
    assert opened(folder, data).size == picture.shape[1::-1]
    with tifffile.TiffFile(BytesIO(data)) as file:
        start = file.pages.first.dataoffsets[0]
    data[start + 400 : start + 440] = b"\xff" * 40
    with pytest.raises(PhotoReadError, match="damaged"):
        opened(folder, data)


@pytest.mark.parametrize("compression", [None, "lzw", "zlib", "packbits"])
@pytest.mark.parametrize("rows", [None, 8])
def test_strip_lengths_of_zero(
    folder: Path, picture: ByteArray, compression: str | None, rows: int | None
) -> None:
    data = tiff(picture, photometric="rgb", compression=compression, rowsperstrip=rows)
    with tifffile.TiffFile(BytesIO(data)) as file:
        tag = file.pages.first.tags[STRIP_COUNTS]
        size = {3: 2, 4: 4}[tag.dtype] * tag.count
        data[tag.valueoffset : tag.valueoffset + size] = bytes(size)
    photo = opened(folder, data)
    np.testing.assert_allclose(photo.lightness, expected(picture), atol=0.01)
    assert any("lengths" in text for text in photo.warnings)
    with pytest.raises(PhotoReadError, match="damaged"):
        opened(folder, data[: len(data) // 2] if rows is None else data[:-900])


@pytest.mark.parametrize("excess", [1, 1000, 2_000_000_000])
def test_strip_lengths_beyond_the_end(folder: Path, gray: ByteArray, excess: int) -> None:
    data = tiff(gray, photometric="minisblack")
    entry, _ = tags_of(data)[STRIP_COUNTS]
    struct.pack_into("<HII", data, entry + 2, 4, 1, gray.size + 500 + excess)
    photo = opened(folder, data)
    np.testing.assert_allclose(photo.lightness, expected(gray), atol=0.01)
    assert photo.warnings
    with pytest.raises(PhotoReadError, match="damaged"):
        opened(folder, data[:-1])


@pytest.mark.parametrize("no_data", [-3.4e38, -9999.0, 1e30])
@pytest.mark.parametrize("declared", [False, True])
@pytest.mark.parametrize("top", [1.0, 255.0, 65_535.0])
def test_pixels_without_data(
    folder: Path, gray: ByteArray, no_data: float, declared: bool, top: float
) -> None:
    tones = np.where(np.arange(gray.size).reshape(gray.shape) == 7, 255, gray)
    values = (tones * (top / 255.0)).astype(np.float32)
    values[3, 4] = no_data
    extra = [(42113, 2, 0, f"{no_data:g}", True)] if declared else []
    photo = opened(folder, tiff(values, photometric="minisblack", extratags=extra))
    away = np.ones(gray.shape, bool)
    away[3, 4] = False
    np.testing.assert_allclose(photo.lightness[away], expected(tones)[away], atol=0.1)
    assert photo.lightness[3, 4] == pytest.approx(100 if no_data > 0 and not declared else 0, abs=0.01)


def test_infinities_and_no_numbers(folder: Path) -> None:
    values = np.linspace(0, 1, 40, dtype=np.float32).reshape(4, 10)
    values[0, 3] = 0
    values[0, :3] = [np.inf, -np.inf, np.nan]
    photo = opened(folder, tiff(values, photometric="minisblack"))
    np.testing.assert_allclose(photo.lightness[0, :3], [100, 0, 0], atol=0.01)


@pytest.mark.parametrize("declared", [False, True])
def test_a_signed_pixel_without_data(folder: Path, gray: ByteArray, declared: bool) -> None:
    values = np.tile(gray.astype(np.int16) * 128, (3, 3))
    values[5, 6] = -32_768
    extra = [(42113, 2, 0, "-32768", True)] if declared else []
    photo = opened(folder, tiff(values, photometric="minisblack", extratags=extra))
    away = np.ones(values.shape, bool)
    away[5, 6] = False
    tones = np.tile(gray, (3, 3)) * (128 * 255 / 32_767)
    np.testing.assert_allclose(photo.lightness[away], expected(tones)[away], atol=0.1)


@pytest.mark.parametrize("planar", ["contig", "separate"])
@pytest.mark.parametrize("compression", [None, "lzw"])
@pytest.mark.parametrize("orientation", [1, 3, 6])
def test_ycbcr_is_converted_and_turned_once(
    folder: Path, picture: ByteArray, planar: str, compression: str | None, orientation: int
) -> None:
    converted = np.asarray(Image.fromarray(picture).convert("YCbCr"))
    data = tiff(
        np.moveaxis(converted, 2, 0) if planar == "separate" else converted,
        photometric="ycbcr",
        planarconfig=planar,
        subsampling=(1, 1),
        compression=compression,
        extratags=[(ORIENTATION, 3, 1, orientation, True)],
    )
    photo = opened(folder, data)
    turned = {1: picture, 3: picture[::-1, ::-1], 6: np.rot90(picture, -1)}[orientation]
    assert photo.lightness.shape == turned.shape[:2]
    assert abs(photo.lightness - expected(turned)).max() < 1.0

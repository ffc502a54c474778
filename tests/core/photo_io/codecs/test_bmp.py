"""BMP of every header, depth and bit field."""

import struct
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from skimage.color import rgb2lab

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.photo_io.profiles.lightness import lightness_of
from tests.support.photos.icc import DISPLAY_P3, gamma, rgb_profile

Array = npt.NDArray[Any]
BITFIELDS, ALPHA_BITFIELDS = 3, 6


def bmp(
    words: Array,
    bits: int,
    masks: tuple[int, ...] = (),
    *,
    header: int = 40,
    compression: int = 0,
    top_down: bool = False,
    profile: bytes = b"",
) -> bytes:
    """A BMP of one word for each pixel, as its header has it."""
    height, width = words.shape
    shifts = np.arange(0, bits, 8)
    rows = ((words[..., None] >> shifts) & 0xFF).astype(np.uint8).reshape(height, -1)
    rows = np.pad(rows, ((0, 0), (0, -rows.shape[1] % 4)))
    data = (rows if top_down else rows[::-1]).tobytes()
    fields = struct.pack(
        "<iiHHIIiiII", width, -height if top_down else height, 1, bits, compression, 0, 2835, 2835, 0, 0
    )
    packed = b"".join(struct.pack("<I", mask) for mask in masks)
    rest = packed.ljust(header - 40, b"\0")
    if profile:
        place = struct.pack("<II", header, len(profile))
        rest = rest[:16] + b"DEBM" + rest[20:72] + place + rest[80:]
    pixels = 14 + 4 + len(fields) + len(rest) + len(profile)
    head = b"BM" + struct.pack("<IHHI", pixels + len(data), 0, 0, pixels)
    return head + struct.pack("<I", header) + fields + rest + profile + data


def expected(image: Array, maximum: float) -> Array:
    lab: Array = rgb2lab(image / maximum)
    return lab[..., 0]


@pytest.mark.parametrize(
    ("bits", "widths"),
    [
        (16, (5, 6, 5)),
        (16, (4, 4, 4)),
        (16, (5, 5, 5)),
        (32, (10, 10, 10)),
        (32, (8, 8, 8)),
        (32, (11, 11, 10)),
        (32, (3, 3, 2)),
        (32, (6, 5, 5)),
    ],
)
@pytest.mark.parametrize("header", [40, 52, 56, 108, 124])
@pytest.mark.parametrize("top_down", [False, True])
def test_any_bit_fields(
    folder: Path, picture: ByteArray, bits: int, widths: tuple[int, int, int], header: int, top_down: bool
) -> None:
    values = [
        np.rint(picture[..., c] / 255 * (2**width - 1)).astype(np.uint32) for c, width in enumerate(widths)
    ]
    shifts = (widths[1] + widths[2], widths[2], 0)
    masks = tuple((2**width - 1) << shift for width, shift in zip(widths, shifts, strict=True))
    words = sum(value << np.uint32(shift) for value, shift in zip(values, shifts, strict=True))
    data = bmp(np.asarray(words), bits, masks, header=header, compression=BITFIELDS, top_down=top_down)
    if header == 40:
        data = data[:10] + struct.pack("<I", len(data) - len(bmp(np.asarray(words), bits)) + 54) + data[14:]
    (folder / "photo.bmp").write_bytes(data)
    photo = read_photo(folder / "photo.bmp")
    ideal = np.stack([value / (2**width - 1) for value, width in zip(values, widths, strict=True)], axis=-1)
    assert photo.depth == (16 if max(widths) > 8 else 8)
    assert photo.alpha is None
    np.testing.assert_allclose(photo.lightness, expected(ideal, 1.0), atol=0.01 if photo.depth == 16 else 0.3)


@pytest.mark.parametrize("alpha", [0, 1, 128, 255])
def test_alpha_is_kept_unless_it_is_clear_everywhere(folder: Path, picture: ByteArray, alpha: int) -> None:
    red, green, blue = (picture[..., channel].astype(np.uint32) for channel in range(3))
    words = red << 16 | green << 8 | blue | np.uint32(alpha << 24)
    masks = (0xFF0000, 0xFF00, 0xFF, 0xFF000000)
    (folder / "photo.bmp").write_bytes(bmp(words, 32, masks, header=124, compression=BITFIELDS))
    photo = read_photo(folder / "photo.bmp")
    np.testing.assert_array_equal(photo.lightness, lightness_of(picture, None))
    if alpha:
        assert photo.alpha is not None
        assert np.unique(photo.alpha).tolist() == [alpha]
    else:
        assert photo.alpha is None
        assert any("clear everywhere" in text for text in photo.warnings)


def test_the_fourth_byte_of_a_plain_one_is_no_alpha(folder: Path, picture: ByteArray) -> None:
    red, green, blue = (picture[..., channel].astype(np.uint32) for channel in range(3))
    words = red << 16 | green << 8 | blue | np.uint32(9 << 24)
    (folder / "photo.bmp").write_bytes(bmp(words, 32))
    photo = read_photo(folder / "photo.bmp")
    assert photo.alpha is None
    assert photo.metadata.dpi == pytest.approx((72.0, 72.0), abs=0.1)
    np.testing.assert_array_equal(photo.lightness, lightness_of(picture, None))


def test_a_profile_within_the_file_counts(folder: Path, picture: ByteArray) -> None:
    profile = rgb_profile(DISPLAY_P3, gamma(1.0))
    red, green, blue = (picture[..., channel].astype(np.uint32) for channel in range(3))
    data = bmp(red << 16 | green << 8 | blue, 24, header=124, profile=profile)
    (folder / "photo.bmp").write_bytes(data)
    photo = read_photo(folder / "photo.bmp")
    assert photo.metadata.icc_profile == profile
    np.testing.assert_array_equal(photo.lightness, lightness_of(picture, profile))


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_every_kind_that_pillow_writes_is_read_alike(folder: Path, picture: ByteArray, mode: str) -> None:
    image = Image.fromarray(picture).convert(mode)
    image.save(folder / "photo.bmp")
    plain = np.asarray(Image.open(folder / "photo.bmp").convert("RGB"))
    np.testing.assert_allclose(
        read_photo(folder / "photo.bmp").lightness, lightness_of(plain, None), atol=1e-3
    )


def test_a_palette_where_the_pixels_are_said_to_begin(folder: Path, picture: ByteArray) -> None:
    Image.fromarray(picture).quantize(256).save(folder / "photo.bmp")
    data = bytearray((folder / "photo.bmp").read_bytes())
    whole = read_photo(folder / "photo.bmp").lightness
    struct.pack_into("<I", data, 10, 54)
    (folder / "wrong.bmp").write_bytes(data)
    np.testing.assert_array_equal(read_photo(folder / "wrong.bmp").lightness, whole)


def test_the_padding_of_the_last_row_may_be_missing(folder: Path, gray: ByteArray) -> None:
    Image.fromarray(gray).save(folder / "photo.bmp")
    data = (folder / "photo.bmp").read_bytes()
    (folder / "short.bmp").write_bytes(data[:-3])
    whole = read_photo(folder / "photo.bmp").lightness
    np.testing.assert_array_equal(read_photo(folder / "short.bmp").lightness, whole)


def test_a_coding_that_is_not_known_is_named(folder: Path, gray: ByteArray) -> None:
    (folder / "photo.bmp").write_bytes(bmp(gray.astype(np.uint32), 24, compression=11))
    with pytest.raises(PhotoReadError, match="coding 11"):
        read_photo(folder / "photo.bmp")


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_one_without_the_header_of_a_file_is_known_by_its_suffix(
    folder: Path, picture: ByteArray, mode: str
) -> None:
    """As it lies on a clipboard; programs save it so under `.dib`."""
    Image.fromarray(picture).convert(mode).save(folder / "photo.bmp")
    data = (folder / "photo.bmp").read_bytes()[14:]
    (folder / "photo.dib").write_bytes(data)
    whole = read_photo(folder / "photo.bmp").lightness
    np.testing.assert_array_equal(read_photo(folder / "photo.dib").lightness, whole)
    (folder / "other.bmp").write_bytes(data)
    with pytest.raises(PhotoReadError, match="not a photo that Tintype knows"):
        read_photo(folder / "other.bmp")

"""The pieces of a JPEG are the whole, bit by bit; what cannot be divided safely stays whole."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.codecs.jpeg.encoding import encode_jpeg
from colorizer_gui.core.photo_io.codecs.jpeg.parting import parted
from colorizer_gui.core.photo_io.codecs.jpeg.structure import read_structure


def picture(height: int, width: int) -> ByteArray:
    rng = np.random.default_rng(height)
    return np.clip(rng.normal(0, 40, (height, width, 3)) + np.arange(width)[:, None], 0, 255).astype(np.uint8)


def by_strips(image: ByteArray) -> bytes:
    stream = BytesIO()
    height, width, _ = image.shape
    encode_jpeg(lambda rows: image[rows], (height, width), PhotoMetadata(comments=("x",)), 90, stream)
    return stream.getvalue()


def by_pillow(image: ByteArray, **settings: int) -> bytes:
    stream = BytesIO()
    Image.fromarray(image).save(stream, "JPEG", quality=80, **settings)
    return stream.getvalue()


def decoded(data: bytes) -> ByteArray:
    with Image.open(BytesIO(data)) as image:
        return np.asarray(image)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("height", [8 * 64, 8 * 71 + 3])
def test_pieces_are_the_whole(height: int, count: int) -> None:
    data = by_pillow(picture(height, 50), subsampling=0, restart_marker_rows=1)
    pieces = parted(read_structure(data), data, count)
    assert len(pieces) == count
    np.testing.assert_array_equal(np.concatenate([decoded(piece) for piece in pieces]), decoded(data))


def test_what_the_program_writes_is_divided() -> None:
    data = by_strips(picture(8 * 500 + 1, 512))
    pieces = parted(read_structure(data), data, 2)
    assert len(pieces) == 2
    np.testing.assert_array_equal(np.concatenate([decoded(piece) for piece in pieces]), decoded(data))


def test_colours_at_half_the_size_are_divided_where_a_unit_begins() -> None:
    data = by_pillow(picture(16 * 40, 70), subsampling=2, restart_marker_rows=1)
    pieces = parted(read_structure(data), data, 2)
    heights = [read_structure(piece).frame.height for piece in pieces]
    assert [height % 16 for height in heights] == [0, 0]
    assert sum(heights) == 16 * 40


@pytest.mark.parametrize(
    "settings",
    [
        {"subsampling": 0},
        {"subsampling": 0, "restart_marker_rows": 40},
        {"subsampling": 0, "restart_marker_blocks": 5},
        {"subsampling": 0, "restart_marker_rows": 1, "progressive": 1},
    ],
    ids=["no restarts", "few", "within rows", "several scans"],
)
def test_others_stay_whole(settings: dict[str, int]) -> None:
    data = by_pillow(picture(8 * 64, 56), **settings)
    assert parted(read_structure(data), data, 2) == [data]


def test_restarts_that_are_out_of_order_stay_whole() -> None:
    data = bytearray(by_pillow(picture(8 * 64, 56), subsampling=0, restart_marker_rows=1))
    at = data.index(b"\xff\xd3")
    data[at + 1] = 0xD4
    spoiled = bytes(data)
    assert parted(read_structure(spoiled), spoiled, 2) == [spoiled]
    lost = bytes(data[:at] + data[at + 2 :])
    assert parted(read_structure(lost), lost, 2) == [lost]

"""JPEG files that are broken around their picture open as viewers open them; broken pictures do not."""

import random
import struct
from io import BytesIO
from pathlib import Path
from typing import Any, NoReturn

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import read_photo


def jpeg(image: ByteArray, **settings: Any) -> bytes:
    stream = BytesIO()
    Image.fromarray(image).save(stream, "JPEG", **{"quality": 90, **settings})
    return stream.getvalue()


def with_segment(data: bytes, marker: int, content: bytes) -> bytes:
    """The same file with one more segment, first of all, and without its own JFIF."""
    rest = data[2 + 2 + int.from_bytes(data[4:6], "big") :]
    return data[:2] + struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content + rest


def opened(folder: Path, data: bytes) -> Photo:
    (folder / "photo.jpg").write_bytes(data)
    return read_photo(folder / "photo.jpg")


def refused(folder: Path, data: bytes) -> str:
    with pytest.raises(PhotoReadError) as caught:
        opened(folder, data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("marker", "content", "name"),
    [
        (0xE0, b"JFIF\0", "JFIF"),
        (0xE0, b"JFIF\0\1\1\1", "JFIF"),
        (0xE0, b"JF", "JFIF"),
        (0xEE, b"Adobe", "Adobe"),
        (0xEE, b"Adobe\0\x64\0\0", "Adobe"),
        (0xE2, b"ICC_PROFILE\0", "ICC"),
        (0xE2, b"ICC_PROFILE\0\1", "ICC"),
        (0xED, b"Photoshop 3.0\0", "Photoshop"),
        (0xED, b"Photoshop 3.0\0008BIM\4", "Photoshop"),
    ],
)
@pytest.mark.parametrize("color", [False, True])
def test_a_segment_that_is_too_short(
    folder: Path, picture: ByteArray, marker: int, content: bytes, name: str, color: bool
) -> None:
    plain = jpeg(picture if color else picture[..., 0].copy())
    photo = opened(folder, with_segment(plain, marker, content))
    np.testing.assert_array_equal(photo.lightness, opened(folder, plain).lightness)
    assert any(name in text for text in photo.warnings)
    assert opened(folder, plain).warnings == ()


def test_a_profile_of_which_a_part_is_missing(folder: Path, picture: ByteArray) -> None:
    data = with_segment(jpeg(picture), 0xE2, b"ICC_PROFILE\0\1\2" + bytes(200))
    assert any("part is missing" in text for text in opened(folder, data).warnings)


@pytest.mark.parametrize("stray", [b"\0", b"\0\0\0\0\0", b"\x12\xff\0\x34", b"\xff\xff\xff"])
@pytest.mark.parametrize("place", [2, 20])
def test_stray_bytes_between_segments(folder: Path, gray: ByteArray, stray: bytes, place: int) -> None:
    plain = jpeg(gray)
    assert plain[20:22] == b"\xff\xdb"
    photo = opened(folder, plain[:place] + stray + plain[place:])
    np.testing.assert_array_equal(photo.lightness, opened(folder, plain).lightness)
    assert bool(photo.warnings) is (stray != b"\xff\xff\xff")  # any number of these may stand before a marker


def large(picture: ByteArray, *, color: bool) -> ByteArray:
    image = Image.fromarray(picture).resize((400, 304), Image.Resampling.BICUBIC)
    return np.asarray(image if color else image.convert("L"))


KINDS: list[dict[str, Any]] = [
    {"subsampling": 0},
    {"subsampling": 2},
    {"progressive": True},
    {"restart_marker_rows": 1},
    {"optimize": True},
]


@pytest.mark.parametrize("kind", KINDS, ids=str)
@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("cut", [1, 2, 3, 16])
def test_the_last_bytes_are_missing(
    folder: Path, picture: ByteArray, kind: dict[str, Any], color: bool, cut: int
) -> None:
    plain = jpeg(large(picture, color=color), **kind)
    whole = opened(folder, plain)
    photo = opened(folder, plain[:-cut])
    assert photo.size == whole.size
    assert abs(photo.lightness - whole.lightness).mean() < 0.2
    (warning,) = photo.warnings
    assert ("end mark" in warning) or ("is missing" in warning)


@pytest.mark.parametrize("kind", KINDS, ids=str)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.96])
def test_more_is_missing_than_an_eye_would_miss(
    folder: Path, picture: ByteArray, kind: dict[str, Any], share: float
) -> None:
    noisy = large(picture, color=True) // 2 + np.random.default_rng(1).integers(
        0, 99, (304, 400, 3), dtype=np.uint8
    )
    plain = jpeg(noisy, **kind)
    assert "damaged or cut off" in refused(folder, plain[: int(share * len(plain))])


@pytest.mark.parametrize("cut", [8, 16])
def test_the_last_unit_of_a_small_picture_is_little(folder: Path, cut: int) -> None:
    """With colour of half the size one of 35 units is more than a fiftieth, and takes more than 64 bytes."""
    rows, columns = np.mgrid[0:72, 0:100]
    gray = 30 + 1.6 * columns + 0.8 * rows + np.random.default_rng(3).normal(0, 3, (72, 100))
    plain = jpeg(np.dstack([gray.clip(0, 255).astype(np.uint8)] * 3), quality=97, subsampling=2)
    photo = opened(folder, plain[:-cut])
    assert abs(photo.lightness - opened(folder, plain).lightness).mean() < 0.2
    assert any("2.9 % of the picture is missing" in text for text in photo.warnings)
    assert "damaged or cut off" in refused(folder, plain[:-800])


@pytest.mark.parametrize("kind", KINDS, ids=str)
@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_an_end_mark_hides_no_gap(
    folder: Path, picture: ByteArray, kind: dict[str, Any], color: bool, share: float
) -> None:
    """Cameras and programs that rescue files put an end mark behind what there is."""
    noisy = large(picture, color=color) // 2
    noisy = noisy + np.random.default_rng(1).integers(0, 99, noisy.shape, dtype=np.uint8)
    plain = jpeg(noisy, **kind)
    assert opened(folder, plain).warnings == () or color
    assert "damaged or cut off" in refused(folder, plain[: int(share * len(plain))] + b"\xff\xd9")


@pytest.mark.parametrize("kind", [*KINDS, {"restart_marker_blocks": 7}], ids=str)
def test_a_small_gap_is_said(folder: Path, picture: ByteArray, kind: dict[str, Any]) -> None:
    plain = jpeg(large(picture, color=True), **kind)
    whole = opened(folder, plain)
    photo = opened(folder, plain[:-24] + b"\xff\xd9")
    assert any("is missing" in text for text in photo.warnings)
    assert abs(photo.lightness - whole.lightness).mean() < 0.5
    assert not any("is missing" in text for text in whole.warnings)


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_gray_photo_lacks_nothing(folder: Path, kind: dict[str, Any], color: bool) -> None:
    """Plain gray of the middle is what the decoder puts where nothing is."""
    image = np.full((90, 70, 3) if color else (90, 70), 128, np.uint8)
    photo = opened(folder, jpeg(image, **kind))
    assert photo.warnings == ()
    assert np.ptp(photo.lightness) < 0.01


def test_scans_that_were_never_written(folder: Path, picture: ByteArray) -> None:
    plain = jpeg(large(picture, color=True), progressive=True)
    photo = opened(folder, plain[: plain.rindex(b"\xff\xda")] + b"\xff\xd9")
    assert any("finest details" in text for text in photo.warnings)


def test_jpeg_ls_is_named(folder: Path, gray: ByteArray) -> None:
    assert "JPEG-LS" in refused(folder, bytes(imagecodecs.jpegls_encode(gray)))


def test_a_progressive_picture_that_lacks_its_last_scan(folder: Path, picture: ByteArray) -> None:
    plain = jpeg(large(picture, color=True), progressive=True)
    assert "damaged or cut off" in refused(folder, plain[: plain.rindex(b"\xff\xda")])


def test_what_follows_the_end_does_not_count(folder: Path, gray: ByteArray) -> None:
    plain = jpeg(gray)
    photo = opened(folder, plain + b"\xff\xd8 something else \xff")
    np.testing.assert_array_equal(photo.lightness, opened(folder, plain).lightness)
    assert photo.warnings == ()


@pytest.mark.parametrize("progressive", [False, True])
def test_a_small_file_that_claims_a_huge_picture(
    folder: Path, gray: ByteArray, progressive: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is refused before a decoder would ask for gigabytes."""

    def fail(*_: object, **__: object) -> NoReturn:
        pytest.fail("a decoder got it")

    data = bytearray(jpeg(gray, progressive=progressive))
    start = data.index(b"\xff\xc2" if progressive else b"\xff\xc0") + 5
    data[start : start + 4] = struct.pack(">HH", 6000, 65_500)
    monkeypatch.setattr(imagecodecs, "jpeg8_decode", fail)
    assert "far too little data" in refused(folder, bytes(data))


@pytest.mark.parametrize(
    ("settings", "bits", "most"),
    [
        ({"bitspersample": 12, "level": 98}, 12, 0.6),
        ({"lossless": True, "bitspersample": 12}, 12, 0.01),
        ({"lossless": True, "bitspersample": 16}, 16, 0.01),
    ],
)
def test_more_than_8_bits(folder: Path, settings: dict[str, Any], bits: int, most: float) -> None:
    y, x = np.mgrid[0:72, 0:100]
    values = ((x * 600 + y * 80) >> (16 - bits)).astype(np.uint16)
    photo = opened(folder, bytes(imagecodecs.jpeg_encode(values, **settings)))
    assert photo.depth == 16
    encoded = values / (2**bits - 1)
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    expected = np.where(linear <= (6 / 29) ** 3, linear * (29 / 3) ** 3, 116 * np.cbrt(linear) - 16)
    assert abs(photo.lightness - expected).max() < most


def test_a_kind_that_nobody_decodes_is_named(folder: Path, gray: ByteArray) -> None:
    data = bytearray(jpeg(gray))
    data[data.index(b"\xff\xc0") + 1] = 0xC5
    assert "hierarchical" in refused(folder, bytes(data))


@pytest.mark.parametrize(
    ("in_exif", "in_jfif", "wanted"),
    [(300, 72, 300), (72, 300, 300), (600, None, 600), (None, 96, 96), (240, 300, 240)],
)
def test_the_resolution_that_somebody_set_counts(
    folder: Path, gray: ByteArray, in_exif: int | None, in_jfif: int | None, wanted: int
) -> None:
    settings: dict[str, Any] = {}
    if in_exif:
        block = Image.Exif()
        block.update({0x011A: float(in_exif), 0x011B: float(in_exif), 0x0128: 2})
        settings["exif"] = block.tobytes()
    if in_jfif:
        settings["dpi"] = (in_jfif, in_jfif)
    assert opened(folder, jpeg(gray, **settings)).metadata.dpi == (wanted, wanted)


def test_random_damage_between_segments_is_survived(folder: Path, gray: ByteArray) -> None:
    plain = jpeg(gray)
    whole = opened(folder, plain).lightness
    source = random.Random(5)
    for _ in range(50):
        stray = bytes(source.randrange(0xC0) for _ in range(source.randint(1, 30)))
        np.testing.assert_array_equal(opened(folder, plain[:20] + stray + plain[20:]).lightness, whole)


@pytest.mark.parametrize("height", [8, 9, 10, 16, 17])
@pytest.mark.parametrize("kind", [*KINDS, {"restart_marker_blocks": 1}], ids=str)
def test_pictures_of_any_height_are_looked_over(
    folder: Path, picture: ByteArray, kind: dict[str, Any], height: int
) -> None:
    """Whole ones lack nothing, also where a single row is left for the last units."""
    plain = jpeg(picture[:height].copy(), **kind)
    whole = opened(folder, plain)
    assert not any("missing" in text for text in whole.warnings)
    assert opened(folder, plain[:-2]).size == whole.size

"""EXIF that is damaged or unusual never stops a photo, and what of it can be read counts."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import WriteOptions, read_photo, write_photo

ORIENTATION, EXIF, GPS = 0x0112, 0x8769, 0x8825
BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, SSHORT, SLONG, FLOAT, IFD = 1, 2, 3, 4, 5, 6, 8, 9, 11, 13
#: Each format's suffix and Pillow's name, where Pillow writes EXIF as it is given.
FORMATS = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


def entry(tag: int, kind: int, value: bytes, count: int = 1) -> bytes:
    return struct.pack("<HHI", tag, kind, count) + value.ljust(4, b"\0")


def block(*entries: bytes, announced: int | None = None, end: bytes = bytes(4), rest: bytes = b"") -> bytes:
    """A TIFF structure of one directory, and what follows it."""
    count = len(entries) if announced is None else announced
    return b"II*\0\x08\0\0\0" + struct.pack("<H", count) + b"".join(entries) + end + rest


def opened(folder: Path, picture: ByteArray, suffix: str, exif: bytes) -> Photo:
    stream = BytesIO()
    Image.fromarray(picture).save(stream, FORMATS[suffix], exif=b"Exif\0\0" + exif)
    (folder / f"photo{suffix}").write_bytes(stream.getvalue())
    return read_photo(folder / f"photo{suffix}")


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    ("kind", "layout"),
    [(BYTE, "B"), (SBYTE, "b"), (SHORT, "H"), (SSHORT, "h"), (LONG, "I"), (SLONG, "i"), (FLOAT, "f")],
)
def test_the_orientation_may_be_a_number_of_any_type(
    folder: Path, picture: ByteArray, suffix: str, kind: int, layout: str
) -> None:
    exif = block(entry(ORIENTATION, kind, struct.pack("<" + layout, 6)))
    photo = opened(folder, picture, suffix, exif)
    assert photo.size == (37, 53)
    assert photo.warnings == ()
    written = write_photo(folder / "out.png", picture.swapaxes(0, 1).copy(), photo, options=WriteOptions())
    assert read_photo(written).size == (37, 53)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    "exif",
    [
        block(entry(ORIENTATION, SHORT, b"\6"), end=b""),
        block(entry(ORIENTATION, SHORT, b"\6"), end=b"\0\0"),
        block(entry(ORIENTATION, SHORT, b"\6"), announced=9),
        block(entry(ORIENTATION, SHORT, b"\6"), announced=60_000, rest=bytes(300)),
    ],
    ids=["no end", "half an end", "too many announced", "far too many announced"],
)
def test_a_directory_that_is_cut_off(folder: Path, picture: ByteArray, suffix: str, exif: bytes) -> None:
    photo = opened(folder, picture, suffix, exif)
    assert photo.size == (37, 53)
    assert photo.metadata.exif is not None
    assert any("EXIF is damaged" in text for text in photo.warnings)
    written = write_photo(folder / "out.jpg", picture.swapaxes(0, 1).copy(), photo, options=WriteOptions())
    again = read_photo(written)
    assert (again.size, again.warnings) == ((37, 53), ())


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("tag", [EXIF, GPS])
@pytest.mark.parametrize(
    ("kind", "count", "value"),
    [
        (RATIONAL, 1, struct.pack("<I", 8)),
        (ASCII, 20, struct.pack("<I", 8)),
        (SHORT, 1, b"\x26\0"),
        (LONG, 2, struct.pack("<I", 8)),
        (LONG, 1, b"\xff\xff\xff\x7f"),
        (LONG, 1, b"\xff\xff\xff\xff"),
        (IFD, 1, b"\xf0\xff\xff\xff"),
    ],
)
def test_a_pointer_that_leads_nowhere(
    folder: Path, picture: ByteArray, suffix: str, tag: int, kind: int, count: int, value: bytes
) -> None:
    exif = block(entry(ORIENTATION, SHORT, b"\6"), entry(tag, kind, value, count), rest=bytes(60))
    photo = opened(folder, picture, suffix, exif)
    assert photo.size == (37, 53)
    assert any("EXIF is damaged" in text for text in photo.warnings)
    for name in ("out.jpg", "out.tif", "out.webp", "out.png"):
        upright = picture.swapaxes(0, 1).copy()
        assert read_photo(write_photo(folder / name, upright, photo, options=WriteOptions())).size == (37, 53)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_pointer_of_the_type_ifd_is_followed(folder: Path, picture: ByteArray, suffix: str) -> None:
    inner = struct.pack("<H", 1) + entry(0x9003, ASCII, struct.pack("<I", 60), 20) + bytes(4)
    text = b"1932:05:01 12:00:00\0"
    head = block(entry(ORIENTATION, SHORT, b"\1"), entry(EXIF, IFD, struct.pack("<I", 38)))
    assert len(head) == 38
    photo = opened(folder, picture, suffix, head + inner.ljust(22, b"\0") + text)
    assert photo.warnings == ()
    written = write_photo(folder / "out.jpg", picture, photo, options=WriteOptions())
    with Image.open(written) as image:
        assert image.getexif().get_ifd(EXIF)[0x9003] == "1932:05:01 12:00:00"


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("noise", [b"no TIFF at all", b"II*\0\xff\xff\xff\xff", b"II*\0", b"MM\0*\0\0\0\x08"])
def test_exif_of_which_nothing_can_be_read(
    folder: Path, picture: ByteArray, suffix: str, noise: bytes
) -> None:
    photo = opened(folder, picture, suffix, noise)
    assert photo.size == (53, 37)
    assert any("EXIF is damaged and not kept" in text for text in photo.warnings)

"""Date, place, makers, captions and resolution come out as they went in."""

import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
import tifffile
from PIL import Image, PngImagePlugin, TiffImagePlugin

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.core.photo_io import WriteOptions, read_photo, write_photo
from colorizer_gui.core.photo_io.metadata import exif as exif_module
from colorizer_gui.core.photo_io.metadata.xmp import DIGITAL_SOURCE_TYPE, marked_packet

EXIF_IFD, GPS_IFD, INTEROP_IFD = 0x8769, 0x8825, 0xA005
MAKE, DESCRIPTION, SOFTWARE, ARTIST, COPYRIGHT = 0x010F, 0x010E, 0x0131, 0x013B, 0x8298
DATE_TAKEN, EXPOSURE, MAKER_NOTE, USER_COMMENT = 0x9003, 0x829A, 0x927C, 0x9286
IPTC = b"\x1c\x02\x78\x00\x13Gro\xc3\x9fmutter am See" + b"\x1c\x02\x5a\x00\x04Kiel"
XMP = (
    b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="uuid:7" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">'
    b"Gro\xc3\x9fmutter</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"
    b'<?xpacket end="w"?>'
)
KINDS = ["jpg", "png", "tif", "webp"]


def rich_exif() -> Image.Exif:
    block = Image.Exif()
    block.update({MAKE: "Voigtlander", DESCRIPTION: "At the lake", SOFTWARE: "Scanner 3", ARTIST: "A. Adler"})
    block[COPYRIGHT] = "family"
    block.get_ifd(EXIF_IFD).update(
        {
            DATE_TAKEN: "1932:05:01 12:30:00",
            EXPOSURE: TiffImagePlugin.IFDRational(1, 125),
            MAKER_NOTE: b"secret\0\1\2",
            USER_COMMENT: b"ASCII\0\0\0a comment",
        }
    )
    block.get_ifd(GPS_IFD).update(
        {1: "N", 2: tuple(TiffImagePlugin.IFDRational(n, 1) for n in (54, 19, 31)), 3: "E"}
    )
    return block


def photoshop(iptc: bytes) -> bytes:
    return b"8BIM\x04\x04\0\0" + struct.pack(">I", len(iptc)) + iptc + b"\0" * (len(iptc) % 2)


def save_rich(path: Path, image: ByteArray) -> None:
    """A file with EXIF, GPS, XMP, IPTC and a resolution, by other libraries."""
    opened = Image.fromarray(image)
    block = rich_exif()
    if path.suffix == ".jpg":
        opened.save(path, exif=block, xmp=XMP, dpi=(600, 600))
        data = path.read_bytes()
        segment = b"Photoshop 3.0\0" + photoshop(IPTC)
        head = 4 + int.from_bytes(data[4:6], "big")
        path.write_bytes(
            data[:head] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + data[head:]
        )
    elif path.suffix == ".png":
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", XMP.decode("utf-8"))
        block8 = photoshop(IPTC)
        info.add_text("Raw profile type iptc", f"\niptc\n{len(block8):8d}\n{block8.hex()}\n", zip=True)
        opened.save(path, exif=block, pnginfo=info, dpi=(600, 600))
    elif path.suffix == ".webp":
        block.update(
            {0x011A: TiffImagePlugin.IFDRational(600, 1), 0x011B: TiffImagePlugin.IFDRational(600, 1)}
        )
        block[0x0128] = 2
        opened.save(path, exif=block, xmp=XMP, lossless=True)
    else:
        tags = TiffImagePlugin.ImageFileDirectory_v2()
        tags.update(block)
        tags[EXIF_IFD], tags[GPS_IFD] = dict(block.get_ifd(EXIF_IFD)), dict(block.get_ifd(GPS_IFD))
        tags.tagtype[700], tags.tagtype[33723] = 1, 7
        tags[700], tags[33723] = XMP, IPTC
        opened.save(path, tiffinfo=tags, dpi=(600, 600))


def exif_of(path: Path) -> Image.Exif:
    """EXIF as Pillow reads it."""
    with Image.open(path) as image:
        block = image.getexif()
        block.get_ifd(EXIF_IFD)
        block.get_ifd(GPS_IFD)
        return block


@pytest.mark.parametrize("source", KINDS)
@pytest.mark.parametrize("target", KINDS)
def test_everything_survives_between_any_two_formats(
    folder: Path, picture: ByteArray, source: str, target: str
) -> None:
    path = folder / f"Ñandú 日本.{source}"
    save_rich(path, picture)
    photo = read_photo(path)
    assert photo.metadata.dpi == pytest.approx((600.0, 600.0), abs=0.01)
    assert photo.metadata.xmp == XMP
    written = write_photo(folder / f"out.{target}", picture, photo, options=WriteOptions())

    block = exif_of(written)
    assert (block[MAKE], block[DESCRIPTION]) == ("Voigtlander", "At the lake")
    assert (block[ARTIST], block[COPYRIGHT]) == ("A. Adler", "family")
    assert block[SOFTWARE] == f"Tintype {VERSION}"
    inner, place = block.get_ifd(EXIF_IFD), block.get_ifd(GPS_IFD)
    assert inner[DATE_TAKEN] == "1932:05:01 12:30:00"
    assert inner[EXPOSURE] == pytest.approx(1 / 125)
    assert inner[USER_COMMENT] == b"ASCII\0\0\0a comment"
    assert inner[MAKER_NOTE] == b"secret\0\1\2"
    assert (place[1], place[2], place[3]) == ("N", (54.0, 19.0, 31.0), "E")

    again = read_photo(written).metadata
    assert again.dpi == pytest.approx((600.0, 600.0), abs=0.01)
    assert again.xmp is not None
    check_marked(again.xmp, title="Großmutter")
    if source != "webp" and target != "webp":
        assert again.iptc == IPTC


def check_marked(packet: bytes, title: str | None) -> None:
    """The packet is well-formed, marked exactly once, and its title is as it was."""
    root = ET.fromstring(packet.decode("utf-8").partition("?>")[2].rpartition("<?xpacket")[0])
    name = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType"
    found = [each.attrib[name] for each in root.iter() if name in each.attrib]
    found += [each.text or "" for each in root.iter(name)]
    assert found == [DIGITAL_SOURCE_TYPE]
    if title is not None:
        assert title in "".join(root.itertext())
        abouts = {each.attrib[key] for each in root.iter() for key in each.attrib if key.endswith("about")}
        assert abouts == {"uuid:7"}


def test_iptc_where_other_programs_look_for_it(folder: Path, picture: ByteArray) -> None:
    save_rich(folder / "photo.jpg", picture)
    photo = read_photo(folder / "photo.jpg")
    assert photo.metadata.iptc == IPTC
    jpeg = write_photo(folder / "out.jpg", picture, photo, options=WriteOptions())
    with Image.open(jpeg) as image:
        assert image.info["photoshop"][0x0404] == IPTC
    tiff = write_photo(folder / "out.tif", picture, photo, options=WriteOptions())
    with tifffile.TiffFile(tiff) as file:
        assert bytes(file.pages.first.tags[33723].value) == IPTC
        assert file.pages.first.tags["ResolutionUnit"].value == 2
        assert file.pages.first.tags["XResolution"].value == (6_000_000, 10_000)


@pytest.mark.parametrize("name", ["iptc", "IPTC profile"])
def test_iptc_in_a_png_by_imagemagick_and_by_exiftool(folder: Path, picture: ByteArray, name: str) -> None:
    info = PngImagePlugin.PngInfo()
    block = photoshop(IPTC)
    info.add_text("Raw profile type iptc", f"\n{name}\n{len(block):8d}\n{block.hex()}\n", zip=True)
    Image.fromarray(picture).save(folder / "photo.png", pnginfo=info)
    assert read_photo(folder / "photo.png").metadata.iptc == IPTC


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".bmp"])
def test_resolution_in_the_format_s_own_place(folder: Path, picture: ByteArray, suffix: str) -> None:
    Image.fromarray(picture).save(folder / "photo.bmp", dpi=(300, 300))
    photo = read_photo(folder / "photo.bmp")
    written = write_photo(folder / f"out{suffix}", picture, photo, options=WriteOptions())
    with Image.open(written) as image:
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)


def test_centimetres_become_inches(folder: Path, gray: ByteArray) -> None:
    tifffile.imwrite(
        folder / "photo.tif",
        gray,
        photometric="minisblack",
        resolution=(100, 100),
        resolutionunit="CENTIMETER",
    )
    assert read_photo(folder / "photo.tif").metadata.dpi == pytest.approx((254.0, 254.0))


def test_no_resolution_is_invented(folder: Path, gray: ByteArray) -> None:
    for suffix in (".jpg", ".png", ".tif", ".webp"):
        Image.fromarray(gray).save(folder / f"photo{suffix}", exif=rich_exif())
        photo = read_photo(folder / f"photo{suffix}")
        assert photo.metadata.dpi is None
        written = write_photo(folder / f"out{suffix}", np.dstack([gray] * 3), photo, options=WriteOptions())
        assert read_photo(written).metadata.dpi is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_photo_without_metadata_gets_ours(folder: Path, picture: ByteArray, kind: str) -> None:
    Image.fromarray(picture).save(folder / "photo.png")
    photo = read_photo(folder / "photo.png")
    assert (
        photo.metadata.exif is photo.metadata.xmp is photo.metadata.iptc is photo.metadata.icc_profile is None
    )
    written = write_photo(folder / f"out.{kind}", picture, photo, options=WriteOptions())
    assert exif_of(written)[SOFTWARE] == f"Tintype {VERSION}"
    packet = read_photo(written).metadata.xmp
    assert packet is not None
    check_marked(packet, title=None)


@pytest.mark.parametrize(
    "packet",
    [
        XMP.replace(
            b"<dc:title>", b"<Iptc4xmpExt:DigitalSourceType>x</Iptc4xmpExt:DigitalSourceType><dc:title>"
        ).replace(b"xmlns:dc", b'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:dc'),
        XMP.replace(
            b"xmlns:dc",
            b'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
            b'Iptc4xmpExt:DigitalSourceType="x" xmlns:dc',
        ),
    ],
)
def test_an_earlier_source_type_is_replaced(packet: bytes) -> None:
    check_marked(marked_packet(packet), title="Großmutter")


@pytest.mark.parametrize(
    "packet", [b"", b"not XML", XMP.decode("utf-8").encode("utf-16"), XMP.replace(b"ROF", b"")[:200]]
)
def test_a_packet_that_cannot_be_merged_is_replaced(packet: bytes) -> None:
    check_marked(marked_packet(packet), title=None)


def test_marking_twice_changes_nothing() -> None:
    assert marked_packet(marked_packet(XMP)) == marked_packet(XMP)


def test_maker_notes_stay_where_they_are() -> None:
    """They hold offsets from the block's beginning, so nothing before them may move."""
    block = rich_exif().tobytes()
    kept, _ = exif_module.upright(block, (53, 37))
    assert kept is not None
    saved = exif_module.for_saving(kept, exif_module.OwnTags("Tintype", (300.0, 300.0)))
    assert saved.index(b"secret\0\1\2") == block.removeprefix(b"Exif\0\0").index(b"secret\0\1\2")


@pytest.mark.parametrize("place", ["thumbnail", "maker note"])
def test_a_jpeg_segment_is_not_overfilled(folder: Path, picture: ByteArray, place: str) -> None:
    block = rich_exif()
    if place == "maker note":
        block.get_ifd(EXIF_IFD)[MAKER_NOTE] = b"x" * 65_300
        data = block.tobytes()
    else:
        data = block.tobytes() + b"x" * 65_000
    Image.fromarray(picture).save(folder / "photo.webp", exif=data)
    photo = read_photo(folder / "photo.webp")
    written = write_photo(folder / "out.jpg", picture, photo, options=WriteOptions())
    kept = exif_of(written)
    assert kept.get_ifd(EXIF_IFD)[DATE_TAKEN] == "1932:05:01 12:30:00"
    assert kept[SOFTWARE] == f"Tintype {VERSION}"


@pytest.mark.parametrize(
    "damage", [b"", b"II", b"II*\0\xff\xff\xff\xff", b"nonsense", b"MM\0*\0\0\0\x08\xff\xff"]
)
def test_damaged_exif_does_not_stop_a_photo(folder: Path, picture: ByteArray, damage: bytes) -> None:
    content: dict[str, Any] = {"exif": damage} if damage else {}
    Image.fromarray(picture).save(folder / "photo.png", **content)
    photo = read_photo(folder / "photo.png")
    written = write_photo(folder / "out.jpg", picture, photo, options=WriteOptions())
    assert exif_of(written)[SOFTWARE] == f"Tintype {VERSION}"

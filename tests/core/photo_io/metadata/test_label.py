"""What results say about themselves, and what becomes of the XMP that was there."""

import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo_io import WriteOptions, read_photo, write_photo
from colorizer_gui.core.photo_io.codecs.jpeg.segments import MAX_SEGMENT, read_segments
from colorizer_gui.core.photo_io.codecs.jpeg.structure import read_structure
from colorizer_gui.core.photo_io.metadata.xmp import marked_packet, name, text_value
from colorizer_gui.core.photo_io.metadata.xmp_scan import XmpError, scan
from colorizer_gui.core.prediction.prediction import ModelIdentity
from colorizer_gui.core.recipe.recipe import Recipe
from colorizer_gui.core.recipe.result_label import ResultLabel, SourceType
from colorizer_gui.core.rendering.adjustments import Adjustments

RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
PACKET = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<!-- a remark --><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {RDF}>
<rdf:Description rdf:about="uuid:7" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating='4'
  xmp:CreatorTool="Scanner &lt;3&gt;" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:own="urn:own/" own:secret="&#x41;">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">At the lake</rdf:li>
<rdf:li xml:lang="de">Am See</rdf:li></rdf:Alt></dc:description>
<dc:subject><rdf:Bag><rdf:li>lake</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()
BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&c;</x:xmpmeta>"""
EXTERNAL = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
DEEP = b"<a>" * 100_000
LABEL = ResultLabel(
    Recipe("Großmutter.tif", "ab" * 32, ModelIdentity("tintype", "cd" * 32), Adjustments(saturation=1.2)),
    caption="Colorized & captioned <again>",
)


def text_of(packet: bytes, qualified: str) -> str:
    return scan(packet).text(name(qualified))


def test_everything_else_stays_byte_for_byte() -> None:
    marked = marked_packet(PACKET, LABEL, "Tintype 9")
    for part in (b"<!-- a remark -->", b"xmp:Rating='4'", b'own:secret="&#x41;"', b"<dc:subject>", b"uuid:7"):
        assert part in marked
    found = scan(marked)
    assert found.text(name("xmp:CreatorTool")) == "Tintype 9"
    assert found.text(name("tintype:SourceCreatorTool")) == "Scanner <3>"
    caption = found.find(name("dc:description"))
    assert caption is not None
    assert caption.items == [("x-default", "Colorized & captioned <again>"), ("de", "Am See")]
    ET.fromstring(marked)


def test_empty_elements_end_where_they_end() -> None:
    packet = (
        f'<rdf:RDF {RDF} xmlns:xmp="http://ns.adobe.com/xap/1.0/"><rdf:Description xmp:CreatorTool="a"/>'
        '<rdf:Description xmp:Rating="1"><xmp:Thumbnails/><xmp:Label/></rdf:Description></rdf:RDF>'
    )
    marked = marked_packet(packet.encode(), LABEL, "Tintype 9")
    assert b'<rdf:Description xmp:Rating="1"><xmp:Label/></rdf:Description>' in marked
    assert marked.count(b"CreatorTool") == 4
    assert scan(marked).text(name("tintype:SourceCreatorTool")) == "a"


def test_the_label_says_where_the_colour_comes_from() -> None:
    marked = marked_packet(None, LABEL, "Tintype 9")
    assert text_of(marked, "Iptc4xmpExt:DigitalSourceType") == SourceType.COMPOSITE.uri
    assert text_of(marked, "tintype:SourceSHA256") == "ab" * 32
    assert text_of(marked, "tintype:ModelSHA256") == "cd" * 32
    assert "Großmutter.tif" in text_of(marked, "xmpMM:DerivedFrom")
    again = Recipe.from_json(text_of(marked, "tintype:Recipe"))
    assert again.adjustments == LABEL.recipe.adjustments
    assert again.model == LABEL.recipe.model


def test_marking_again_replaces_and_does_not_pile_up() -> None:
    once = marked_packet(PACKET, LABEL, "Tintype 9")
    twice = marked_packet(once, LABEL, "Tintype 9")
    assert marked_packet(twice, LABEL, "Tintype 9") == twice
    assert text_of(twice, "tintype:SourceCreatorTool") == "Scanner <3>"
    names = [each.name for each in scan(twice).properties]
    assert len(names) == len(set(names))


def test_another_source_type_may_be_chosen() -> None:
    label = ResultLabel(Recipe(), source_type=SourceType.ENHANCED)
    marked = marked_packet(PACKET, label, "Tintype 9")
    assert text_of(marked, "Iptc4xmpExt:DigitalSourceType").endswith("/algorithmicallyEnhanced")
    assert all(each.explanation.endswith(".") for each in SourceType)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_merged(encoding: str) -> None:
    marked = marked_packet(PACKET.decode().encode(encoding), LABEL, "Tintype 9")
    assert scan(marked).text("urn:own/secret") == "A"


@pytest.mark.parametrize("packet", [BOMB, EXTERNAL, DEEP, b"", b"\0", b"<a", PACKET[:400], b"<a/>"])
def test_malicious_and_broken_packets_are_harmless(folder: Path, picture: ByteArray, packet: bytes) -> None:
    with pytest.raises(XmpError):
        scan(packet)
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", packet.decode())
    Image.fromarray(picture).save(folder / "photo.png", pnginfo=info)
    photo = read_photo(folder / "photo.png")
    if packet.strip(b"\0"):
        assert any("XMP" in warning for warning in photo.warnings)
    written = write_photo(folder / "out.png", picture, photo, options=WriteOptions(), label=LABEL)
    again = read_photo(written).metadata.xmp
    assert again is not None
    assert b"ENTITY" not in again
    assert text_of(again, "tintype:Model") == "tintype"


@given(st.binary(max_size=60), st.integers(0, len(PACKET)))
def test_no_packet_stops_the_label(noise: bytes, place: int) -> None:
    marked = marked_packet(PACKET[:place] + noise + PACKET[place:], LABEL, "Tintype 9")
    assert text_of(marked, "tintype:Model") == "tintype"


def test_long_xmp_and_iptc_pass_through_a_jpeg(folder: Path, picture: ByteArray) -> None:
    long_xmp = PACKET.replace(b"At the lake", b"word " * 40_000)
    iptc = b"\x1c\x02\x78" + struct.pack(">HI", 0x8004, 90_000) + b"i" * 90_000
    Image.fromarray(picture).save(folder / "photo.png")
    photo = read_photo(folder / "photo.png")
    metadata = type(photo.metadata)(xmp=long_xmp, iptc=iptc, comments=("first", "zweitens: ü"))
    photo = type(photo)(photo.path, photo.format, photo.lightness, metadata=metadata)
    written = write_photo(folder / "out.jpg", picture, photo, options=WriteOptions())
    again = read_photo(written).metadata
    assert again.iptc == iptc
    assert again.comments == ("first", "zweitens: ü")
    assert again.xmp is not None
    found = scan(again.xmp)
    caption = found.find(name("dc:description"))
    assert caption is not None
    assert caption.items[0][1] == "word " * 40_000
    assert found.text("urn:own/secret") == "A"
    assert found.text(name("Iptc4xmpExt:DigitalSourceType")) == SourceType.COMPOSITE.uri
    assert found.find("http://ns.adobe.com/xmp/note/HasExtendedXMP") is None
    segments = read_segments(read_structure(written.read_bytes()).segments)
    assert not segments.problem
    with Image.open(written) as image:
        assert len(image.info["xmp"]) <= MAX_SEGMENT
        assert b"compositeWithTrainedAlgorithmicMedia" in image.info["xmp"]


def test_iptc_becomes_xmp_where_there_is_no_place_for_it(folder: Path, picture: ByteArray) -> None:
    entries = ((90, b"Kiel"), (25, b"See"), (25, b"Sommer"), (55, b"19320501"))
    records = b"".join(b"\x1c\x02" + struct.pack(">BH", kind, len(text)) + text for kind, text in entries)
    Image.fromarray(picture).save(folder / "photo.png")
    photo = read_photo(folder / "photo.png")
    metadata = type(photo.metadata)(iptc=records, comments=("written on the back",))
    photo = type(photo)(photo.path, photo.format, photo.lightness, metadata=metadata)
    written = write_photo(folder / "out.webp", picture, photo, options=WriteOptions())
    packet = read_photo(written).metadata.xmp
    assert packet is not None
    assert text_of(packet, "photoshop:City") == "Kiel"
    assert text_of(packet, "photoshop:DateCreated") == "1932-05-01"
    assert text_of(packet, "tintype:SourceComment") == "written on the back"
    subject = scan(packet).find(name("dc:subject"))
    assert subject is not None
    assert [text for _, text in subject.items] == ["See", "Sommer"]


def test_a_caption_is_also_in_exif(folder: Path, picture: ByteArray) -> None:
    Image.fromarray(picture).save(folder / "photo.jpg")
    photo = read_photo(folder / "photo.jpg")
    written = write_photo(folder / "out.jpg", picture, photo, options=WriteOptions(), label=LABEL)
    with Image.open(written) as image:
        assert image.getexif()[0x010E] == "Colorized & captioned <again>"


@pytest.mark.parametrize("corner", ["top-left", "bottom-right"])
def test_the_mark_changes_one_corner_only(folder: Path, corner: str) -> None:
    image = np.full((400, 500, 3), 90, dtype=np.uint8)
    Image.fromarray(image).save(folder / "photo.png")
    photo = read_photo(folder / "photo.png")
    options = WriteOptions(mark=corner)  # type: ignore[arg-type]
    written = write_photo(folder / "out.png", image, photo, options=options)
    changed = np.argwhere((np.asarray(Image.open(written)) != 90).any(axis=-1))
    assert len(changed) > 100
    rows, columns = changed[:, 0], changed[:, 1]
    assert rows.max() < 60 if corner == "top-left" else rows.min() > 340
    assert columns.max() < 250 if corner == "top-left" else columns.min() > 250


def test_text_is_what_xml_can_hold() -> None:
    every = "".join(map(chr, range(0x110000)))
    kept = text_value(every)
    lost = [
        code
        for code, (before, after) in enumerate(zip(every, _unescaped(kept), strict=True))
        if before != after
    ]
    controls = [code for code in range(0x20) if chr(code) not in "\t\n\r"]
    assert lost == [*controls, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
    ET.fromstring(f"<a>{kept}</a>")


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

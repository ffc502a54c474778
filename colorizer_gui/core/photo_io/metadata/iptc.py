"""IPTC-IIM records, and where their datasets go in XMP for formats without a place for records.

The pairs are those of the IPTC Photo Metadata Standard ("IIM property" and "XMP property").
"""

from collections.abc import Iterator
from typing import Final

from colorizer_gui.core.photo_io.metadata.xmp import language_alternative, name, text_value
from colorizer_gui.core.photo_io.metadata.xmp_scan import XmpScan

_UTF8: Final = b"\x1b%G"
_TEXT: Final = {
    40: "photoshop:Instructions",
    85: "photoshop:AuthorsPosition",
    90: "photoshop:City",
    95: "photoshop:State",
    101: "photoshop:Country",
    103: "photoshop:TransmissionReference",
    105: "photoshop:Headline",
    110: "photoshop:Credit",
    115: "photoshop:Source",
    122: "photoshop:CaptionWriter",
}
_ALTERNATIVES: Final = {5: "dc:title", 116: "dc:rights", 120: "dc:description"}
_LISTS: Final = {25: ("dc:subject", "Bag"), 80: ("dc:creator", "Seq")}
_DATE_CREATED: Final = 55


def datasets(records: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Record, dataset and content of each entry; stops at the first that is damaged."""
    position = 0
    while position + 5 <= len(records) and records[position] == 0x1C:
        record, dataset = records[position + 1], records[position + 2]
        size = int.from_bytes(records[position + 3 : position + 5], "big")
        position += 5
        if size & 0x8000:  # an extended dataset: the size of the size, then the size
            digits = size & 0x7FFF
            size = int.from_bytes(records[position : position + digits], "big")
            position += digits
        if position + size > len(records):
            return
        yield record, dataset, records[position : position + size]
        position += size


def as_xmp(records: bytes, found: XmpScan) -> dict[str, str]:
    """XMP properties of what the records say and a packet does not say yet; values are XML."""
    entries = list(datasets(records))
    utf8 = any(record == 1 and dataset == 90 and content == _UTF8 for record, dataset, content in entries)
    values: dict[int, list[str]] = {}
    for record, dataset, content in entries:
        if record == 2:
            values.setdefault(dataset, []).append(_decoded(content, utf8=utf8))
    properties = {_TEXT[each]: text_value(texts[0]) for each, texts in values.items() if each in _TEXT}
    for each, texts in values.items():
        if each in _ALTERNATIVES:
            properties[_ALTERNATIVES[each]] = language_alternative(texts[0])
        elif each in _LISTS:
            qualified, container = _LISTS[each]
            items = "".join(f"<rdf:li>{text_value(text)}</rdf:li>" for text in texts)
            properties[qualified] = f"<rdf:{container}>{items}</rdf:{container}>"
        elif each == _DATE_CREATED and len(texts[0]) == 8 and texts[0].isdigit():
            date = texts[0]
            properties["photoshop:DateCreated"] = f"{date[:4]}-{date[4:6]}-{date[6:]}"
    return {key: value for key, value in properties.items() if found.find(name(key)) is None}


def _decoded(content: bytes, *, utf8: bool) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace") if utf8 else content.decode("latin-1")

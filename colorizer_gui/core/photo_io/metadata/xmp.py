"""XMP packets: upright on reading, and labelled on saving with how the colour came about.

A label replaces the properties that are its own and leaves every other byte of a packet as it is.
"""

import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from typing import Final

from colorizer_gui.core.photo_io.metadata.xmp_scan import RDF, XmpError, XmpScan, scan
from colorizer_gui.core.prediction.prediction import reference_in
from colorizer_gui.core.recipe.result_label import ResultLabel, SourceType

#: IPTC's term for a photo of which a part (here the colour) was made by a trained algorithm.
DIGITAL_SOURCE_TYPE: Final = SourceType.COMPOSITE.uri
NAMESPACES: Final = {
    "rdf": RDF,
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "stRef": "http://ns.adobe.com/xap/1.0/sType/ResourceRef#",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "tintype": "urn:tintype:xmp:1.0/",
}
_HEAD: Final = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}">\n'
)
_TAIL: Final = '\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
_ORIENTATION: Final = re.compile(rb"""(tiff:Orientation(?:\s*=\s*["']|\s*>\s*))[2-8](?=["'\s<])""")
#: What XML 1.0 has no place for, not even escaped; its complement takes 4 ms of each start to compile.
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]|[\ufffe\uffff]")
_OURS: Final = ("Version", "Model", "ModelSHA256", "SourceSHA256", "Recipe", "Reference", "ReferenceSHA256")


def name(qualified: str) -> str:
    """Namespace and local name of ``prefix:local``, as `scan` names properties."""
    prefix, _, local = qualified.partition(":")
    return NAMESPACES[prefix] + local


def upright_xmp(packet: bytes) -> bytes:
    """A packet whose `tiff:Orientation`, if there is one, is 1."""
    return _ORIENTATION.sub(rb"\g<1>1", packet)


def marked_packet(packet: bytes | None, label: ResultLabel | None = None, software: str = "") -> bytes:
    """A packet that states how the colour came about, everything else kept.

    The thumbnails that a packet may hold go, since they show the source. The source's program and what
    the source itself was derived from move to names of our own. A packet that cannot be read (see
    `scan`) is replaced by a new one.
    """
    try:
        found = scan(packet) if packet else XmpScan(b"")
    except XmpError:
        found = XmpScan(b"")
    properties = _properties(label, software, found)
    body = description(properties, found.about)
    if found.end < 0:
        return (_HEAD + body + _TAIL).encode()
    removed = {name(each) for each in properties} | {name("xmp:Thumbnails")}
    if label is not None:
        removed |= {name(f"tintype:{each}") for each in _OURS}
    kept = found.without(removed)
    end = scan(kept).end
    return kept[:end] + body.encode() + kept[end:]


def description(properties: Mapping[str, str], about: str = "") -> str:
    """One `rdf:Description` that declares all that it uses; values are XML, not text."""
    used = {"rdf", *(each.partition(":")[0] for each in properties)}
    if any("stRef:" in value for value in properties.values()):
        used.add("stRef")
    spaces = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in NAMESPACES if prefix in used)
    inner = "".join(
        f'<{each} rdf:parseType="Resource">{value}</{each}>'
        if value.startswith("<stRef:")
        else f"<{each}>{value}</{each}>"
        for each, value in properties.items()
    )
    return f'<rdf:Description{spaces} rdf:about="{escape(about)}">{inner}</rdf:Description>'


def text_value(text: str) -> str:
    """Any text as the content of an element; what XML cannot hold becomes a question mark."""
    return escape(_NOT_XML.sub("?", text), quote=False)


def language_alternative(text: str, others: list[tuple[str, str]] | None = None) -> str:
    """A text as the default one, before those in other languages."""
    items = [("x-default", text), *(each for each in others or [] if each[0] not in {"", "x-default"})]
    inner = "".join(
        f'<rdf:li xml:lang="{escape(language)}">{text_value(each)}</rdf:li>' for language, each in items
    )
    return f"<rdf:Alt>{inner}</rdf:Alt>"


def _properties(label: ResultLabel | None, software: str, found: XmpScan) -> dict[str, str]:
    source_type = SourceType.COMPOSITE if label is None else label.stated_type
    properties = {"Iptc4xmpExt:DigitalSourceType": source_type.uri}
    if software:
        earlier = found.text(name("xmp:CreatorTool"))
        if earlier and not earlier.startswith("Tintype "):
            properties["tintype:SourceCreatorTool"] = text_value(earlier)
        properties["xmp:CreatorTool"] = text_value(software)
    if label is None:
        return properties
    recipe = label.recipe
    properties["tintype:Version"] = text_value(recipe.software)
    if recipe.model is not None:
        properties["tintype:Model"] = text_value(recipe.model.name)
        properties["tintype:ModelSHA256"] = text_value(recipe.model.sha256)
    reference = reference_in(recipe.guidance)
    if reference is not None:
        properties["tintype:Reference"] = text_value(f"{reference.name}, {reference.strength:.0%}")
        properties["tintype:ReferenceSHA256"] = text_value(reference.sha256)
    if recipe.source_name:
        properties |= _derived_from(recipe.source_name, recipe.source_sha256, found)
    properties["tintype:Recipe"] = text_value(recipe.to_json())
    if label.caption is not None:
        earlier_caption = found.find(name("dc:description"))
        others = [] if earlier_caption is None else earlier_caption.items
        properties["dc:description"] = language_alternative(label.caption, others)
    return properties


def _derived_from(source_name: str, sha256: str, found: XmpScan) -> dict[str, str]:
    parts = [("filePath", Path(source_name).name), ("documentID", found.text(name("xmpMM:DocumentID")))]
    if sha256:
        parts.append(("instanceID", f"sha256:{sha256}"))
    inner = "".join(f"<stRef:{key}>{text_value(value)}</stRef:{key}>" for key, value in parts if value)
    properties = {"xmpMM:DerivedFrom": inner}
    earlier = found.find(name("xmpMM:DerivedFrom"))
    if earlier is not None and not earlier.is_attribute:
        outer = found.packet[earlier.start : earlier.stop]
        if b"sha256:" not in outer:
            properties["tintype:SourceDerivedFrom"] = text_value(" ".join(_leaves(outer)))
    if sha256:
        properties["tintype:SourceSHA256"] = text_value(sha256)
    return properties


def _leaves(element: bytes) -> list[str]:
    """Names and values within an element, as text: what the source said of its own source."""
    text = element.decode("utf-8", "replace")
    tags = re.findall(r"<stRef:(\w+)>([^<]*)<", text) or re.findall(r'stRef:(\w+)\s*=\s*"([^"]*)"', text)
    return [f"{key}={unescape(value)}" for key, value in tags]

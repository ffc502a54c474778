"""XMP packets: upright on reading, and marked as coloured by a trained algorithm on saving."""

import re
from typing import Final

#: IPTC's term for a photo of which a part (here the colour) was made by a trained algorithm.
DIGITAL_SOURCE_TYPE: Final = (
    "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
)
_IPTC_EXTENSION: Final = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_END: Final = b"</rdf:RDF>"
_DESCRIPTION: Final = (
    '<rdf:Description rdf:about="{about}" xmlns:Iptc4xmpExt="{namespace}" '
    'Iptc4xmpExt:DigitalSourceType="{term}"/>'
)
_PACKET: Final = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
    '{description}\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
)
_ORIENTATION: Final = re.compile(rb"""(tiff:Orientation(?:\s*=\s*["']|\s*>\s*))[2-8](?=["'\s<])""")
_ABOUT: Final = re.compile(rb'rdf:about="([^"]*)"')
_SOURCE_TYPE: Final = re.compile(rb"""(:DigitalSourceType(?:\s*=\s*["']|\s*>\s*))[^"'<>]*(?=["'<])""")


def upright_xmp(packet: bytes) -> bytes:
    """A packet whose `tiff:Orientation`, if there is one, is 1."""
    return _ORIENTATION.sub(rb"\g<1>1", packet)


def marked_packet(packet: bytes | None) -> bytes:
    """A packet that states the digital source type, everything else kept.

    The packet is edited as text, so what is not understood stays as it is. One that is not plain
    UTF-8 RDF is replaced by a new packet.
    """
    term = DIGITAL_SOURCE_TYPE.encode("ascii")
    if packet is not None and packet.count(_END) == 1 and _is_utf8(packet):
        marked, count = _SOURCE_TYPE.subn(rb"\g<1>" + term, packet)
        if count:
            return marked
        about = _ABOUT.search(packet)
        description = _describe(about.group(1).decode("utf-8") if about else "")
        return packet.replace(_END, description.encode("utf-8") + _END)
    return _PACKET.format(description=_describe("")).encode("utf-8")


def _describe(about: str) -> str:
    return _DESCRIPTION.format(about=about, namespace=_IPTC_EXTENSION, term=DIGITAL_SOURCE_TYPE)


def _is_utf8(packet: bytes) -> bool:
    try:
        packet.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True

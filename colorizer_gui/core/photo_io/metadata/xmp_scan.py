"""Where in an XMP packet each property stands, found by a parser that no packet can harm.

A document type is refused before any of it is looked at, so entities cannot be declared, and depth and
size are limited. The packet is only measured, never written anew: what is not understood stays as it is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final
from xml.parsers import expat

from colorizer_gui.core.common.sentences import SentenceError

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_MAX_BYTES: Final = 32 << 20
_MAX_DEPTH: Final = 100
_ATTRIBUTE: Final = re.compile(rb"""\s+([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')""")
_TAG: Final = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_WIDE: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}


class XmpError(SentenceError, ValueError):
    """A packet that cannot be read; the message says why."""


@dataclass(slots=True)
class XmpProperty:
    """One property of the photo.

    Attributes
    ----------
    name
        Namespace and local name, joined.
    start, stop
        The bytes of the attribute (with the space before it) or of the element with its content.
    is_attribute
        Whether it is written as an attribute of `rdf:Description`.
    text
        All text of it.
    items
        Language (or an empty text) and text of each `rdf:li`.
    description
        Which of the packet's descriptions holds it.
    """

    name: str
    start: int
    stop: int
    is_attribute: bool
    text: str = ""
    items: list[tuple[str, str]] = field(default_factory=list)
    description: int = 0


@dataclass(slots=True)
class XmpScan:
    """A packet in UTF-8 and what is in it.

    Attributes
    ----------
    descriptions
        First and last byte of each `rdf:Description`.
    namespaces
        Prefixes that are declared outside of the descriptions.
    end
        Where new descriptions go: the end tag of `rdf:RDF`, or -1 when there is none.
    about
        The resource that the packet speaks of.
    """

    packet: bytes
    properties: list[XmpProperty] = field(default_factory=list)
    descriptions: list[tuple[int, int]] = field(default_factory=list)
    namespaces: dict[str, str] = field(default_factory=dict)
    end: int = -1
    about: str = ""

    def find(self, name: str) -> XmpProperty | None:
        """The first property of that name."""
        return next((each for each in self.properties if each.name == name), None)

    def text(self, name: str) -> str:
        """The value of a simple property, without the white space around it; empty when it is not there."""
        found = self.find(name)
        return "" if found is None else found.text.strip()

    def without(self, names: Iterable[str]) -> bytes:
        """The packet without some properties, and without descriptions that held nothing else."""
        unwanted = frozenset(names)
        kept_in = {each.description for each in self.properties if each.name not in unwanted}
        cuts = [(each.start, each.stop) for each in self.properties if each.name in unwanted]
        emptied = {each.description for each in self.properties} - kept_in
        cuts = sorted([*cuts, *(self.descriptions[index] for index in emptied)])
        kept, position = bytearray(), 0
        for start, stop in cuts:
            kept += self.packet[position : max(position, start)]
            position = max(position, stop)
        return bytes(kept + self.packet[position:])


def scan(packet: bytes) -> XmpScan:
    """Read a packet of any encoding that XML allows without a declaration.

    Raises
    ------
    XmpError
        When it is not well-formed, declares a document type, is too deep or too large, or no RDF.
    """
    if len(packet) > _MAX_BYTES:
        raise XmpError("it is larger than 32 MB")
    return _Scanner(_as_utf8(packet)).run()


def _as_utf8(packet: bytes) -> bytes:
    encoding = _WIDE.get(packet[:2])
    if encoding is not None:
        try:
            return packet.decode(encoding).rstrip("\0").encode()
        except UnicodeError as exc:
            raise XmpError("its text is damaged") from exc
    return packet.rstrip(b"\0")


class _Scanner:
    """Collects the properties while expat walks through the packet."""

    def __init__(self, packet: bytes) -> None:
        self._scan = XmpScan(packet)
        self._path: list[str] = []
        self._open: XmpProperty | None = None
        self._open_depth = 0
        self._item: tuple[str, list[str]] | None = None
        self._text: list[str] = []
        self._empty = False
        parser: Any = expat.ParserCreate("UTF-8", " ")
        parser.ordered_attributes = True
        parser.namespace_prefixes = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartNamespaceDeclHandler = self._namespace
        parser.CharacterDataHandler = self._characters
        self._parser = parser

    def run(self) -> XmpScan:
        try:
            self._parser.Parse(self._scan.packet, True)
        except expat.ExpatError as exc:
            raise XmpError("it is not well-formed ({reason})", reason=exc) from exc
        if self._scan.end < 0:
            raise XmpError("it holds no RDF")
        return self._scan

    def _refuse(self, *_: object) -> None:
        raise XmpError("it declares a document type, which XMP never does")

    def _namespace(self, prefix: str | None, uri: str) -> None:
        if RDF + "RDF" not in self._path:
            self._scan.namespaces[prefix or ""] = uri

    def _start(self, name: str, attributes: list[str]) -> None:
        full = _joined(name)
        self._path.append(full)
        self._empty = self._tag(self._position()).endswith(b"/>")
        if len(self._path) > _MAX_DEPTH:
            raise XmpError("it is nested too deeply")
        if self._inside_rdf(1) and full == RDF + "Description":
            self._description(attributes)
        elif self._open is None and self._inside_rdf(2):
            self._open = XmpProperty(full, self._position(), 0, is_attribute=False)
            self._open_depth, self._text = len(self._path), []
        elif self._open is not None and full == RDF + "li":
            pairs = {_joined(attributes[i]): attributes[i + 1] for i in range(0, len(attributes), 2)}
            self._item = (pairs.get(_XML + "lang", ""), [])

    def _description(self, attributes: list[str]) -> None:
        start = self._position()
        tag = self._tag(start)
        self._scan.descriptions.append((start, start))
        places = {match.group(1): match.span() for match in _ATTRIBUTE.finditer(tag)}
        for index in range(0, len(attributes), 2):
            name, value = attributes[index : index + 2]
            full = _joined(name)
            if full in {RDF + "about", "about"}:
                self._scan.about = self._scan.about or value
                continue
            parts = name.split(" ")
            written = f"{parts[2]}:{parts[1]}" if len(parts) == 3 else parts[-1]
            span = places.get(written.encode())
            if span is not None:
                place = (start + span[0], start + span[1])
                found = XmpProperty(full, *place, is_attribute=True, text=value)
                found.description = len(self._scan.descriptions) - 1
                self._scan.properties.append(found)

    def _end(self, name: str) -> None:
        full = _joined(name)
        if self._open is not None:
            if full == RDF + "li" and self._item is not None:
                self._open.items.append((self._item[0], "".join(self._item[1])))
                self._item = None
            if len(self._path) == self._open_depth:
                self._open.stop = self._stop()
                self._open.text = "".join(self._text)
                self._open.description = len(self._scan.descriptions) - 1
                self._scan.properties.append(self._open)
                self._open = None
        if full == RDF + "Description" and self._inside_rdf(1):
            start, _ = self._scan.descriptions[-1]
            self._scan.descriptions[-1] = (start, self._stop())
        if full == RDF + "RDF" and not self._empty:
            self._scan.end = self._position()
        self._path.pop()
        self._empty = False

    def _characters(self, text: str) -> None:
        if self._open is not None:
            self._text.append(text)
            if self._item is not None:
                self._item[1].append(text)

    def _inside_rdf(self, levels: int) -> bool:
        """Whether the element that has just begun stands so many levels below `rdf:RDF`."""
        if len(self._path) <= levels or self._path[-1 - levels] != RDF + "RDF":
            return False
        return levels == 1 or self._path[-2] == RDF + "Description"

    def _stop(self) -> int:
        """Behind the end tag; of an empty element the parser reports the place behind it already."""
        return self._position() + (0 if self._empty else len(self._tag(self._position())))

    def _position(self) -> int:
        return int(self._parser.CurrentByteIndex)

    def _tag(self, position: int) -> bytes:
        match = _TAG.match(self._scan.packet, position)
        if match is None:
            raise XmpError("a tag has no end")
        return match.group()


def _joined(name: str) -> str:
    """Namespace and local name of what expat answers: uri, name and prefix, divided by spaces."""
    return "".join(name.split(" ")[:2])

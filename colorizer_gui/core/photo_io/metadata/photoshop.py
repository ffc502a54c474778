"""Photoshop's image resource blocks, in which JPEG and PNG carry IPTC."""

import struct
from typing import Final

JPEG_PREFIX: Final = b"Photoshop 3.0\0"
IPTC_RESOURCE: Final = 0x0404


def find_iptc(blocks: bytes) -> bytes | None:
    """The IPTC records inside of resource blocks; the input itself when it is bare IPTC."""
    data = blocks.removeprefix(JPEG_PREFIX)
    if data.startswith(b"\x1c"):
        return data
    position = 0
    while data[position : position + 4] == b"8BIM" and position + 12 <= len(data):
        (identifier,) = struct.unpack_from(">H", data, position + 4)
        name = data[position + 6] + 1
        position += 6 + name + name % 2
        if position + 4 > len(data):
            return None
        (size,) = struct.unpack_from(">I", data, position)
        position += 4
        if identifier == IPTC_RESOURCE:
            return data[position : position + size]
        position += size + size % 2
    return None


def wrap_iptc(iptc: bytes) -> bytes:
    """IPTC records as one resource block."""
    head = b"8BIM" + struct.pack(">HHI", IPTC_RESOURCE, 0, len(iptc))
    return head + iptc + b"\0" * (len(iptc) % 2)

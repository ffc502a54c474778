"""ICC profiles put together by hand, with the published numbers of their colour spaces."""

import struct
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

D50 = (0.9642, 1.0, 0.8249)
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
PROPHOTO = ((0.7977, 0.2880, 0.0), (0.1352, 0.7119, 0.0), (0.0313, 0.0001, 0.8249))
DISPLAY_P3 = ((0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407))


def xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def gamma(value: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(value * 256))


def table(values: Array) -> bytes:
    samples = np.asarray(np.rint(values * 65535), dtype=">u2")
    return b"curv\0\0\0\0" + struct.pack(">I", len(values)) + samples.tobytes()


def parametric(kind: int, *values: float) -> bytes:
    return b"para\0\0\0\0" + struct.pack(f">HH{len(values)}i", kind, 0, *(round(v * 65536) for v in values))


def profile(space: bytes, tags: dict[bytes, bytes], pcs: bytes = b"XYZ ") -> bytes:
    """An ICC profile, put together by hand."""
    text = "t".encode("utf-16-be")
    naming = b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", len(text), 28) + text
    tags = {b"desc": naming, b"cprt": naming, b"wtpt": xyz(D50), **tags}
    offset, directory, body = 132 + 12 * len(tags), b"", b""
    for name, data in tags.items():
        directory += struct.pack(">4sII", name, offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    size = offset + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"lcms", 0x04200000, b"mntr", space, pcs)
    head += struct.pack(">6H4sIIIIQI", 2026, 1, 1, 0, 0, 0, b"acsp", 0, 0, 0, 0, 0, 0) + xyz(D50)[8:]
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + directory + body


def rgb_profile(primaries: tuple[tuple[float, ...], ...], curve: bytes) -> bytes:
    names = (b"rXYZ", b"gXYZ", b"bXYZ")
    tags = {name: xyz(each) for name, each in zip(names, primaries, strict=True)}
    return profile(b"RGB ", tags | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve))


DOT_GAIN = table(np.linspace(0, 1, 256) ** 1.75 * 0.98 + 0.02 * np.linspace(0, 1, 256))

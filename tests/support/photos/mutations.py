"""Small files of every format, and seeded damage to them."""

import random
import zlib
from importlib.util import find_spec
from io import BytesIO
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt
import tifffile
from PIL import Image

from tests.support.photos.raw import dng

_XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>'
    b'<rdf:li xml:lang="x-default">t</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>'
)
_TOKENS = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\1", b"<!DOCTYPE x>", b"\xff\xd9")


def seeds() -> dict[str, bytes]:
    """One or more whole files for each reader, by file name."""
    rng = np.random.default_rng(0)
    rgb = rng.integers(0, 256, (24, 32, 3), dtype=np.uint8)
    gray16 = rng.integers(0, 65_536, (24, 32), dtype=np.uint16)
    block = Image.Exif()
    block.update({0x0112: 6, 0x010F: "maker of cameras"})
    block.get_ifd(0x8769)[0x9003] = "1932:05:01 12:00:00"
    files: dict[str, bytes] = {}
    for suffix in ("jpg", "png", "webp", "bmp", "avif"):
        stream = BytesIO()
        settings: dict[str, Any] = {} if suffix == "bmp" else {"exif": block.tobytes(), "xmp": _XMP}
        Image.fromarray(rgb).save(stream, {"jpg": "JPEG"}.get(suffix, suffix.upper()), **settings)
        files[f"rgb.{suffix}"] = stream.getvalue()
    kinds: list[tuple[npt.NDArray[Any], dict[str, Any]]] = [
        (rgb, {"photometric": "rgb", "compression": "lzw", "predictor": True}),
        (gray16, {"photometric": "miniswhite", "compression": "zlib"}),
        (gray16.astype(np.float32), {"photometric": "minisblack"}),
        (rgb, {"photometric": "rgb", "compression": "jpeg", "tile": (16, 16)}),
        (rgb, {"photometric": "cielab"}),
        (rgb, {"photometric": "rgb", "bigtiff": True}),
    ]
    for number, (samples, tiff_settings) in enumerate(kinds):
        stream = BytesIO()
        tifffile.imwrite(stream, samples, extratags=[(700, 1, len(_XMP), _XMP, True)], **tiff_settings)
        files[f"{number}.tif"] = stream.getvalue()
    for name, jpeg_settings in (("progressive", {"progressive": True}), ("gray", {"restart_marker_rows": 1})):
        stream = BytesIO()
        image = Image.fromarray(rgb if name == "progressive" else rgb[..., 0].copy())
        image.save(stream, "JPEG", exif=block.tobytes(), **jpeg_settings)
        files[f"{name}.jpg"] = stream.getvalue()
    files["deep.jpg"] = bytes(imagecodecs.jpeg_encode(gray16 >> 4, bitspersample=12))
    stream = BytesIO()
    Image.fromarray(rgb).quantize(64).save(stream, "GIF", comment=b"note")
    files["palette.gif"] = stream.getvalue()
    files["rgb.jxl"] = bytes(imagecodecs.jpegxl_encode(rgb, usecontainer=True))
    files["deep.jxl"] = bytes(imagecodecs.jpegxl_encode(gray16, lossless=True))
    files |= _optional(rgb, gray16)
    files["gray.jp2"] = bytes(imagecodecs.jpeg2k_encode(gray16, codecformat="jp2"))
    files["plain.pgm"] = b"P2\n# note\n4 3\n255\n" + b"1 2 3 4 " * 3
    files["raw.ppm"] = b"P6\n32 24\n255\n" + rgb.tobytes()
    files["bits.pbm"] = b"P4\n32 24\n" + bytes(96)
    return files


def _optional(rgb: npt.NDArray[Any], gray16: npt.NDArray[Any]) -> dict[str, bytes]:
    """Files of the formats whose decoders are optional, where these are installed."""
    files: dict[str, bytes] = {}
    if find_spec("rawpy"):
        files["bayer.dng"] = dng(rgb / 255.0)
    if find_spec("pillow_heif"):
        import pillow_heif

        for name, mode, samples in (("rgb", "RGB", rgb), ("deep", "I;16", gray16)):
            stream = BytesIO()
            image = pillow_heif.from_bytes(mode, (32, 24), np.ascontiguousarray(samples).tobytes())
            image.save(stream, quality=90, exif=Image.Exif().tobytes(), xmp=_XMP)
            files[f"{name}.heic"] = stream.getvalue()
    return files


def mutated(data: bytes, random_source: random.Random) -> bytes:
    """Flip, overwrite, insert, remove or repeat a few places of a file, mostly near its beginning."""
    damaged = bytearray(data)
    for _ in range(random_source.randint(1, 6)):
        near = random_source.random() < 0.6
        place = random_source.randrange(min(len(damaged), 400) if near else len(damaged)) if damaged else 0
        kind = random_source.randrange(6)
        if kind == 0 and damaged:
            damaged[place] ^= 1 << random_source.randrange(8)
        elif kind == 1 and damaged:
            damaged[place] = random_source.randrange(256)
        elif kind == 2:
            token = random_source.choice(_TOKENS)
            damaged[place : place + len(token)] = token
        elif kind == 3:
            damaged[place:place] = random_source.randbytes(random_source.randint(1, 16))
        elif kind == 4:
            del damaged[place : place + random_source.randint(1, 32)]
        else:
            damaged = damaged[: max(1, place)] if random_source.random() < 0.3 else damaged
    if damaged.startswith(b"\x89PNG") and random_source.random() < 0.7:
        _mend_checksums(damaged)
    return bytes(damaged) or b"\0"


def _mend_checksums(damaged: bytearray) -> None:
    """Make the checksums of a PNG right, so that its decoder sees the damage behind them."""
    position = 8
    while position + 12 <= len(damaged):
        size = int.from_bytes(damaged[position : position + 4], "big")
        end = position + 8 + size
        if end + 4 > len(damaged):
            return
        damaged[end : end + 4] = zlib.crc32(damaged[position + 4 : end]).to_bytes(4, "big")
        position = end + 4

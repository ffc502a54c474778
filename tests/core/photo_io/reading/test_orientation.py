"""EXIF orientations are applied once, in every format that has them, and then forgotten."""

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image, ImageOps, TiffImagePlugin

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo_io import WriteOptions, read_photo, write_photo
from colorizer_gui.core.photo_io.reading.orientation import turn_upright

ORIENTATION = 0x0112
EXIF_IFD, PIXEL_WIDTH, PIXEL_HEIGHT, DATE_TAKEN = 0x8769, 0xA002, 0xA003, 0x9003


def oriented_exif(orientation: int) -> Image.Exif:
    block = Image.Exif()
    block[ORIENTATION] = orientation
    block[0x010F] = "Voigtländer"
    block.get_ifd(EXIF_IFD).update({PIXEL_WIDTH: 53, PIXEL_HEIGHT: 37, DATE_TAKEN: "1932:05:01 12:00:00"})
    return block


def save(path: Path, image: ByteArray, orientation: int) -> Image.Image:
    """Save with an orientation; returns what Pillow shows upright."""
    options: dict[str, Any] = {"lossless": True} if path.suffix == ".webp" else {}
    if path.suffix == ".jpg":
        options = {"quality": 100, "subsampling": 0}
    block = oriented_exif(orientation)
    if path.suffix == ".tif":
        # Pillow writes no Exif directory into a TIFF unless it is given one as a dictionary.
        tags = TiffImagePlugin.ImageFileDirectory_v2()
        tags.update(block)
        tags[EXIF_IFD] = dict(block.get_ifd(EXIF_IFD))
        options = {"tiffinfo": tags}
    else:
        options["exif"] = block
    Image.fromarray(image).save(path, **options)
    with Image.open(path) as stored:
        return ImageOps.exif_transpose(stored).convert("RGB")


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_pixels_are_turned_once(folder: Path, picture: ByteArray, suffix: str, orientation: int) -> None:
    path = folder / f"photo{suffix}"
    shown = save(path, picture, orientation)
    photo = read_photo(path)
    assert photo.size == shown.size
    shown.save(folder / "shown.png")
    np.testing.assert_array_equal(photo.lightness, read_photo(folder / "shown.png").lightness)
    assert photo.metadata.exif is not None
    kept = Image.Exif()
    kept.load(photo.metadata.exif)
    assert kept.get(ORIENTATION, 1) == 1
    inner = kept.get_ifd(EXIF_IFD)
    assert (inner[PIXEL_WIDTH], inner[PIXEL_HEIGHT]) == photo.size
    assert inner[DATE_TAKEN] == "1932:05:01 12:00:00"


@pytest.mark.parametrize("target", [".jpg", ".png", ".tif", ".webp"])
def test_a_saved_photo_is_not_turned_again(folder: Path, picture: ByteArray, target: str) -> None:
    path = folder / "photo.jpg"
    shown = save(path, picture, 6)
    photo = read_photo(path)
    result = np.asarray(shown)
    written = write_photo(folder / f"out{target}", result, photo, options=WriteOptions(webp_lossless=True))
    with Image.open(written) as image:
        assert image.size == shown.size
        assert image.getexif().get(ORIENTATION, 1) == 1
    np.testing.assert_allclose(read_photo(written).lightness, photo.lightness, atol=2.5)


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_alpha_is_turned_with_the_pixels(folder: Path, picture: ByteArray, mode: str) -> None:
    image = Image.fromarray(picture).convert("L" if mode == "LA" else "RGB")
    image.putalpha(Image.fromarray(np.ascontiguousarray(picture[..., 0])))
    image.save(folder / "photo.png", exif=oriented_exif(7))
    photo = read_photo(folder / "photo.png")
    np.testing.assert_array_equal(photo.alpha, turned(picture))


def turned(picture: ByteArray) -> ByteArray:
    """The first channel as Pillow turns it for orientation 7."""
    return np.asarray(
        Image.fromarray(np.ascontiguousarray(picture[..., 0])).transpose(Image.Transpose.TRANSVERSE)
    )


def test_16_bit_tiff_is_turned(folder: Path) -> None:
    values = np.random.default_rng(2).integers(0, 65536, (6, 4), dtype=np.uint16)
    tag = [(ORIENTATION, 3, 1, 8, True)]
    tifffile.imwrite(folder / "turned.tif", values, photometric="minisblack", extratags=tag)
    tifffile.imwrite(folder / "shown.tif", np.rot90(values), photometric="minisblack")
    turned_photo, shown = read_photo(folder / "turned.tif"), read_photo(folder / "shown.tif")
    np.testing.assert_array_equal(turned_photo.lightness, shown.lightness)


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_impossible_orientation_is_upright(folder: Path, picture: ByteArray, orientation: int) -> None:
    save(folder / "photo.png", picture, orientation)
    assert read_photo(folder / "photo.png").size == (53, 37)


def test_resolution_turns_too(folder: Path, picture: ByteArray) -> None:
    Image.fromarray(picture).save(folder / "photo.jpg", exif=oriented_exif(6), dpi=(300, 150))
    assert read_photo(folder / "photo.jpg").metadata.dpi == (150.0, 300.0)


def test_the_thumbnail_of_the_unturned_photo_is_detached(folder: Path, picture: ByteArray) -> None:
    first = struct.pack("<HHHII", 1, ORIENTATION, 3, 1, 6) + struct.pack("<I", 26)
    second = (
        struct.pack("<H", 2) + struct.pack("<HHII", 0x0201, 4, 1, 60) + struct.pack("<HHII", 0x0202, 4, 1, 4)
    )
    block = b"Exif\0\0II*\0" + struct.pack("<I", 8) + first + second + bytes(8) + b"\xff\xd8\xff\xd9"
    Image.fromarray(picture).save(folder / "photo.jpg", exif=block)
    kept = read_photo(folder / "photo.jpg").metadata.exif
    assert next_directory(block.removeprefix(b"Exif\0\0")) == 26, "the source has a thumbnail"
    assert kept is not None
    assert next_directory(kept) == 0


def next_directory(block: bytes) -> int:
    """Offset of the second directory of a little-endian block; 0 when there is none."""
    (first,) = struct.unpack_from("<I", block, 4)
    (count,) = struct.unpack_from("<H", block, first)
    return int(struct.unpack_from("<I", block, first + 2 + 12 * count)[0])


def test_xmp_says_upright_as_well(folder: Path, picture: ByteArray) -> None:
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/>'
        b"</rdf:RDF></x:xmpmeta>"
    )
    Image.fromarray(picture).save(folder / "photo.jpg", exif=oriented_exif(6), xmp=packet)
    kept = read_photo(folder / "photo.jpg").metadata.xmp
    assert kept == packet.replace(b'"6"', b'"1"')


def test_turning_16_bit_alpha_keeps_type() -> None:
    assert turn_upright(np.zeros((2, 3), dtype=np.uint16), 5).dtype == np.uint16

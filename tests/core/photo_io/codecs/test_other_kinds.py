"""What other formats may look like: brands, profiles, turned pictures, missing ends, first frames."""

import struct
import tracemalloc
from io import BytesIO
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from skimage.color import rgb2lab

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.photo_io.profiles.lightness import lightness_of
from tests.support.photos.icc import DISPLAY_P3, gamma, profile, rgb_profile
from tests.support.photos.opened import encoded, opened
from tests.support.photos.raw import dng

Array = npt.NDArray[Any]


def with_color_box(data: bytes, content: bytes) -> bytes:
    """A JP2 file with another box of its colour space, which is the last one of its header."""
    start = data.index(b"colr") - 4
    (size,) = struct.unpack_from(">I", data, start)
    header = data.index(b"jp2h") - 4
    (outer,) = struct.unpack_from(">I", data, header)
    box = struct.pack(">I4s", 8 + len(content), b"colr") + content
    patched = bytearray(data[:start] + box + data[start + size :])
    struct.pack_into(">I", patched, header, outer + len(box) - size)
    return bytes(patched)


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize("exponent", [1.0, 1.8, 2.2])
@pytest.mark.parametrize("kind", ["rgb", "gray"])
def test_a_profile_of_jpeg_2000_is_applied_once(
    folder: Path, picture: ByteArray, gray: ByteArray, deep: bool, exponent: float, kind: str
) -> None:
    image: Array = picture if kind == "rgb" else gray
    image = image.astype(np.uint16) * 257 if deep else image
    curve = gamma(exponent)
    icc = rgb_profile(DISPLAY_P3, curve) if kind == "rgb" else profile(b"GRAY", {b"kTRC": curve})
    data = bytes(imagecodecs.jpeg2k_encode(image, level=0, codecformat="jp2", reversible=True))
    photo = opened(folder, "photo.jp2", with_color_box(data, b"\2\0\0" + icc))
    assert photo.depth == (16 if deep else 8)
    assert photo.metadata.icc_profile == icc
    np.testing.assert_allclose(photo.lightness, lightness_of(image, icc), atol=0.01)


def test_jpeg_2000_in_sycc(folder: Path, picture: ByteArray) -> None:
    ycc = np.asarray(Image.fromarray(picture).convert("YCbCr"))
    data = bytes(imagecodecs.jpeg2k_encode(ycc, level=0, codecformat="jp2", reversible=True, mct=False))
    photo = opened(folder, "photo.jp2", with_color_box(data, struct.pack(">BBBI", 1, 0, 0, 18)))
    assert photo.had_color
    assert abs(photo.lightness - lightness_of(picture, None)).max() < 1.5


def test_a_colour_space_of_jpeg_2000_that_is_not_known_is_named(folder: Path, picture: ByteArray) -> None:
    data = bytes(imagecodecs.jpeg2k_encode(picture, level=0, codecformat="jp2"))
    with pytest.raises(PhotoReadError, match="colour space"):
        opened(folder, "photo.jp2", with_color_box(data, struct.pack(">BBBI", 1, 0, 0, 12)))


@pytest.mark.parametrize("brand", [b"avif", b"avis", b"mif1", b"miaf", b"msf1", b"MA1A"])
def test_avif_under_any_brand(folder: Path, picture: ByteArray, brand: bytes) -> None:
    plain = encoded(picture, "AVIF", quality=100, subsampling="4:4:4")
    assert plain[8:12] == b"avif"
    assert b"mif1" in plain[16:32]
    whole = opened(folder, "whole.avif", plain)
    patched = plain[:8] + brand + plain[12:16] + plain[16:32].replace(b"mif1", b"avif") + plain[32:]
    photo = opened(folder, "photo.avif", patched)
    assert photo.format is PhotoFormat.AVIF
    np.testing.assert_array_equal(photo.lightness, whole.lightness)


def test_an_animated_avif_shows_its_first_picture(folder: Path, picture: ByteArray) -> None:
    stream = BytesIO()
    other = Image.fromarray(255 - picture)
    Image.fromarray(picture).save(
        stream, "AVIF", save_all=True, append_images=[other], quality=100, subsampling="4:4:4"
    )
    assert stream.getvalue()[8:12] == b"avis"
    photo = opened(folder, "photo.avif", stream.getvalue())
    assert abs(photo.lightness - lightness_of(picture, None)).mean() < 1.0


@pytest.mark.parametrize("bits", [8, 10, 12])
@pytest.mark.parametrize("kind", ["rgb", "gray", "alpha"])
def test_avif_keeps_its_depth(
    folder: Path, picture: ByteArray, gray: ByteArray, bits: int, kind: str
) -> None:
    image: Array = {"rgb": picture, "gray": gray, "alpha": np.dstack([picture, gray])}[kind]
    deep = image if bits == 8 else (image.astype(np.uint16) << (bits - 8))
    photo = opened(folder, "photo.avif", bytes(imagecodecs.avif_encode(deep, level=100, bitspersample=bits)))
    assert photo.depth == (8 if bits == 8 else 16)
    assert (photo.alpha is not None) == (kind == "alpha")
    color = image if kind == "gray" else image[..., :3]
    scaled = (
        color if bits == 8 else np.rint(color * (2 ** (bits - 8) * 65_535 / (2**bits - 1))).astype(np.uint16)
    )
    assert abs(photo.lightness - lightness_of(scaled, None)).mean() < 0.5


def test_the_first_frame_of_a_gif(folder: Path, gray: ByteArray) -> None:
    stream = BytesIO()
    first, second = Image.fromarray(gray), Image.fromarray(255 - gray)
    first.save(stream, "GIF", save_all=True, append_images=[second], comment=b"at the lake")
    photo = opened(folder, "photo.gif", stream.getvalue())
    assert (photo.format, photo.alpha) == (PhotoFormat.GIF, None)
    assert photo.metadata.comments == ("at the lake",)
    np.testing.assert_allclose(photo.lightness, lightness_of(gray, None), atol=1e-3)
    with pytest.raises(PhotoReadError, match="damaged or cut off"):
        opened(folder, "cut.gif", stream.getvalue()[:500])


def test_a_png_without_its_end_mark(folder: Path, picture: ByteArray) -> None:
    plain = encoded(picture, "PNG")
    photo = opened(folder, "photo.png", plain[:-12])
    np.testing.assert_array_equal(photo.lightness, lightness_of(picture, None))
    (warning,) = photo.warnings
    assert "end mark" in warning
    with pytest.raises(PhotoReadError, match="damaged or cut off"):
        opened(folder, "cut.png", plain[:-40])


def test_a_broken_chunk_beside_the_picture(folder: Path, picture: ByteArray) -> None:
    plain = encoded(picture, "PNG")
    broken = struct.pack(">I4s", 4, b"gAMA") + b"\0\0\0\0" + b"\0\0\0\0"
    photo = opened(folder, "photo.png", plain[:33] + broken + plain[33:])
    np.testing.assert_array_equal(photo.lightness, lightness_of(picture, None))


@pytest.mark.parametrize("maximum", [1, 200, 255, 1000, 65_535])
@pytest.mark.parametrize("kind", [b"P2", b"P3"])
@pytest.mark.parametrize("layout", ["a line each", "one line", "comments"])
def test_plain_pnm(folder: Path, picture: ByteArray, maximum: int, kind: bytes, layout: str) -> None:
    image = picture if kind == b"P3" else picture[..., 0]
    values = np.rint(image * (maximum / 255.0)).astype(int)
    divider = {"a line each": "\n", "one line": " ", "comments": " # 12 apples\n"}[layout]
    text = f"{kind.decode()}\n53 37\n{maximum}\n" + divider.join(map(str, values.ravel()))
    photo = opened(folder, "photo.ppm", text.encode())
    ideal = values / maximum
    lab = rgb2lab(ideal if image.ndim == 3 else np.repeat(ideal[..., None], 3, axis=2))
    np.testing.assert_allclose(photo.lightness, lab[..., 0], atol=0.3 if maximum < 256 else 0.01)
    with pytest.raises(PhotoReadError, match="damaged"):
        opened(folder, "cut.ppm", text.encode()[: len(text) - 3 * len(divider) - 9])
    with pytest.raises(PhotoReadError, match="damaged"):
        opened(folder, "words.ppm", text.encode().replace(b"1", b"l", 400)[: len(text)])


@pytest.mark.parametrize("divider", ["", " ", "\n"])
def test_plain_pbm(folder: Path, gray: ByteArray, divider: str) -> None:
    bits = (gray > 120).astype(int)
    text = "P1\n# a note\n53 37\n" + divider.join(map(str, bits.ravel()))
    np.testing.assert_array_equal(opened(folder, "photo.pbm", text.encode()).lightness, 100.0 * (1 - bits))


def test_a_plain_ppm_needs_little_more_than_its_text(folder: Path) -> None:
    values = np.random.default_rng(0).integers(0, 256, 3_000_000)
    data = b"P3\n1000 1000\n255\n" + " ".join(map(str, values.tolist())).encode()
    (folder / "photo.ppm").write_bytes(data)
    tracemalloc.start()
    try:
        read_photo(folder / "photo.ppm")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < len(data) + 40 * 1_000_000


@pytest.mark.parametrize("share", [0.02, 0.3, 0.9, 0.999])
def test_a_raw_file_that_was_cut_off(folder: Path, picture: ByteArray, share: float) -> None:
    pytest.importorskip("rawpy")
    even = np.kron(picture[:36, :52], np.ones((4, 4, 1))) / 255.0
    whole = dng(even)
    assert opened(folder, "whole.dng", whole).size == (208, 144)
    with pytest.raises(PhotoReadError, match="damaged or cut off"):
        opened(folder, "cut.dng", whole[: int(share * len(whole))])


def test_a_raw_file_of_boxes_that_was_cut_off(folder: Path) -> None:
    pytest.importorskip("rawpy")
    boxes = struct.pack(">I4s4sI", 16, b"ftyp", b"crx ", 1) + struct.pack(">I4s", 5000, b"mdat") + bytes(100)
    with pytest.raises(PhotoReadError, match="damaged or cut off"):
        opened(folder, "photo.cr3", boxes)


def test_srgb_is_the_profile_of_the_reference(picture: ByteArray) -> None:
    """The tests above compare with `lightness_of`; this compares that with another library."""
    lab: Array = rgb2lab(picture / 255.0)
    np.testing.assert_allclose(lightness_of(picture, None), lab[..., 0], atol=2e-3)

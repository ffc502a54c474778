"""TIFF, GIF, WebP, AVIF, HEIC and JPEG XL without their last bytes: what is there is shown."""

import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt
import pytest
import tifffile
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.photo_io.codecs import webp_partial
from colorizer_gui.core.photo_io.codecs.heif.ends import with_end
from tests.support.photos.opened import opened

Array = npt.NDArray[Any]
#: L* of the gray that stands for what is missing.
GRAY = 53.6


@pytest.fixture
def large(picture: ByteArray) -> ByteArray:
    """Enough rows for 16 of them to be few, with grain that no coding makes small."""
    image = Image.fromarray(picture).resize((200, 900), Image.Resampling.BICUBIC)
    grain = np.random.default_rng(1).integers(0, 40, (900, 200, 3))
    return np.clip(np.asarray(image) * 0.8 + grain, 0, 255).astype(np.uint8)


def encoded(image: Image.Image | ByteArray, name: str, **settings: Any) -> bytes:
    stream = BytesIO()
    (image if isinstance(image, Image.Image) else Image.fromarray(image)).save(stream, name, **settings)
    return stream.getvalue()


def tiff(samples: Array, **settings: Any) -> bytes:
    stream = BytesIO()
    tifffile.imwrite(stream, samples, **{"photometric": "rgb", "rowsperstrip": 16, **settings})
    return stream.getvalue()


TIFFS: dict[str, Callable[[ByteArray], bytes]] = {
    "plain": tiff,
    "one strip": lambda image: tiff(image, rowsperstrip=900),
    "lzw": lambda image: tiff(image, compression="lzw", predictor=True),
    "deflate": lambda image: tiff(image, compression="zlib"),
    "packbits": lambda image: tiff(image, compression="packbits"),
    "16 bits": lambda image: tiff(image.astype(np.uint16) * 257, compression="zlib", predictor=True),
    "float": lambda image: tiff((image / 255).astype(np.float32), compression="zlib", predictor=True),
    "white": lambda image: tiff(image[..., 0].copy(), photometric="miniswhite", compression="zlib"),
    "jpeg": lambda image: tiff(image, compression="jpeg"),
    "tiles": lambda image: tiff(image, compression="zlib", tile=(16, 48)),
    "big": lambda image: tiff(image, compression="lzw", bigtiff=True),
}


@pytest.mark.parametrize("kind", TIFFS)
@pytest.mark.parametrize("cut", [1, 30, 300])
def test_a_tiff_without_its_last_bytes(folder: Path, large: ByteArray, kind: str, cut: int) -> None:
    data = TIFFS[kind](large)
    whole = opened(folder, "photo.tif", data).lightness
    photo = opened(folder, "photo.tif", data[:-cut])
    (warning,) = photo.warnings
    lacking = abs(photo.lightness - whole) > 0.01
    assert photo.lightness.shape == whole.shape
    if "is missing" not in warning:
        assert "picture is whole" in warning or "wrong lengths" in warning
        assert not lacking.any()
    else:
        assert 0 < lacking.mean() < 0.02
        np.testing.assert_allclose(photo.lightness[lacking], GRAY, atol=0.1)
        assert np.flatnonzero(lacking.any(axis=1))[0] >= 880


@pytest.mark.parametrize("kind", TIFFS)
@pytest.mark.parametrize("share", [0.5, 0.95])
def test_a_tiff_of_which_more_is_missing(folder: Path, large: ByteArray, kind: str, share: float) -> None:
    data = TIFFS[kind](large)
    with pytest.raises(PhotoReadError, match="damaged or cut off"):
        opened(folder, "photo.tif", data[: int(share * len(data))])


def test_alpha_shows_what_is_missing(folder: Path, large: ByteArray) -> None:
    layers = np.dstack([large, np.full(large.shape[:2], 90, np.uint8)])
    data = tiff(layers, extrasamples=["unassalpha"], compression="zlib")
    alpha = opened(folder, "photo.tif", data[:-400]).alpha
    assert alpha is not None
    assert alpha[0, 0] == 90
    assert alpha[-1, -1] == 255


@pytest.mark.parametrize(("count", "opens"), [(1, True), (3, False)])
def test_tiles_that_were_never_written(folder: Path, large: ByteArray, count: int, opens: bool) -> None:
    """Sparse files of maps have neither place nor length for tiles without data."""
    data = bytearray(tiff(large[:160, :160].copy(), compression="zlib", tile=(16, 16)))
    with tifffile.TiffFile(BytesIO(bytes(data))) as file:
        places = [file.pages.first.tags[name] for name in ("TileOffsets", "TileByteCounts")]
    for tag in places:
        size = {"H": 2, "I": 4}[tag.dtype_name.replace("SHORT", "H").replace("LONG", "I")]
        start = tag.valueoffset + 55 * size
        data[start : start + count * size] = bytes(count * size)
    if opens:
        photo = opened(folder, "photo.tif", bytes(data))
        np.testing.assert_allclose(photo.lightness[80:96, 80:96], GRAY, atol=0.1)
        assert any("1.0 % of the picture is missing" in text for text in photo.warnings)
    else:
        with pytest.raises(PhotoReadError, match="damaged or cut off"):
            opened(folder, "photo.tif", bytes(data))


@pytest.mark.parametrize("interlace", [0, 1])
@pytest.mark.parametrize("mode", ["P", "L"])
@pytest.mark.parametrize("cut", [8, 20, 500])
def test_a_gif_without_its_last_bytes(
    folder: Path, large: ByteArray, interlace: int, mode: str, cut: int
) -> None:
    image = Image.fromarray(large)
    data = encoded(image.quantize(64) if mode == "P" else image.convert("L"), "GIF", interlace=interlace)
    whole = opened(folder, "photo.gif", data)
    photo = opened(folder, "photo.gif", data[:-cut])
    (warning,) = photo.warnings
    assert "of the picture is missing" in warning
    assert photo.size == whole.size
    lacking = abs(photo.lightness - whole.lightness) > 0.01
    assert lacking.mean() < 0.02
    if not interlace and lacking.any():
        np.testing.assert_allclose(photo.lightness[lacking], GRAY, atol=0.1)
        assert np.flatnonzero(lacking.any(axis=1))[0] >= 880
    with pytest.raises(PhotoReadError, match="damaged or cut off"):
        opened(folder, "photo.gif", data[: int(0.9 * len(data))])


def test_a_small_frame_of_a_gif_is_not_taken_for_missing(folder: Path, gray: ByteArray) -> None:
    data = bytearray(encoded(gray, "GIF"))
    struct.pack_into("<HH", data, 6, 100, 80)
    assert opened(folder, "photo.gif", bytes(data)).size == (100, 80)
    photo = opened(folder, "photo.gif", bytes(data[:-12]))
    assert photo.size == (100, 80)
    assert any("is missing" in text for text in photo.warnings)


WEBPS: dict[str, dict[str, Any]] = {"lossy": {"quality": 90}, "lossless": {"lossless": True}}


@pytest.mark.parametrize("kind", WEBPS)
@pytest.mark.parametrize("cut", [1, 20, 300])
def test_a_webp_without_its_last_bytes(folder: Path, large: ByteArray, kind: str, cut: int) -> None:
    data = encoded(large, "WEBP", **WEBPS[kind])
    whole = opened(folder, "photo.webp", data).lightness
    photo = opened(folder, "photo.webp", data[:-cut])
    (warning,) = photo.warnings
    lacking = abs(photo.lightness - whole) > 0.01
    if "picture is whole" in warning:
        assert not lacking.any()
    else:
        assert "of the picture is missing" in warning
        assert lacking.mean() < 0.03
        np.testing.assert_allclose(photo.lightness[-1], GRAY, atol=0.1)
    with pytest.raises(PhotoReadError, match="damaged or cut off"):
        opened(folder, "photo.webp", data[: int(0.9 * len(data))])


def test_a_webp_that_lacks_what_stands_behind_its_picture(folder: Path, large: ByteArray) -> None:
    block = Image.Exif()
    block.update({0x0112: 6, 0x010F: "a maker of cameras"})
    data = encoded(large, "WEBP", quality=90, exif=block.tobytes())
    whole = opened(folder, "photo.webp", data)
    assert whole.size == (900, 200)
    turned = opened(folder, "photo.webp", data[:-4])
    np.testing.assert_array_equal(turned.lightness, whole.lightness)
    assert any("picture is whole" in text for text in turned.warnings)
    without = opened(folder, "photo.webp", data[: data.index(b"EXIF")])
    assert without.size == (200, 900)
    assert any("EXIF is damaged and not kept" in text for text in without.warnings)


def test_an_animation_is_as_good_as_its_first_frame(folder: Path, large: ByteArray) -> None:
    frames = [Image.fromarray(large), Image.fromarray(large[::-1])]
    data = encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:], quality=90)
    photo = opened(folder, "photo.webp", data[: int(0.8 * len(data))])
    np.testing.assert_array_equal(photo.lightness, opened(folder, "photo.webp", data).lightness)
    assert any("picture is whole" in text for text in photo.warnings)
    with pytest.raises(PhotoReadError, match="damaged or cut off"):
        opened(folder, "photo.webp", data[: int(0.3 * len(data))])


def test_a_webp_where_libwebp_cannot_be_reached(
    folder: Path, large: ByteArray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webp_partial, "_library", lambda: None)
    with pytest.raises(PhotoReadError, match="damaged or cut off"):
        opened(folder, "photo.webp", encoded(large, "WEBP", quality=90)[:-20])


def test_transparency_of_a_webp_that_is_cut_off(folder: Path, large: ByteArray) -> None:
    layers = Image.fromarray(np.dstack([large, np.full(large.shape[:2], 90, np.uint8)]))
    data = encoded(layers, "WEBP", lossless=True)
    alpha = opened(folder, "photo.webp", data[:-40]).alpha
    assert alpha is not None
    assert (alpha[0, 0], alpha[-1, -1]) == (90, 255)


def test_an_avif_without_its_last_byte(folder: Path, large: ByteArray) -> None:
    data = encoded(large, "AVIF", quality=90)
    photo = opened(folder, "photo.avif", data[:-1])
    assert any("is missing" in text for text in photo.warnings)
    assert abs(photo.lightness - opened(folder, "photo.avif", data).lightness).mean() < 0.2


@pytest.mark.parametrize("cut", [1, 60, 1000])
def test_a_heic_without_its_last_bytes(folder: Path, large: ByteArray, cut: int) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    stream = BytesIO()
    pillow_heif.from_pillow(Image.fromarray(large)).save(stream, quality=95)
    data = stream.getvalue()
    whole = opened(folder, "photo.heic", data).lightness
    photo = opened(folder, "photo.heic", data[:-cut])
    assert any("is missing" in text for text in photo.warnings)
    np.testing.assert_array_equal(photo.lightness[:700], whole[:700])
    with pytest.raises(PhotoReadError, match="damaged or cut off"):
        opened(folder, "photo.heic", data[: int(0.9 * len(data))])


def test_boxes_that_are_whole_stay_as_they_are(gray: ByteArray) -> None:
    data = encoded(gray, "AVIF")
    assert with_end(data) == (data, 0.0)
    assert with_end(data[:40]) == (data[:40], 0.0)
    assert with_end(b"") == (b"", 0.0)


def test_a_jpeg_xl_that_lacks_what_stands_behind_its_picture(folder: Path, large: ByteArray) -> None:
    plain = bytes(imagecodecs.jpegxl_encode(large, lossless=True, usecontainer=True))
    data = plain + struct.pack(">I4s", 400, b"xml ") + b"<x"
    photo = opened(folder, "photo.jxl", data)
    np.testing.assert_array_equal(photo.lightness, opened(folder, "photo.jxl", plain).lightness)
    assert any("picture is whole" in text for text in photo.warnings)
    with pytest.raises(PhotoReadError, match="damaged or cut off"):
        opened(folder, "photo.jxl", plain[:-40])

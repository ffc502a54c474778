"""Every depth comes in exactly: few bits, 12, 16 and floating point."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import tifffile
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo_io import read_photo
from tests.support.photos.lightness import expected, png_bytes


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
def test_png_gray_of_few_bits(folder: Path, bits: int) -> None:
    values = np.arange(min(2**bits, 8), dtype=np.uint8)[None] * (2**bits // min(2**bits, 8))
    packed = np.packbits(np.unpackbits(values[..., None], axis=-1)[..., 8 - bits :].reshape(1, -1), axis=-1)
    path = folder / "photo.png"
    path.write_bytes(png_bytes(0, bits, (values.shape[1], 1), b"\0" + packed.tobytes()))
    photo = read_photo(path)
    assert photo.depth == 8
    np.testing.assert_allclose(photo.lightness, expected(values, 2**bits - 1), atol=0.25)


@pytest.mark.parametrize("kind", ["png", "tif"])
def test_every_16_bit_gray_value_has_its_own_exact_lightness(folder: Path, kind: str) -> None:
    values = np.arange(65536, dtype=np.uint16).reshape(256, 256)
    path = folder / f"photo.{kind}"
    if kind == "png":
        path.write_bytes(cv2.imencode(".png", values)[1].tobytes())
    else:
        tifffile.imwrite(path, values, photometric="minisblack")
    photo = read_photo(path)
    assert photo.depth == 16
    np.testing.assert_allclose(photo.lightness, expected(values, 65535.0), atol=1e-3)
    assert len(np.unique(photo.lightness)) == 65536


@pytest.mark.parametrize("kind", ["png", "tif", "planar.tif", "tiled.tif", "big-endian.tif", "big.tif"])
def test_16_bit_rgb_is_not_cut_to_8(folder: Path, kind: str) -> None:
    image = np.random.default_rng(3).integers(0, 65536, (40, 31, 3), dtype=np.uint16)
    path = folder / f"photo.{kind}"
    planes = np.moveaxis(image, 2, 0)
    if kind == "png":
        path.write_bytes(cv2.imencode(".png", image[..., ::-1])[1].tobytes())
    elif kind == "planar.tif":
        tifffile.imwrite(path, planes, photometric="rgb", planarconfig="separate")
    elif kind == "tiled.tif":
        tifffile.imwrite(path, image, photometric="rgb", tile=(16, 16), compression="lzw", predictor=True)
    elif kind == "big-endian.tif":
        tifffile.imwrite(path, image, photometric="rgb", byteorder=">", compression="zlib")
    else:
        tifffile.imwrite(path, image, photometric="rgb", bigtiff=kind == "big.tif")
    photo = read_photo(path)
    assert photo.depth == 16
    np.testing.assert_allclose(photo.lightness, expected(image, 65535.0), atol=1e-3)


def test_neutral_16_bit_rgb_equals_gray(folder: Path) -> None:
    values = np.arange(0, 65536, 7, dtype=np.uint16).reshape(-1, 3)
    tifffile.imwrite(folder / "rgb.tif", np.repeat(values[..., None], 3, axis=2), photometric="rgb")
    tifffile.imwrite(folder / "gray.tif", values, photometric="minisblack")
    rgb, gray = read_photo(folder / "rgb.tif"), read_photo(folder / "gray.tif")
    assert not rgb.had_color
    np.testing.assert_allclose(rgb.lightness, gray.lightness, atol=1e-3)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_min_is_white_is_inverted(
    folder: Path, gray: ByteArray, dtype: type[np.unsignedinteger[Any]]
) -> None:
    maximum = np.iinfo(dtype).max
    values = gray.astype(dtype) * dtype(maximum // 255)
    path = folder / "photo.tif"
    tifffile.imwrite(path, values, photometric="miniswhite")
    np.testing.assert_allclose(read_photo(path).lightness, expected(maximum - values, maximum), atol=1e-3)


def test_bilevel_tiff(folder: Path, gray: ByteArray) -> None:
    black_white = gray > 130
    Image.fromarray(black_white).save(folder / "fax.tif", compression="group4")
    tifffile.imwrite(folder / "plain.tif", black_white, photometric="minisblack")
    for name in ("fax.tif", "plain.tif"):
        photo = read_photo(folder / name)
        assert photo.depth == 8
        np.testing.assert_allclose(photo.lightness, black_white * 100.0, atol=1e-3)


def test_12_bit_tiff_uses_the_whole_range(folder: Path) -> None:
    values = np.array([[0, 1, 2048, 4095]], dtype=np.uint16)
    tifffile.imwrite(
        folder / "photo.tif", values, photometric="minisblack", bitspersample=12, compression=None
    )
    photo = read_photo(folder / "photo.tif")
    assert photo.depth == 16
    np.testing.assert_allclose(photo.lightness, expected(values, 4095.0), atol=1e-2)


def test_float_tiff_is_read_as_encoded_values(folder: Path, gray: ByteArray) -> None:
    tifffile.imwrite(folder / "photo.tif", gray.astype(np.float32) / 255, photometric="minisblack")
    photo = read_photo(folder / "photo.tif")
    assert photo.depth == 16
    np.testing.assert_allclose(photo.lightness, expected(gray), atol=1e-2)

"""Transparency is kept at its depth, and nothing else is taken for it."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo_io import read_photo
from tests.support.photos.lightness import expected, png_bytes


@pytest.mark.parametrize(
    ("mode", "suffix"),
    [("RGBA", ".png"), ("RGBA", ".tif"), ("RGBA", ".webp"), ("LA", ".png"), ("LA", ".tif")],
)
def test_8_bit_alpha_is_kept(folder: Path, picture: ByteArray, mode: str, suffix: str) -> None:
    alpha = np.ascontiguousarray(picture[::-1, :, 2])
    image = Image.fromarray(picture).convert("L" if mode == "LA" else "RGB")
    image.putalpha(Image.fromarray(alpha))
    options: dict[str, Any] = {"lossless": True, "exact": True} if suffix == ".webp" else {}
    image.save(folder / f"photo{suffix}", **options)
    photo = read_photo(folder / f"photo{suffix}")
    assert photo.alpha is not None
    assert photo.alpha.dtype == np.uint8
    np.testing.assert_array_equal(photo.alpha, alpha)
    color = np.asarray(image.convert("RGBA"))[..., :3]
    np.testing.assert_allclose(photo.lightness, expected(color), atol=2e-3)


@pytest.mark.parametrize("channels", [2, 4])
@pytest.mark.parametrize("kind", ["png", "tif"])
def test_16_bit_alpha_is_kept(folder: Path, channels: int, kind: str) -> None:
    image = np.random.default_rng(5).integers(0, 65536, (11, 9, channels), dtype=np.uint16)
    path = folder / f"photo.{kind}"
    if kind == "tif":
        photometric = "rgb" if channels == 4 else "minisblack"
        tifffile.imwrite(
            path, image, photometric=photometric, extrasamples=["unassalpha"], planarconfig="contig"
        )
    else:
        rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in image)
        path.write_bytes(png_bytes(6 if channels == 4 else 4, 16, (9, 11), rows))
    photo = read_photo(path)
    assert photo.alpha is not None
    assert photo.alpha.dtype == np.uint16
    np.testing.assert_array_equal(photo.alpha, image[..., -1])
    color = image[..., 0] if channels == 2 else image[..., :3]
    np.testing.assert_allclose(photo.lightness, expected(color, 65535.0), atol=1e-3)


@pytest.mark.parametrize("bits", [8, 16])
def test_a_single_transparent_colour_of_a_png(folder: Path, bits: int) -> None:
    kind = ">u2" if bits == 16 else "u1"
    color = np.array([10, 20, 30], dtype=kind)
    rows = b"\0" + np.stack([color, color + 1]).astype(kind).tobytes()
    path = folder / "photo.png"
    path.write_bytes(png_bytes(2, bits, (2, 1), rows, (b"tRNS", color.astype(">u2").tobytes())))
    photo = read_photo(path)
    assert photo.alpha is not None
    np.testing.assert_array_equal(photo.alpha, [[0, 2**bits - 1]])


def test_alpha_that_was_multiplied_in_is_taken_out(folder: Path) -> None:
    image = np.array([[[40, 80, 120, 128], [10, 20, 30, 255]]], dtype=np.uint8)
    tifffile.imwrite(folder / "photo.tif", image, photometric="rgb", extrasamples=["assocalpha"])
    photo = read_photo(folder / "photo.tif")
    plain = np.array([[[80, 159, 239], [10, 20, 30]]])
    np.testing.assert_allclose(photo.lightness, expected(plain), atol=0.01)
    np.testing.assert_array_equal(photo.alpha, image[..., 3])


def test_an_undeclared_extra_channel_is_no_alpha(folder: Path, picture: ByteArray) -> None:
    image = np.dstack([picture, picture[..., 0]])
    tifffile.imwrite(folder / "photo.tif", image, photometric="rgb", extrasamples=["unspecified"])
    photo = read_photo(folder / "photo.tif")
    assert photo.alpha is None
    np.testing.assert_allclose(photo.lightness, expected(picture), atol=2e-3)

"""Large photos are read into files and written strip by strip, and come out as others do."""

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
from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.photo.photo import BitDepth, PhotoMetadata
from colorizer_gui.core.photo_io import ReadOptions, WriteOptions, read_photo, write_photo
from colorizer_gui.core.photo_io.codecs.jpeg.encoding import encode_jpeg
from colorizer_gui.core.photo_io.codecs.png.encoding import encode_png

Array = npt.NDArray[Any]
SIZES = [(1, 1), (7, 9), (8, 8), (300, 200), (1000, 333), (9, 30_000), (40_000, 3), (17, 65_500)]


def noise(height: int, width: int, channels: int, depth: BitDepth = 8) -> Array:
    rng = np.random.default_rng(height)
    smooth = np.linspace(0, 200, width)[None, :, None] + rng.integers(0, 50, (height, width, channels))
    return smooth.astype(np.uint8) if depth == 8 else (smooth * 257 + 3).astype(np.uint16)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("quality", [1, 75, 95, 100])
def test_jpeg_in_strips_holds_what_one_in_a_piece_holds(size: tuple[int, int], quality: int) -> None:
    image = noise(*size, 3)
    stream, whole = BytesIO(), BytesIO()
    encode_jpeg(lambda rows: image[rows], size, PhotoMetadata(dpi=(300, 300)), quality, stream)
    Image.fromarray(image).save(whole, "JPEG", quality=quality, subsampling=0)
    with Image.open(stream) as mine, Image.open(whole) as other:
        assert mine.info["dpi"] == (300, 300)
        np.testing.assert_array_equal(np.asarray(mine), np.asarray(other))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("channels", [3, 4])
def test_png_in_strips_loses_nothing(size: tuple[int, int], depth: BitDepth, channels: int) -> None:
    image = noise(*size, channels, depth)
    stream = BytesIO()
    encode_png(lambda rows: image[rows], (*size, channels), depth, b"", stream)
    np.testing.assert_array_equal(imagecodecs.png_decode(stream.getvalue()).reshape(image.shape), image)
    if depth == 8:
        with Image.open(stream) as mine:
            np.testing.assert_array_equal(np.asarray(mine), image)


def kinds(image: ByteArray) -> dict[str, bytes]:
    """Photos of all formats that may be large."""
    files: dict[str, bytes] = {}
    for name, pixels in (
        ("rgb", image),
        ("gray", image[..., 0].copy()),
        ("alpha", np.dstack([image, image[..., 1]])),
    ):
        streams = {suffix: BytesIO() for suffix in ("png", "tif", "jpg")}
        Image.fromarray(pixels).save(streams["png"], "PNG")
        tifffile.imwrite(
            streams["tif"],
            pixels.astype(np.uint16) * 257,
            photometric="minisblack" if pixels.ndim == 2 else "rgb",
            compression="zlib",
            extrasamples=["unassalpha"] if name == "alpha" else None,
        )
        if name != "alpha":
            Image.fromarray(pixels).save(streams["jpg"], "JPEG", quality=95)
        files |= {
            f"{name}.{suffix}": stream.getvalue() for suffix, stream in streams.items() if stream.getvalue()
        }
    return files


@pytest.mark.parametrize("negative", [False, True])
def test_photos_in_files_are_the_same_photos(
    folder: Path, picture: ByteArray, negative: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ReadOptions(negative=negative)
    for name, data in kinds(picture).items():
        (folder / name).write_bytes(data)
        usual = read_photo(folder / name, options)
        with monkeypatch.context() as patch:
            patch.setattr(large_arrays, "LARGE", 1)
            large = read_photo(folder / name, options)
            np.testing.assert_array_equal(large.lightness, usual.lightness, err_msg=name)
            assert (large.depth, large.had_color, large.warnings) == (
                usual.depth,
                usual.had_color,
                usual.warnings,
            )
            if usual.alpha is None:
                assert large.alpha is None
            else:
                np.testing.assert_array_equal(large.alpha, usual.alpha)
            for suffix in (".png", ".tif") if usual.alpha is not None else (".png", ".tif", ".jpg"):
                written = write_photo(folder / f"out{suffix}", picture, large, options=WriteOptions())
                assert read_photo(written).size == usual.size
                written.unlink()

"""A JPEG is read back: sound ones pass at each size and quality, and whatever is changed in one is found."""

import random
from pathlib import Path

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.strips import strips
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.codecs.jpeg.encoding import encode_jpeg
from colorizer_gui.core.photo_io.pixels import BLOCK, ArrayPixels, AveragedPixels, block_means
from colorizer_gui.core.photo_io.raster import DECODE_ERRORS
from colorizer_gui.core.photo_io.writing.jpeg_check import JpegCheckError, check_jpeg

SIZES = [(1, 1), (7, 9), (5, 300), (8, 8), (37, 53), (300, 200), (1000, 333), (9, 30_000)]


def noise(height: int, width: int) -> ByteArray:
    """Colours of all kinds, those at the ends of their range among them."""
    rng = np.random.default_rng(height * width)
    smooth = np.linspace(-60, 320, width)[None, :, None] + rng.normal(0, 60, (height, width, 3))
    return np.clip(smooth, 0, 255).astype(np.uint8)


def written(path: Path, image: ByteArray, quality: int) -> AveragedPixels:
    """A file, and what it was written from."""
    height, width, _ = image.shape
    pixels = AveragedPixels(ArrayPixels(image))
    with path.open("wb") as stream:
        encode_jpeg(pixels.rows, (height, width), PhotoMetadata(dpi=(300, 300)), quality, stream)
    return pixels


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("quality", [1, 50, 95, 100])
def test_a_sound_file_passes(tmp_path: Path, size: tuple[int, int], quality: int) -> None:
    pixels = written(tmp_path / "photo.jpg", noise(*size), quality)
    assert check_jpeg(tmp_path / "photo.jpg", pixels).dpi == (300, 300)


def test_another_colour_of_one_block_is_found(tmp_path: Path) -> None:
    image = noise(64, 96)
    written(tmp_path / "photo.jpg", image, 95)
    other = image.copy()
    other[40:48, 56:64, 1] //= 2
    pixels = AveragedPixels(ArrayPixels(other))
    for rows in strips(64, 96, BLOCK):
        pixels.rows(rows)
    with pytest.raises(JpegCheckError, match="colours"):
        check_jpeg(tmp_path / "photo.jpg", pixels)


def test_a_file_from_which_nothing_was_taken_does_not_pass(tmp_path: Path) -> None:
    image = noise(64, 96)
    written(tmp_path / "photo.jpg", image, 95)
    with pytest.raises(JpegCheckError):
        check_jpeg(tmp_path / "photo.jpg", AveragedPixels(ArrayPixels(image)))


@pytest.mark.parametrize(("size", "trials"), [((300, 500), 40), ((1200, 4500), 5)], ids=["whole", "parted"])
def test_every_sector_that_is_lost_is_found(tmp_path: Path, size: tuple[int, int], trials: int) -> None:
    """Wherever a file ends too early, or a sector of the drive is empty or left out."""
    path = tmp_path / "photo.jpg"
    pixels = written(path, noise(*size), 95)
    whole = path.read_bytes()
    start = whole.index(b"\xff\xda") + 14
    draw = random.Random(1)
    for _ in range(trials):
        at = draw.randrange(start, len(whole) - 600)
        after = whole[at + 512 :]
        for spoiled in (whole[:at], whole[:at] + bytes(512) + after, whole[:at] + after):
            path.write_bytes(spoiled)
            with pytest.raises((JpegCheckError, *DECODE_ERRORS)):
                check_jpeg(path, pixels)


def test_the_mean_of_a_block_continues_the_edges() -> None:
    image = np.zeros((9, 3, 3), dtype=np.uint8)
    image[:8, 2] = 80
    image[8] = 200
    # Of the eight columns the last six are the third one.
    np.testing.assert_array_equal(block_means(image)[..., 0], [[60], [200]])

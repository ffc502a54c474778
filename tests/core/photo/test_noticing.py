"""What is noticed about a photo, and a mount that stays without colour."""

import shutil
import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.photo.notice import ColorKind
from colorizer_gui.core.photo.noticing import find_mount
from colorizer_gui.core.photo_io import photo_from_rgb, read_photo
from colorizer_gui.core.pipeline.pipeline import colorize_photo
from colorizer_gui.core.prediction.prediction import Guidance, Prediction

#: On gray samples it needs to be told that there are to be colours.
SEPIA = ("-colorspace", "sRGB", "-sepia-tone", "80%", "-type", "TrueColor")


def toned(gray: npt.NDArray[np.uint8], kind: str) -> npt.NDArray[np.uint8]:
    tone = gray / 255
    if kind == "sepia":
        planes = [tone**0.8 * 0.97 + 0.03, tone**1.05 * 0.9 + 0.02, tone**1.35 * 0.75 + 0.01]
    elif kind == "matrix":  # the usual one, on three equal planes; its red and green clip
        planes = [tone * 1.351, tone * 1.203, tone * 0.937]
    elif kind == "clipped":  # as ImageMagick's -sepia-tone 80% has it
        planes = [tone + 0.2, tone + 0.0667, np.maximum(tone - 0.1333, 0.114)]
    elif kind == "selenium":
        dark = (1 - tone) ** 1.2 * 4 * tone
        planes = [tone + 0.07 * dark, tone - 0.02 * dark, tone + 0.035 * dark]
    elif kind == "cyanotype":
        planes = [tone**1.4 * 0.8, tone**1.05 * 0.93, tone**0.8]
    else:
        down, across = np.mgrid[0 : gray.shape[0], 0 : gray.shape[1]]
        age = 0.6 + 0.4 * (across / gray.shape[1]) * (down / gray.shape[0])
        planes = [tone * 0.95 + 0.05, tone * (0.95 - 0.1 * age) + 0.04, tone * (0.85 - 0.3 * age) + 0.03]
    return np.rint(np.clip(np.stack(planes, axis=-1), 0, 1) * 255).astype(np.uint8)


@pytest.mark.parametrize(
    "name", ["astronaut.jpg", "camera.jpg", "cat.jpg", "coffee.jpg", "hopper.jpg", "rocket.jpg"]
)
@pytest.mark.parametrize("kind", ["sepia", "matrix", "clipped", "selenium", "cyanotype", "yellowed"])
def test_tints_are_no_colours(samples: Path, name: str, kind: str) -> None:
    gray = np.asarray(Image.open(samples / name).convert("L"))
    photo = photo_from_rgb(toned(gray, kind))
    assert photo.notice.color is ColorKind.TINTED
    assert not photo.had_color


def checkered(side: int) -> npt.NDArray[np.uint8]:
    """Black and white so fine that each pixel that is looked at is a mean of both."""
    down, across = np.mgrid[0:512, 0:512]
    fine = ((down // side + across // side) % 2) * 200 + 20
    smooth = 20 + 200 * across / 512
    sheet: npt.NDArray[np.uint8] = np.where(down < 256, fine, smooth).astype(np.uint8)
    return sheet


@pytest.mark.parametrize("side", [1, 3, 5])
@pytest.mark.parametrize("kind", ["matrix", "clipped"])
def test_a_tint_that_clips_is_no_colour_where_dark_and_bright_are_close(side: int, kind: str) -> None:
    assert photo_from_rgb(toned(checkered(side), kind)).notice.color is ColorKind.TINTED


@pytest.mark.skipif(shutil.which("identify") is None, reason="needs ImageMagick")
@pytest.mark.parametrize(
    "name", ["astronaut.jpg", "camera.jpg", "cat.jpg", "coffee.jpg", "hopper.jpg", "rocket.jpg"]
)
@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_sepia_by_imagemagick_is_no_colour(samples: Path, tmp_path: Path, name: str, suffix: str) -> None:
    target = tmp_path / f"sepia{suffix}"
    subprocess.run(["convert", samples / name, *SEPIA, target], check=True)
    assert read_photo(target).notice.color is ColorKind.TINTED


def test_a_photo_with_one_coloured_thing_is_coloured(samples: Path) -> None:
    """As a hand-coloured one: gray, with a red patch."""
    image = np.dstack([np.asarray(Image.open(samples / "hopper.jpg").convert("L"))] * 3)
    image[100:400, 100:400, 1:] //= 2
    assert photo_from_rgb(image).notice.color is ColorKind.COLORED


def test_gray_as_rgb_is_neutral(samples: Path) -> None:
    gray = np.asarray(Image.open(samples / "camera.jpg").convert("L"))
    assert photo_from_rgb(np.dstack([gray] * 3)).notice.color is ColorKind.NEUTRAL


def test_colours_are_noticed() -> None:
    down, across = np.mgrid[0:120, 0:160].astype(np.float64)
    planes = [120 + 90 * np.sin(across / 20), 110 + 60 * np.cos(down / 15), 90 + 0.5 * across]
    assert photo_from_rgb(np.stack(planes, axis=-1).astype(np.uint8)).had_color


def mounted(samples: Path, tone: int, margins: tuple[int, int, int, int]) -> npt.NDArray[np.uint8]:
    gray = np.asarray(Image.open(samples / "hopper.jpg").convert("L"))
    top, bottom, left, right = margins
    height, width = gray.shape
    sheet = np.random.default_rng(0).normal(tone, 1.5, (height + top + bottom, width + left + right))
    sheet[top : top + height, left : left + width] = gray
    return np.clip(sheet, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("tone", [245, 60])
def test_a_mount_is_found_and_stays_without_colour(samples: Path, tmp_path: Path, tone: int) -> None:
    margins = (40, 50, 30, 60)
    sheet = mounted(samples, tone, margins)
    Image.fromarray(sheet).save(tmp_path / "photo.png")
    photo = read_photo(tmp_path / "photo.png")
    box = photo.notice.mount
    assert box is not None
    height, width = sheet.shape
    assert np.abs(np.array(box) - (40, height - 50, 30, width - 60)).max() <= 4
    seen: list[tuple[int, ...]] = []

    class Warm:
        def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
            seen.append(lightness.shape)
            ab = np.full((40, 32, 2), (20, 30), dtype=np.float32)
            return Prediction(ab, np.full((40, 32), 0.5, dtype=np.float32))

    guidance = Guidance(np.zeros((1, 2), dtype=np.float32), np.zeros((1, 2), dtype=np.float32))
    prediction = colorize_photo(photo, Warm(), guidance=guidance).prediction
    assert seen == [(box[1] - box[0], box[3] - box[2])]
    rows, columns = prediction.ab.shape[:2]
    inside = np.zeros((rows, columns), dtype=bool)
    edges = [
        round(edge * n / side)
        for edge, n, side in zip(
            box, (rows, rows, columns, columns), (height, height, width, width), strict=True
        )
    ]
    inside[edges[0] : edges[1], edges[2] : edges[3]] = True
    colored = np.hypot(prediction.ab[..., 0], prediction.ab[..., 1]) > 1
    assert (colored != inside).mean() < 0.06
    assert not colored[0].any()
    colorize_photo(photo, Warm(), ignore_mount=False)
    assert seen[1] == sheet.shape


@pytest.mark.parametrize(
    "name", ["astronaut.jpg", "camera.jpg", "cat.jpg", "coffee.jpg", "hopper.jpg", "rocket.jpg"]
)
def test_photos_without_a_mount(samples: Path, name: str) -> None:
    assert read_photo(samples / name).notice.mount is None


def test_blank_and_tiny_pictures_have_no_mount() -> None:
    for shape in ((300, 300), (1, 1), (5, 400)):
        assert find_mount(np.full(shape, 95, dtype=np.float32)) is None

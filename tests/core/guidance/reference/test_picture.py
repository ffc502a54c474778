"""The small picture that stands for a reference photo."""

import base64
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from colorizer_gui.core.color.conversion import rgb_to_lab
from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.core.guidance.reference.picture import SIDE, lab_of, reference_of, rgb_of
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.prediction.prediction import Guidance, same_guidance
from colorizer_gui.core.prediction.reference import Reference
from colorizer_gui.core.recipe.recipe import Recipe


def coloured(folder: Path, size: tuple[int, int] = (900, 600)) -> Path:
    width, height = size
    pixels = np.full((height, width, 3), (70, 120, 190), dtype=np.uint8)
    pixels[height // 2 :] = (150, 110, 60)
    path = folder / "like this.png"
    Image.fromarray(pixels).save(path)
    return path


def test_its_colours_are_those_of_the_photo_and_come_back_from_the_recipe(tmp_path: Path) -> None:
    path = coloured(tmp_path)
    reference = reference_of(read_photo(path))
    assert reference.name == "like this.png"
    assert len(reference.sha256) == 64
    lab = lab_of(reference)
    assert max(lab.lightness.shape) == SIDE
    wanted = rgb_to_lab(np.array([[[70, 120, 190]]], dtype=np.float32) / 255)[0, 0]
    there = np.array([lab.lightness[30, 30], *lab.ab[30, 30]])
    assert np.abs(there - wanted).max() < 2
    path.unlink()
    text = Recipe(guidance=Guidance.by(reference)).to_json()
    again = Recipe.from_json(text).guidance
    assert same_guidance(again, Guidance.by(reference))
    assert again is not None
    assert again.reference is not None
    np.testing.assert_array_equal(lab_of(again.reference).ab, lab.ab)
    assert rgb_of(reference).shape == (*lab.lightness.shape, 3)


def test_a_recipe_without_a_reference_is_written_as_before() -> None:
    point = Guidance(np.array([[0.5, 0.5]], dtype=np.float32), np.array([[1, 2]], dtype=np.float32))
    assert "reference" not in Recipe(guidance=point).to_json()


def test_colours_are_read_through_the_profile(tmp_path: Path) -> None:
    """The same numbers are other colours in another space."""
    pixels = np.full((64, 64, 3), (90, 160, 80), dtype=np.uint8)
    pixels[:, 32:] = (200, 60, 60)
    plain, wide = tmp_path / "plain.tif", tmp_path / "wide.tif"
    Image.fromarray(pixels).save(plain)
    Image.fromarray(pixels).save(wide, icc_profile=_swapped_primaries())
    one, other = (lab_of(reference_of(read_photo(path))).ab for path in (plain, wide))
    assert np.abs(one - other).max() > 10


def _swapped_primaries() -> bytes:
    """sRGB whose red and green change places."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = data.index(b"rXYZ"), data.index(b"gXYZ")
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(data)


def test_a_gray_photo_has_nothing_to_give(tmp_path: Path) -> None:
    path = tmp_path / "gray.png"
    Image.fromarray(np.random.default_rng(1).integers(0, 255, (60, 80), dtype=np.uint8)).save(path)
    with pytest.raises(InferenceError, match="no colours to give"):
        reference_of(read_photo(path))


def _too_large() -> str:
    stream = BytesIO()
    Image.new("RGB", (3000, 8)).save(stream, "JPEG")
    return base64.b64encode(stream.getvalue()).decode()


def _no_jpeg() -> str:
    stream = BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "PNG")
    return base64.b64encode(stream.getvalue()).decode()


@pytest.mark.parametrize("picture", ["", "no base64!", _too_large(), _no_jpeg(), "AAAA"])
def test_a_damaged_picture_is_a_sentence(picture: str) -> None:
    with pytest.raises(InferenceError, match="damaged"):
        lab_of(Reference("a.jpg", "", picture))


def test_nonsense_is_no_reference() -> None:
    for wrong in ({"strength": 1.5}, {"strength": -0.1}, {"picture": "x" * 400_001}):
        with pytest.raises(ValueError, match="reference photo"):
            Reference(**{"name": "a", "sha256": "", "picture": "", **wrong})  # type: ignore[arg-type]

"""Photos in colour keep their own, by a word on the command line."""

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from colorizer_gui.cli import main as cli
from colorizer_gui.core.color.conversion import rgb_to_lab
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.prediction.prediction import OWN_COLOURS
from tests.support.batch.box import WarmColorizer


@pytest.fixture
def coloured(tmp_path: Path) -> Path:
    """A blue square on orange, red and green, with noise."""
    pixels = np.full((80, 120, 3), (200, 120, 60), dtype=np.float64)
    pixels[:, :20], pixels[:, 100:] = (190, 50, 60), (70, 150, 60)
    pixels[20:60, 30:90] = 60, 90, 180
    pixels += np.random.default_rng(0).normal(0, 8, pixels.shape)
    path = tmp_path / "coloured.png"
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(path)
    return path


def pixels_of(path: Path) -> npt.NDArray[np.float32]:
    return np.asarray(Image.open(path).convert("RGB"), dtype=np.float32)


def lab_of(path: Path) -> npt.NDArray[np.float32]:
    return rgb_to_lab(pixels_of(path) / np.float32(255))


def test_colours_are_kept_and_cleaned(
    colorizer: WarmColorizer, coloured: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["colorize", str(coloured), "-o", str(tmp_path / "out"), "--keep-colours", "--sidecar", "--json"]
    assert cli.main(words) == 0
    assert "kept its own colours" in capsys.readouterr().out
    result = tmp_path / "out" / "coloured-colorized.png"
    before, after = lab_of(coloured), lab_of(result)
    assert np.abs(after[..., 0] - before[..., 0]).max() < 0.6, "the lightness is the photo's"
    inside = np.s_[30:50, 40:80, 1:]
    assert after[inside].std(axis=(0, 1)).max() < 0.4 * before[inside].std(axis=(0, 1)).min()
    np.testing.assert_allclose(after[inside].mean((0, 1)), before[inside].mean((0, 1)), atol=1)
    recipe = stored_recipe(read_photo(result))
    assert recipe is not None
    assert (recipe.candidate, recipe.model, recipe.adjustments.colour_noise) == (OWN_COLOURS, None, 1.0)
    assert b"algorithmicallyEnhanced" in (read_photo(result).metadata.xmp or b"")
    again = tmp_path / "again.png"
    recipe_file = result.with_name(result.name + ".tintype.json")
    assert json.loads(recipe_file.read_text())["candidate"] == "own"
    assert cli.main(["colorize", str(coloured), "-o", str(again), "--recipe", str(recipe_file)]) == 0
    np.testing.assert_array_equal(pixels_of(again), pixels_of(result))


def test_nothing_is_cleaned_where_nobody_wants_it(
    colorizer: WarmColorizer, coloured: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.png"
    assert cli.main(["colorize", str(coloured), "-o", str(out), "--keep-colours", "--colour-noise", "0"]) == 0
    assert np.abs(pixels_of(out) - pixels_of(coloured)).max() <= 1


def test_gray_photos_are_colorized(colorizer: WarmColorizer, samples: Path, tmp_path: Path) -> None:
    out, plain = tmp_path / "a.png", tmp_path / "plain.png"
    assert cli.main(["colorize", str(samples / "cat.jpg"), "-o", str(out), "--keep-colours"]) == 0
    assert cli.main(["colorize", str(samples / "cat.jpg"), "-o", str(plain)]) == 0
    np.testing.assert_array_equal(pixels_of(out), pixels_of(plain))
    recipe = stored_recipe(read_photo(out))
    assert recipe is not None
    assert recipe.candidate != OWN_COLOURS
    assert lab_of(out)[..., 2].mean() > 10, "the fake's colour"


def test_noise_is_that_of_colours_that_are_kept(
    colorizer: WarmColorizer, coloured: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["colorize", str(coloured), "-o", str(tmp_path / "o.png"), "--colour-noise", "40"]) == 2
    assert "--keep-colours" in capsys.readouterr().err

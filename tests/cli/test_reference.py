"""`tintype colorize --reference`: an album like one photo, made again without that, resumed and reported."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from colorizer_gui.cli import main as cli
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.prediction.prediction import reference_in
from colorizer_gui.core.prediction.reference import Matching
from tests.support.batch.box import WarmColorizer, make_photo


@pytest.fixture
def album(tmp_path: Path) -> Path:
    folder = tmp_path / "album"
    folder.mkdir()
    for number in range(3):
        make_photo(folder / f"{number}.png", seed=number)
    return folder


def pixels_of(path: Path) -> np.ndarray:
    return np.asarray(Image.open(path).convert("RGB")).astype(np.int32)


def test_all_photos_of_an_album_are_like_one_photo(
    colorizer: WarmColorizer, album: Path, green: Path, tmp_path: Path
) -> None:
    out, report = tmp_path / "out", tmp_path / "report.json"
    words = ["colorize", str(album), "-o", str(out), "--reference", str(green), "--report", str(report)]
    assert cli.main(words) == 0
    for number in range(3):
        red, middle, _ = pixels_of(out / f"{number}-colorized.png").reshape(-1, 3).mean(axis=0)
        assert middle > red + 10, "green, and not warm"
        recipe = stored_recipe(read_photo(out / f"{number}-colorized.png"))
        assert recipe is not None
        reference = reference_in(recipe.guidance)
        assert reference is not None
        assert (reference.name, reference.strength) == ("green.jpg", 1.0)
    jobs = json.loads(report.read_text(encoding="utf-8"))["photos"]
    assert {job["reference"] for job in jobs} == {"green.jpg"}
    assert all("follow brightness" in job["message"] for job in jobs), "this network sees no likeness"
    assert b"tintype:ReferenceSHA256" in (out / "0-colorized.png").read_bytes()


def test_a_result_is_made_again_when_the_reference_is_gone(
    colorizer: WarmColorizer, album: Path, green: Path, tmp_path: Path
) -> None:
    photo, first, again = album / "0.png", tmp_path / "first.png", tmp_path / "again.png"
    words = ["--reference", str(green), "--reference-strength", "60", "--reference-by", "brightness"]
    assert cli.main(["colorize", str(photo), "-o", str(first), *words]) == 0
    green.unlink()
    assert cli.main(["colorize", str(photo), "-o", str(again), "--recipe", str(first)]) == 0
    np.testing.assert_array_equal(pixels_of(first), pixels_of(again))
    other = tmp_path / "other.png"
    assert cli.main(["colorize", str(album / "1.png"), "-o", str(other), "--recipe", str(first)]) == 0
    recipe = stored_recipe(read_photo(other))
    assert recipe is not None
    reference = reference_in(recipe.guidance)
    assert reference is not None, "a reference is for other photos, too"
    assert (reference.strength, reference.matching) == (0.6, Matching.BRIGHTNESS)


def test_resuming_looks_at_the_reference(
    colorizer: WarmColorizer, album: Path, green: Path, tmp_path: Path
) -> None:
    words = ["colorize", str(album), "-o", str(tmp_path / "out"), "--resume", "--reference", str(green)]
    assert cli.main(words) == 0
    calls = colorizer.calls
    assert cli.main(words) == 0
    assert colorizer.calls == calls, "all is done already"
    assert cli.main([*words, "--reference-strength", "50"]) == 0
    assert colorizer.calls == 2 * calls


def test_what_cannot_be_followed_is_said_before_the_work(
    colorizer: WarmColorizer, album: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gray = tmp_path / "gray.png"
    make_photo(gray)
    words = ["colorize", str(album), "-o", str(tmp_path / "out")]
    assert cli.main([*words, "--reference", str(gray)]) == 2
    assert "no colours to give" in capsys.readouterr().err
    assert cli.main([*words, "--reference", str(tmp_path / "nowhere.jpg")]) == 2
    assert "nowhere.jpg" in capsys.readouterr().err
    assert cli.main([*words, "--reference-strength", "50"]) == 2
    assert "--reference" in capsys.readouterr().err
    assert not colorizer.calls

"""Ctrl+C ends a run, --resume goes on with it, and a recipe repeats a result."""

import os
import shutil
import signal
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from colorizer_gui.cli import colorize as cli_colorize
from colorizer_gui.cli import export as cli_export
from colorizer_gui.cli import main as cli
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.prediction.prediction import FIRST_READING, ONLY_MINE, Guidance
from colorizer_gui.core.recipe.recipe import Recipe
from tests.support.batch.box import WarmColorizer, make_photo, photos_in


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_stops_and_resume_goes_on(
    colorizer: WarmColorizer, box: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["colorize", str(box), "-o", str(tmp_path / "out"), "--resume", "--text"]
    colorizer.at_call[2] = lambda: signal.raise_signal(signal.SIGINT)
    assert cli.main(arguments) == cli.INTERRUPTED
    before = photos_in(tmp_path / "out")
    assert before in ([], ["a-colorized.jpg"])
    printed = capsys.readouterr().err
    assert "Stopped: " in printed
    assert "--resume" in printed
    assert cli.main(arguments) == 0
    assert photos_in(tmp_path / "out") == ["a-colorized.jpg", "b-colorized.jpg", "c-colorized.jpg"]
    assert capsys.readouterr().out.endswith(
        "2 photos colorized, 1 skipped.\n" if before else "3 photos colorized.\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_is_a_request_first_and_an_order_then() -> None:
    token = CancelToken()
    before = signal.getsignal(signal.SIGINT)
    with cli_colorize._ctrl_c(token):
        signal.raise_signal(signal.SIGINT)
        assert token.cancelled
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_without_resume_everything_is_done_again(
    colorizer: WarmColorizer, box: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["colorize", str(box), "-o", str(tmp_path / "out"), "--text"]
    assert cli.main(arguments) == 0
    assert cli.main(arguments) == 0
    assert len(photos_in(tmp_path / "out")) == 6
    assert cli.main([*arguments, "--on-existing", "skip"]) == 0
    assert len(photos_in(tmp_path / "out")) == 6
    assert capsys.readouterr().out.endswith("0 photos colorized, 3 skipped.\n")


def test_resume_looks_at_content_and_settings(
    colorizer: WarmColorizer, box: Path, samples: Path, tmp_path: Path
) -> None:
    arguments = ["colorize", str(box), "-o", str(tmp_path / "out"), "--resume"]
    assert cli.main(arguments) == 0
    assert cli.main(arguments) == 0
    assert colorizer.calls == 3
    (box / "a.jpg").write_bytes((samples / "coffee.jpg").read_bytes())
    assert cli.main(arguments) == 0
    assert colorizer.calls == 4
    assert cli.main([*arguments, "--saturation", "120"]) == 0
    assert colorizer.calls == 7
    (tmp_path / "out" / "b-colorized.jpg").unlink()
    assert cli.main(arguments) == 0
    assert colorizer.calls == 8


def test_photos_keep_their_numbers_when_a_run_is_resumed(
    colorizer: WarmColorizer, box: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    arguments = ["colorize", str(box), "-o", str(out), "--template", "{counter}"]
    whole = (box / "b.jpg").read_bytes()
    (box / "b.jpg").write_bytes(whole[:99])
    assert cli.main(arguments) == 1
    assert photos_in(out) == ["1.jpg", "3.jpg"]
    (box / "a.jpg").unlink()
    (box / "b.jpg").write_bytes(whole)
    (box / "0 new.jpg").write_bytes((box / "c.jpg").read_bytes())
    assert cli.main([*arguments, "--resume"]) == 0
    assert photos_in(out) == ["1.jpg", "2.jpg", "3.jpg", "4.jpg"]


def test_a_result_can_be_repeated_from_its_own_recipe(
    colorizer: WarmColorizer, samples: Path, tmp_path: Path
) -> None:
    first = ["colorize", str(samples / "cat.jpg"), "-o", str(tmp_path / "a.png"), "--saturation", "50"]
    assert cli.main([*first, "--sidecar"]) == 0
    assert (tmp_path / "a.png.tintype.json").exists()
    recipe = str(tmp_path / "a.png")
    again = ["colorize", str(samples / "cat.jpg"), "-o", str(tmp_path / "b.png"), "--recipe", recipe]
    assert cli.main(again) == 0
    one, other = (np.asarray(Image.open(tmp_path / name)) for name in ("a.png", "b.png"))
    np.testing.assert_array_equal(one, other)
    assert cli.main(["colorize", "x.jpg", "-o", str(tmp_path), "--recipe", str(samples / "cat.jpg")]) == 2


def test_the_points_of_a_recipe_are_those_of_its_photo_alone(
    colorizer: WarmColorizer, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_export, "_load", lambda device, weights: colorizer)
    point = np.full((1, 2), 0.5, dtype=np.float32)
    saved = Recipe(source_sha256=file_sha256(samples / "cat.jpg"), guidance=Guidance(point, point))
    recipe = tmp_path / "recipe.json"
    recipe.write_text(saved.to_json(), encoding="utf-8")
    box = tmp_path / "box"
    box.mkdir()
    shutil.copy(samples / "cat.jpg", box / "a.jpg")
    make_photo(box / "b.png")
    assert cli.main(["colorize", str(box), "-o", str(tmp_path / "out"), "--recipe", str(recipe)]) == 0
    automatic, followed, ignored = colorizer.guidances
    assert automatic is None
    assert followed is not None
    np.testing.assert_array_equal(followed.positions, point)
    assert ignored is None
    result = stored_recipe(read_photo(tmp_path / "out" / "b-colorized.png"))
    assert result is not None
    assert result.guidance is None
    for photo, name in (("a.jpg", "a"), ("b.png", "b")):
        layer = tmp_path / f"{name}-layer.png"
        words = ["export", "layer", str(box / photo), "-o", str(layer), "--recipe", str(recipe)]
        assert cli.main(words) == 0
    assert [each is None for each in colorizer.guidances[3:]] == [True, False, True]


def test_only_my_colours_are_made_again_and_leave_no_other_photo_gray(
    colorizer: WarmColorizer, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_export, "_load", lambda device, weights: colorizer)
    place, ab = np.full((1, 2), 0.5, dtype=np.float32), np.array([[-20, 25]], dtype=np.float32)
    sha256 = file_sha256(samples / "cat.jpg")
    saved = Recipe(source_sha256=sha256, guidance=Guidance(place, ab), candidate=ONLY_MINE)
    recipe = tmp_path / "recipe.json"
    recipe.write_text(saved.to_json(), encoding="utf-8")
    box = tmp_path / "box"
    box.mkdir()
    shutil.copy(samples / "cat.jpg", box / "a.jpg")
    make_photo(box / "b.png")
    words = ["colorize", str(box), "--format", "png", "--recipe", str(recipe), "-o"]
    assert cli.main([*words, str(tmp_path / "out")]) == 0
    assert len(colorizer.guidances) == 1, "only the other photo is asked about"
    result = tmp_path / "out" / "b-colorized.png"
    assert np.ptp(np.asarray(Image.open(result)).astype(int), axis=2).max() > 10
    made = stored_recipe(read_photo(result))
    assert made is not None
    assert made.candidate == FIRST_READING
    first = tmp_path / "out" / "a-colorized.png"
    again = ["colorize", str(box / "a.jpg"), "-o", str(tmp_path / "again.png"), "--recipe", str(first)]
    assert cli.main(again) == 0
    one, other = (np.asarray(Image.open(path)) for path in (first, tmp_path / "again.png"))
    np.testing.assert_array_equal(one, other)
    assert np.ptp(one.astype(int), axis=2).max() > 30
    layer = ["export", "layer", str(box / "b.png"), "-o", str(tmp_path / "l.png"), "--recipe", str(recipe)]
    assert cli.main(layer) == 0
    assert len(colorizer.guidances) == 2

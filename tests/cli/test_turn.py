"""`tintype colorize --turn`: photos that lie on their side stand upright in their results."""

import json
from pathlib import Path

import pytest

from colorizer_gui.cli import colorize as cli_colorize
from colorizer_gui.cli import main as cli
from colorizer_gui.core.batch import ModelIdentity
from colorizer_gui.core.photo_io import read_photo
from tests.support.photos.held import HeldWarmColorizer, write_held


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One photo on its side and one upright."""
    fake = HeldWarmColorizer()
    monkeypatch.setattr(
        cli_colorize, "_load", lambda device, weights: (fake, ModelIdentity("warm", "0" * 64))
    )
    write_held(tmp_path / "box" / "side.png", 1)
    write_held(tmp_path / "box" / "up.png", seed=1)
    return tmp_path / "box"


def sizes(folder: Path) -> dict[str, tuple[int, int]]:
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    return {path.name: read_photo(path).size for path in paths if path.suffix == ".png"}


def test_it_is_turned_and_the_report_says_so(box: Path, tmp_path: Path) -> None:
    output, report = tmp_path / "out", tmp_path / "report.json"
    assert cli.main(["colorize", str(box), "-o", str(output), "--turn", "--report", str(report)]) == 0
    assert sizes(output) == {"side-colorized.png": (64, 48), "up-colorized.png": (64, 48)}
    rows = json.loads(report.read_text(encoding="utf-8"))["photos"]
    assert [row["message"] for row in rows] == ["The photo lay on its side and was turned to the left.", ""]


def test_once_more_with_resume_there_is_nothing_to_do(box: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    for _ in range(2):
        assert cli.main(["colorize", str(box), "-o", str(output), "--turn", "--resume"]) == 0
    assert list(sizes(output)) == ["side-colorized.png", "up-colorized.png"]


def test_without_it_each_stays_as_it_lies(box: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    assert cli.main(["colorize", str(box), "-o", str(output)]) == 0
    assert sizes(output) == {"side-colorized.png": (48, 64), "up-colorized.png": (64, 48)}


def test_a_single_named_result_can_be_turned_too(box: Path, tmp_path: Path) -> None:
    result = tmp_path / "one.png"
    assert cli.main(["colorize", str(box / "side.png"), "-o", str(result), "--turn"]) == 0
    assert read_photo(result).size == (64, 48)


@pytest.mark.parametrize("option", [["--turn"], ["--jobs", "2"]])
def test_a_cluster_does_not_turn_nor_counts_processes_of_this_computer(
    box: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], option: list[str]
) -> None:
    words = ["colorize", str(box), "-o", str(tmp_path / "out"), *option, "--cluster", "local"]
    assert cli.main(words) == 2
    assert f"leave out {option[0]} or --cluster" in capsys.readouterr().err

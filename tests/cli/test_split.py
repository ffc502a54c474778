"""`tintype colorize --split`: a result for each photo on a scan, and for others as always."""

from pathlib import Path

import pytest

from colorizer_gui.cli import colorize as cli_colorize
from colorizer_gui.cli import main as cli
from colorizer_gui.core.batch import ModelIdentity
from colorizer_gui.core.photo_io import read_photo
from tests.support.batch.box import WarmColorizer
from tests.support.photos.scans import write_scan


@pytest.fixture
def box(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scan with four photos, an ordinary photo and a damaged file."""
    fake = WarmColorizer()
    monkeypatch.setattr(
        cli_colorize, "_load", lambda device, weights: (fake, ModelIdentity("warm", "0" * 64))
    )
    folder = tmp_path / "box"
    folder.mkdir()
    write_scan(folder / "scan.png", samples)
    (folder / "cat.jpg").write_bytes((samples / "cat.jpg").read_bytes())
    (folder / "torn.jpg").write_bytes(b"\xff\xd8 torn")
    return folder


def results(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


SPLIT = [*(f"scan-colorized-{number}.png" for number in (1, 2, 3, 4))]


def test_each_photo_gets_a_result(box: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    assert cli.main(["colorize", str(box), "-o", str(output), "--split"]) == 1, "one is damaged"
    assert results(output) == ["cat-colorized.jpg", *SPLIT]
    assert read_photo(output / SPLIT[0]).size == pytest.approx((520, 400), abs=14)


def test_once_more_with_resume_there_is_nothing_to_do(box: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    for _ in range(2):
        cli.main(["colorize", str(box), "-o", str(output), "--split", "--resume"])
    assert results(output) == ["cat-colorized.jpg", *SPLIT]


def test_without_it_the_scan_is_one_photo(box: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    cli.main(["colorize", str(box), "-o", str(output)])
    assert results(output) == ["cat-colorized.jpg", "scan-colorized.png"]


def test_one_name_for_several_results_makes_no_sense(box: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["colorize", str(box / "scan.png"), "-o", str(box / "x.png"), "--split"]) == 2
    assert "--split" in capsys.readouterr().err

"""docs/walk-through.md is run as it stands, and says what it promises."""

import re
import shlex
from pathlib import Path

import practice_photos
import pytest

from colorizer_gui.cli.main import main as colorize
from model_training.commands.cli import main as model_training

PAGE = Path(__file__).parents[3] / "docs" / "walk-through.md"
_NUMBER = re.compile(r"\d[\d,]*(\.\d+)?")
#: Figures that depend on the processor, or on how many threads it has.
_LOOSE = re.compile(r"^step \d+:|photos to learn from, .* parameters learn")


def _blocks() -> list[list[str]]:
    return [block.strip().splitlines() for block in PAGE.read_text(encoding="utf-8").split("```")[1::2]]


def _same(expected: str, said: str) -> bool:
    if _LOOSE.search(expected):
        return _NUMBER.sub("#", expected) in _NUMBER.sub("#", said)
    return expected in said


def _run(command: str) -> int:
    words = shlex.split(command)
    if words[:2] == ["python3", "packaging/dev.py"]:
        assert words[2] == "photos"
        return practice_photos.main(words[3:])
    assert words[:2] == ["python", "-m"]
    return {"model_training": model_training, "colorizer_gui": colorize}[words[2]](words[3:])


def test_the_walk_through_is_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    said, promised = "", 0
    for block in _blocks():
        if block[0].startswith("python"):
            capsys.readouterr()
            for command in block:
                assert _run(command) == 0, command
            said = "".join(capsys.readouterr())
            continue
        for line in block:
            assert _same(line, said), f"{line!r} is not in {said!r}"
            promised += 1
    assert promised == 10
    for file in (
        "runs/first/report.html",
        "runs.html",
        "tables/worst-and-best-first.jpg",
        "tables/differences.csv",
    ):
        assert (tmp_path / file).stat().st_size, file
    table = (tmp_path / "tables/evaluation.csv").read_text(encoding="utf-8").splitlines()
    gain = table[0].split(",").index("gain dB low")
    for name in ("first", "second"):
        (row,) = (line.split(",") for line in table if line.startswith(f"{name},"))
        assert float(row[gain]) > {"first": 5.0, "second": 0.5}[name]

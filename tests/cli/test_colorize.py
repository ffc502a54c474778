"""Photos are colorized without a window, and a bad one does not stop the others."""

import json
import os
import sys
from pathlib import Path

import pytest

from colorizer_gui.cli import main as cli
from colorizer_gui.core.photo.notice import ColorKind
from colorizer_gui.core.photo_io import read_photo
from tests.support.batch.box import WarmColorizer, photos_in


def test_a_photo_is_colorized(
    colorizer: WarmColorizer, samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = samples / "cat.jpg"
    assert cli.main(["colorize", str(source), "-o", str(tmp_path / "new"), "--text"]) == 0
    target = tmp_path / "new" / "cat-colorized.jpg"
    assert capsys.readouterr().out == f"{source} -> {target}\n1 photo colorized.\n"
    assert read_photo(target).notice.color is ColorKind.TINTED, "the fake paints in one hue"
    assert read_photo(target).size == read_photo(source).size


def test_a_notice_is_passed_on(
    colorizer: WarmColorizer, samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    colorizer.notice = "The graphics card was full."
    assert cli.main(["colorize", str(samples / "cat.jpg"), "-o", str(tmp_path), "--text"]) == 0
    assert capsys.readouterr().err == "note: The graphics card was full.\n"


def test_a_fault_that_was_borne_is_told(
    colorizer: WarmColorizer, samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del colorizer
    photo = tmp_path / "cut.jpg"
    photo.write_bytes((samples / "cat.jpg").read_bytes()[:-2])
    assert cli.main(["colorize", str(photo), "-o", str(tmp_path / "new"), "--text"]) == 0
    assert capsys.readouterr().err == f"note: {photo}: The photo has no end mark; its picture is whole.\n"


def test_the_result_may_be_named(
    colorizer: WarmColorizer, samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "Katze – grün.png"
    assert cli.main(["colorize", str(samples / "cat.jpg"), "-o", str(target)]) == 0
    assert target.read_bytes().startswith(b"\x89PNG")
    assert cli.main(["colorize", str(samples / "cat.jpg"), "-o", str(target)]) == 0
    assert len(list(tmp_path.iterdir())) == 2, "a name that exists gets a number"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text_is_colorized(
    colorizer: WarmColorizer, samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / os.fsdecode(b"gro\xdfmutter.jpg")
    source.write_bytes((samples / "cat.jpg").read_bytes())
    assert cli.main(["colorize", str(source), "-o", str(tmp_path), "--text"]) == 0
    assert capsys.readouterr().out.startswith(f"{tmp_path}/gro\\udcdfmutter.jpg -> ")


def test_saturation_zero_gives_gray(colorizer: WarmColorizer, samples: Path, tmp_path: Path) -> None:
    assert cli.main(["colorize", str(samples / "cat.jpg"), "-o", str(tmp_path), "--saturation", "0"]) == 0
    assert read_photo(tmp_path / "cat-colorized.jpg").notice.color is ColorKind.NEUTRAL


def test_a_bad_file_does_not_stop_the_others(
    colorizer: WarmColorizer, samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no photo")
    inputs = [str(broken), str(tmp_path / "gone.jpg"), str(samples / "cat.jpg")]
    assert cli.main(["colorize", *inputs, "-o", str(tmp_path / "out"), "--format", "png", "--text"]) == 1
    printed = capsys.readouterr()
    assert printed.out.endswith("1 photo colorized, 2 failed.\n")
    assert [line.startswith("error: ") for line in printed.err.splitlines()] == [True, True]
    assert photos_in(tmp_path / "out") == ["cat-colorized.png"]


def test_several_photos_need_a_folder(
    colorizer: WarmColorizer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["colorize", "a.jpg", "b.jpg", "-o", str(tmp_path / "out.jpg")]) == 2
    assert "folder" in capsys.readouterr().err


def test_bad_weights_are_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    weights = tmp_path / "weights.safetensors"
    weights.write_bytes(b"\x80\x04 pickle")
    assert cli.main(["colorize", "a.jpg", "-o", str(tmp_path), "--weights", str(weights)]) == 1
    printed = capsys.readouterr().err
    assert printed.startswith("error: ")
    assert "Traceback" not in printed


def test_json_lines_and_reports(
    colorizer: WarmColorizer, box: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (box / "bad.jpg").write_bytes(b"no photo")
    (box / "notes.txt").touch()
    reports = [tmp_path / "r.json", tmp_path / "r.csv"]
    arguments = [
        "colorize",
        str(box),
        "-o",
        str(tmp_path / "out"),
        "--template",
        "{counter} {name}",
    ]
    assert cli.main([*arguments, "--report", str(reports[0]), "--report", str(reports[1])]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == {"event": "scanned", "photos": 4, "left_out": {"no photo": 1}, "problems": []}
    assert lines[1] == {"event": "left out", "file": str(box / "notes.txt"), "reason": "no photo"}
    assert lines[2]["event"] == "started"
    assert lines[-1]["counts"] == {"done": 3, "failed": 1}
    states = {Path(line["file"]).name: line["state"] for line in lines if line["event"] == "photo"}
    assert states == {"a.jpg": "done", "b.jpg": "done", "c.jpg": "done", "bad.jpg": "failed"}
    assert photos_in(tmp_path / "out") == ["1 a.jpg", "2 b.jpg", "4 c.jpg"]
    report = json.loads(reports[0].read_text(encoding="utf-8"))
    assert [photo["state"] for photo in report["photos"]] == ["done", "done", "failed", "done"]
    assert "no photo" not in report["photos"][2]["message"]
    assert reports[1].read_text(encoding="utf-8-sig").splitlines()[0].startswith("file,state,output,seconds")


def test_what_is_left_out_is_named_when_asked(
    colorizer: WarmColorizer, box: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (box / "Thumbs.db").touch()
    arguments = ["colorize", str(box), "-o", str(tmp_path / "out"), "--text"]
    assert cli.main(arguments) == 0
    printed = capsys.readouterr().out
    assert "Left out: 1 of the system." in printed
    assert "Thumbs.db" not in printed
    assert cli.main([*arguments, "--list-left-out"]) == 0
    assert f"{box / 'Thumbs.db'}: left out, of the system.\n" in capsys.readouterr().out


def test_results_go_among_the_originals_only_when_asked(
    colorizer: WarmColorizer, box: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["colorize", str(box), "-o", str(box / "out")]) == 2
    assert "originals" in capsys.readouterr().err
    assert not (box / "out").exists()
    assert cli.main(["colorize", str(box), "-o", str(box), "--allow-inside", "--template", "{name}_c"]) == 0
    assert cli.main(["colorize", str(box), "-o", str(box), "--allow-inside", "--resume"]) == 0
    assert colorizer.calls == 3, "neither the results, nor the same photos under other names"

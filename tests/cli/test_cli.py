"""The command line: parsing, what is imported when, and colorizing without a window."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from colorizer_gui.cli import colorize as cli_colorize
from colorizer_gui.cli import doctor as cli_doctor
from colorizer_gui.cli import export as cli_export
from colorizer_gui.cli import main as cli
from colorizer_gui.core.batch import ModelIdentity
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.core.photo.notice import ColorKind
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.prediction.prediction import FIRST_READING, ONLY_MINE, Guidance
from colorizer_gui.core.recipe.recipe import Recipe
from tests.support.batch.box import WarmColorizer, make_photo


@pytest.fixture
def colorizer(monkeypatch: pytest.MonkeyPatch) -> WarmColorizer:
    fake = WarmColorizer()
    monkeypatch.setattr(
        cli_colorize, "_load", lambda device, weights: (fake, ModelIdentity("warm", "0" * 64))
    )
    return fake


@pytest.fixture
def box(samples: Path, tmp_path: Path) -> Path:
    """A folder with three photos."""
    folder = tmp_path / "box"
    folder.mkdir()
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        (folder / name).write_bytes((samples / "cat.jpg").read_bytes())
    return folder


def photos_in(folder: Path) -> list[str]:
    """What is there, apart from the journal."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--help"], "usage: tintype"),
        (["--version"], f"Tintype {VERSION}"),
        (["colorize", "--help"], "usage: tintype colorize"),
        (["doctor", "--help"], "usage: tintype doctor"),
    ],
)
def test_help_imports_nothing_heavy(project: Path, arguments: list[str], expected: str) -> None:
    code = (
        "import sys\n"
        "from colorizer_gui.cli.main import main\n"
        f"try:\n    main({arguments!r})\n"
        "except SystemExit as end:\n    assert end.code == 0\n"
        "heavy = {'torch', 'PySide6', 'cv2', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=False, timeout=60
    )
    assert answer.returncode == 0, answer.stderr
    assert expected in answer.stdout


@pytest.mark.parametrize(("chosen", "expected"), [(None, "PASSIVE"), ("ACTIVE", "ACTIVE")])
def test_idle_threads_sleep_unless_something_else_was_chosen(
    monkeypatch: pytest.MonkeyPatch, chosen: str | None, expected: str
) -> None:
    monkeypatch.setenv("OMP_WAIT_POLICY", chosen or "")
    if chosen is None:
        monkeypatch.delenv("OMP_WAIT_POLICY")
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert os.environ["OMP_WAIT_POLICY"] == expected


@pytest.mark.parametrize(
    "arguments",
    [
        ["colorize"],
        ["colorize", "a.jpg"],
        ["colorize", "a.jpg", "-o", "out", "--saturation", "201"],
        ["colorize", "a.jpg", "-o", "out", "--quality", "0"],
        ["--device", "abacus"],
    ],
)
def test_nonsense_is_a_usage_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    assert end.value.code == 2
    assert "error:" in capsys.readouterr().err


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


def test_no_display_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "has_display", lambda: False)
    assert cli.main(["photo.jpg"]) == 1
    assert "display" in capsys.readouterr().err


def test_has_display() -> None:
    assert cli.has_display({}, "win32")
    assert not cli.has_display({}, "linux")
    assert cli.has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")


def test_the_doctor_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_weights(path: Path | None) -> str:
        raise WeightsError("There is no weights file.")

    monkeypatch.setattr(cli_doctor, "_weights", no_weights)
    monkeypatch.setitem(cli_doctor.NEEDED, "imaginary", "imaginary_module")
    assert cli.main(["doctor", "--device", "cpu"]) == 1
    printed = capsys.readouterr().out
    assert "Tintype:            " in printed
    assert "imaginary:          MISSING - No module named" in printed
    assert "Weights:            MISSING - There is no weights file." in printed
    assert printed.endswith("2 missing.\n")


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


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--template", "{nam}"], "unknown field"),
        (["--report", "report.pdf"], ".json"),
        (["--report", "nowhere/report.json"], "folder for the report"),
    ],
)
def test_a_mistake_is_a_sentence(
    colorizer: WarmColorizer,
    box: Path,
    tmp_path: Path,
    arguments: list[str],
    word: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["colorize", str(box), "-o", str(tmp_path / "out"), *arguments]) == 2
    assert word in capsys.readouterr().err
    assert colorizer.calls == 0


def test_results_go_among_the_originals_only_when_asked(
    colorizer: WarmColorizer, box: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["colorize", str(box), "-o", str(box / "out")]) == 2
    assert "originals" in capsys.readouterr().err
    assert not (box / "out").exists()
    assert cli.main(["colorize", str(box), "-o", str(box), "--allow-inside", "--template", "{name}_c"]) == 0
    assert cli.main(["colorize", str(box), "-o", str(box), "--allow-inside", "--resume"]) == 0
    assert colorizer.calls == 3, "neither the results, nor the same photos under other names"


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

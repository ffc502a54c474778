"""The command line: parsing, what is imported when, and colorizing without a window."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from colorizer_gui import cli, cli_colorize, cli_doctor
from colorizer_gui.cli_plan import Job
from colorizer_gui.core.adjustments import Adjustments
from colorizer_gui.core.cancellation import CancelToken
from colorizer_gui.core.color import FloatArray
from colorizer_gui.core.errors import WeightsError
from colorizer_gui.core.photo_io import WriteOptions, read_photo
from colorizer_gui.core.photo_notice import ColorKind
from colorizer_gui.core.prediction import Guidance, Prediction
from colorizer_gui.core.version import VERSION


class WarmColorizer:
    """Gives every photo the same warm tint."""

    def __init__(self) -> None:
        self.calls = 0
        self.notice = ""

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        self.calls += 1
        ab = np.full((8, 8, 2), (10.0, 20.0), dtype=np.float32)
        return Prediction(ab, np.ones((8, 8), dtype=np.float32), notice=self.notice)


@pytest.fixture
def colorizer(monkeypatch: pytest.MonkeyPatch) -> WarmColorizer:
    fake = WarmColorizer()
    monkeypatch.setattr(cli_colorize, "_load", lambda device, weights: fake)
    return fake


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
        "from colorizer_gui.cli import main\n"
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
    assert cli.main(["colorize", str(source), "-o", str(tmp_path / "new")]) == 0
    target = tmp_path / "new" / "cat-colorized.jpg"
    assert capsys.readouterr().out == f"{source} -> {target}\n1 photo colorized.\n"
    assert read_photo(target).notice.color is ColorKind.TINTED, "the fake paints in one hue"
    assert read_photo(target).size == read_photo(source).size


def test_a_notice_is_passed_on(
    colorizer: WarmColorizer, samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    colorizer.notice = "The graphics card was full."
    assert cli.main(["colorize", str(samples / "cat.jpg"), "-o", str(tmp_path)]) == 0
    assert capsys.readouterr().err == "note: The graphics card was full.\n"


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
    assert cli.main(["colorize", str(source), "-o", str(tmp_path)]) == 0
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
    assert cli.main(["colorize", *inputs, "-o", str(tmp_path / "out"), "--format", "png"]) == 1
    printed = capsys.readouterr()
    assert printed.out.endswith("1 photo colorized, 2 failed.\n")
    assert [line.startswith("error: ") for line in printed.err.splitlines()] == [True, True]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["cat-colorized.png"]


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


def test_a_set_token_stops(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    token = CancelToken()

    class Interrupting(WarmColorizer):
        def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
            token.cancel()
            return super().predict_ab(lightness, guidance)

    jobs = [Job(samples / "cat.jpg", tmp_path / f"{number}.jpg") for number in range(3)]
    settings = cli_colorize.Settings(Adjustments(), WriteOptions())
    fake = Interrupting()
    assert cli_colorize.process(jobs, fake, settings, token) == cli.INTERRUPTED
    assert fake.calls == 1
    assert list(tmp_path.iterdir()) == []
    assert "Stopped" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_is_a_wish_first_and_an_order_then() -> None:
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
    assert "Tintype:        " in printed
    assert "imaginary:      MISSING - No module named" in printed
    assert "Weights:        MISSING - There is no weights file." in printed
    assert printed.endswith("2 missing.\n")

"""Names that hold what is no text do nothing to a terminal."""

from pathlib import Path

import pytest

from colorizer_gui.cli.display import BarDisplay, JsonDisplay, LineDisplay
from colorizer_gui.cli.printing import printable
from colorizer_gui.core.batch import Job, JobChanged, JobRequest, JobState

NAME = "ctrl\x01\x1b[31mred\nline\r\x9b2J\u202egpj.jpg"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ñandú 日本 (2).jpg", "Ñandú 日本 (2).jpg"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
        ("\x00\x7f\x85\x9b", "\\x00\\x7f\\x85\\x9b"),
        ("a\u2028b\u202ec\u2066", "a\\u2028b\\u202ec\\u2066"),
        ("\udcff", "\udcff"),
    ],
)
def test_what_is_no_text_is_escaped(text: str, printed: str) -> None:
    assert printable(text) == printed


@pytest.mark.parametrize("state", [JobState.DONE, JobState.SKIPPED, JobState.FAILED, JobState.TO_REVIEW])
@pytest.mark.parametrize("display", [LineDisplay, BarDisplay, JsonDisplay])
def test_each_photo_takes_one_harmless_line(
    capsys: pytest.CaptureFixture[str],
    display: type[LineDisplay] | type[BarDisplay] | type[JsonDisplay],
    state: JobState,
) -> None:
    message = f'The photo "{NAME}" is damaged.'
    job = Job(1, JobRequest(Path(NAME), Path("x")), state, output=Path(NAME), message=message)
    shown = display()
    shown.on_event(JobChanged(job))
    shown.problem(message)
    printed = "".join(capsys.readouterr())
    assert not set(printed) & set("\x01\x1b\x9b\u202e")
    assert printed.replace("\r", "\n").count("\n") <= 3
    assert "red" in printed

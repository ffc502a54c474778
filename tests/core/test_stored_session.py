"""What was open is noted and read again; a damaged note is no session, and no reason to stop."""

from pathlib import Path

import pytest

from colorizer_gui.core.adjustments import Adjustments
from colorizer_gui.core.stored_session import StoredPhoto, StoredSession
from colorizer_gui.core.treatment import Treatment


def test_a_session_is_read_as_it_was_written(tmp_path: Path) -> None:
    photos = (
        StoredPhoto(tmp_path / "Großmutter.jpg", Adjustments(warmth=0.3)),
        StoredPhoto(Path("/a/\udcff.tif"), treatment=Treatment(page=2, negative=True, ignore_mount=False)),
    )
    session = StoredSession(photos, 1)
    path = tmp_path / "data" / "session.json"
    session.write(path)
    session.write(path)
    assert StoredSession.read(path) == session
    assert [each.name for each in path.parent.iterdir()] == ["session.json"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", '{"tintype": 99}', '{"tintype": 1}', '{"tintype": 1, "photos": [3], "shown": 0}',
     '{"tintype": 1, "photos": [], "shown": "x"}', "[" * 100_000],
)  # fmt: skip
def test_what_is_damaged_is_no_session(tmp_path: Path, text: str) -> None:
    path = tmp_path / "session.json"
    path.write_text(text)
    assert StoredSession.read(path) == StoredSession()


def test_no_file_is_no_session(tmp_path: Path) -> None:
    assert StoredSession.read(tmp_path / "none") == StoredSession()

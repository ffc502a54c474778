"""What was open is noted and read again; a damaged note is no session, and no reason to stop."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from colorizer_gui.core.pipeline.stored_session import StoredPhoto, StoredSession
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.core.prediction.prediction import Guidance
from colorizer_gui.core.rendering.adjustments import Adjustments


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


def test_hints_and_the_chosen_colorization_are_kept(tmp_path: Path) -> None:
    hints = Guidance(np.array([[0.25, 0.5]], dtype=np.float32), np.array([[12.5, -30.0]], dtype=np.float32))
    path = tmp_path / "session.json"
    StoredSession((StoredPhoto(tmp_path / "a.jpg", guidance=hints, candidate="vivid"),)).write(path)
    (photo,) = StoredSession.read(path).photos
    assert photo.candidate == "vivid"
    assert photo.guidance is not None
    np.testing.assert_array_equal(photo.guidance.positions, hints.positions)
    np.testing.assert_array_equal(photo.guidance.ab, hints.ab)


def test_whether_the_rest_follows_is_kept_and_told_apart(tmp_path: Path) -> None:
    hints = Guidance(np.array([[0.25, 0.5]], dtype=np.float32), np.array([[12.5, -30.0]], dtype=np.float32))
    stays = StoredPhoto(tmp_path / "a.jpg", guidance=hints)
    follows = replace(stays, guidance=replace(hints, rest_follows=True))
    assert "rest_follows" not in json.dumps(stays.to_dict()["guidance"]), "earlier versions read it"
    path = tmp_path / "session.json"
    StoredSession((follows, stays)).write(path)
    assert [each.is_alike(follows) for each in StoredSession.read(path).photos] == [True, False]


def test_a_session_of_an_earlier_version_has_neither(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    path.write_text('{"tintype": 1, "shown": 0, "photos": [{"path": "/a.jpg", "adjustments": {}}]}')
    assert StoredSession.read(path) == StoredSession((StoredPhoto(Path("/a.jpg")),))


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

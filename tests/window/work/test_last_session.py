"""The last session is noted while one works, and opened again with or without a question."""

from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.pipeline.stored_session import StoredPhoto, StoredSession
from colorizer_gui.core.prediction.prediction import Guidance
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.settings.settings import Settings
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker
from tests.support.window.hands import opened, until


def test_the_session_is_noted_and_opened_again(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, settings: Settings, tmp_path: Path
) -> None:
    note = tmp_path / "session.json"
    a, b = make_photo("a.png"), make_photo("b.png")
    kept = Adjustments(saturation=0.5, warmth=0.2)
    hints = Guidance(np.full((1, 2), 0.5, dtype=np.float32), np.full((1, 2), 20, dtype=np.float32))
    last = StoredPhoto(b, guidance=hints, candidate="vivid")
    StoredSession((StoredPhoto(tmp_path / "gone.jpg"), StoredPhoto(a, kept), last), 2).write(note)
    window.desktop.keep_session(note, reopen=True)
    button = window.viewer.empty_state.earlier_button
    assert button.isVisible()
    assert "3" in button.text()
    button.click()
    session = window.workspace.session
    until(qtbot, lambda: [entry.state for entry in session] == [EntryState.DONE] * 2)
    assert [entry.path for entry in session] == [a, b]
    assert session.current is not None
    assert session.current.path == b
    assert [entry.adjustments for entry in session] == [kept, Adjustments()]
    assert "gone.jpg" in window.viewer.message_bar.text
    assert window.workspace.unsaved == []
    assert not list(tmp_path.glob("*-colorized*"))
    session.select(next(iter(session)))
    window.workspace.adjusting.apply(Adjustments(tint=0.4))
    window.desktop.write_session()
    written = StoredSession.read(note)
    assert written.shown == 0
    assert written.photos[0] == StoredPhoto(a, Adjustments(tint=0.4))
    assert written.photos[1].candidate == "vivid"
    assert written.photos[1].guidance is not None
    assert written.photos[1].guidance.ab.tolist() == [[20.0, 20.0]]


def test_the_session_is_written_while_one_works(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    note = tmp_path / "session.json"
    window.desktop.keep_session(note, reopen=True)
    path = make_photo()
    opened(window, qtbot, path)
    until(qtbot, note.exists)
    assert [photo.path for photo in StoredSession.read(note).photos] == [path]


def test_looking_does_not_cost_the_last_session(window: MainWindow, tmp_path: Path) -> None:
    note = tmp_path / "session.json"
    stored = StoredSession((StoredPhoto(tmp_path / "a.png"),))
    stored.write(note)
    window.desktop.keep_session(note, reopen=False)
    window.desktop.write_session()
    assert StoredSession.read(note) == stored


def test_by_a_setting_the_session_is_opened_without_asking(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, settings: Settings, tmp_path: Path
) -> None:
    note = tmp_path / "session.json"
    StoredSession((StoredPhoto(make_photo()),)).write(note)
    settings.restores_session = True
    window.desktop.keep_session(note, reopen=True)
    until(qtbot, lambda: [entry.state for entry in window.workspace.session] == [EntryState.DONE])

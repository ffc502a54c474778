"""What was open is there at the next start, pasted pictures too, and no window overwrites another's note."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.files import SessionFiles
from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.pipeline.stored_session import StoredPhoto, StoredSession
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.window.main_window import MainWindow
from tests.support.guards.patient_bot import can_be_clicked
from tests.support.window.fixtures import PhotoMaker
from tests.support.window.windows_of_one_user import Windows

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def paste(qtbot: QtBot, window: MainWindow, gray: int = 120) -> QImage:
    image = QImage(64, 48, QImage.Format.Format_RGB888)
    image.fill(QColor(gray, gray, gray))
    QGuiApplication.clipboard().setImage(image)
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_V, CONTROL)
    done(qtbot, window)
    return image


def done(qtbot: QtBot, window: MainWindow) -> list[str]:
    session = window.workspace.session
    qtbot.waitUntil(lambda: len(session) > 0 and all(entry.state is EntryState.DONE for entry in session))
    return names(window)


def names(window: MainWindow) -> list[str]:
    return [entry.name for entry in window.workspace.session]


def noted(window: MainWindow) -> bool:
    keeper = window.desktop.keeper
    return keeper is not None and not keeper._is_changed and not keeper._pictures._missing()


def reopen(qtbot: QtBot, window: MainWindow) -> list[str]:
    button = window.viewer.empty_state.earlier_button
    qtbot.waitUntil(lambda: can_be_clicked(button))
    QTest.mouseClick(button, LEFT)
    return done(qtbot, window)


@pytest.mark.parametrize("end", ["closed", "killed"])
def test_a_pasted_picture_comes_back_with_its_work(qtbot: QtBot, windows: Windows, end: str) -> None:
    first = windows.start()
    image = paste(qtbot, first)
    slider = first.panel.rows["warmth"].slider
    QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 12, slider.height() // 2))
    (before,) = first.workspace.session
    assert before.adjustments != Adjustments()
    if end == "closed":
        first._discards = True  # "Close without Saving"
        first.close()
    else:
        qtbot.waitUntil(lambda: noted(first))
        windows.kill(first)
    second = windows.start()
    assert reopen(qtbot, second) == ["Pasted picture 1"]
    (after,) = second.workspace.session
    assert after.path is None
    assert after.pasted is not None
    assert rgb_from_image(after.pasted).tolist() == rgb_from_image(image).tolist()
    assert after.adjustments == before.adjustments
    paste(qtbot, second, 90)
    assert names(second) == ["Pasted picture 1", "Pasted picture 2"]


def test_pasted_pictures_come_back_beside_photos(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker
) -> None:
    first = windows.start()
    first.open_paths([make_photo("a.png")])
    done(qtbot, first)
    paste(qtbot, first)
    first.close()
    assert reopen(qtbot, windows.start()) == ["a.png", "Pasted picture 1"]


def test_a_start_with_another_photo_does_not_cost_the_session_before(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker
) -> None:
    first = windows.start(make_photo("a.png"))
    done(qtbot, first)
    qtbot.waitUntil(lambda: noted(first))
    windows.kill(first)
    second = windows.start(make_photo("b.png"))
    done(qtbot, second)
    qtbot.waitUntil(lambda: noted(second))
    windows.kill(second)
    assert sorted(reopen(qtbot, windows.start())) == ["a.png", "b.png"]


def test_windows_side_by_side_have_sessions_of_their_own(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker
) -> None:
    first = windows.start(make_photo("a.png"))
    second = windows.start(make_photo("b.png"))
    for window in (first, second):
        done(qtbot, window)
        qtbot.waitUntil(lambda window=window: noted(window))  # type: ignore[misc]
    third = windows.start()
    assert not third.viewer.empty_state.earlier_button.isVisible(), "these windows are still open"
    for window in (first, second):
        window.close()
    assert sorted(reopen(qtbot, windows.start())) == ["a.png", "b.png"]


def test_what_was_offered_and_not_wanted_is_let_go_but_for_pasted_pictures(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker
) -> None:
    first = windows.start()
    first.open_paths([make_photo("a.png")])
    done(qtbot, first)
    paste(qtbot, first)
    first.close()
    second = windows.start()
    second.open_paths([make_photo("b.png")])
    done(qtbot, second)
    second.close()
    assert reopen(qtbot, windows.start()) == ["b.png", "Pasted picture 1"]


def test_starts_for_single_photos_do_not_pile_up(tmp_path: Path, make_photo: PhotoMaker) -> None:
    photo, picture = (
        StoredPhoto(make_photo("a.png")),
        StoredPhoto(tmp_path / "x.png", pasted_as="Pasted picture 1"),
    )
    for number in range(5):
        files = SessionFiles(tmp_path / "session.json")
        photos = (photo, picture) if number == 1 else (photo,)
        files.write(StoredSession(photos, ended=True))
        files.release()
        for path in tmp_path.glob("session*.json"):  # time goes by
            os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns - 10**9))
    kept = [StoredSession.read(path) for path in tmp_path.glob("session*.json")]
    assert len(kept) == 3
    assert [session.photos for session in kept].count((picture,)) == 1
    assert SessionFiles(tmp_path / "session.json").earlier.photos == (photo, picture)


def test_a_session_of_a_cut_off_window_stays_until_it_is_offered(
    tmp_path: Path, make_photo: PhotoMaker
) -> None:
    photos = [StoredPhoto(make_photo(f"{name}.png")) for name in "abc"]
    for photo in photos:
        files = SessionFiles(tmp_path / "session.json")
        files.write(StoredSession((photo,)))
        files.release()
    files = SessionFiles(tmp_path / "session.json")
    assert set(files.earlier.photos) == set(photos)
    files.offer()
    files.write(StoredSession(tuple(photos)))
    assert [path.name for path in tmp_path.glob("session*.json")] == [
        f.name for f in tmp_path.glob("session*.json")
    ]
    assert len(list(tmp_path.glob("session*.json"))) == 1
    files.release()


def test_pictures_that_no_session_names_are_removed_after_a_day(
    qtbot: QtBot, windows: Windows, tmp_path: Path
) -> None:
    folder = tmp_path / "data" / "pasted"
    folder.mkdir(parents=True)
    old, new = folder / "old.png", folder / "new.png"
    for path in (old, new):
        path.write_bytes(b"a picture")
    os.utime(old, (0, 0))
    windows.start()
    assert [path.name for path in folder.iterdir()] == ["new.png"]

"""A scan with several photos on it: noticed, split by mouse and key, and split still next time."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.geometry.geometry import AS_IT_IS
from colorizer_gui.core.prediction.prediction import OWN_COLOURS
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.widgets.crop.split_canvas import SplitCanvas
from colorizer_gui.widgets.crop.split_dialog import SplitDialog
from colorizer_gui.window.main_window import MainWindow
from tests.support.photos.scans import LAID, write_scan
from tests.support.window.activation import activate
from tests.support.window.windows_of_one_user import Windows

LEFT, SHIFT, CONTROL = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> list[Entry]:
    window.open_paths([path])
    return settled(qtbot, window)


def settled(qtbot: QtBot, window: MainWindow) -> list[Entry]:
    session = window.workspace.session
    qtbot.waitUntil(lambda: len(session) > 0 and all(entry.state is EntryState.DONE for entry in session))
    return list(session)


def dialog_of(qtbot: QtBot, window: MainWindow) -> SplitDialog:
    """The dialog, once there are frames in it."""
    dialog = window.split_presenter.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.canvas.frames) > 0)
    return dialog


def accept(qtbot: QtBot, window: MainWindow, dialog: SplitDialog) -> None:
    QTest.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok), LEFT)
    activate(qtbot, window)  # without a window manager nobody does that after a dialog


def drag(canvas: SplitCanvas, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(canvas, LEFT, pos=start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, LEFT, pos=end)


def names(window: MainWindow) -> list[str]:
    return [entry.name for entry in window.workspace.session]


def test_it_is_noticed_and_split_and_the_file_is_as_it_was(
    qtbot: QtBot, window: MainWindow, samples: Path, tmp_path: Path
) -> None:
    path = write_scan(tmp_path / "scan.png", samples)
    before = path.read_bytes()
    (scan,) = opened(qtbot, window, path)
    bar = window.viewer.message_bar
    qtbot.waitUntil(lambda: bar.text == "There seem to be several photos on this scan: 4.")
    qtbot.waitUntil(lambda: bar.action_button.width() > 0)
    QTest.mouseClick(bar.action_button, LEFT)
    accept(qtbot, window, dialog_of(qtbot, window))
    parts = settled(qtbot, window)
    assert names(window) == [f"scan-{number}.png" for number in (1, 2, 3, 4)]
    assert [part.part for part in parts] == [1, 2, 3, 4]
    for part, laid in zip(parts, LAID, strict=True):
        window.workspace.session.select(part)
        qtbot.waitUntil(lambda part=part: part.photo is not None)  # type: ignore[misc]
        assert part.photo is not None
        assert part.photo.size == pytest.approx((laid.width, laid.height), abs=14)
        assert part.treatment.geometry.angle == pytest.approx(-laid.angle, abs=0.7)
    assert path.read_bytes() == before
    assert not window.page_switch.is_shown
    window.window_actions.reopen.trigger()
    assert scan in tuple(window.workspace.session), "the scan itself comes back as any closed photo"
    assert scan.treatment.geometry == AS_IT_IS


def test_results_have_names_of_their_own(
    qtbot: QtBot, window: MainWindow, samples: Path, tmp_path: Path
) -> None:
    opened(qtbot, window, write_scan(tmp_path / "scan.png", samples))
    QTest.keyClick(window, Qt.Key.Key_X, SHIFT)
    accept(qtbot, window, dialog_of(qtbot, window))
    parts = settled(qtbot, window)
    window.workspace.session.select(parts[1])
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: parts[1].state is EntryState.SAVED)
    assert (tmp_path / "scan-2-colorized.png").is_file()


def test_frames_are_moved_resized_turned_added_and_removed(
    qtbot: QtBot, window: MainWindow, samples: Path, tmp_path: Path
) -> None:
    opened(qtbot, window, write_scan(tmp_path / "scan.png", samples))
    QTest.keyClick(window, Qt.Key.Key_X, SHIFT)
    dialog = dialog_of(qtbot, window)
    canvas = dialog.canvas
    first = canvas.frames[0]
    corners = canvas.corners_of(first)
    middle = ((corners[0] + corners[2]) / 2).toPoint()
    drag(canvas, middle, middle + QPoint(12, 8))
    moved = canvas.frames[0]
    assert moved.x > first.x
    assert moved.y > first.y
    assert (moved.width, moved.height) == (first.width, first.height)
    corner = canvas.corners_of(moved)[2].toPoint()
    drag(canvas, corner, corner - QPoint(20, 20))
    smaller = canvas.frames[0]
    assert smaller.width < moved.width
    assert smaller.corners()[0] == pytest.approx(moved.corners()[0], abs=0.01), "the other corner stays"
    QTest.keyClick(canvas, Qt.Key.Key_Right, CONTROL)
    assert canvas.frames[0].angle == pytest.approx(smaller.angle + 0.5)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.frames[0].x < smaller.x
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert canvas.chosen is canvas.frames[1]
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(canvas.frames) == 3
    QTest.mouseClick(dialog.add_button, LEFT)
    assert len(canvas.frames) == 4
    QTest.mouseClick(dialog.remove_button, LEFT)
    area = canvas._area.toRect()
    drag(canvas, area.topLeft() + QPoint(2, 2), area.topLeft() + QPoint(30, 24))
    assert len(canvas.frames) == 4, "drawn over an empty place"
    for _ in range(2):
        QTest.keyClick(canvas, Qt.Key.Key_Delete)
    accept(qtbot, window, dialog)
    settled(qtbot, window)
    assert len(names(window)) == 2


def test_by_hand_where_nothing_is_found_and_cancelled(
    qtbot: QtBot, window: MainWindow, samples: Path, tmp_path: Path
) -> None:
    path = tmp_path / "camera.jpg"
    path.write_bytes((samples / "camera.jpg").read_bytes())
    opened(qtbot, window, path)
    QTest.keyClick(window, Qt.Key.Key_X, SHIFT)
    dialog = window.split_presenter.dialog
    assert dialog is not None
    canvas = dialog.canvas
    qtbot.waitUntil(lambda: not canvas._image.isNull())
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    QTest.mouseClick(dialog.add_button, LEFT)
    QTest.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel), LEFT)
    assert names(window) == ["camera.jpg"]
    assert window.split_presenter.dialog is None


def test_after_a_kill_the_photos_are_there_with_their_work(
    qtbot: QtBot, windows: Windows, samples: Path, tmp_path: Path
) -> None:
    path = write_scan(tmp_path / "scan.png", samples)
    first = windows.start(path)
    settled(qtbot, first)
    first.window_actions.split_scan.trigger()
    accept(qtbot, first, dialog_of(qtbot, first))
    parts = settled(qtbot, first)
    first.workspace.session.select(parts[2])
    first.workspace.adjusting.apply(Adjustments(warmth=0.5))
    qtbot.waitUntil(lambda: not first.workspace.work.is_busy)
    windows.kill(first)
    second = windows.start(path)
    again = settled(qtbot, second)
    assert names(second) == [f"scan-{number}.png" for number in (1, 2, 3, 4)]
    assert [one.treatment.geometry for one in again] == [one.treatment.geometry for one in parts]
    assert [one.adjustments.warmth for one in again] == [0.0, 0.0, 0.5, 0.0]


def test_the_session_has_all_of_them(qtbot: QtBot, windows: Windows, samples: Path, tmp_path: Path) -> None:
    first = windows.start(write_scan(tmp_path / "scan.png", samples))
    settled(qtbot, first)
    first.window_actions.split_scan.trigger()
    accept(qtbot, first, dialog_of(qtbot, first))
    settled(qtbot, first)
    first.close()
    second = windows.start()
    assert second.desktop.keeper is not None
    second.desktop.keeper.reopen()
    assert len(settled(qtbot, second)) == 4
    assert names(second) == [f"scan-{number}.png" for number in (1, 2, 3, 4)]


def test_splitting_anew_takes_the_place_of_the_first_split(
    qtbot: QtBot, windows: Windows, samples: Path, tmp_path: Path
) -> None:
    path = write_scan(tmp_path / "scan.png", samples)
    window = windows.start(path)
    settled(qtbot, window)
    window.window_actions.split_scan.trigger()
    accept(qtbot, window, dialog_of(qtbot, window))
    settled(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_T, CONTROL | SHIFT)
    window.window_actions.split_scan.trigger()
    dialog = dialog_of(qtbot, window)
    QTest.keyClick(dialog.canvas, Qt.Key.Key_Delete)
    accept(qtbot, window, dialog)
    settled(qtbot, window)
    assert len(names(window)) == 3
    qtbot.waitUntil(lambda: not window.workspace.work.is_busy)
    qtbot.waitUntil(lambda: len(windows.kept.find_parts([path]).get(path, ())) == 3)


def test_photos_on_a_scan_that_keeps_its_colours_keep_theirs(
    qtbot: QtBot, window: MainWindow, samples: Path, tmp_path: Path
) -> None:
    path = write_scan(tmp_path / "scan.png", samples)
    with Image.open(path) as gray:
        pixels = np.asarray(gray.convert("RGB"), dtype=np.float64)
    across = np.linspace(0.5, 1.0, pixels.shape[1])[:, None]
    Image.fromarray((pixels * np.hstack([across, across[::-1], across])).astype(np.uint8)).save(path)
    window.open_paths([path])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.IN_COLOUR)
    window.workspace.treating.keep_own_colours()
    settled(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_X, SHIFT)
    accept(qtbot, window, dialog_of(qtbot, window))
    parts = settled(qtbot, window)
    assert len(parts) == 4
    for part in parts:
        assert part.prediction is not None
        assert (part.candidate, part.prediction.candidate) == (OWN_COLOURS, OWN_COLOURS)

"""The result is dragged out of the window as a file and as a picture."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.photo.notice import ColorKind
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.window import desktop_link
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.hands import opened, until

NO_KEY = Qt.KeyboardModifier.NoModifier


class Drags:
    """Stands for the other program: takes what is dragged to it, or does not."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, takes: bool = True) -> None:
        self.files: list[Path] = []
        self.pictures: list[QImage] = []
        self._takes = takes
        monkeypatch.setattr(desktop_link, "drag_out", self.drag_out)

    def drag_out(self, _source: object, mime: QMimeData, picture: QImage | None) -> bool:
        assert picture is not None
        assert mime.hasUrls()
        assert mime.hasImage()
        if self._takes:
            self.files += [Path(url.toLocalFile()) for url in mime.urls()]
            self.pictures.append(mime.imageData())
        return self._takes


def drag(window: MainWindow, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    pane = window.viewer.comparison.colorized_pane
    middle = pane.rect().center()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(pane, left, modifier, middle)
    QTest.mouseMove(pane, middle + QPoint(2, 2))
    QTest.mouseMove(pane, middle + QPoint(60, 60))
    QTest.mouseRelease(pane, left, modifier, middle)


def test_the_result_is_dragged_out_as_a_file_and_as_a_picture(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    drags = Drags(monkeypatch)
    opened(window, qtbot, make_photo("a.png"))
    entry = window.workspace.session.current
    assert entry is not None
    drag(window)
    (file,) = drags.files
    assert file.name == "a-colorized.png"
    assert read_photo(file).notice.color is ColorKind.TINTED  # in the one colour of the fake
    assert drags.pictures[0].width() == 64
    assert entry.state is EntryState.DONE  # a copy for another program is not the user's
    drag(window)
    assert drags.files[1].name == file.name
    window.workspace.temporary_exports.clean_up()
    assert not file.exists()


def test_a_drag_that_nobody_takes_is_not_written_further(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    Drags(monkeypatch, takes=False)
    opened(window, qtbot, make_photo("a.png"))
    with qtbot.waitSignal(window.workspace.colorization.handed_out) as ended:
        drag(window)
    assert ended.args is not None
    assert ended.args[0].token.cancelled


def test_zoomed_in_a_drag_pans_and_ctrl_drags_out(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    drags = Drags(monkeypatch)
    opened(window, qtbot, make_photo("a.png", 900, 900))
    window.viewer.comparison.view.zoom_to(4.0)
    drag(window)
    assert drags.files == []
    drag(window, Qt.KeyboardModifier.ControlModifier)
    assert [file.name for file in drags.files] == ["a-colorized.png"]


def test_a_photo_is_dragged_out_of_the_film_strip(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    drags = Drags(monkeypatch)
    opened(window, qtbot, make_photo("a.png"), make_photo("b.png"))
    strip = window.film_strip
    index = strip.photos.index(1)
    assert strip.dragDropMode() is QListView.DragDropMode.DragOnly
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    strip.setCurrentIndex(index)
    strip.startDrag(Qt.DropAction.CopyAction)
    assert [file.name for file in drags.files] == ["b-colorized.png"]


def test_a_photo_without_colour_is_not_dragged(
    qtbot: QtBot,
    window: MainWindow,
    colorizer: FakeColorizer,
    make_photo: PhotoMaker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drags = Drags(monkeypatch)
    colorizer.gate.clear()
    window.open_paths([make_photo("a.png")])
    until(qtbot, colorizer.entered.is_set)
    drag(window)
    assert drags.files == []

"""The film strip, by hand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.film_strip.film_strip import FilmStrip, StripItem
from tests.support.window.activation import activate


def test_the_strip_tells_state_in_words_and_is_walked_with_keys(qtbot: QtBot) -> None:
    strip = FilmStrip()
    qtbot.addWidget(strip)
    strip.resize(500, 140)
    strip.show()
    thumbnail = QImage(20, 10, QImage.Format.Format_Grayscale8)
    for key, sign in enumerate(("done", "failed", "waiting"), start=1):
        strip.photos.insert(
            strip.photos.rowCount(), StripItem(key, f"photo {key}", f"State {key}", sign, thumbnail)
        )
    asked: list[int] = []
    strip.photo_requested.connect(asked.append)
    strip.select(1)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert asked == [1, 2, 3]
    index = strip.photos.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "photo 2: State 2"
    strip.photos.update(StripItem(2, "photo 2", "Better", "done"))
    assert strip.photos.item(1).thumbnail is thumbnail
    strip.grab()
    strip.photos.remove(2)
    assert strip.photos.rowCount() == 2


def test_a_strip_that_had_the_focus_first_marks_the_photo_that_is_shown(qtbot: QtBot) -> None:
    strip = FilmStrip()
    qtbot.addWidget(strip)
    with qtbot.waitExposed(strip):
        strip.show()
    for key in (1, 2):
        strip.photos.insert(strip.photos.rowCount(), StripItem(key, f"photo {key}", "Done", "done"))
    activate(qtbot, strip)
    strip.clearFocus()
    strip.setFocus()
    strip.select(1)
    assert [index.row() for index in strip.selectedIndexes()] == [0]

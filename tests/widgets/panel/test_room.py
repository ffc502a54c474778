"""Nothing in the panel or over the photo is cut, covered or wider than its room, in any language or size."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.core.prediction.reference import Reference
from colorizer_gui.desktop.translation import install_translation
from colorizer_gui.settings.settings import LANGUAGES
from colorizer_gui.widgets.areas.wrapping_row import WrappingRow
from colorizer_gui.widgets.compare.candidate_bar import CandidateBar
from colorizer_gui.widgets.dialogs.question_box import QuestionBox
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.widgets.review.item import ReviewItem
from colorizer_gui.widgets.review.sheet import ReviewSheet
from colorizer_gui.widgets.review.words import Decision
from colorizer_gui.widgets.style.theme import apply_theme

NAMES = ("First guess", "Quiet", "Vivid", "Another guess", "A third guess", "Finer detail")


@pytest.fixture(params=[(language, size) for language in LANGUAGES for size in (1.0, 1.5)])
def words(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """A language, and how large its letters are."""
    language, size = request.param
    font, palette, sheet = QFont(qapp.font()), qapp.palette(), qapp.styleSheet()
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * size)
    qapp.setFont(larger)
    apply_theme(qapp, Qt.ColorScheme.Light)
    install_translation(qapp, language)
    yield
    install_translation(qapp, "en")
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def shown(widget: QWidget, qtbot: QtBot, size: QSize) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.resize(size)
    for _ in range(3):
        QApplication.processEvents()


def place(widget: QWidget, inside: QWidget) -> QRect:
    return QRect(widget.mapTo(inside, QPoint()), widget.size())


@pytest.mark.parametrize("brush", [False, True])
@pytest.mark.usefixtures("words")
def test_no_row_is_wider_than_the_panel(qtbot: QtBot, brush: bool) -> None:
    """Otherwise it is scrolled sideways as soon as something at its right gets the focus."""
    panel = AdjustPanel()
    shown(panel, qtbot, QSize(panel.width(), 600))
    panel.set_adjustable(True)
    for section in panel.sections.values():
        section.set_opened(True)
    panel.points.show_pointing(True)
    panel.points.show_count(12)
    panel.points.chooser.show_for_place(20.0, (1.0, 2.0), [(10.0 * n, 20.0) for n in range(7)])
    panel.regions.show_regions([("The third button of the coat, from below", True)], 0)
    panel.regions.show_marking(marking=True, brush=brush)
    panel.regions.show_reach(0.0)
    panel.protect.show_protecting(protecting=True, brush=brush)
    panel.protect.show_protected(protected=True, reach=0.0)
    panel.sections["areas"].show_count(12)
    panel.reference.show_reference(Reference("grandmother in colour.jpg", "", ""), QImage())
    QApplication.processEvents()
    QApplication.processEvents()
    rows: QWidget = panel._settings
    room = panel._scroll.viewport().width()
    assert rows.minimumSizeHint().width() <= room
    assert rows.width() <= room


def test_a_line_says_that_there_is_more_beyond_an_edge(qtbot: QtBot) -> None:
    panel = AdjustPanel()
    shown(panel, qtbot, QSize(panel.width(), 420))
    scroll = panel._scroll
    above, below = scroll.edges
    bar = scroll.verticalScrollBar()
    assert bar.maximum() > 0
    assert (above.isVisible(), below.isVisible()) == (False, True)
    bar.setValue(bar.maximum() // 2)
    assert (above.isVisible(), below.isVisible()) == (True, True)
    bar.setValue(bar.maximum())
    assert (above.isVisible(), below.isVisible()) == (True, False)


def test_choices_stand_below_each_other_where_they_do_not_fit(qtbot: QtBot) -> None:
    first, second = QRadioButton("Leave it as it is"), QRadioButton("Leave it gray")
    row = WrappingRow(first, second)
    needed = row.sizeHint().width()
    shown(row, qtbot, QSize(needed, row.heightForWidth(needed)))
    wrapped = row.is_wrapped
    assert not wrapped
    assert first.geometry().right() < second.geometry().left()
    high = row.heightForWidth(needed)
    row.resize(needed - 1, row.heightForWidth(needed - 1))
    QApplication.processEvents()
    wrapped = row.is_wrapped
    assert wrapped
    assert first.geometry().bottom() < second.geometry().top()
    assert row.height() > high
    assert row.minimumSizeHint().width() < needed


@pytest.mark.parametrize("width", [360, 620])
@pytest.mark.usefixtures("words")
def test_answers_never_cover_the_question(qtbot: QtBot, width: int) -> None:
    bar = MessageBar()
    shown(bar, qtbot, QSize(width, 100))
    bar.show_question("This photo is in colour already.", {"again": "Colorize Anew", "leave": "Leave It So"})
    bar.resize(width, bar.heightForWidth(width))
    for _ in range(3):
        QApplication.processEvents()
    parts: list[QWidget] = [bar.label, *bar.answer_buttons.values(), bar.dismiss_button]
    for one in parts:
        for other in parts:
            assert one is other or not place(one, bar).intersects(place(other, bar))
    for button in bar.answer_buttons.values():
        assert button.width() >= button.sizeHint().width(), "its words are whole"
    assert bar.label.height() >= bar.label.heightForWidth(bar.label.width())


@pytest.mark.usefixtures("words")
def test_names_of_other_colours_do_not_widen_the_window(qtbot: QtBot) -> None:
    bar = CandidateBar()
    shown(bar, qtbot, QSize(760, bar.height()))
    image = QImage(104, 78, QImage.Format.Format_RGB32)
    bar.show_candidates([(name, image) for name in NAMES])
    bar.mark(0)
    bar.resize(760, bar.height())
    for _ in range(3):
        QApplication.processEvents()
    assert bar.minimumSizeHint().width() <= 760
    places = [place(button, bar) for button in bar.buttons]
    assert all(before.right() < after.left() for before, after in pairwise(places))
    assert places[0].left() >= 0
    assert places[-1].right() < bar.width()
    for button in bar.buttons:
        assert button.width() >= button.sizeHint().width()
        assert button.height() >= button.sizeHint().height()
    assert [button.accessibleName() for button in bar.buttons] == list(NAMES)


def test_links_are_flush_with_what_is_above(qtbot: QtBot, qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    apply_theme(qapp, Qt.ColorScheme.Light)
    link = QToolButton()
    link.setObjectName("noteAction")
    link.setText("HH")
    qtbot.addWidget(link)
    link.ensurePolished()
    link.resize(link.sizeHint())
    picture = link.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ground = picture.pixelColor(0, 0).lightness()
    dark = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y).lightness() < ground - 60 for y in range(picture.height()))
    ]
    qapp.setStyleSheet(sheet)
    assert dark[0] <= 4
    assert picture.width() - 1 - dark[-1] <= 4


def test_a_short_question_stands_beside_the_middle_of_its_icon(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QuestionBox("Close the photo?", window)
    box.add_answer("Save")
    box.add_way_back()
    shown(box, qtbot, box.sizeHint())
    icon, words = box.findChild(QLabel, "qt_msgboxex_icon_label"), box.findChild(QLabel, "qt_msgbox_label")
    assert icon is not None
    assert words is not None
    assert abs(place(icon, box).center().y() - place(words, box).center().y()) <= 2


@pytest.mark.parametrize(("count", "scrolls"), [(1, False), (200, True)])
def test_the_review_has_no_handle_where_nothing_scrolls(qtbot: QtBot, count: int, *, scrolls: bool) -> None:
    sheet = ReviewSheet()
    shown(sheet, qtbot, QSize(700, 500))
    sheet.show_items([ReviewItem(number, f"{number}.jpg", Decision.OPEN) for number in range(count)])
    qtbot.waitUntil(lambda: sheet.verticalScrollBar().isEnabled() is scrolls)
    assert sheet.verticalScrollBar().isVisible(), "its room is kept"

"""The batch in a narrow window, with large letters and with long words: nothing is cut or lost."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.batch import JobState
from colorizer_gui.desktop.translation import install_translation
from colorizer_gui.settings.settings import LANGUAGES, Settings
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.common.yielding_label import YieldingLabel
from colorizer_gui.widgets.review.item import ReviewItem
from colorizer_gui.widgets.review.words import Decision
from colorizer_gui.widgets.style.theme import apply_theme, undressed
from colorizer_gui.window.main_window import MainWindow

WIDTH = 1100
COUNTS = dict.fromkeys(JobState, 123)


@pytest.fixture(params=LANGUAGES)
def page(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, workspace: Workspace, settings: Settings
) -> Iterator[BatchPage]:
    """The page with all states there are, in letters that are half as large again."""
    font, palette, sheet = QFont(qapp.font()), qapp.palette(), qapp.styleSheet()
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * 1.5)
    qapp.setFont(larger)
    apply_theme(qapp)
    install_translation(qapp, request.param)
    with undressed(qapp):
        window = MainWindow(workspace, settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.page_switch.enter()
    page = window.batch_page
    page.show_counts(COUNTS)
    page.footer.show_progress(COUNTS, "pausing, what was begun is finished", 3000.0)
    page.footer.show_left_out(123)
    page.footer.show_space(10**9, 10**6)
    page.show_scanning(looking=True)
    yield page
    install_translation(qapp, "en")
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def narrow(page: BatchPage) -> None:
    page.window().resize(WIDTH, 700)
    QApplication.processEvents()
    assert page.window().width() == WIDTH


def place(widget: QWidget, page: BatchPage) -> tuple[int, int, int, int]:
    rect = widget.rect().translated(widget.mapTo(page, widget.rect().topLeft()))
    return rect.left(), rect.right(), rect.top(), rect.bottom()


def test_all_counts_and_buttons_find_room(page: BatchPage) -> None:
    narrow(page)
    buttons = list(page.filter_bar.buttons.values())
    assert len(buttons) == len(COUNTS) + 1
    assert all(button.isVisible() and button.width() >= button.sizeHint().width() for button in buttons)
    places = [place(button, page) for button in buttons]
    options = place(page.options, page)[0]
    table = place(page.table, page)[2]
    assert all(left >= 0 and right < options and bottom < table for left, right, _, bottom in places)
    for before, after in pairwise(places):
        assert after[0] > before[1] or after[2] > before[3], "side by side, or one under the other"
    for wide in page.findChildren(QPushButton):
        if wide.isVisible():
            assert wide.width() >= wide.sizeHint().width() or wide is page.options.folder_button, wide.text()


def test_counts_return_when_there_is_room_for_their_words(page: BatchPage) -> None:
    narrow(page)
    add, done = page.add_folder_button, page.filter_bar.buttons[JobState.DONE]
    assert done.mapTo(page, done.rect().topLeft()).y() > add.mapTo(page, add.rect().bottomLeft()).y()
    page.window().resize(3000, 700)
    QApplication.processEvents()
    assert done.text() == done.accessibleName()
    assert done.mapTo(page, done.rect().center()).y() == pytest.approx(
        add.mapTo(page, add.rect().center()).y(), abs=2
    )
    assert done.mapTo(page, done.rect().topRight()).x() < add.mapTo(page, add.rect().topLeft()).x()


def test_the_footer_says_first_how_far_the_batch_is(page: BatchPage) -> None:
    narrow(page)
    footer = page.footer
    assert place(footer.left_out_button, page)[1] < place(page.options, page)[0]
    assert footer.state_label.width() > footer.space_label.width()
    counts = footer.state_label.text().partition(" · ")[0]
    assert footer.state_label.shown_text.startswith(counts)


def test_an_empty_batch_invites_in_whole_sentences(page: BatchPage) -> None:
    page.show_counts({})
    narrow(page)
    labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    assert labels
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)


def test_a_long_name_does_not_widen_the_review(page: BatchPage) -> None:
    name = "Großmutter mit ihren Schwestern am Ufer des Sees " * 4 + ".jpg"
    page.review.show_items([ReviewItem(1, name, Decision.OPEN)])
    page.show_view(page.review)
    page.review.sheet.choose(1)
    page.review.show_large()
    narrow(page)
    label = page.review.counts_label
    assert isinstance(label, YieldingLabel)
    assert label.text().startswith(name)
    assert label.shown_text != label.text()
    assert label.shown_text[-6:] == label.text()[-6:], "the decision stays"

"""Forms of settings are level and evenly spaced, and numbers keep off their frames."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.common.choices import number_box
from colorizer_gui.widgets.dialogs.settings_dialog import SettingsDialog
from colorizer_gui.widgets.style.theme import apply_theme


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[SettingsDialog]:
    before, sheet = qapp.palette(), qapp.styleSheet()
    apply_theme(qapp, Qt.ColorScheme.Light)
    made = SettingsDialog(settings)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    qapp.setPalette(before)
    qapp.setStyleSheet(sheet)


def middle(widget: QWidget) -> float:
    return widget.mapTo(widget.window(), QPoint(0, 0)).y() + widget.height() / 2


def test_names_are_level_with_their_fields(dialog: SettingsDialog) -> None:
    compared = 0
    for page in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(page)
        QApplication.processEvents()
        labels = [label for label in dialog.tabs.findChildren(QLabel) if label.isVisible() and label.text()]
        pairs: list[tuple[QLabel, QWidget | None]] = [(label, label.buddy()) for label in labels]
        for label, field in pairs:
            if field is not None and field.height() < 3 * label.fontMetrics().height():
                assert abs(middle(label) - middle(field)) <= 1, label.text()
                compared += 1
    assert compared >= 9


def test_a_number_keeps_off_the_frame(qtbot: QtBot) -> None:
    box = number_box((1, 100), 95, " %")
    qtbot.addWidget(box)
    edit = box.findChild(QLineEdit)
    assert edit is not None
    assert edit.textMargins().left() >= 6
    assert (box.minimum(), box.maximum(), box.value(), box.text()) == (1, 100, 95, "95 %")

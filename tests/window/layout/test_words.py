"""Every control says what it does to the picture, in words that are understood."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QHelpEvent, QUndoGroup
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QMenu,
    QSlider,
    QSpinBox,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from colorizer_gui.core.geometry.geometry import Geometry
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.widgets.crop.crop_dialog import CropDialog
from colorizer_gui.widgets.crop.split_dialog import SplitDialog
from colorizer_gui.widgets.dialogs.settings_dialog import SettingsDialog
from colorizer_gui.widgets.models.shelf_dialog import ShelfDialog
from colorizer_gui.widgets.panel.setting_tips import setting_tip
from colorizer_gui.widgets.points.marker import PointMarker
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.window.main_window import MainWindow
from colorizer_gui.window.tool_bar import ToolBar
from tests.support.window.fixtures import PhotoMaker

CONTROLS = (QAbstractButton, QComboBox, QSpinBox, QSlider, QLineEdit)
#: Words that say all: they close, dismiss or open what is named, and do nothing to a picture.
PLAIN = {
    "dismiss",
    "messageAction",
    "sectionHeader",
    "viewSwitch",
    "recentPhoto",
    "noteAction",
}
#: Words of the trade that were complained about.
JARGON = (
    "restrained",
    "weights",
    "sidecar",
    "closer look",
    "cares for",
    "source type",
    "l*a*b*",
)


def bare(text: str) -> str:
    return text.replace("&", "").removesuffix("…").partition(" (")[0].strip().lower()


def controls(root: QWidget) -> list[QWidget]:
    """Those that the user meets; not the parts that Qt makes of them."""
    found: list[QWidget] = []
    for control in root.findChildren(QWidget):
        name = control.objectName()
        part = (
            name.startswith("qt_")
            or isinstance(control, PointMarker)
            or isinstance(control.parentWidget(), (QComboBox, QSpinBox))
        )
        if isinstance(control, CONTROLS) and not part and name not in PLAIN:
            found.append(control)
    return found


def text_of(control: QWidget) -> str:
    return control.text() if isinstance(control, QAbstractButton) else ""


def test_each_action_says_what_it_does_to_the_picture(window: MainWindow) -> None:
    for action in window.window_actions.all():
        tip, text = bare(action.toolTip()), bare(action.text())
        assert tip, text
        assert tip != text
        assert len(tip.split()) > len(text.split()) or text == "quit", tip
        assert action.whatsThis(), text


@pytest.mark.parametrize("part", ["panel", "batch_page"])
def test_each_control_says_what_it_does(window: MainWindow, part: str) -> None:
    root = getattr(window, part)
    silent = [control for control in controls(root) if not (control.toolTip() or control.whatsThis())]
    names = [text_of(control) or control.objectName() or type(control).__name__ for control in silent]
    assert [name for name in names if name != "Close"] == []
    for row in window.panel.rows.values():
        assert len(row.slider.toolTip()) > 40, row.field
    assert set(window.panel.rows) <= set(Adjustments().to_dict())


def test_each_setting_says_what_it_does(window: MainWindow) -> None:
    window.window_actions.preferences.trigger()
    dialog = window.dialogs.last
    assert isinstance(dialog, SettingsDialog)
    fields = [control for control in controls(dialog) if not isinstance(control, QAbstractButton)]
    assert fields
    assert [type(field).__name__ for field in fields if not field.toolTip()] == []
    dialog.close()


@pytest.mark.parametrize("name", ["shelf", "crop", "split"])
def test_each_dialog_says_what_its_controls_do(qtbot: QtBot, window: MainWindow, name: str) -> None:
    dialogs = {"shelf": ShelfDialog, "crop": CropDialog, "split": SplitDialog}
    arguments = {"crop": (Geometry(), (400, 300))}
    dialog = dialogs[name](*arguments.get(name, ()), window)
    qtbot.addWidget(dialog)
    plain = {"Close", "Cancel", "Apply"}
    found = [each for each in controls(dialog) if text_of(each).replace("&", "") not in plain]
    assert len(found) > 1
    assert [text_of(each) or type(each).__name__ for each in found if not each.toolTip()] == []
    texts = [
        str(widget.property(part) or "")
        for widget in dialog.findChildren(QWidget)
        for part in ("text", "toolTip")
    ]
    assert [text for text in texts if any(word in text.lower() for word in JARGON)] == []


def test_no_words_of_the_trade(window: MainWindow) -> None:
    texts = [text for action in window.findChildren(QAction) for text in (action.text(), action.toolTip())]
    window.window_actions.preferences.trigger()
    for root in (window, window.dialogs.last):
        assert root is not None
        for widget in root.findChildren(QWidget):
            texts += [str(widget.property(name) or "") for name in ("text", "title", "toolTip")]
        texts += [menu.title() for menu in root.findChildren(QMenu)]
    assert [text for text in texts if any(word in text.lower() for word in JARGON)] == []


def is_settled(bar: ToolBar, least: int, most: int) -> bool:
    return least <= len(bar.with_words) <= most


def test_the_tool_bar_has_as_many_words_as_there_is_room_for(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.findChild(ToolBar)
    assert isinstance(bar, ToolBar)
    count = len(bar.important)
    for width, least, most in ((1600, count, count), (1000, 1, count - 1), (640, 0, 2), (1600, count, count)):
        window.resize(width, 600)
        qtbot.waitUntil(partial(is_settled, bar, least, most))
        QApplication.processEvents()
        shown = bar.with_words
        assert shown == bar.important[: len(shown)], "the important ones first"
        for action in bar.important:
            button = bar.widgetForAction(action)
            assert isinstance(button, QAbstractButton)
            assert button.isVisible()
            assert button.geometry().right() <= bar.width()
            assert (button.width() > 1.6 * button.iconSize().width()) is (action in shown)


def test_no_width_hides_the_end_of_the_tool_bar(qtbot: QtBot) -> None:
    """A word wider than reckoned put how large the photo is behind an arrow, at some widths only."""
    window = QMainWindow()
    qtbot.addWidget(window)
    WindowActions(window, QUndoGroup(window))
    window.show()
    bar = window.findChild(ToolBar)
    assert bar is not None
    window.resize(1, 300)
    QApplication.processEvents()
    assert bar.with_words == []
    least = bar.sizeHint().width()
    counts = set()
    for width in range(least + 400, least - 1, -1):
        window.resize(width, 300)
        QApplication.processEvents()
        QApplication.processEvents()
        counts.add(len(bar.with_words))
        assert bar.zoom_label.geometry().right() < bar.width()
        assert bar.zoom_label.isVisible(), width
    assert len(counts) > 4


def test_a_tool_tip_appears_and_names_the_key(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    window.open_paths([make_photo()])
    qtbot.waitUntil(window.window_actions.save.isEnabled)
    slider = window.panel.rows["vividness"].slider
    middle = slider.rect().center()
    # What Qt sends when the mouse has rested; a real mouse is shared with the tests that run beside this one.
    QApplication.sendEvent(slider, QHelpEvent(QEvent.Type.ToolTip, middle, slider.mapToGlobal(middle)))
    qtbot.waitUntil(QToolTip.isVisible)
    assert setting_tip("vividness") in QToolTip.text()
    QToolTip.hideText()
    assert "(Ctrl+S)" in window.window_actions.save.toolTip()

"""Whatever can be used has a name for who does not see it."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from colorizer_gui.window.main_window import MainWindow
from tests.support.window.batch_page import fill_batch
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.hands import opened

INTERACTIVE = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.Slider,
    QAccessible.Role.SpinBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.MenuItem,
    QAccessible.Role.ListItem,
    QAccessible.Role.List,
}


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for index in range(interface.childCount()):
        child = interface.child(index)
        if not child.state().invisible:
            yield from walk(child)


def test_the_batch_page_has_a_name_for_all_that_can_be_used(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    fill_batch(qtbot, window, tmp_path)
    QCoreApplication.processEvents()
    interface = QAccessible.queryAccessibleInterface(window.batch_page)
    assert interface is not None
    used = [item for item in walk(interface) if item.role() in INTERACTIVE | {QAccessible.Role.Table}]
    assert len(used) > 12
    assert nameless(used) == []
    names = {item.text(QAccessible.Text.Name) for item in walk(interface)}
    assert {"Photos of the batch", "1photo.png: Done", "2photo.png: Failed"} <= names


def nameless(items: list[QAccessibleInterface]) -> list[object]:
    return [
        item.object()
        for item in items
        if not item.text(QAccessible.Text.Name)
        and item.state().focusable
        and not str(getattr(item.object(), "objectName", str)()).startswith("qt_")
    ]


def test_the_accessible_tree_has_a_name_for_all_that_can_be_used(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    opened(window, qtbot, make_photo())
    for section in window.panel.sections.values():
        section.set_opened(True)
    window.window_actions.split.trigger()
    QCoreApplication.processEvents()
    interface = QAccessible.queryAccessibleInterface(window)
    assert interface is not None
    used = [item for item in walk(interface) if item.role() in INTERACTIVE]
    assert len(used) > 30
    assert nameless(used) == []

"""Errors that nobody caught arrive in one place, from any thread."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, Signal, Slot, qWarning
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.window.error_funnel import ErrorFunnel, start_log
from colorizer_gui.workers.work_queue import WorkQueue


@pytest.fixture
def funnel(qtbot: QtBot, tmp_path: Path) -> Iterator[ErrorFunnel]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    funnel = ErrorFunnel(start_log(tmp_path / "logs"))
    hook = sys.excepthook
    funnel.install()
    yield funnel
    funnel.uninstall()
    sys.excepthook = hook
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    if funnel.dialog is not None:
        funnel.dialog.deleteLater()
    funnel.deleteLater()  # Python notes the hooks for threads that it did not start, for good


def broken() -> None:
    raise LookupError("a bug")


def test_an_error_of_a_thread_opens_the_dialog_in_the_gui_thread(
    qtbot: QtBot, funnel: ErrorFunnel, tmp_path: Path
) -> None:
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: funnel.dialog is not None)
    assert funnel.dialog is not None
    assert funnel.dialog.thread() is QThread.currentThread()
    assert "LookupError: a bug" in funnel.dialog.details.toPlainText()
    assert "LookupError: a bug" in (tmp_path / "logs" / "tintype.log").read_text(encoding="utf-8")


def test_a_second_error_joins_the_same_dialog(qtbot: QtBot, funnel: ErrorFunnel) -> None:
    for word in ("first", "second"):
        sys.excepthook(ValueError, ValueError(word), None)
    assert funnel.dialog is not None
    text = funnel.dialog.details.toPlainText()
    assert "first" in text
    assert "second" in text


def test_the_log_and_the_details_name_photos_but_no_folders(funnel: ErrorFunnel, tmp_path: Path) -> None:
    photo = tmp_path / "Anna's box" / "x.jpg"
    logging.getLogger("colorizer_gui.test").warning("read: %s", photo)
    error = OSError(f'cannot read "{photo}"')
    sys.excepthook(OSError, error, None)
    assert funnel.dialog is not None
    for text in (
        (tmp_path / "logs" / "tintype.log").read_text(encoding="utf-8"),
        funnel.dialog.details.toPlainText(),
    ):
        assert "x.jpg" in text
        assert "Anna" not in text
        assert str(tmp_path) not in text


def test_messages_of_qt_go_to_the_log(funnel: ErrorFunnel, tmp_path: Path) -> None:
    qWarning("something of Qt")
    assert "something of Qt" in (tmp_path / "logs" / "tintype.log").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_is_no_reason_to_stop(qapp: object, tmp_path: Path) -> None:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    (tmp_path / "file").write_text("")
    start_log(tmp_path / "file")
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
    root.setLevel(level)


class Broken(QObject):
    """Has a slot with a bug in it."""

    asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.asked.connect(self.fail)

    @Slot()
    def fail(self) -> None:
        raise LookupError(f"a bug in {self.objectName()}")


def test_an_exception_in_a_slot_of_each_thread_opens_the_dialog(
    qtbot: QtBot, funnel: ErrorFunnel, workspace: Workspace, tmp_path: Path
) -> None:
    queues = {queue._thread.objectName(): queue for queue in workspace.findChildren(WorkQueue)}
    assert {"reading", "colorizing", "drawing", "batch"} <= queues.keys()
    broken = [Broken("window")]
    for name, queue in queues.items():
        queue._thread.start()
        broken.append(Broken(name))
        broken[-1].moveToThread(queue._thread)
    for each in broken:
        each.asked.emit()
    words = [f"a bug in {each.objectName()}" for each in broken]

    def told() -> str:
        return "" if funnel.dialog is None else funnel.dialog.details.toPlainText()

    qtbot.waitUntil(lambda: all(word in told() for word in words))
    assert funnel.dialog is not None
    assert funnel.dialog.thread() is QThread.currentThread()
    log = (tmp_path / "logs" / "tintype.log").read_text(encoding="utf-8")
    assert all(word in log for word in words)
    funnel.dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == told()
    assert "Qt" in told()

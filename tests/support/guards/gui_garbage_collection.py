"""Cyclic garbage goes between the tests, in the GUI thread, and no test leaves a window or a timer behind.

Python collects in whatever thread allocates. A test in which another thread works would destroy there what
an earlier test left in a cycle; a timer whose object dies in a foreign thread stays registered, and Qt fires
it into freed memory. So Python never collects by itself here, and whatever of Qt is still alive after a test
is that test's fault.
"""

import gc
from collections.abc import Generator
from typing import Final

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

#: What is the program's own must be gone, whatever it is.
_PROGRAM: Final = "colorizer_gui."
_FAILED: Final = pytest.StashKey[bool]()

#: Left over from tests that failed: their tracebacks keep them alive, and the next test is not to blame.
_excused: list[QObject] = []


def pytest_configure() -> None:
    """From here on nothing is collected but where this module does it."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Set aside what was imported: it stays, and a walk over it takes longer than most tests."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that a test failed."""
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """Collect, and fail the test that leaves something of Qt alive."""
    result = yield
    gc.disable()
    if not isinstance(QCoreApplication.instance(), QApplication) or "qapp" not in _fixtures(item):
        _collect_if_due()
        return result
    if isinstance(item, pytest.Function):
        item.funcargs.clear()
    _forget_tracebacks(item.config)
    end_deleted_objects()
    gc.collect()
    alive = alive_objects()
    fresh = [each for each in alive if not any(each is other for other in _excused)]
    failed, _excused[:] = item.stash.get(_FAILED, False), alive
    if fresh and not failed:
        names = ", ".join(sorted({_name(each) for each in fresh}))
        pytest.fail(f"The test leaves {len(fresh)} objects of Qt behind: {names}", pytrace=False)
    if not alive:
        # What is there now stays (modules that were imported late, caches); later walks leave it out.
        gc.freeze()
    return result


def end_deleted_objects() -> None:
    """Carry out `deleteLater`, which waits for an event loop that may never come."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def alive_objects() -> list[QObject]:
    """Widgets, timers that run, threads that run, and all of the program's own objects."""
    found: list[QObject] = [*QApplication.allWidgets()]
    for thing in gc.get_objects():
        if not issubclass(type(thing), QObject) or not Shiboken.isValid(thing) or isinstance(thing, QWidget):
            continue
        runs = (isinstance(thing, QTimer) and thing.isActive()) or (
            isinstance(thing, QThread) and thing.isRunning() and thing is not QThread.currentThread()
        )
        if runs or type(thing).__module__.startswith(_PROGRAM):
            found.append(thing)
    return found


def _forget_tracebacks(config: pytest.Config) -> None:
    """Records of the log hold on to frames, and these to whoever worked; their text is kept apart."""
    logs = config.pluginmanager.getplugin("logging-plugin")
    for name in ("caplog_handler", "report_handler"):
        records = getattr(getattr(logs, name, None), "records", None)
        if records is not None:
            records.clear()


def _collect_if_due() -> None:
    """Collect as Python would have, had it been allowed to."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
            gc.collect(generation)
            return


def _fixtures(item: pytest.Item) -> list[str]:
    return item.fixturenames if isinstance(item, pytest.Function) else []


def _name(thing: QObject) -> str:
    return " ".join(part for part in (type(thing).__name__, thing.objectName()) if part)

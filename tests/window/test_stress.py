"""Sliders moved and photos switched at random: no stale picture, no exception, no leak.

TINTYPE_STRESS_SECONDS=120 makes it two minutes, and then memory is looked at as well; without it the test
takes a few seconds. With -s it prints its figures.
"""

import gc
import os
import random
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.common.strips import leave_threads_to_strips
from colorizer_gui.core.pipeline.pipeline import ColorizedPhoto
from colorizer_gui.core.rendering.adjustments import LIMITS, Adjustments
from colorizer_gui.desktop.qimage import image_from_rgb, rgb_from_image
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker

SECONDS = float(os.environ.get("TINTYPE_STRESS_SECONDS", "4"))


def expected(entry: Entry) -> QImage:
    assert entry.photo is not None
    assert entry.prediction is not None
    recomposition = ColorizedPhoto(entry.photo, entry.prediction).recomposition()
    return image_from_rgb(recomposition.image(entry.adjustments, depth=8))


def alive(*kinds: type) -> int:
    gc.collect()
    return sum(type(thing) in kinds for thing in gc.get_objects())


def objects(window: MainWindow) -> int:
    """QObjects of the window and behind it."""
    return len(window.findChildren(QObject)) + len(window.workspace.findChildren(QObject))


def megabytes() -> float:
    """Memory of the process; 0 where the system does not tell in this way."""
    table = Path("/proc/self/statm")
    return int(table.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20 if table.exists() else 0.0


def act(window: MainWindow, entries: list[Entry], chance: random.Random) -> None:
    """One thing that a user does."""
    actions = window.window_actions
    match chance.randrange(12):
        case 0 | 1:
            window.workspace.session.select(chance.choice(entries))
        case 2:
            actions.undo.trigger()
        case 3:
            actions.redo.trigger()
        case 4:
            chance.choice([actions.split, actions.original, actions.fill, actions.fit]).trigger()
        case _:
            slider = chance.choice(list(window.panel.rows.values())).slider
            for _ in range(chance.randrange(1, 6)):
                slider.setValue(chance.randint(slider.minimum(), slider.maximum()))
            slider.sliderReleased.emit()


def test_sliders_and_photos_at_random(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    leave_threads_to_strips()  # as the program does
    paths = [make_photo(f"{n}.png", 90 + 7 * n, 70) for n in range(6)]
    window.open_paths(paths)
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE] * 6)
    pane = window.viewer.comparison.colorized_pane
    entries = list(session)
    chance = random.Random(7)

    def rest() -> None:
        window.window_actions.original.setChecked(False)
        entry = session.current
        assert entry is not None
        qtbot.waitUntil(lambda: entry.photo is not None)  # a photo is read when it is first shown
        wanted = rgb_from_image(expected(entry)).tobytes()
        qtbot.waitUntil(lambda: pane.image is not None and rgb_from_image(pane.image).tobytes() == wanted)

    rest()
    before, objects_before, memory_before = alive(QImage, Adjustments), objects(window), megabytes()
    actions_done = 0
    deadline = QDeadlineTimer(round(SECONDS * 1000))
    while not deadline.hasExpired():
        for _ in range(chance.randrange(1, 40)):
            act(window, entries, chance)
            actions_done += 1
            if chance.random() < 0.3:
                qtbot.wait(1)
        rest()
        for entry in entries:
            entry.undo_stack.clear()
        gc.collect()  # as the program's own collector does; the fixture has switched Python's off
    grown = megabytes() - memory_before
    print(
        f"{SECONDS:g} s, {actions_done} actions; images and settings {before} -> "
        f"{alive(QImage, Adjustments)}, "
        f"QObjects {objects_before} -> {objects(window)}, memory {memory_before:.0f} MB {grown:+.1f} MB"
    )
    assert alive(QImage, Adjustments) <= before + 30
    assert objects(window) <= objects_before + 20
    assert SECONDS < 60 or grown < 40
    assert window.viewer.message_bar.text == ""


def test_each_setting_reaches_the_pane(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    window.open_paths([make_photo()])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE])
    entry = session.current
    assert entry is not None
    for field, (_, high) in LIMITS.items():
        with qtbot.waitSignal(window.workspace.previewing.colorized_drawn):
            window.workspace.adjusting.apply(entry.adjustments.with_setting(field, high))

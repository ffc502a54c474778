"""The row of photos, and undo."""

from pathlib import Path

import numpy as np
import pytest
from shiboken6 import Shiboken

from colorizer_gui.controllers.photo.adjusting import AdjustingController
from colorizer_gui.controllers.session import session as session_module
from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.photo.photo import Photo, PhotoFormat
from colorizer_gui.core.rendering.adjustments import Adjustments

pytestmark = pytest.mark.usefixtures("qapp")


def filled(count: int) -> tuple[Session, list[Entry]]:
    session = Session()
    return session, [session.add(Path(f"/photos/{n}.png"), f"{n}.png") for n in range(count)]


def photo() -> Photo:
    return Photo(None, PhotoFormat.PNG, np.zeros((10, 10), dtype=np.float32))


def test_stepping_stops_at_the_ends() -> None:
    session, entries = filled(3)
    session.select(entries[0])
    session.select_previous()
    assert session.current is entries[0]
    for _ in range(5):
        session.select_next()
    assert session.current is entries[2]


def test_removing_shows_the_neighbour() -> None:
    session, entries = filled(3)
    session.select(entries[1])
    session.remove(entries[1])
    assert session.current is entries[2]
    session.remove(entries[2])
    assert session.current is entries[0]
    session.remove(entries[0])
    assert len(session) == 0
    assert session.current is None


def test_photos_not_looked_at_for_long_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_module, "MEMORY_BUDGET", 2 * 400)
    session, entries = filled(4)
    pasted = session.add(None, "pasted")
    session.set_photo(pasted, photo())
    for entry in entries:
        session.select(entry)
        session.set_photo(entry, photo())
    assert [entry.photo is not None for entry in entries] == [False, False, True, True]
    assert pasted.photo is not None


def test_one_gesture_is_one_step_of_undo() -> None:
    session, entries = filled(2)
    adjusting = AdjustingController(session)
    late = session.add(None, "late")
    session.select(late)
    for value in (1.1, 1.2, 1.3):
        adjusting.request(Adjustments(value))
    adjusting.end_gesture()
    adjusting.request(Adjustments(1.9))
    adjusting.reset()
    assert late.adjustments == Adjustments()
    seen = []
    for _ in range(3):
        adjusting.undo_group.undo()
        seen.append(late.adjustments.saturation)
    assert seen == [1.9, 1.3, 1.0]
    assert not adjusting.undo_group.canUndo()
    adjusting.undo_group.redo()
    assert late.adjustments.saturation == 1.3
    session.select(entries[0])
    assert not adjusting.undo_group.canRedo()
    Shiboken.delete(session)  # its stacks own the commands, and these hold on to it

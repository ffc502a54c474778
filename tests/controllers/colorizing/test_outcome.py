"""What answers make of a photo's entry, and when an answer is not wanted any more; no thread is asked."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage, QUndoCommand

from colorizer_gui.controllers.colorizing.outcome import note_colorized, note_saved
from colorizer_gui.controllers.colorizing.request_builder import RequestBuilder
from colorizer_gui.controllers.colorizing.staleness import is_stale
from colorizer_gui.controllers.session.session import Entry, EntryState, Session
from colorizer_gui.core.geometry.geometry import Geometry
from colorizer_gui.core.photo_io import WriteOptions
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.core.prediction.prediction import Prediction
from colorizer_gui.core.recipe.result_label import LabelOptions
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.workers.photo.answers import PhotoColorized
from colorizer_gui.workers.photo.requests import ColorizeRequest, Export, SaveRequest

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def entry(session: Session) -> Entry:
    """A photo that has its colour."""
    entry = session.add(Path("a.png"), "a.png")
    prediction = Prediction(np.zeros((2, 2, 2), np.float32), np.ones((2, 2), np.float32))
    note_colorized(session, entry, PhotoColorized(prediction, QImage()))
    return entry


def saving(session: Session, entry: Entry, export: Export = Export.PHOTO) -> SaveRequest:
    builder = RequestBuilder(session)
    return builder.to_write(SaveRequest, entry, Path("b.png"), WriteOptions(), LabelOptions(), export=export)


def test_a_saved_photo_is_clean_until_it_is_changed(session: Session, entry: Entry) -> None:
    request = saving(session, entry)
    note_saved(session, entry, request, Path("b.png"))
    assert (entry.state, entry.saved_to) == (EntryState.SAVED, Path("b.png"))


def test_what_was_changed_while_it_was_saved_is_not_saved(session: Session, entry: Entry) -> None:
    request = saving(session, entry)
    entry.undo_stack.push(QUndoCommand("a change"))
    entry.adjustments = Adjustments(saturation=0.5)
    note_saved(session, entry, request, Path("b.png"))
    assert entry.state is EntryState.SAVED
    assert not entry.undo_stack.isClean()
    note_saved(session, entry, saving(session, entry), Path("b (2).png"))
    assert entry.undo_stack.isClean()


@pytest.mark.parametrize("export", [Export.LAYER, Export.PLANES])
def test_a_part_that_was_saved_does_not_count_as_the_photo(
    session: Session, entry: Entry, export: Export
) -> None:
    note_saved(session, entry, saving(session, entry, export), Path("b.png"))
    assert (entry.state, entry.saved_to) == (EntryState.DONE, None)


def test_a_request_is_stale_when_the_photo_is_turned(session: Session, entry: Entry) -> None:
    request = RequestBuilder(session).to_colorize(entry, ColorizeRequest)
    assert not is_stale(request, entry)
    entry.treatment = Treatment(geometry=Geometry().turned(1))
    assert is_stale(request, entry)
    assert not is_stale(saving(session, entry), entry), "what is to be saved is saved as it was"

"""Colour settings of the photo that is shown, each gesture one step of undo."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QUndoGroup

from colorizer_gui.controllers.photo.entry_command import EntryCommand
from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.guidance.colour_points import cell_at
from colorizer_gui.core.prediction.prediction import FIRST_READING, OWN_COLOURS, Prediction
from colorizer_gui.core.rendering.adjustments import (
    Adjustments,
    areas_of,
    settings_of,
    taken_over,
    with_settings,
)
from colorizer_gui.core.rendering.toning import hue_of

#: Steps by key or wheel that follow one another this closely are one gesture.
GESTURE_PAUSE_MS: Final = 800


class AdjustingController(QObject):
    """Makes what the panel asks for an undoable change.

    Signals
    -------
    copied_changed()
        There are other settings to paste.
    target_changed()
        Settings are for another region now, or for the whole photo.

    Attributes
    ----------
    undo_group
        Its active stack is that of the photo that is shown.
    target
        The place of the region that settings are for; None for the whole photo.
    """

    copied_changed = Signal()
    target_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_group = QUndoGroup(self)
        self.target: int | None = None
        self._session = session
        self._copied: Adjustments | None = None
        self._last: _AdjustCommand | None = None
        self._is_held = False
        self._pause = QTimer(self, singleShot=True, interval=GESTURE_PAUSE_MS)
        self._pause.timeout.connect(self.end_gesture)
        session.entry_added.connect(self._on_entry_added)
        for changed in (
            session.adjustments_changed,
            session.treatment_changed,
            session.guidance_changed,
            session.candidate_changed,
        ):
            changed.connect(self._activate_current)
        session.current_changed.connect(self._on_current_changed)

    @Slot(object)
    def request(self, adjustments: Adjustments, text: str = "") -> None:
        """Change the settings of the photo that is shown, areas and all."""
        entry = self._session.current
        if entry is not None and adjustments != entry.adjustments:
            last, text = self._last, text or self.tr("Colour Settings")
            if last is not None and last.text() == text and last.goes_on(entry):
                last.after = adjustments
                last.redo()
            else:
                self._last = _AdjustCommand(text, self._session, entry, adjustments)
                entry.undo_stack.push(self._last)
            if not self._is_held:
                self._pause.start()

    @Slot()
    def hold_gesture(self) -> None:
        """A slider is held: however long it rests, its moves are one step until the gesture is ended."""
        self.end_gesture()
        self._is_held = True

    def set_target(self, region: int | None) -> None:
        """Say what settings are for from now on."""
        entry = self._session.current
        count = 0 if entry is None else len(areas_of(entry.adjustments).regions)
        target = region if region is not None and region < count else None
        if target != self.target:
            self.end_gesture()
            self.target = target
            self.target_changed.emit()

    @Slot()
    def reset(self) -> None:
        """Go back to the predicted colour, as one step of undo; points and areas stay.

        Where settings are for a region, those of it are reset.
        """
        entry = self._session.current
        if entry is None:
            return
        after = with_settings(entry.adjustments, self.target, Adjustments())
        if self.target is None and entry.candidate != OWN_COLOURS:
            self._reset(self.tr("Reset Colour"), after)
        else:
            self.end_gesture()
            self.request(after, self.tr("Reset Colour"))
            self.end_gesture()

    @Slot()
    def take_predicted(self) -> None:
        """Go back to the predicted one of several colorizations, as one step of undo."""
        if self._session.current is not None:
            self._reset(self.tr("Predicted Colours"), self._session.current.adjustments)

    def _reset(self, text: str, adjustments: Adjustments) -> None:
        entry = self._session.current
        if entry is None:
            return
        if entry.has_other_colours or (entry.adjustments, entry.candidate) != (adjustments, FIRST_READING):
            self.end_gesture()
            entry.undo_stack.push(_ResetCommand(text, self._session, entry, adjustments))

    @Slot(object)
    def apply(self, adjustments: Adjustments) -> None:
        """Take settings over as one step of undo, for what settings are for."""
        entry = self._session.current
        if entry is not None:
            self.end_gesture()
            settings = taken_over(adjustments, settings_of(entry.adjustments, self.target))
            self.request(with_settings(entry.adjustments, self.target, settings))
            self.end_gesture()

    def apply_to(self, entries: Iterable[Entry], adjustments: Adjustments) -> int:
        """Give photos these settings, for each a step of undo of its own; the answer is how many changed.

        Areas stay where they are.
        """
        self.end_gesture()
        count = 0
        for entry in entries:
            settings = taken_over(adjustments, entry.adjustments)
            if entry.adjustments.everywhere != settings.everywhere:
                text, after = self.tr("Colour Settings"), with_settings(entry.adjustments, None, settings)
                entry.undo_stack.push(_AdjustCommand(text, self._session, entry, after))
                count += 1
        return count

    @property
    def copied(self) -> Adjustments | None:
        """What `paste` would apply."""
        return self._copied

    @Slot()
    def copy(self) -> None:
        """Note the settings of the photo that is shown, for other photos."""
        if self._session.current is not None:
            self._copied = settings_of(self._session.current.adjustments, self.target)
            self.copied_changed.emit()

    @Slot()
    def paste(self) -> None:
        """Apply the settings that were copied."""
        if self._copied is not None:
            self.apply(self._copied)

    @Slot(QPointF)
    def pick(self, position: QPointF) -> None:
        """Choose the hue that the prediction has there, x and y in [0, 1], as the one to repair."""
        entry = self._session.current
        if entry is None or entry.prediction is None:
            return
        ab = entry.prediction.ab
        cell = cell_at(ab.shape, position.x(), position.y())
        settings = settings_of(entry.adjustments, self.target)
        self.apply(replace(settings, picked_hue=round(hue_of(ab[cell]), 1)))

    def take(self, prediction: Prediction, thumbnail: QImage) -> None:
        """Give the photo that is shown another colour, as one step of undo."""
        entry = self._session.current
        if entry is not None and entry.prediction is not None and not _same(prediction, entry.prediction):
            self.end_gesture()
            command = _TakeCommand(self.tr("Other Colours"), self._session, entry, prediction, thumbnail)
            entry.undo_stack.push(command)
            self.end_gesture()

    @Slot()
    def end_gesture(self) -> None:
        """The next change is another step of undo."""
        self._pause.stop()
        self._last = None
        self._is_held = False

    @Slot(object)
    def _on_entry_added(self, entry: Entry) -> None:
        self.undo_group.addStack(entry.undo_stack)

    @Slot()
    def _activate_current(self) -> None:
        """Undo is for what was done last, which is not any more that another photo was closed.

        It may have taken the region away that settings are for.
        """
        if self._session.current is not None:
            self.undo_group.setActiveStack(self._session.current.undo_stack)
            self.set_target(self.target)

    @Slot(object)
    def _on_current_changed(self, entry: Entry | None) -> None:
        self.end_gesture()
        self.set_target(None)
        self.undo_group.setActiveStack(entry.undo_stack if entry is not None else None)  # type: ignore[arg-type]


def _same(one: Prediction, other: Prediction) -> bool:
    """Whether two colorizations look alike at each setting."""
    return one.candidate == other.candidate and np.array_equal(one.ab, other.ab)


class _TakeCommand(EntryCommand):
    """From one colorization to another."""

    def __init__(
        self, text: str, session: Session, entry: Entry, after: Prediction, thumbnail: QImage
    ) -> None:
        super().__init__(text, session, entry)
        assert entry.prediction is not None
        self._before = entry.prediction, entry.thumbnail
        self._after = after, thumbnail

    def redo(self) -> None:
        self._session.set_prediction(self._entry, *self._after)

    def undo(self) -> None:
        self._session.set_prediction(self._entry, *self._before)


class _ResetCommand(EntryCommand):
    """From any colorization and settings to the predicted one, which may have to be made again."""

    def __init__(self, text: str, session: Session, entry: Entry, adjustments: Adjustments) -> None:
        super().__init__(text, session, entry)
        self._before = entry.prediction, entry.thumbnail
        self._candidate = entry.candidate
        self._adjustments = entry.adjustments, adjustments

    def redo(self) -> None:
        self._session.set_adjustments(self._entry, self._adjustments[1])
        self._session.set_candidate(self._entry, FIRST_READING)

    def undo(self) -> None:
        self._session.set_adjustments(self._entry, self._adjustments[0])
        prediction, thumbnail = self._before
        if self._candidate != FIRST_READING:
            if prediction is not None:
                self._session.set_prediction(self._entry, prediction, thumbnail)
            self._session.set_candidate(self._entry, self._candidate)


class _AdjustCommand(EntryCommand):
    """From one set of adjustments to another."""

    def __init__(self, text: str, session: Session, entry: Entry, after: Adjustments) -> None:
        super().__init__(text, session, entry)
        self._before = entry.adjustments
        self.after = after

    def redo(self) -> None:
        self._session.set_adjustments(self._entry, self.after)

    def undo(self) -> None:
        self._session.set_adjustments(self._entry, self._before)

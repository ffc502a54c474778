"""The reference photo of the photo that is shown: each choice and each gesture one step of undo."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from colorizer_gui.controllers.photo.adjusting import GESTURE_PAUSE_MS
from colorizer_gui.controllers.photo.entry_command import GuidanceCommand
from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.photo_io import ReadOptions
from colorizer_gui.core.prediction.prediction import reference_in, with_reference
from colorizer_gui.core.prediction.reference import Matching, Reference, Swatch
from colorizer_gui.workers.photo.referring import ReferenceRequest, ResultAsReferenceRequest
from colorizer_gui.workers.requests import Failed, Finished, Request
from colorizer_gui.workers.work_queue import WorkQueue


class ReferringController(QObject):
    """Has references read, and changes what a photo makes of its own.

    Signals
    -------
    failed(str)
        A sentence: the file that was chosen is no reference.
    likened(str, int)
        So many photos are to look like the photo of that name now.
    read_for_batch(Reference), failed_for_batch(str)
        The answers to `read_for_batch_from`.
    """

    failed = Signal(object)
    likened = Signal(object, object)
    read_for_batch = Signal(object)
    failed_for_batch = Signal(object)

    def __init__(self, session: Session, queue: WorkQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._queue = queue
        self._last: GuidanceCommand | None = None
        self._pause = QTimer(self, singleShot=True, interval=GESTURE_PAUSE_MS)
        self._pause.timeout.connect(self.end_gesture)
        queue.finished.connect(self._on_finished)
        queue.failed.connect(self._on_failed)
        session.current_changed.connect(self.end_gesture)

    @property
    def reference(self) -> Reference | None:
        """That of the photo that is shown."""
        entry = self._session.current
        return None if entry is None else reference_in(entry.guidance)

    def choose(self, path: Path) -> None:
        """Have the photo that is shown look like the photo of a file, once that is read."""
        entry = self._session.current
        if entry is not None:
            self._read(path, entry.key)

    def read_for_batch_from(self, path: Path) -> None:
        """Have a file read as the reference of a batch."""
        self._read(path, 0)

    def liken(self, entries: Sequence[Entry]) -> None:
        """Have other photos look like the one that is shown, as that is now."""
        shown = self._session.current
        if shown is not None and shown.photo is not None and shown.prediction is not None:
            keys = tuple(entry.key for entry in entries if entry is not shown)
            self._queue.submit(
                ResultAsReferenceRequest(
                    key=shown.key,
                    photo=shown.photo,
                    prediction=shown.prediction,
                    adjustments=shown.adjustments,
                    name=shown.name,
                    likened=keys,
                )
            )

    def set_strength(self, strength: float, *, by_step: bool = False) -> None:
        """Let the reference count more or less; steps are one gesture as long as they follow closely."""
        reference = self.reference
        if reference is not None and reference.strength != strength:
            self._change(
                self.tr("Strength of Reference"), replace(reference, strength=strength), goes_on=True
            )
            if by_step:
                self._pause.start()

    def set_matching(self, matching: Matching) -> None:
        """Find places otherwise."""
        reference = self.reference
        if reference is not None and reference.matching is not matching:
            self._change(self.tr("Method of Reference"), replace(reference, matching=matching))

    def set_swatches(self, swatches: tuple[Swatch, ...]) -> None:
        """Say which places belong together."""
        reference = self.reference
        if reference is not None and reference.swatches != swatches:
            self._change(self.tr("Pairs of Places"), replace(reference, swatches=swatches))

    @Slot()
    def remove(self) -> None:
        """Go without a reference again."""
        if self.reference is not None:
            self._change(self.tr("Remove Reference Photo"), None)

    @Slot()
    def hold(self) -> None:
        """A button is held: however long it rests, the gesture goes on until it is ended."""
        self.end_gesture()

    @Slot()
    def end_gesture(self) -> None:
        """The next change is another step of undo."""
        self._pause.stop()
        self._last = None

    def _read(self, path: Path, key: int) -> None:
        self._queue.cancel(_is_alike(key))
        ceiling = self._session.ceiling()
        self._queue.submit(ReferenceRequest(key=key, path=path, reading=ReadOptions(max_pixels=ceiling)))

    def _change(self, text: str, reference: Reference | None, *, goes_on: bool = False) -> None:
        entry = self._session.current
        if entry is None:
            return
        self._pause.stop()
        after, last = with_reference(entry.guidance, reference), self._last
        if goes_on and last is not None and last.goes_on(entry):
            last.after = after
            last.redo()
            return
        self._last = GuidanceCommand(text, self._session, entry, after)
        entry.undo_stack.push(self._last)
        if not goes_on:
            self._last = None

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        request, reference = finished.request, finished.result
        if not isinstance(reference, Reference):
            return
        if isinstance(request, ResultAsReferenceRequest):
            self._liken(request, reference)
        if not isinstance(request, ReferenceRequest):
            return
        if not request.key:
            self.read_for_batch.emit(reference)
            return
        entry = self._session.find(request.key)
        if entry is not None and not request.token.cancelled:
            before = reference_in(entry.guidance)
            if before is not None:  # another one, in the same way
                reference = replace(reference, matching=before.matching, strength=before.strength)
            after = with_reference(entry.guidance, reference)
            entry.undo_stack.push(GuidanceCommand(self.tr("Reference Photo"), self._session, entry, after))

    def _liken(self, request: ResultAsReferenceRequest, reference: Reference) -> None:
        """For each photo a step of undo of its own."""
        found = [entry for key in request.likened if (entry := self._session.find(key)) is not None]
        for entry in found:
            after = with_reference(entry.guidance, reference)
            entry.undo_stack.push(GuidanceCommand(self.tr("Reference Photo"), self._session, entry, after))
        self.likened.emit(request.name, len(found))

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if isinstance(failed.request, ReferenceRequest):
            told = self.failed if failed.request.key else self.failed_for_batch
            told.emit(failed.message)


def _is_alike(key: int) -> Callable[[Request], bool]:
    return lambda request: isinstance(request, ReferenceRequest) and request.key == key

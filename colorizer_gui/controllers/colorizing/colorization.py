"""Colours every open photo, the one that is shown first, and saves or copies the results."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from colorizer_gui.controllers.colorizing.activity import ActivityTeller
from colorizer_gui.controllers.colorizing.outcome import (
    forget_message,
    note_begun,
    note_colorized,
    note_in_colour,
    note_saved,
    note_stopped,
)
from colorizer_gui.controllers.colorizing.request_builder import RequestBuilder, rank_of
from colorizer_gui.controllers.colorizing.staleness import (
    is_asked_for,
    is_first,
    is_overtaken,
    is_stale,
    purpose_of,
)
from colorizer_gui.controllers.session.session import Entry, EntryState, Session
from colorizer_gui.core.photo_io import WriteOptions
from colorizer_gui.core.pipeline.pipeline import Stage, is_up_to_date
from colorizer_gui.core.recipe.result_label import LabelOptions
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.workers.photo.answers import CandidatesMade, FoundInColor, PhotoColorized
from colorizer_gui.workers.photo.requests import (
    CandidatesRequest,
    ColorizeRequest,
    Export,
    ReviseRequest,
    SaveRequest,
    TemporaryExportRequest,
    UprightRequest,
    WarmUpRequest,
)
from colorizer_gui.workers.requests import Failed, Finished, Progress, Request
from colorizer_gui.workers.work_queue import WorkQueue


class ColorizationController(QObject):
    """Gives colorizing, saving and copying to the worker that owns the network.

    Signals
    -------
    colorized(Entry)
        A photo has its colour.
    candidates_made(Entry, CandidatesMade)
        A photo was colorized in several ways.
    saved(Entry, Path), copied(QImage)
    handed_out(TemporaryExportRequest, Path | None)
        A file for another program is there, or could not be written.
    failed(str, Entry | None), noticed(str)
        A sentence for the user, and the photo that it is about.
    activity_changed(Activity | None)
        What is being done now; None when nothing is that anybody waits for.
    saving_finished(), reloaded(bool)
        No photo waits to be saved any more; whether another network is used from now on.
    """

    colorized = Signal(object)
    candidates_made = Signal(object, object)
    saved = Signal(object, object)
    copied = Signal(object)
    handed_out = Signal(object, object)
    failed = Signal(object, object)
    noticed = Signal(object)
    activity_changed = Signal(object)
    saving_finished = Signal()
    reloaded = Signal(bool)

    def __init__(self, session: Session, queue: WorkQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._requests = RequestBuilder(session)
        self._queue = queue
        self._activity = ActivityTeller(queue, self.activity_changed.emit)
        self._failed: dict[int, object] = {}
        queue.rank = self._rank
        queue.started.connect(self._on_started)
        queue.progressed.connect(self._on_progressed)
        queue.finished.connect(self._on_finished)
        queue.failed.connect(self._on_failed)
        queue.cancelled.connect(self._on_cancelled)
        session.entry_removed.connect(self._on_entry_removed)
        session.treatment_changed.connect(self._on_treatment_changed)
        session.guidance_changed.connect(self._keep_up)
        session.candidate_changed.connect(self._keep_up)
        session.adjustments_changed.connect(self._keep_up)  # undo may bring back colour of other points

    @property
    def saving(self) -> bool:
        """Whether a photo waits to be saved or is being saved."""
        return any(isinstance(request, SaveRequest) for request in self._queue.requests)

    @property
    def is_busy_with_shown(self) -> bool:
        """Whether something is done, or waits to be done, for the photo that is shown."""
        return any(
            self._session.is_current(request.key) and not isinstance(request, UprightRequest)
            for request in self._queue.requests
        )

    @property
    def can_stop_shown(self) -> bool:
        """Whether there is something that `cancel_shown` would stop."""
        return any(
            _can_be_stopped(each) for each in self._queue.requests if self._session.is_current(each.key)
        )

    def warm_up(self) -> None:
        """Load the network unless it is: a photo is about to be opened, and somebody will wait for it."""
        self._queue.submit(WarmUpRequest())

    @Slot()
    def reload(self) -> None:
        """Use another device or other weights from now on; photos that have colour keep it."""
        self._queue.submit(WarmUpRequest(again=True))

    def colorize(self, entry: Entry) -> None:
        """Give a photo colour, unless that is under way."""
        if any(
            isinstance(each, ColorizeRequest) and not is_stale(each, entry)
            for each in self._queue.asked(entry.key)
        ):
            return
        entry.state = EntryState.WAITING
        entry.message = ""
        self._session.changed(entry)
        self._submit(self._requests.to_colorize(entry))

    def save(
        self,
        entry: Entry,
        target: Path,
        options: WriteOptions | None = None,
        label: LabelOptions | None = None,
        export: Export = Export.PHOTO,
    ) -> None:
        """Write a colorized photo at full size, or only a part of what it is made of."""
        if entry.prediction is not None:
            options, label = options or WriteOptions(), label or LabelOptions()
            self._submit(self._requests.to_write(SaveRequest, entry, target, options, label, export))

    def hand_out(
        self, entry: Entry, target: Path, options: WriteOptions, label: LabelOptions
    ) -> TemporaryExportRequest:
        """Write a colorized photo for another program; `handed_out` tells how that ended."""
        request = self._requests.to_write(TemporaryExportRequest, entry, target, options, label)
        self._submit(request)
        return request

    def copy(self, entry: Entry) -> None:
        """Render a colorized photo at full size for the clipboard."""
        if entry.prediction is not None:
            self._submit(self._requests.to_copy(entry))

    def suggest(self, entry: Entry) -> None:
        """Colorize a photo in several ways, unless that is under way."""
        if any(isinstance(each, CandidatesRequest) for each in self._queue.asked(entry.key)):
            return
        self._submit(self._requests.to_suggest(entry))

    def cancel_suggestions(self) -> None:
        """Nobody waits for other colours any more."""
        self._queue.cancel(lambda request: isinstance(request, CandidatesRequest))

    def colorize_stopped(self) -> None:
        """Go on with all photos that were stopped."""
        for entry in self._session:
            if entry.state is EntryState.STOPPED:
                self.colorize(entry)

    @Slot()
    def cancel(self) -> None:
        """Stop what is being done and what waits; a photo's colour follows its points all the same."""
        self._queue.cancel(_can_be_stopped)

    def cancel_shown(self) -> None:
        """Stop what is done for the photo that is shown; the others go on."""
        self._queue.cancel(lambda each: _can_be_stopped(each) and self._session.is_current(each.key))

    def cancel_unsaved(self) -> None:
        """Stop all but saving."""
        self._queue.cancel(lambda request: not isinstance(request, SaveRequest))

    def _submit(self, request: Request) -> None:
        self._activity.count()
        self._queue.submit(request)
        self._activity.tell()

    def _rank(self, request: Request) -> int:
        return rank_of(request, is_shown=self._session.is_current(request.key))

    @Slot(object)
    def _on_entry_removed(self, entry: Entry) -> None:
        """Forget the colour of a closed photo; what is being saved is saved."""
        self._queue.cancel(lambda r: r.key == entry.key and not isinstance(r, SaveRequest))

    @Slot(object)
    def _on_treatment_changed(self, entry: Entry) -> None:
        """What is under way is not wanted any more; a photo in memory begins again at once."""
        self._queue.cancel(lambda r: r.key == entry.key and not isinstance(r, SaveRequest))
        if entry.photo is not None:
            self.colorize(entry)

    @Slot(object)
    def _keep_up(self, entry: Entry) -> None:
        """Have the colour follow what the user wants; the newest request replaces those that wait."""
        wanted = entry.guidance, entry.candidate, entry.adjustments
        if entry.prediction is None or is_up_to_date(entry.prediction, *wanted):
            return
        asked = [each for each in self._queue.asked(entry.key) if isinstance(each, ReviseRequest)]
        last = asked[-1] if asked else None
        if last and not is_stale(last, entry) and is_asked_for(last, entry):
            return
        self._queue.cancel(lambda request: request in asked and request is not self._queue.running)
        self._queue.submit(self._requests.to_colorize(entry, ReviseRequest))

    @Slot(object)
    def _on_started(self, request: Request) -> None:
        self._activity.stage = Stage.READING
        entry = self._session.find(request.key)
        if entry is not None:
            note_begun(self._session, entry, request)
        self._activity.tell()

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self._activity.stage = progress.stage
        self._activity.tell()

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        request, result = finished.request, finished.result
        entry = self._session.find(request.key)
        if entry is not None and self._failed.get(request.key) == purpose_of(request):
            forget_message(self._session, entry)
        if isinstance(result, QImage):
            self.copied.emit(result)
        elif entry is not None and is_stale(request, entry):
            self._keep_up(entry)
        elif entry is not None and isinstance(result, FoundInColor):
            note_in_colour(self._session, entry)
        elif entry is not None and isinstance(result, PhotoColorized):
            if not is_overtaken(request, entry):
                note_colorized(self._session, entry, result)
                self.colorized.emit(entry)
            self._keep_up(entry)
            if result.prediction.notice:
                self.noticed.emit(in_own_language(result.prediction.notice))
        elif entry is not None and isinstance(result, CandidatesMade):
            self.candidates_made.emit(entry, result)
        elif isinstance(result, Path) and isinstance(request, SaveRequest):
            if entry is not None:
                note_saved(self._session, entry, request, result)
            self.saved.emit(entry, result)
        self._after(request, result)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        entry = self._session.find(failed.request.key)
        message = failed.message
        if entry is not None and not is_stale(failed.request, entry):
            if is_first(failed.request):
                entry.state = EntryState.FAILED
            message = self._session.fail(entry, message)
            self._failed[entry.key] = purpose_of(failed.request)
        self.failed.emit(message, entry)
        self._after(failed.request, failed=True)

    @Slot(object)
    def _on_cancelled(self, request: Request) -> None:
        entry = self._session.find(request.key)
        again = any(map(is_first, self._queue.asked(request.key)))
        if is_first(request) and entry is not None and not again and not is_stale(request, entry):
            note_stopped(self._session, entry)
        elif isinstance(request, SaveRequest) and entry is not None and not self._queue.stopped:
            self.noticed.emit(self.tr("“{0}” was not saved: it was stopped.").format(entry.name))
        self._after(request, failed=True)

    def _after(self, request: Request, result: object = None, *, failed: bool = False) -> None:
        self._activity.tell()
        if isinstance(request, TemporaryExportRequest):
            self.handed_out.emit(request, result)
        if isinstance(request, WarmUpRequest) and request.again:
            self.reloaded.emit(not failed)
        if isinstance(request, SaveRequest) and not self.saving:
            self.saving_finished.emit()


def _can_be_stopped(request: Request) -> bool:
    """Not what makes a photo show the colours of its points and settings, nor what nobody waits for."""
    return not isinstance(request, ReviseRequest | UprightRequest)

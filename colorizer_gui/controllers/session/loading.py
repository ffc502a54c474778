"""From dropped, chosen or pasted things to open photos."""

import logging
from itertools import count
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from colorizer_gui.controllers.session.closing import ClosingController
from colorizer_gui.controllers.session.entry import part_name
from colorizer_gui.controllers.session.reading_requests import rank, read_request, thumbnail_request
from colorizer_gui.controllers.session.session import MEMORY_BUDGET, Entry, EntryState, Session
from colorizer_gui.controllers.session.taking_up import add_stored, follow, start_over, take_up
from colorizer_gui.controllers.session.work_keeping import work_of
from colorizer_gui.core.batch.jobs.paths import absolute
from colorizer_gui.core.photo_io import ReadOptions
from colorizer_gui.core.pipeline.recipe_in_photo import is_sidecar
from colorizer_gui.core.pipeline.stored_session import StoredPhoto, StoredSession
from colorizer_gui.core.recipe.recipe import Recipe
from colorizer_gui.workers.photo.answers import PathsListed, PhotoLoaded, SessionFound
from colorizer_gui.workers.photo.requests import (
    GlanceRequest,
    ListRequest,
    ReadRequest,
    ReopenRequest,
    ThumbnailRequest,
    WholeRequest,
)
from colorizer_gui.workers.requests import Failed, Finished, Progress, Request
from colorizer_gui.workers.work_queue import WorkQueue

_log = logging.getLogger(__name__)

#: Photos of a folder that nobody will look at one by one.
MANY: Final = 20


class LoadingController(QObject):
    """Opens photos: lists folders, reads the photo that is shown, makes thumbnails of the others.

    Signals
    -------
    photo_loaded(Entry)
        A photo is in memory.
    restored(Entry)
        A result was opened, and became its original with all that was chosen for it.
    taken_up(list[Entry])
        Photos were opened that were worked on before, and that goes on; a step of undo takes it away.
    others_opened(list[Entry])
        The photo that is shown has been read, or cannot be, and these were opened with it.
    many_opened(tuple[Path], list[Entry])
        Folders were opened that hold so many photos that they are rather a batch.
    failed(str, Entry | None), noticed(str)
        A sentence for the user, and the photo that it is about.
    """

    photo_loaded = Signal(object)
    restored = Signal(object)
    taken_up = Signal(object)
    others_opened = Signal(object)
    many_opened = Signal(object, object)
    failed = Signal(object, object)
    noticed = Signal(object)

    def __init__(
        self, session: Session, closing: ClosingController, queue: WorkQueue, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._closing = closing
        self._queue = queue
        self._pasted = 0
        self._held: dict[int, list[Entry]] = {}
        queue.rank = self._rank
        queue.progressed.connect(self._on_progressed)
        queue.finished.connect(self._on_finished)
        queue.failed.connect(self._on_failed)
        session.current_changed.connect(self._on_current_changed)
        session.entry_removed.connect(self._on_entry_removed)
        session.treatment_changed.connect(self._on_treatment_changed)

    def open_paths(self, paths: list[Path]) -> None:
        """Open files and what is in folders."""
        if paths:
            self._queue.submit(ListRequest(paths=tuple(map(absolute, paths))))

    def reopen(self, stored: StoredSession) -> None:
        """Open what is still there of a session, with its settings."""
        self._queue.submit(ReopenRequest(stored=stored))

    def open_image(self, image: QImage) -> None:
        """Open a picture that has no file."""
        names, text = {entry.name for entry in self._session}, self.tr("Pasted picture {0}")
        name = next(name for name in map(text.format, count(self._pasted + 1)) if name not in names)
        self._pasted += 1
        entry = self._session.add(None, name)
        entry.pasted = image
        self._session.select(entry)

    def load(self, entry: Entry) -> None:
        """Read a photo, unless it is in memory or on its way."""
        source = entry.path or entry.pasted
        if entry.photo is not None or source is None:
            return
        reading = self._session.reading(entry)
        reads = (each for each in self._queue.asked(entry.key) if isinstance(each, ReadRequest))
        if any(each.reading == reading for each in reads):
            return
        self._queue.submit(read_request(entry, source, reading))

    def _rank(self, request: Request) -> int:
        return rank(request, self._session.current)

    @Slot(object)
    def _on_current_changed(self, entry: Entry | None) -> None:
        if entry is not None and entry.state is not EntryState.FAILED:
            self.load(entry)
            self._prepare_neighbours()

    def _prepare_neighbours(self) -> None:
        """Read the photos before and after the one that is shown, if three of its size fit into memory."""
        current = self._session.current
        if current is None or current.photo is None:
            return
        neighbours = self._session.neighbours
        keys = {entry.key for entry in (current, *neighbours)}
        self._queue.cancel(lambda r: self._is_in_advance(r) and r.key not in keys)
        if 3 * current.photo.lightness.nbytes <= MEMORY_BUDGET:
            for entry in neighbours:
                if entry.state is not EntryState.FAILED:
                    self.load(entry)

    def _is_in_advance(self, request: Request) -> bool:
        """Whether nobody waits for it: neither the user nor photos that were opened with it."""
        return (
            isinstance(request, ReadRequest)
            and isinstance(request.source, Path)
            and request.key not in self._held
        )

    @Slot(object)
    def _on_treatment_changed(self, entry: Entry) -> None:
        """What is being read is what is not wanted any more."""
        if entry.photo is None:
            self._queue.cancel(lambda request: request.key == entry.key)
            self.load(entry)

    @Slot(object)
    def _on_entry_removed(self, entry: Entry) -> None:
        self._release(entry.key)
        self._queue.cancel(lambda request: request.key == entry.key)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        if progress.notice and isinstance(progress.request, ReadRequest):
            self.noticed.emit(progress.notice)

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        result = finished.result
        if isinstance(result, PathsListed):
            self._open_listed(finished.request, result)
            return
        if isinstance(result, SessionFound):
            self._reopen_found(result)
            return
        entry = self._session.find(finished.request.key)
        if entry is None or self._is_stale(finished.request, entry):
            return
        if isinstance(result, PhotoLoaded):
            if result.recipe is not None:
                self._restore(entry, result, result.recipe)
                photo = result.photo
                reading = ReadOptions(page=photo.page, negative=photo.negative, geometry=photo.geometry)
                if not entry.treatment.reads_as(reading):
                    self.load(entry)  # later work takes another page or part of it
                    return
            entry.lost_original = result.lost_original
            entry.preview = result.preview
            if entry.thumbnail is None:
                entry.thumbnail = result.thumbnail
            self._session.set_photo(entry, result.photo)
            self._session.changed(entry)
            self.photo_loaded.emit(entry)
            self._release(entry.key)
            self._prepare_neighbours()
        elif isinstance(finished.request, ThumbnailRequest) and entry.thumbnail is None:
            entry.thumbnail = cast("QImage", result)
            self._session.changed(entry)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        entry = self._session.find(failed.request.key)
        if isinstance(failed.request, ThumbnailRequest | GlanceRequest):
            return  # the photo itself will say what is wrong with it
        if isinstance(failed.request, WholeRequest):
            self.failed.emit(failed.message, None)
            return
        if entry is not None and self._is_stale(failed.request, entry):
            return
        message = failed.message
        if entry is not None:
            if entry is not self._session.current and entry.key not in self._held:
                return  # it was read in advance; who looks at it will be told
            entry.state = EntryState.FAILED
            message = self._session.fail(entry, message)
        self.failed.emit(message, entry)
        self._release(failed.request.key)

    def _is_stale(self, request: Request, entry: Entry) -> bool:
        """Whether a photo is to be read in another way than it was."""
        return isinstance(request, ReadRequest) and not entry.treatment.reads_as(request.reading)

    def _restore(self, entry: Entry, loaded: PhotoLoaded, recipe: Recipe) -> None:
        """Go on with the work that a result or its sidecar holds, or with what was done after it."""
        result, photo, work = entry.name, loaded.photo, loaded.work
        follow(entry, photo, recipe)
        text = self.tr("The work of “{0}” goes on, with its original “{1}”.")
        if work is not None and not work.is_alike(work_of(entry)):
            take_up(self._session, entry, work, self.tr("Later Work"))
            text = self.tr("Later work on “{1}” goes on; undo takes that of “{0}”.")
        self.noticed.emit(text.format(result, entry.name))
        self.restored.emit(entry)

    def _release(self, key: int) -> None:
        """Tell of the photos that were opened with this one: it was to come first."""
        others = [entry for entry in self._held.pop(key, []) if entry in tuple(self._session)]
        if others:
            self.others_opened.emit(others)

    def _open_listed(self, request: Request, listed: PathsListed) -> None:
        entries = []
        known = None
        found = []
        for path in listed.paths:
            whole = listed.work.get(path, StoredPhoto(path))
            for work in listed.parts.get(path, (whole,)):
                known = self._session.find_path(path, work.part) or self._closing.reopen_path(path, work.part)
                if known is None:
                    entry = self._session.add(path, part_name(path, work.part), work.part)
                    entry.is_upright = work.is_upright
                    entries.append(entry)
                    found += [(entry, work)] if work.has_work else []
        self._take_up(found)
        if entries:
            self.show_first(entries[0], entries[1:])
            if isinstance(request, ListRequest) and len(entries) >= max(MANY, len(request.paths) + 1):
                self.many_opened.emit(request.paths, entries)
        elif known is not None:
            self._session.select(known)
        for folder in listed.empty:
            text = self.tr("There are no photos in “{0}” that Tintype can open.")
            self.noticed.emit(text.format(folder.name))

    def _take_up(self, found: list[tuple[Entry, StoredPhoto]]) -> None:
        """Go on with the work on photos that was done before, whoever opened them then."""
        for entry, work in found:
            take_up(self._session, entry, work, self.tr("Earlier Work"))
        if found:
            self.taken_up.emit([entry for entry, _ in found])

    def start_over(self, entry: Entry) -> None:
        """Take an open photo as if nothing had ever been done to it."""
        start_over(self._session, entry, self.tr("Start Over"))

    def show_first(self, shown: Entry, others: list[Entry]) -> None:
        """Read one photo before anything is done for the others."""
        self._held[shown.key] = [each for each in others if each.path and not is_sidecar(each.path)]
        self._session.select(shown)
        for entry in others:
            path = entry.path
            if path is None or is_sidecar(path):  # which leads to a photo that nobody knows yet
                self.load(entry)
                continue
            self._queue.submit(thumbnail_request(entry, path, self._session.reading(entry)))

    def _reopen_found(self, found: SessionFound) -> None:
        entries, shown = [], None
        for photo in found.photos:
            picture = found.pictures.get(photo.path)
            which = photo.path, photo.part
            if not self._session.find_path(*which) and not self._closing.reopen_path(*which):
                entry = add_stored(self._session, photo, picture)
                entries.append(entry)
                shown = entry if photo is found.shown else shown
        if entries:
            first = shown or entries[0]
            self.show_first(first, [entry for entry in entries if entry is not first])
        if found.missing:
            names = ", ".join(path.name for path in found.missing)
            self.noticed.emit(self.tr("Not there any more: {0}.").format(names))

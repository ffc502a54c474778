"""Ties the window to the desktop: later starts, dragging out, messages about ended work, the last session."""

from pathlib import Path
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.controllers.session.keeping import SessionKeeper
from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.batch import JobState, Summary
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.desktop.display_profile import read_display_profile
from colorizer_gui.desktop.notifications import Notifier
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.compare.viewer import Viewer
from colorizer_gui.widgets.film_strip.film_strip import FilmStrip
from colorizer_gui.widgets.film_strip.result_mime import ResultMime, drag_out

# Seconds after which nobody sits and waits any more.
LONG_JOB: Final = 10.0


class DesktopLink(QObject):
    """Listens to the desktop for the window, and speaks to it.

    Signals
    -------
    paths_received(list[Path])
        A later start brought photos to open, perhaps none.

    Attributes
    ----------
    notifier
        Tells the user of ended work.
    keeper
        Notes what is open; None in a window that does not keep it.
    """

    paths_received = Signal(object)

    def __init__(
        self, window: QMainWindow, workspace: Workspace, settings: Settings, viewer: Viewer, strip: FilmStrip
    ) -> None:
        super().__init__(window)
        self.notifier = Notifier(window)
        self.keeper: SessionKeeper | None = None
        self._window = window
        self._workspace = workspace
        self._settings = settings
        self._viewer = viewer
        self._strip = strip
        self._since: float | None = None
        self._run_since = 0.0
        viewer.comparison.colorized_pane.drag_requested.connect(self._on_photo_dragged)
        strip.drag_requested.connect(self._on_strip_dragged)
        workspace.colorization.activity_changed.connect(self._on_activity_changed)
        workspace.batch.run.changed.connect(self._on_run_changed)
        workspace.batch.run.finished.connect(self._on_run_finished)
        settings.display_profile_changed.connect(self.use_display_profile)
        self.use_display_profile()

    def keep_session(self, path: Path, *, reopen: bool) -> None:
        """Note from now on what is open, and open or offer what was open last time."""
        workspace = self._workspace
        keeper = SessionKeeper(path, workspace.session, workspace.loading, workspace.keeping, self)
        self.keeper = keeper
        if reopen:
            keeper.offer()
        if keeper.earlier.photos and reopen and self._settings.restores_session:
            keeper.reopen()
        elif keeper.earlier.photos:
            self._viewer.empty_state.offer_earlier(len(keeper.earlier.photos))
            self._viewer.empty_state.reopening_requested.connect(keeper.reopen)

    def write_session(self) -> None:
        """The window closes."""
        if self.keeper is not None:
            self.keeper.end()

    @Slot(object)
    def receive(self, paths: list[Path]) -> None:
        """Tintype was started again, with these photos: come to the front and open them."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        self.paths_received.emit(paths)

    def work_ended(self, seconds: float, text: str) -> None:
        """Tell of work that has ended, if the user is elsewhere."""
        if self._window.isActiveWindow():
            return
        if seconds >= LONG_JOB:
            self.notifier.tell(self.tr("Tintype has finished"), text)
        else:
            QApplication.alert(self._window)

    @Slot()
    def use_display_profile(self) -> None:
        """Show photos for the display that the settings name."""
        path = self._settings.display_profile
        display = None
        if path is not None:
            try:
                display = read_display_profile(path)
            except ColorizationError as exc:
                self._viewer.message_bar.show_error(in_own_language(exc.sentence))
        self._workspace.previewing.set_display(display)
        self._workspace.batch.pictures.display = display
        self._workspace.batch.review.set_display(display)

    @Slot(object)
    def _on_activity_changed(self, activity: object | None) -> None:
        if activity is not None:
            self._since = self._since if self._since is not None else monotonic()
        elif self._since is not None:
            seconds, self._since = monotonic() - self._since, None
            states = [entry.state for entry in self._workspace.session]
            failed = states.count(EntryState.FAILED)
            self.work_ended(seconds, self._counted(len(states) - failed, failed))

    @Slot(object)
    def _on_run_changed(self, state: RunState) -> None:
        if state is RunState.STARTING:
            self._run_since = monotonic()

    @Slot(object)
    def _on_run_finished(self, summary: Summary) -> None:
        done, failed = summary.counts.get(JobState.DONE, 0), summary.counts.get(JobState.FAILED, 0)
        text = in_own_language(summary.message) or self._counted(done, failed)
        self.work_ended(monotonic() - self._run_since, text)

    def _counted(self, done: int, failed: int) -> str:
        text = self.tr("Photos done: {0}").format(done)
        return text if not failed else text + self.tr(", failed: {0}").format(failed)

    @Slot()
    def _on_photo_dragged(self) -> None:
        self._drag(self._workspace.session.current, self._viewer.comparison)

    @Slot(object)
    def _on_strip_dragged(self, key: int) -> None:
        self._drag(self._workspace.session.find(key), self._strip)

    def _drag(self, entry: Entry | None, source: QWidget) -> None:
        settings = self._settings
        if entry is None:
            return
        handed = self._workspace.temporary_exports.begin(
            entry, settings.save_suffix, settings.write_options, settings.saving.label
        )
        if handed is not None and not drag_out(source, ResultMime(handed.file), entry.thumbnail):
            handed.cancel()

"""The two faces of the window, photo and batch: which one is shown, and what one offers of the other."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.batch import JobState, StopReason, Summary
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.widgets.compare.viewer import Viewer
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.window.batch.face import BatchFace

if TYPE_CHECKING:
    from colorizer_gui.widgets.batch.page import BatchPage

_GO_ON, _TAKE_MANY, _SHOW, _SHOW_FAILED = "go on", "take many", "show", "show failed"
_REVIEW = "review"
#: Offers of others are none of its business.
_OFFERS = frozenset({_GO_ON, _TAKE_MANY, _SHOW, _SHOW_FAILED, _REVIEW})


class PageSwitch(QObject):
    """Switches between photo and batch.

    Signals
    -------
    run_ended()
        No run holds up the closing of the window any more.
    """

    run_ended = Signal()

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        *,
        pages: QStackedWidget,
        viewer: Viewer,
        face: BatchFace,
        actions: WindowActions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._batch = workspace.batch
        self._pages, self._viewer, self._face = pages, viewer, face
        self._actions = actions
        self._many: tuple[tuple[Path, ...], list[Entry]] = ((), [])
        self._end_text = ""
        self._action: QAction = actions.batch
        self._action.toggled.connect(self._on_toggled)
        actions.batch_status.clicked.connect(self.enter)
        viewer.message_bar.offer_accepted.connect(self._on_offer_accepted)
        face.made.connect(self._on_page_made)
        workspace.loading.many_opened.connect(self._on_many_opened)
        self._batch.list.restored.connect(self._on_restored)
        self._batch.list.failed.connect(self._on_failed)
        for changed in (self._batch.list.changed, self._batch.list.reset):
            changed.connect(self._withdraw_review)
        self._batch.failed.connect(self._on_failed)
        self._batch.run.failed.connect(self._on_run_failed)
        self._batch.run.finished.connect(self._on_finished)
        self._batch.run.changed.connect(self._on_run_changed)

    @property
    def is_shown(self) -> bool:
        """Whether the batch is shown."""
        return self._action.isChecked()

    @property
    def is_running(self) -> bool:
        """Whether there is a run, be it paused."""
        return self._batch.run.state is not RunState.IDLE

    @property
    def message_bar(self) -> MessageBar:
        """The message bar of the page that is shown."""
        return self._face.page.message_bar if self.is_shown else self._viewer.message_bar

    @Slot()
    def enter(self) -> None:
        """Show the batch."""
        self._action.setChecked(True)

    @Slot()
    def leave(self) -> None:
        """Show the photo."""
        self._action.setChecked(False)

    @property
    def _bars(self) -> list[MessageBar]:
        """The message bars of all pages that are there."""
        page = self._face.made_page
        return [self._viewer.message_bar, *([] if page is None else [page.message_bar])]

    @Slot(object)
    def _on_page_made(self, page: "BatchPage") -> None:
        self._pages.addWidget(page)
        page.leaving_requested.connect(self.leave)
        page.footer.progressed.connect(self._actions.batch_status.show_progress)
        page.message_bar.offer_accepted.connect(self._on_offer_accepted)

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        if shown:
            self._pages.setCurrentWidget(self._face.page)
        else:
            self._pages.setCurrentIndex(0)
        self._actions.set_photo_shown(not shown)
        self._show_status()
        if shown:
            self._batch.list.restore()  # in case another Tintype had it
            self._viewer.message_bar.withdraw_offer(_SHOW)
            self._face.page.take_focus()

    @Slot(object)
    def _on_restored(self, waiting: int) -> None:
        if waiting:
            text = self.tr("A batch was not finished. Photos that wait: {0}").format(waiting)
            self.message_bar.show_offer(text, self.tr("Go On"), _GO_ON)

    @Slot(object, object)
    def _on_many_opened(self, paths: tuple[Path, ...], entries: list[Entry]) -> None:
        self._many = (paths, entries)
        text = self.tr(
            "{0} photos were opened. As a batch, all of them are colorized and saved by themselves."
        )
        self.message_bar.show_offer(text.format(len(entries)), self.tr("Make a Batch"), _TAKE_MANY)

    @Slot(str)
    def _on_offer_accepted(self, offer: str) -> None:
        if offer not in _OFFERS:
            return
        if offer == _TAKE_MANY:
            self._take_many()
        self.enter()
        if offer == _GO_ON:
            self._batch.start()
        elif offer == _REVIEW:
            self._face.page.show_view(self._face.page.review)
        elif offer == _SHOW_FAILED:
            self._face.page.filter_bar.buttons[JobState.FAILED].setChecked(True)

    def _take_many(self) -> None:
        """Give photos to the batch that were opened, and close those that nobody has looked at."""
        paths, entries = self._many
        session = self._workspace.session
        opened = set(session)
        for entry in entries:
            if entry in opened and entry is not session.current and entry.prediction is None:
                session.remove(entry)
        self._many = ((), [])
        self._face.add(paths)

    @Slot(object)
    def _on_failed(self, message: str) -> None:
        self.message_bar.show_error(message)

    @Slot(object)
    def _on_run_failed(self, message: str) -> None:
        self._end_text = message
        self.message_bar.show_error(message)

    def _show_status(self) -> None:
        """Who looks at a photo sees how far the batch is."""
        self._actions.show_batch_status(self.is_running and not self.is_shown)

    @Slot(object)
    def _on_run_changed(self, state: RunState) -> None:
        self._show_status()
        if state is RunState.STARTING:
            for bar in self._bars:
                bar.withdraw_offer(_GO_ON)
                bar.withdraw(self._end_text)  # how the run before ended
        elif state is RunState.IDLE:
            self.run_ended.emit()

    @Slot(object)
    def _on_finished(self, summary: Summary) -> None:
        if summary.reason is StopReason.ASKED:
            return
        if summary.reason is not None:
            self._on_run_failed(in_own_language(summary.message))
            return
        done = summary.counts.get(JobState.DONE, 0) + summary.counts.get(JobState.SKIPPED, 0)
        failed = summary.counts.get(JobState.FAILED, 0)
        to_review = summary.counts.get(JobState.TO_REVIEW, 0)
        page = self._face.made_page
        if to_review and page is not None and page.is_view_shown(page.review):
            return  # they are in view already
        if to_review:
            text = self.tr("The photos are colorized. To be reviewed: {0}").format(to_review)
            self._offer_end(text, self.tr("Review"), _REVIEW)
        elif failed:
            text = self.tr("The batch has ended. Done: {0}, failed: {1}").format(done, failed)
            self._offer_end(text, self.tr("Show Failed"), _SHOW_FAILED)
        else:
            text = self.tr("The batch has ended. Done: {0}").format(done)
            self._offer_end(text, "" if self.is_shown else self.tr("Show"), _SHOW)

    @Slot()
    def _withdraw_review(self) -> None:
        """Nothing is to be reviewed any more, whichever way that came."""
        if not self._batch.list.counts().get(JobState.TO_REVIEW):
            for bar in self._bars:
                bar.withdraw_offer(_REVIEW)

    def _offer_end(self, text: str, action: str, offer: str) -> None:
        """Say how a run ended, and what can be done about it, if anything."""
        self._end_text = text
        if action:
            self.message_bar.show_offer(text, action, offer)
        else:
            self.message_bar.show_notice(text)

"""The page of a batch: the list and what is chosen for it, in the place of the photo."""

from collections.abc import Collection, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.core.batch import Job, JobState
from colorizer_gui.widgets.batch.detail import BatchDetail
from colorizer_gui.widgets.batch.filter_bar import BatchFilterBar
from colorizer_gui.widgets.batch.footer import BatchFooter
from colorizer_gui.widgets.batch.head import BatchHead
from colorizer_gui.widgets.batch.options import BatchOptions
from colorizer_gui.widgets.batch.table import BatchTable
from colorizer_gui.widgets.common.drop_frame import DropFrame
from colorizer_gui.widgets.common.invitation import Invitation
from colorizer_gui.widgets.common.mime import paths_of
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.widgets.review.view import ReviewView


class BatchPage(QWidget):
    """Puts the parts together; what they mean is known elsewhere.

    Signals
    -------
    paths_dropped(list[Path])
    leaving_requested()
        Back to the photo.

    Attributes
    ----------
    table, detail, review, filter_bar, footer, options, message_bar
        What it is made of.
    add_photos_button, add_folder_button, more_menu
        Over the list.
    retry_action, clear_action, report_action, output_action
        In the menu.
    start_button, stop_button
        Beside it; the first one also pauses and resumes.
    """

    paths_dropped = Signal(object)
    leaving_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.table = BatchTable()
        self.detail = BatchDetail()
        self.review = ReviewView()
        self.filter_bar = BatchFilterBar()
        self.footer = BatchFooter()
        self.options = BatchOptions()
        self.message_bar = MessageBar()
        self.message_bar.setObjectName("inlineMessage")
        self._make_list_buttons()
        self._make_run_buttons()
        self._invitation = Invitation("batch")
        self._views = QStackedWidget()
        self._head = BatchHead(self.filter_bar)
        self._queue_view = QStackedWidget()
        self._lay_out()
        self._drop_frame = DropFrame(self)
        self.filter_bar.filter_requested.connect(self.table.filter.set_states)
        self.add_view(self.tr("List"), self._queue_view)
        self.add_view(self.tr("Review"), self.review)
        self.show_counts({})

    def _make_list_buttons(self) -> None:
        self.add_photos_button = QPushButton(self.tr("Add Photos…"))
        self.add_folder_button = QPushButton(self.tr("Add Folder…"))
        self.add_photos_button.setToolTip(
            self.tr("Put photos into the list, to be colorized one after the other")
        )
        self.add_folder_button.setToolTip(
            self.tr("Put all photos of a folder, and of the folders in it, into the list")
        )
        self.more_menu = QMenu(self)
        self.retry_action = self.more_menu.addAction(self.tr("Try Failed Photos Again"))
        self.clear_action = self.more_menu.addAction(self.tr("Remove Finished Photos from the List"))
        self.more_menu.addSeparator()
        self.report_action = self.more_menu.addAction(self.tr("Save Report…"))
        self.output_action = self.more_menu.addAction(self.tr("Open the Folder of the Results"))

    def _make_run_buttons(self) -> None:
        self.start_button = QPushButton()
        self.start_button.setProperty("primary", True)
        self.start_button.setToolTip(
            self.tr("Colorizes and saves the photos of the list; a pause finishes what was begun")
        )
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.setToolTip(
            self.tr("Ends the work now; photos that were not finished wait in the list")
        )

    def add_view(self, title: str, view: QWidget) -> None:
        """Another way to look at the batch; with more than one there is a switch between them."""
        self._views.addWidget(view)
        self._head.add_view(title)

    def show_view(self, view: QWidget) -> None:
        """Switch to a view that was added."""
        self._head.views.button(self._views.indexOf(view)).setChecked(True)

    def is_view_shown(self, view: QWidget) -> bool:
        """Whether that is the view that the user looks at."""
        return self.isVisible() and self._views.currentWidget() is view

    def show_counts(self, counts: Mapping[JobState, int]) -> None:
        """Show how many photos are in which state; without photos, an invitation."""
        some = bool(sum(counts.values()))
        self.filter_bar.show_counts(counts)
        for part in (self.add_photos_button, self.add_folder_button):
            part.setVisible(some)  # the invitation has buttons of its own
        self.footer.setVisible(some)
        self._queue_view.setCurrentIndex(1 if some else 0)
        self._show_filter()

    def take_focus(self) -> None:
        """Let the keys go to what is shown: photos to review, the table, or the invitation."""
        if self.is_view_shown(self.review):
            self.review.setFocus()
        else:
            (self.table if self._queue_view.currentIndex() else self._invitation).setFocus()

    def show_scanning(self, looking: bool) -> None:
        """Say that folders are being looked through."""
        self._head.show_scanning(looking)

    def show_jobs(self, jobs: Collection[Job], own: Collection[int]) -> None:
        """Show another list."""
        self.table.model_of_jobs.set_jobs(list(jobs), own)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if paths_of(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._drop_frame.appear()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self._drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self._drop_frame.hide()
        paths: list[Path] = paths_of(event.mimeData())
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.paths_dropped.emit(paths)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.leaving_requested.emit()
        elif event.key() != Qt.Key.Key_Space:  # which the window would take for the photo
            super().keyPressEvent(event)

    def _invite(self) -> None:
        """Say what the page is for where the list is empty, with buttons like those over the list."""
        self._invitation.set_texts(
            self.tr("Drop a folder here"),
            self.tr(
                "All photos in it, and in the folders inside, are colorized one after the other.\n"
                "The results go into a folder of their own; the originals stay as they are."
            ),
        )
        for button, primary in ((self.add_folder_button, True), (self.add_photos_button, False)):
            twin = self._invitation.add_button(button.text(), primary=primary)
            twin.clicked.connect(button.click)
            twin.setToolTip(button.toolTip())
            if primary:
                self._invitation.setFocusProxy(twin)

    def _more_button(self) -> QToolButton:
        more = QToolButton()
        more.setObjectName("moreButton")
        more.setText("⋯")
        more.setAccessibleName(self.tr("More"))
        more.setToolTip(self.tr("Try again, tidy the list, write a report, open the folder of the results"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self.more_menu)
        return more

    def _lay_out(self) -> None:
        self._invite()
        for over_list in (self.add_photos_button, self.add_folder_button, self._more_button()):
            self._head.add_button(over_list)
        self._head.views.idToggled.connect(self._on_view_toggled)
        self._queue_view.addWidget(self._invitation)
        listed = QWidget()
        rows = QVBoxLayout(listed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.detail)
        self.table.detail_changed.connect(self.detail.show_job)
        self._queue_view.addWidget(listed)
        line = QFrame()
        line.setObjectName("line")
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._head)
        left.addWidget(self.message_bar)
        left.addWidget(line)
        left.addWidget(self._views, 1)
        left.addWidget(self.footer)
        self.options.add_button(self.start_button)
        self.options.add_button(self.stop_button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left, 1)
        layout.addWidget(self.options)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._drop_frame.setGeometry(self.rect())

    def _show_filter(self) -> None:
        """It is for the table; the other views have counts of their own."""
        listed = self._views.currentWidget() is self._queue_view
        self.filter_bar.setVisible(listed and bool(self._queue_view.currentIndex()))
        self._head.arrange()

    @Slot(int, bool)
    def _on_view_toggled(self, index: int, checked: bool) -> None:
        if checked:
            self._views.setCurrentIndex(index)
            self._show_filter()
            self.take_focus()

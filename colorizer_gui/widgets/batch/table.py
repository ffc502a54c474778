"""The table of a batch: rows are chosen, put in order and asked for things, by mouse, menu or key."""

from collections.abc import Sequence
from enum import Enum
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from colorizer_gui.core.batch import Job, JobState
from colorizer_gui.core.batch.jobs.states import ENDED, WAITING
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.widgets.batch.delegate import ROW_HEIGHT, BatchDelegate
from colorizer_gui.widgets.batch.model import MESSAGE, PHOTO, STATE, TIME, BatchFilter, BatchModel
from colorizer_gui.widgets.batch.model_menu import ModelMenu
from colorizer_gui.widgets.batch.words import all_state_texts
from colorizer_gui.widgets.panel.colour_menu import ColourMenu

#: Scrolling is over before pictures are made.
_LOOK_MS: Final = 80
#: Sign and margins of a state, in pixels.
_BESIDE_TEXT: Final = 50
_QUEUED: Final = frozenset({JobState.QUEUED})
_CANCELLABLE: Final = WAITING | {JobState.RUNNING}


class JobCommand(Enum):
    """What may be asked of chosen rows."""

    FIRST = "first"
    UP = "up"
    DOWN = "down"
    CANCEL = "cancel"
    AGAIN = "again"
    REMOVE = "remove"
    OPEN_RESULT = "open result"
    SHOW_FOLDER = "show folder"
    OPEN_PHOTO = "open photo"
    COPY_MESSAGE = "copy message"


class BatchTable(QTableView):
    """Shows the jobs.

    Signals
    -------
    command_requested(JobCommand, list[Job])
        Something is asked of the chosen rows.
    colour_requested(Adjustments | None, list[Job])
        They shall have these settings; None for those of the batch.
    rows_seen(list[Job])
        These rows are on the screen.
    detail_changed(Job | None)
        The job of the row that is selected, and as it is now; None for none, or several.

    Attributes
    ----------
    model_of_jobs
        All jobs; the view shows them through a filter.
    colours
        The menu of colour settings for single photos.
    actions_by_command
        What the context menu and the keys trigger.
    """

    command_requested = Signal(object, object)
    colour_requested = Signal(object, object)
    rows_seen = Signal(object)
    detail_changed = Signal(object)
    model_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of_jobs = BatchModel(self)
        self.filter = BatchFilter(self.model_of_jobs, self)
        self.setModel(self.filter)
        self.setObjectName("batchTable")
        self.setAccessibleName(self.tr("Photos of the batch"))
        self._set_up_view()
        self.colours = ColourMenu(self.tr("Colour"), self, for_single=True)
        self.colours.chosen.connect(self._on_colour_chosen)
        self.models = ModelMenu(self)
        self.models.chosen.connect(self._on_model_chosen)
        self.actions_by_command: dict[JobCommand, QAction] = {}
        self._menu = QMenu(self)
        self._add_actions()
        self._look = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._look.timeout.connect(self._on_rows_settled)
        for signal in (self.filter.layoutChanged, self.filter.rowsInserted, self.filter.rowsRemoved):
            signal.connect(self._on_rows_changed)
        self.filter.modelReset.connect(self._on_rows_changed)
        self.filter.dataChanged.connect(self._on_rows_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_rows_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self._on_selection_changed()

    def chosen(self) -> list[Job]:
        """The jobs of the rows that are selected, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._job(row) for row in rows]

    def choose(self, job_ids: Sequence[int]) -> None:
        """Select rows."""
        model = self.selectionModel()
        model.clear()
        for job_id in job_ids:
            row = self.model_of_jobs.row_of(job_id)
            index = self.filter.mapFromSource(self.model_of_jobs.index(-1 if row is None else row, 0))
            if index.isValid():
                model.select(index, model.SelectionFlag.Select | model.SelectionFlag.Rows)
                model.setCurrentIndex(index, model.SelectionFlag.NoUpdate)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._look.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._look.start()

    def _set_up_view(self) -> None:
        self.setItemDelegate(BatchDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        vertical, header = self.verticalHeader(), self.horizontalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(ROW_HEIGHT)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for column in (PHOTO, MESSAGE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(text) for text in all_state_texts())
        for column, width in ((STATE, widest + _BESIDE_TEXT), (TIME, 13 * metrics.averageCharWidth())):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)

    def _add_actions(self) -> None:
        for command, text, keys in (
            (JobCommand.OPEN_PHOTO, self.tr("Open in the Photo View"), "Return"),
            (JobCommand.OPEN_RESULT, self.tr("Open Result"), "Ctrl+Return"),
            (JobCommand.SHOW_FOLDER, self.tr("Show in Folder"), ""),
            (JobCommand.COPY_MESSAGE, self.tr("Copy Message"), "Ctrl+C"),
            (JobCommand.FIRST, self.tr("Do Next"), "Alt+Home"),
            (JobCommand.UP, self.tr("Move Up"), "Alt+Up"),
            (JobCommand.DOWN, self.tr("Move Down"), "Alt+Down"),
            (JobCommand.AGAIN, self.tr("Once More"), "Ctrl+R"),
            (JobCommand.CANCEL, self.tr("Cancel Now"), "Ctrl+Backspace"),
            (JobCommand.REMOVE, self.tr("Remove from the List"), "Del"),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(partial(self._request_command, command))
            self.actions_by_command[command] = action
            self.addAction(action)
            self._menu.addAction(action)
            if command in {JobCommand.COPY_MESSAGE, JobCommand.DOWN}:
                self._menu.addSeparator()
            if command is JobCommand.DOWN:
                self._menu.addMenu(self.colours)
                self._menu.addMenu(self.models)

    def _job(self, row: int) -> Job:
        return self.model_of_jobs.job(self.filter.mapToSource(self.filter.index(row, PHOTO)).row())

    def _request_command(self, command: JobCommand) -> None:
        jobs = self.chosen()
        if jobs:
            self.command_requested.emit(command, jobs)

    @Slot(object)
    def _on_colour_chosen(self, adjustments: Adjustments | None) -> None:
        if self.chosen():
            self.colour_requested.emit(adjustments, self.chosen())

    @Slot(str)
    def _on_model_chosen(self, name: str) -> None:
        if self.chosen():
            self.model_requested.emit(name, self.chosen())

    @Slot()
    def _on_selection_changed(self) -> None:
        jobs = self.chosen()
        states = {job.state for job in jobs}
        enabled = {
            JobCommand.OPEN_PHOTO: bool(jobs),
            JobCommand.SHOW_FOLDER: bool(jobs),
            JobCommand.OPEN_RESULT: any(job.output is not None for job in jobs),
            JobCommand.COPY_MESSAGE: any(job.message for job in jobs),
            JobCommand.FIRST: bool(states & _QUEUED),
            JobCommand.UP: bool(states & _QUEUED),
            JobCommand.DOWN: bool(states & _QUEUED),
            JobCommand.AGAIN: bool(states & ENDED),
            JobCommand.CANCEL: bool(states & _CANCELLABLE),
            JobCommand.REMOVE: bool(states - {JobState.RUNNING}),
        }
        for command, action in self.actions_by_command.items():
            action.setEnabled(enabled[command])
        self.colours.setEnabled(bool(jobs))
        self.models.setEnabled(bool(jobs))
        self.models.show_current({job.request.recipe.model for job in jobs})
        self.detail_changed.emit(jobs[0] if len(jobs) == 1 else None)

    @Slot(QPoint)
    def _on_menu_requested(self, position: QPoint) -> None:
        if self.chosen():
            self._on_selection_changed()  # states may have changed since the rows were selected
            self._menu.popup(self.viewport().mapToGlobal(position))

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self._request_command(JobCommand.OPEN_PHOTO)

    @Slot()
    def _on_rows_changed(self) -> None:
        if not self._look.isActive():
            self._look.start()

    @Slot()
    def _on_rows_settled(self) -> None:
        """Tell which rows are seen; and what can be done with the chosen ones may have changed."""
        if not self.isVisible():
            return
        self._on_selection_changed()
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        last = self.filter.rowCount() - 1 if last < 0 else last
        self.rows_seen.emit([self._job(row) for row in range(first, last + 1)])

"""The jobs of a batch as a table; fast with thousands of them."""

from collections.abc import Container, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QImage

from colorizer_gui.core.batch import Job, JobState
from colorizer_gui.core.pipeline.pipeline import Stage
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.widgets.batch.words import seconds_text, sign_of, state_text

PHOTO, STATE, TIME, MESSAGE = range(4)
JOB_ROLE: Final = Qt.ItemDataRole.UserRole
SIGN_ROLE: Final = Qt.ItemDataRole.UserRole + 1
FOLDER_ROLE: Final = Qt.ItemDataRole.UserRole + 2
#: Rows that are taken out one by one, so that the view stays where it is; for more it is filled anew.
_MOST_REMOVALS: Final = 200
_AnyIndex = QModelIndex | QPersistentModelIndex


class BatchModel(QAbstractTableModel):
    """One row for each job, in the order in which they are done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._rows: dict[int, int] = {}
        self._stages: dict[int, Stage] = {}
        self._pictures: dict[int, QImage] = {}
        self._own: set[int] = set()

    def rowCount(self, parent: _AnyIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self._jobs)

    def columnCount(self, parent: _AnyIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else MESSAGE + 1

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Photo"), self.tr("State"), self.tr("Time"), self.tr("Message"))[section]

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        job = self._jobs[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(job, index.column())
            case Qt.ItemDataRole.DecorationRole if index.column() == PHOTO:
                return self._pictures.get(job.id)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(job, index.column())
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == PHOTO:
                return f"{job.request.name}: {self._text(job, STATE)}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return in_own_language(job.message)
            case _ if role == JOB_ROLE:
                return job
            case _ if role == SIGN_ROLE:
                return sign_of(job.state)
            case _ if role == FOLDER_ROLE:
                return folder_text(job)
        return None

    def job(self, row: int) -> Job:
        """The job of a row."""
        return self._jobs[row]

    def row_of(self, job_id: int) -> int | None:
        """The row of a job."""
        return self._rows.get(job_id)

    def set_jobs(self, jobs: Sequence[Job], own: Container[int] = ()) -> None:
        """Show this list; what is selected stays selected.

        Parameters
        ----------
        own
            Jobs that have a colour of their own.
        """
        self._own = {job.id for job in jobs if job.id in own}
        wanted = {job.id for job in jobs}
        gone = [row for row, job in enumerate(self._jobs) if job.id not in wanted]
        if len(self._jobs) - len(gone) != len(jobs) or len(gone) > _MOST_REMOVALS:
            self.beginResetModel()
            self._take(jobs)
            self.endResetModel()
            return
        for row in reversed(gone):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._jobs[row]
            self.endRemoveRows()
        self._reorder(jobs)

    def _reorder(self, jobs: Sequence[Job]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._jobs[index.row()].id for index in before]
        self._take(jobs)
        after = [
            self.index(self._rows[job_id], index.column()) for job_id, index in zip(ids, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _take(self, jobs: Sequence[Job]) -> None:
        self._jobs = list(jobs)
        self._rows = {job.id: row for row, job in enumerate(self._jobs)}

    def update(self, jobs: Sequence[Job], own: Container[int] = ()) -> None:
        """Show jobs as they are now, and new ones at the end."""
        new = [job for job in jobs if job.id not in self._rows]
        for job in jobs:
            self._stages.pop(job.id, None)
            self._own.discard(job.id)
            if job.id in own:
                self._own.add(job.id)
            row = self._rows.get(job.id)
            if row is not None:
                self._jobs[row] = job  # its picture stays until there is a newer one
                self._tell(row)
        if new:
            first = len(self._jobs)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._jobs += new
            self._rows |= {job.id: first + offset for offset, job in enumerate(new)}
            self.endInsertRows()

    def set_stages(self, stages: dict[int, Stage]) -> None:
        """Show what is being done with running jobs."""
        self._stages |= stages
        for job_id in stages:
            row = self._rows.get(job_id)
            if row is not None:
                self._tell(row)

    def set_picture(self, job_id: int, picture: QImage) -> None:
        """Show a job with its picture."""
        row = self._rows.get(job_id)
        if row is not None and self._pictures.get(job_id) is not picture:
            self._pictures[job_id] = picture
            self.dataChanged.emit(self.index(row, PHOTO), self.index(row, PHOTO))

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, PHOTO), self.index(row, MESSAGE))

    def _text(self, job: Job, column: int) -> str:
        if column == PHOTO:
            return job.request.name
        if column == STATE:
            return state_text(job.state, self._stages.get(job.id))
        if column == TIME:
            return seconds_text(job)
        if not job.message and job.id in self._own:
            return self.tr("Colour settings of its own")
        # The row names the photo already, and its folder.
        return in_own_language(job.message).replace(str(job.request.source), job.request.source.name)

    def _tool_tip(self, job: Job, column: int) -> str:
        if column == PHOTO:
            return str(job.request.source)
        if column == MESSAGE:
            return in_own_language(job.message)
        return str(job.output or job.request.target)


class BatchFilter(QSortFilterProxyModel):
    """Shows the jobs of some states only."""

    def __init__(self, model: BatchModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._states: frozenset[JobState] = frozenset()
        self.setSourceModel(model)

    def set_states(self, states: frozenset[JobState]) -> None:
        """Show jobs in these states; all, if there are none."""
        if states != self._states:
            self._states = states
            self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: _AnyIndex) -> bool:  # noqa: N802 - Qt's name
        return not self._states or self._model.job(row).state in self._states


def folder_text(job: Job) -> str:
    """Where a photo lies, from the folder on that was added."""
    request = job.request
    folder = request.source.parent
    if request.root is not None and folder.is_relative_to(request.root.parent):
        folder = folder.relative_to(request.root.parent)
    return str(folder)

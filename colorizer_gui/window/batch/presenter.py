"""Shows on the page of the batch what the controllers tell."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from colorizer_gui.controllers.batch.job_list import BatchList
from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.batch import Job, JobState, StopReason, Summary
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.settings.batch_choices import BatchChoices
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.batch.left_out_dialog import LeftOutDialog
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.batch.words import reason_text
from colorizer_gui.widgets.common.screen_fit import open_dialog
from colorizer_gui.workers.batch.event_inbox import News
from colorizer_gui.workers.batch.requests import Planned, Space


class BatchPresenter(QObject):
    """Listens to the controllers and changes the page, from the state on that they are in by then."""

    def __init__(self, window: QWidget, workspace: Workspace, settings: Settings, page: BatchPage) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._settings = settings
        self._page = page
        self._batch = workspace.batch
        self._list: BatchList = workspace.batch.list
        self._seconds_left: float | None = None
        self._ended: Summary | None = None
        self._is_begun = self._list.is_restored
        page.footer.left_out_button.clicked.connect(self._on_left_out_clicked)
        self._connect_controllers()
        page.options.show_choices(self._list.choices)
        self._on_presets_changed()
        self._on_sources_changed()
        self._on_reset()
        if self._list.queue is not None:
            self._list.plan()  # once more: what comes of the choices was told to nobody

    def _connect_controllers(self) -> None:
        self._list.reset.connect(self._on_reset)
        self._list.changed.connect(self._on_jobs_changed)
        self._list.restored.connect(self._on_restored)
        self._list.choices_changed.connect(self._on_choices_changed)
        self._list.planned.connect(self._on_planned)
        self._list.space_changed.connect(self._on_space_changed)
        self._list.busy_changed.connect(self._on_busy_changed)
        self._list.reported.connect(self._on_reported)
        self._batch.pictures.made.connect(self._page.table.model_of_jobs.set_picture)
        self._batch.run.changed.connect(self._on_run_changed)
        self._batch.run.news_came.connect(self._on_news_came)
        self._batch.run.finished.connect(self._on_run_finished)
        self._settings.presets_changed.connect(self._on_presets_changed)
        self._workspace.adjusting.copied_changed.connect(self._on_sources_changed)
        self._workspace.session.current_changed.connect(self._on_sources_changed)
        self._workspace.session.adjustments_changed.connect(self._on_sources_changed)

    @Slot()
    def _on_left_out_clicked(self) -> None:
        omissions = self._list.omissions
        groups = [(reason_text(reason), paths) for reason, paths in omissions.left_out.items()]
        problems = [in_own_language(problem) for problem in omissions.problems]
        dialog = LeftOutDialog(groups, problems, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_dialog(dialog)

    @Slot(object)
    def _on_restored(self, waiting: int) -> None:
        """An earlier start has left photos that wait."""
        self._is_begun = self._is_begun or bool(waiting)
        self._show_state()

    @Slot()
    def _on_reset(self) -> None:
        jobs = self._list.jobs
        self._page.show_jobs(jobs, self._with_own_colour(jobs))
        self._show_state()

    @Slot(object)
    def _on_jobs_changed(self, jobs: Sequence[Job]) -> None:
        self._page.table.model_of_jobs.update(jobs, self._with_own_colour(jobs))
        self._show_state()

    def _with_own_colour(self, jobs: Sequence[Job]) -> set[int]:
        return {job.id for job in jobs if self._list.has_own_colour(job)}

    @Slot(object)
    def _on_choices_changed(self, choices: BatchChoices) -> None:
        self._page.options.show_choices(choices)
        self._show_state()

    @Slot(object)
    def _on_planned(self, planned: Planned) -> None:
        for problem in planned.found.problems:
            self._page.message_bar.show_notice(in_own_language(problem))
        if planned.found.photos and not planned.added:
            self._page.message_bar.show_notice(self.tr("These photos are in the list already."))
        if planned.need is not None:
            self._page.message_bar.show_notice(in_own_language(planned.need))
        waiting = next((job for job in self._list.jobs if job.state is JobState.QUEUED), None)
        if waiting is None:
            self._page.options.show_preview("", "")
        else:
            request = waiting.request
            self._page.options.show_preview(request.source.name, request.target.name)
        self._show_state()

    @Slot(object)
    def _on_space_changed(self, space: Space) -> None:
        self._page.footer.show_space(space.needed, space.free)

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:
        self._page.show_scanning(busy)

    @Slot(object)
    def _on_reported(self, path: Path) -> None:
        self._page.message_bar.show_confirmation(self.tr("The report was saved as “{0}”.").format(path.name))

    @Slot(object)
    def _on_run_changed(self, _state: RunState) -> None:
        self._ended = None
        self._seconds_left = None
        self._show_state()

    @Slot(object)
    def _on_news_came(self, news: News) -> None:
        self._page.table.model_of_jobs.set_stages(news.stages)
        if news.progress is not None:
            self._seconds_left = news.progress.seconds_left
        for notice in news.notices[-1:]:
            self._page.message_bar.show_notice(in_own_language(notice.text))
        self._show_state()

    @Slot(object)
    def _on_run_finished(self, summary: Summary) -> None:
        self._ended = summary
        self._is_begun = summary.reason is not None
        self._show_state()

    @Slot()
    def _on_presets_changed(self) -> None:
        for menu in (self._page.options.colours, self._page.table.colours):
            menu.show_presets(self._settings.presets)

    @Slot()
    def _on_sources_changed(self) -> None:
        entry = self._workspace.session.current
        shown = None if entry is None else entry.adjustments.everywhere
        for menu in (self._page.options.colours, self._page.table.colours):
            menu.show_sources(shown, self._workspace.adjusting.copied)

    def _show_state(self) -> None:
        counts, state, page = self._list.counts(), self._batch.run.state, self._page
        waiting = counts.get(JobState.QUEUED, 0)
        idle = state is RunState.IDLE
        self._is_begun = self._is_begun and (not idle or bool(waiting))
        page.show_counts(counts)
        page.footer.show_left_out(self._list.omissions.count)
        if not waiting:
            page.footer.show_space(0, None)
        page.footer.show_progress(
            counts, self._words(counts), self._seconds_left if state is RunState.RUNNING else None
        )
        page.options.show_folder_problem(self._batch.blocker() if idle and waiting else "")
        page.options.set_locked(not idle)
        page.start_button.setText(self._start_text())
        page.start_button.setEnabled(
            state is not RunState.STOPPING and (not idle or bool(waiting and not page.options.has_error))
        )
        page.stop_button.setEnabled(not idle and state is not RunState.STOPPING)
        page.retry_action.setEnabled(bool(counts.get(JobState.FAILED)))
        page.clear_action.setEnabled(bool(counts))
        page.report_action.setEnabled(bool(counts))
        page.output_action.setEnabled(self._list.choices.output is not None)

    def _start_text(self) -> str:
        match self._batch.run.state:
            case RunState.RUNNING | RunState.STARTING:
                return self.tr("Pause")
            case RunState.PAUSED:
                return self.tr("Resume")
            case _:
                return self.tr("Go On") if self._is_begun else self.tr("Start")

    def _words(self, counts: Mapping[JobState, int]) -> str:
        match self._batch.run.state:
            case RunState.STARTING:
                return self.tr("getting ready to colorize…")
            case RunState.PAUSED if counts.get(JobState.RUNNING):
                return self.tr("pausing, what was begun is finished")
            case RunState.PAUSED:
                return self.tr("paused")
            case RunState.STOPPING:
                return self.tr("stopping…")
            case RunState.RUNNING:
                return ""
        reason = None if self._ended is None else self._ended.reason
        if reason is None or not counts.get(JobState.QUEUED):
            return ""  # what waits was added since
        return self.tr("stopped") if reason is StopReason.ASKED else self.tr("interrupted")

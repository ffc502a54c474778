"""Between the page of the batch and its controllers: what is shown, and what is wished."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from colorizer_gui.batch_choices import BatchChoices
from colorizer_gui.controllers.batch_list import BatchList
from colorizer_gui.controllers.batch_run import RunState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.adjustments import Adjustments
from colorizer_gui.core.batch import Job, JobState, Recipe, StopReason, Summary
from colorizer_gui.core.batch.scanning import LeftOut
from colorizer_gui.core.photo_io import SUPPORTED_SUFFIXES
from colorizer_gui.settings import Settings
from colorizer_gui.translation import in_own_language
from colorizer_gui.widgets import dialogs
from colorizer_gui.widgets.batch_page import BatchPage
from colorizer_gui.widgets.batch_table import Wish
from colorizer_gui.widgets.batch_words import reason_text
from colorizer_gui.workers.batch_mailbox import News
from colorizer_gui.workers.batch_requests import Planned, Space


class BatchPresenter(QObject):
    """Keeps page and controllers together.

    Signals
    -------
    photo_requested(Path)
        A photo of the list is to be opened in the photo view.
    """

    photo_requested = Signal(object)

    def __init__(self, window: QWidget, workspace: Workspace, settings: Settings, page: BatchPage) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._settings = settings
        self._page = page
        self._batch = workspace.batch
        self._list: BatchList = workspace.batch.list
        self._left_out: Counter[LeftOut] = Counter()
        self._seconds_left: float | None = None
        self._ended: Summary | None = None
        self._list.choices = settings.batch_choices
        self._take_settings()
        self._fill_more_menu()
        self._connect_page()
        self._connect_controllers()
        page.options.show_choices(self._list.choices)
        self._on_presets_changed()
        self._on_sources_changed()
        self._show_state()

    def _fill_more_menu(self) -> None:
        menu = self._page.more_menu
        self._retry_action = menu.addAction(self.tr("Try Failed Photos Again"))
        self._retry_action.triggered.connect(self._list.retry_failed)
        self._clear_action = menu.addAction(self.tr("Remove Finished Photos from the List"))
        self._clear_action.triggered.connect(self._list.remove_ended)
        menu.addSeparator()
        self._report_action = menu.addAction(self.tr("Save Report…"))
        self._report_action.triggered.connect(self._on_report_requested)
        self._output_action = menu.addAction(self.tr("Open the Folder of the Results"))
        self._output_action.triggered.connect(self._on_output_requested)

    def _connect_page(self) -> None:
        page = self._page
        page.add_photos_button.clicked.connect(self._on_photos_requested)
        page.add_folder_button.clicked.connect(self._on_folder_requested)
        page.paths_dropped.connect(self.add)
        page.start_button.clicked.connect(self._on_start_clicked)
        page.stop_button.clicked.connect(self._batch.run.stop)
        page.table.wished.connect(self._on_wished)
        page.table.colour_wished.connect(self._on_colour_wished)
        page.table.rows_seen.connect(self._batch.pictures.want)
        page.options.choices_requested.connect(self._on_choices_requested)
        page.options.folder_requested.connect(self._on_output_folder_requested)
        page.options.folder_allowed.connect(self._on_output_allowed)
        page.footer.left_out_button.clicked.connect(self._on_left_out_clicked)

    def _connect_controllers(self) -> None:
        self._list.reset.connect(self._on_reset)
        self._list.changed.connect(self._on_jobs_changed)
        self._list.choices_proposed.connect(self._on_choices_proposed)
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

    @Slot(object)
    def add(self, paths: Sequence[Path]) -> None:
        """Add photos and folders."""
        self._take_settings()
        self._list.add(paths)

    def _take_settings(self) -> None:
        """What is set for all photos of the program holds for those of a batch."""
        settings, label = self._settings, self._settings.saving.label
        self._list.model_name = "tintype" if settings.weights is None else settings.weights.stem
        self._list.base = Recipe(
            options=settings.write_options,
            reading=settings.saving.reading,
            caption=label.caption,
            source_type=label.source_type,
        )

    # What the user wishes.

    @Slot()
    def _on_photos_requested(self) -> None:
        self._add_chosen(dialogs.ask_photos(self._window, self._settings.last_folder, SUPPORTED_SUFFIXES))

    @Slot()
    def _on_folder_requested(self) -> None:
        folder = dialogs.ask_folder(self._window, self._settings.last_folder)
        self._add_chosen([] if folder is None else [folder])

    def _add_chosen(self, paths: list[Path]) -> None:
        if paths:
            self._settings.last_folder = paths[0].parent
            self.add(paths)

    @Slot()
    def _on_start_clicked(self) -> None:
        run = self._batch.run
        if run.state is RunState.IDLE:
            self._take_settings()
            self._batch.start()
        elif run.state is RunState.PAUSED:
            run.resume()
        else:
            run.pause()

    @Slot(object)
    def _on_choices_requested(self, choices: BatchChoices) -> None:
        self._settings.batch_choices = choices
        self._list.choose(choices)
        self._page.options.show_choices(choices)
        self._show_state()

    @Slot()
    def _on_output_folder_requested(self) -> None:
        folder = dialogs.ask_output_folder(self._window, self._list.choices.output)
        if folder is not None:
            self._on_choices_requested(self._list.choices.with_output(folder))

    @Slot()
    def _on_output_allowed(self) -> None:
        self._on_choices_requested(self._list.choices.with_allowed_output())

    @Slot(object, object)
    def _on_wished(self, wish: Wish, jobs: list[Job]) -> None:
        ids = [job.id for job in jobs]
        match wish:
            case Wish.FIRST:
                self._list.move_to_front(ids)
            case Wish.UP:
                self._list.move(ids, -1)
            case Wish.DOWN:
                self._list.move(ids, 1)
            case Wish.CANCEL:
                self._list.cancel(ids)
            case Wish.AGAIN:
                self._list.requeue(ids)
            case Wish.REMOVE:
                self._list.remove(ids)
            case Wish.OPEN_RESULT:
                _open(next(job.output for job in jobs if job.output is not None))
            case Wish.SHOW_FOLDER:
                _open((jobs[0].output or jobs[0].request.source).parent)
            case Wish.OPEN_PHOTO:
                self.photo_requested.emit(jobs[0].request.source)

    @Slot(object, object)
    def _on_colour_wished(self, adjustments: Adjustments | None, jobs: list[Job]) -> None:
        self._list.adjust([job.id for job in jobs], adjustments)

    @Slot()
    def _on_report_requested(self) -> None:
        path = dialogs.ask_report(self._window, self._list.choices.output or self._settings.last_folder)
        if path is not None:
            self._list.report(path)

    @Slot()
    def _on_output_requested(self) -> None:
        if self._list.choices.output is not None:
            _open(self._list.choices.output)

    @Slot()
    def _on_left_out_clicked(self) -> None:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle("Tintype")
        box.setText(self.tr("These files were left out:"))
        lines = [f"{reason_text(reason)}: {count}" for reason, count in self._left_out.items()]
        box.setInformativeText("\n".join([*lines, *map(in_own_language, self._list.problems)]))
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    # What the controllers tell.

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
    def _on_choices_proposed(self, choices: BatchChoices) -> None:
        self._settings.batch_choices = choices
        self._page.options.show_choices(choices)

    @Slot(object)
    def _on_planned(self, planned: Planned) -> None:
        self._left_out.update(planned.found.left_out)
        self._page.footer.show_left_out(self._left_out.total())
        for problem in planned.found.problems:
            self._page.message_bar.show_notice(in_own_language(problem))
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
        self._page.show_looking(busy)

    @Slot(object)
    def _on_reported(self, path: Path) -> None:
        self._page.message_bar.show_notice(self.tr("The report was saved as “{0}”.").format(path.name))

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
        self._show_state()

    @Slot()
    def _on_presets_changed(self) -> None:
        for menu in (self._page.options.colours, self._page.table.colours):
            menu.show_presets(self._settings.presets)

    @Slot()
    def _on_sources_changed(self) -> None:
        entry = self._workspace.session.current
        shown = None if entry is None else entry.adjustments
        for menu in (self._page.options.colours, self._page.table.colours):
            menu.show_sources(shown, self._workspace.adjusting.copied)

    def _show_state(self) -> None:
        counts, state, page = self._list.counts(), self._batch.run.state, self._page
        waiting = counts.get(JobState.QUEUED, 0)
        idle = state is RunState.IDLE
        page.show_counts(counts)
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
        self._retry_action.setEnabled(bool(counts.get(JobState.FAILED)))
        self._clear_action.setEnabled(bool(counts))
        self._report_action.setEnabled(bool(counts))
        self._output_action.setEnabled(self._list.choices.output is not None)

    def _start_text(self) -> str:
        match self._batch.run.state:
            case RunState.RUNNING | RunState.STARTING:
                return self.tr("Pause")
            case RunState.PAUSED:
                return self.tr("Resume")
            case _:
                return self.tr("Start")

    def _words(self, counts: Mapping[JobState, int]) -> str:
        match self._batch.run.state:
            case RunState.STARTING:
                return self.tr("loading the colorizer…")
            case RunState.PAUSED if counts.get(JobState.RUNNING):
                return self.tr("pausing, what was begun is finished")
            case RunState.PAUSED:
                return self.tr("paused")
            case RunState.STOPPING:
                return self.tr("stopping…")
            case RunState.RUNNING:
                return ""
        if self._ended is None or not counts.get(JobState.QUEUED):
            return ""
        return self.tr("stopped") if self._ended.reason is StopReason.ASKED else self.tr("interrupted")


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

"""Carries out what is asked for on the page of the batch."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.batch import Job
from colorizer_gui.core.batch.jobs.states import UNDER_REVIEW
from colorizer_gui.core.photo_io import SUPPORTED_SUFFIXES
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.settings.batch_choices import BatchChoices
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.batch.table import JobCommand
from colorizer_gui.widgets.common.screen_fit import open_dialog
from colorizer_gui.widgets.dialogs import file_dialogs as dialogs
from colorizer_gui.widgets.dialogs.question_box import QuestionBox
from colorizer_gui.window.batch.defaults import BatchDefaults


class BatchActions(QObject):
    """Listens to the page and asks the controllers.

    Signals
    -------
    photo_requested(Path)
        A photo of the list is to be opened in the photo view.
    """

    photo_requested = Signal(object)

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        settings: Settings,
        page: BatchPage,
        defaults: BatchDefaults,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._page = page
        self._defaults = defaults
        self._batch = workspace.batch
        self._list = workspace.batch.list
        self._commands = workspace.batch.commands
        self._models = workspace.models
        self._asked: list[int] = []
        self._connect_page()

    def _connect_page(self) -> None:
        page = self._page
        page.add_photos_button.clicked.connect(self._on_photos_requested)
        page.add_folder_button.clicked.connect(self._on_folder_requested)
        page.paths_dropped.connect(self.add)
        page.start_button.clicked.connect(self._on_start_clicked)
        page.stop_button.clicked.connect(self._batch.run.stop)
        page.table.command_requested.connect(self._on_command_requested)
        page.table.colour_requested.connect(self._on_colour_requested)
        page.table.model_requested.connect(self._on_model_requested)
        self._models.cards_changed.connect(self._show_models)
        self._show_models()
        page.retry_action.triggered.connect(self._commands.retry_failed)
        page.clear_action.triggered.connect(self._commands.remove_ended)
        page.report_action.triggered.connect(self._on_report_requested)
        page.output_action.triggered.connect(self._on_output_requested)
        page.table.rows_seen.connect(self._batch.pictures.want)
        page.options.choices_requested.connect(self._on_choices_requested)
        page.options.colours.recipe_requested.connect(self._on_recipe_requested)
        page.table.colours.recipe_requested.connect(self._on_recipe_for_rows_requested)
        page.options.folder_requested.connect(self._on_output_folder_requested)
        page.options.folder_allowed.connect(self._on_output_allowed)

    @Slot(object)
    def add(self, paths: Sequence[Path]) -> None:
        """Add photos and folders."""
        self._defaults.take_settings()
        self._list.add(paths)

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
            self._defaults.take_settings()
            self._batch.start()
        elif run.state is RunState.PAUSED:
            run.resume()
        else:
            run.pause()

    @Slot(object)
    def _on_choices_requested(self, choices: BatchChoices) -> None:
        self._list.choose(choices)

    @Slot()
    def _on_output_folder_requested(self) -> None:
        folder = dialogs.ask_output_folder(self._window, self._list.choices.output)
        if folder is not None:
            self._on_choices_requested(self._list.choices.with_output(folder))

    @Slot()
    def _on_output_allowed(self) -> None:
        self._on_choices_requested(self._list.choices.with_allowed_output())

    @Slot(object, object)
    def _on_command_requested(self, command: JobCommand, jobs: list[Job]) -> None:
        ids = [job.id for job in jobs]
        match command:
            case JobCommand.FIRST:
                self._commands.move_to_front(ids)
            case JobCommand.UP:
                self._commands.move(ids, -1)
            case JobCommand.DOWN:
                self._commands.move(ids, 1)
            case JobCommand.CANCEL:
                self._commands.cancel(ids)
            case JobCommand.AGAIN:
                self._commands.requeue(ids)
            case JobCommand.REMOVE:
                self._remove(jobs)
            case JobCommand.OPEN_RESULT:
                _open(next(job.output for job in jobs if job.output is not None))
            case JobCommand.SHOW_FOLDER:
                _open((jobs[0].output or jobs[0].request.source).parent)
            case JobCommand.COPY_MESSAGE:
                QGuiApplication.clipboard().setText("\n".join(_message(job) for job in jobs if job.message))
            case JobCommand.OPEN_PHOTO:
                self.photo_requested.emit(jobs[0].request.source)

    def _remove(self, jobs: Sequence[Job]) -> None:
        """Take photos out of the list, after a question if they were predicted to be looked at."""
        ids = [job.id for job in jobs]
        reviewed = sum(job.state in UNDER_REVIEW or job.request.approval is not None for job in jobs)
        if not reviewed:
            self._commands.remove(ids)
            return
        text = self.tr(
            "Photos that were not written yet, and lose what was done in the review: {0}. "
            "The originals stay where they are."
        )
        box = QuestionBox(text.format(reviewed), self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        remove = box.add_answer(self.tr("Remove from the List"), destroys=True)
        box.add_way_back(is_default=True)
        remove.clicked.connect(self._on_removal_confirmed)
        self._asked = ids
        open_dialog(box)

    @Slot()
    def _on_removal_confirmed(self) -> None:
        self._commands.remove(self._asked)

    @Slot(object, object)
    def _on_colour_requested(self, adjustments: Adjustments | None, jobs: list[Job]) -> None:
        self._commands.adjust([job.id for job in jobs], adjustments)

    @Slot(str, object)
    def _on_model_requested(self, name: str, jobs: list[Job]) -> None:
        self._commands.use_model(jobs, name)

    @Slot()
    def _show_models(self) -> None:
        self._page.table.models.show_names([card.name for card in self._models.cards])

    @Slot()
    def _on_recipe_requested(self) -> None:
        self._take_recipe([])

    @Slot()
    def _on_recipe_for_rows_requested(self) -> None:
        jobs = self._page.table.chosen()
        if jobs:
            self._take_recipe([job.id for job in jobs])

    def _take_recipe(self, job_ids: list[int]) -> None:
        folder = self._list.choices.output or self._settings.last_folder
        path = dialogs.ask_recipe(self._window, folder, SUPPORTED_SUFFIXES)
        if path is not None:
            self._commands.take_recipe(path, job_ids)

    @Slot()
    def _on_report_requested(self) -> None:
        path = dialogs.ask_report(self._window, self._list.choices.output or self._settings.last_folder)
        if path is not None:
            self._list.report(path)

    @Slot()
    def _on_output_requested(self) -> None:
        if self._list.choices.output is not None:
            _open(self._list.choices.output)


def _message(job: Job) -> str:
    """What is said about a photo, and which one it is, unless it says so itself."""
    text, source = in_own_language(job.message), str(job.request.source)
    return text if source in text else f"{source}: {text}"


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

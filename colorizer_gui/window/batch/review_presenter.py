"""Joins the view of the review with the controller of the review."""

from PySide6.QtCore import QObject, Slot

from colorizer_gui.controllers.review.reviewing import ReviewController
from colorizer_gui.core.batch import JobState
from colorizer_gui.core.rendering.adjustments import Adjustments, restrained
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.review.bar import ReviewCommand
from colorizer_gui.widgets.review.item import ReviewItem
from colorizer_gui.widgets.review.view import ReviewView
from colorizer_gui.workers.review.requests import BeforeAfter


class ReviewPresenter(QObject):
    """Shows what the controller knows, and tells it what the user asks for."""

    def __init__(self, view: ReviewView, controller: ReviewController, settings: Settings) -> None:
        super().__init__(view)
        self._view, self._controller, self._settings = view, controller, settings
        sheet, panel, pictures = view.sheet, view.settings, controller.pictures
        controller.reset.connect(self._on_reset)
        controller.changed.connect(self._on_changed)
        controller.outdated.connect(sheet.photos.forget_pictures)
        pictures.made.connect(self._on_made)
        pictures.large_made.connect(self._on_large_made)
        view.command_requested.connect(self._on_command_requested)
        view.rest_accepted.connect(controller.accept_rest)
        view.export_requested.connect(controller.export)
        view.large_wanted.connect(self._on_large_wanted)
        view.comparison.visible_side_changed.connect(self._on_visible_side_changed)
        sheet.pictures_wanted.connect(self._on_pictures_wanted)
        sheet.current_changed.connect(self._on_current_changed)
        panel.adjustments_requested.connect(self._on_adjustments_requested)
        panel.negative_requested.connect(self._on_negative_requested)
        panel.again_requested.connect(self._on_again_requested)
        panel.presets.saving_requested.connect(self._on_preset_saving_requested)
        panel.presets.removal_requested.connect(settings.remove_preset)
        settings.presets_changed.connect(self._on_presets_changed)
        self._on_presets_changed()
        self._on_reset()

    @Slot(object)
    def _on_command_requested(self, command: ReviewCommand) -> None:
        sheet, controller = self._view.sheet, self._controller
        keys = sheet.chosen
        match command:
            case ReviewCommand.ACCEPT:
                controller.accept(keys)
                self._go_on(keys)
            case ReviewCommand.KEEP_GRAY:
                controller.keep_gray(keys)
                self._go_on(keys)
            case ReviewCommand.RESTRAIN | ReviewCommand.ENLIVEN:
                steps = 1 if command is ReviewCommand.RESTRAIN else -1
                if self._opened_for_saved(steps):
                    return
                controller.restrain(keys, steps)
            case ReviewCommand.UNDO:
                sheet.choose_all(controller.undo(keys))
            case ReviewCommand.SETTINGS:
                self._open_settings()
            case ReviewCommand.LARGE | ReviewCommand.EDIT:
                pass  # the view, or the editing, does that itself
        self._show_settings()

    def _go_on(self, keys: list[int]) -> None:
        """After a single photo comes the next one that is not decided."""
        if len(keys) == 1:
            self._view.sheet.choose_next_open()

    def _opened_for_saved(self, steps: int) -> bool:
        """A photo that is saved can only be colorized once more: its settings are shown, one step on."""
        key = self._view.sheet.current
        job = None if key is None else self._controller.job(key)
        if job is None or job.state is not JobState.DONE:
            return False
        self._open_settings(restrained(job.request.recipe.adjustments, steps))
        return True

    def _open_settings(self, adjustments: Adjustments | None = None) -> None:
        if self._view.sheet.current is not None:
            self._controller.begin_gesture()
            self._fill_settings(adjustments)
            self._view.open_settings()

    def _show_settings(self) -> None:
        if self._view.settings.isVisible():
            self._fill_settings()

    def _fill_settings(self, adjustments: Adjustments | None = None) -> None:
        keys, key = self._view.sheet.chosen, self._view.sheet.current
        job = None if key is None else self._controller.job(key)
        if job is None:
            self._view.close_settings()
            return
        title = job.request.name if len(keys) < 2 else self.tr("{0} photos").format(len(keys))
        recipe = job.request.recipe
        self._view.settings.show_photo(
            title,
            adjustments or recipe.adjustments,
            negative=recipe.reading.negative,
            is_saved=job.state is JobState.DONE,
        )

    @Slot(str)
    def _on_preset_saving_requested(self, name: str) -> None:
        self._settings.add_preset(name, self._view.settings.adjustments)

    @Slot()
    def _on_presets_changed(self) -> None:
        self._view.settings.presets.show_presets(self._settings.presets)

    @Slot()
    def _on_reset(self) -> None:
        self._view.show_items(self._controller.items())

    @Slot(object)
    def _on_changed(self, items: list[ReviewItem]) -> None:
        self._view.update_items(items)

    @Slot(object)
    def _on_pictures_wanted(self, keys: list[int]) -> None:
        photos = self._view.sheet.photos
        self._controller.want_pictures(keys, [key for key in keys if not photos.has_pictures(key)])

    @Slot(object, object)
    def _on_made(self, key: int, pictures: BeforeAfter) -> None:
        self._view.sheet.photos.set_pictures(key, pictures.before, pictures.after)

    @Slot(object, object)
    def _on_large_made(self, key: int, pictures: BeforeAfter) -> None:
        if self._view.shows_large and key == self._view.sheet.current:
            self._view.set_large(pictures.before, pictures.after)

    @Slot(object)
    def _on_large_wanted(self, key: int | None) -> None:
        self._controller.show_large(key, self._view.comparison.view.visible_side)

    @Slot(object)
    def _on_visible_side_changed(self, side: int) -> None:
        if self._view.shows_large:
            self._controller.look_closer(side)

    @Slot(object)
    def _on_current_changed(self, _key: int | None) -> None:
        if self._view.settings.isVisible():
            self._controller.begin_gesture()
            self._fill_settings()

    @Slot(object)
    def _on_adjustments_requested(self, adjustments: Adjustments) -> None:
        self._controller.adjust(self._view.sheet.chosen, adjustments)

    @Slot(bool)
    def _on_negative_requested(self, negative: bool) -> None:
        self._controller.set_negative(self._view.sheet.chosen, negative=negative)

    @Slot(object)
    def _on_again_requested(self, adjustments: Adjustments) -> None:
        key = self._view.sheet.current
        if key is not None:
            self._controller.colorize_again(key, adjustments)
            self._view.close_settings()

"""Shows in the window what the controllers tell: the way back from the session to the widgets."""

from pathlib import Path

from PySide6.QtCore import QObject, QSize, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QMainWindow

from colorizer_gui.controllers.colorizing.activity import Activity
from colorizer_gui.controllers.photo import presentation
from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.prediction.prediction import OWN_COLOURS
from colorizer_gui.core.rendering.adjustments import Adjustments, settings_of
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.compare.candidate_bar import CandidateBar
from colorizer_gui.widgets.compare.viewer import Viewer
from colorizer_gui.widgets.film_strip.film_strip import FilmStrip, StripItem
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.window.photo.candidate_grid_presenter import CandidateGridPresenter
from colorizer_gui.window.photo.candidate_presenter import CandidatePresenter
from colorizer_gui.window.photo.error_presenter import ErrorPresenter
from colorizer_gui.window.photo.geometry_presenter import GeometryPresenter
from colorizer_gui.window.photo.notice_presenter import NoticePresenter
from colorizer_gui.window.photo.work_presenter import WorkPresenter
from colorizer_gui.window.points.point_presenter import PointPresenter
from colorizer_gui.workers.photo.requests import CandidatesRequest

_SHOW_IN_FOLDER = "show in folder"


class WindowPresenter(QObject):
    """Listens to the controllers and changes the widgets."""

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        settings: Settings,
        *,
        viewer: Viewer,
        panel: AdjustPanel,
        film_strip: FilmStrip,
        candidate_bar: CandidateBar,
        actions: WindowActions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._viewer = viewer
        self._panel = panel
        self._film_strip = film_strip
        self._actions = actions
        self._workspace = workspace
        self._session = workspace.session
        self._settings = settings
        self._last_saved: Path | None = None
        self._activity: Activity | None = None
        self._is_revising = False
        self._shown: set[int] = set()
        self._candidates = CandidatePresenter(workspace, candidate_bar, actions.candidates, self)
        CandidateGridPresenter(workspace, viewer, self._candidates, actions)
        self._points = PointPresenter(workspace, settings, viewer, panel, actions, self)
        self._notices = NoticePresenter(workspace, viewer.message_bar, panel.notes, actions, self)
        self._geometry = GeometryPresenter(window, workspace, actions)
        self._errors = ErrorPresenter(workspace, viewer, actions, self)
        self._work = WorkPresenter(workspace, viewer.message_bar, self)
        self._connect()
        self._on_recent_files_changed()
        self._on_presets_changed()
        self._on_current_changed(None)
        self._on_activity_changed(None)

    def _connect(self) -> None:
        session, workspace, bar = self._session, self._workspace, self._viewer.message_bar
        session.entry_added.connect(self._on_entry_added)
        session.entry_changed.connect(self._on_entry_changed)
        session.entry_removed.connect(self._on_entry_removed)
        session.current_changed.connect(self._on_current_changed)
        session.adjustments_changed.connect(self._on_adjustments_changed)
        workspace.previewing.original_drawn.connect(self._viewer.comparison.set_original)
        workspace.previewing.colorized_drawn.connect(self._viewer.comparison.set_colorized)
        workspace.previewing.display_changed.connect(self._on_display_changed)
        session.treatment_changed.connect(self._on_treatment_changed)
        workspace.loading.photo_loaded.connect(self._on_photo_loaded)
        workspace.glancing.glanced.connect(self._on_glanced)
        workspace.loading.restored.connect(self._on_restored)
        workspace.colorization.saved.connect(self._on_saved)
        workspace.colorization.copied.connect(self._on_copied)
        workspace.colorization.activity_changed.connect(self._on_activity_changed)
        workspace.revising.busy_changed.connect(self._on_revising_changed)
        for noticing in (workspace.loading, workspace.colorization):
            noticing.noticed.connect(bar.show_notice)
        bar.action_requested.connect(self._on_action_requested)
        self._viewer.comparison.view.changed.connect(self._show_zoom)
        self._settings.recent_files_changed.connect(self._on_recent_files_changed)
        self._settings.presets_changed.connect(self._on_presets_changed)
        self._workspace.adjusting.copied_changed.connect(self._update_actions)
        self._workspace.adjusting.target_changed.connect(self._update_actions)
        self._actions.recent_menu.triggered.connect(self._on_recent_file_requested)

    @Slot(object)
    def _on_entry_added(self, entry: Entry) -> None:
        self._film_strip.photos.insert(self._session.index(entry), self._strip_item(entry))
        self._film_strip.setVisible(len(self._session) > 1)
        self._update_actions()

    @Slot(object)
    def _on_entry_changed(self, entry: Entry) -> None:
        self._film_strip.photos.update(self._strip_item(entry))
        if entry is self._session.current:
            self._show_details(entry)

    def _strip_item(self, entry: Entry) -> StripItem:
        return presentation.strip_item(entry, self._workspace.previewing.display)

    @Slot()
    def _on_display_changed(self) -> None:
        for entry in self._session:
            self._film_strip.photos.update(self._strip_item(entry))

    @Slot(object)
    def _on_entry_removed(self, entry: Entry) -> None:
        self._film_strip.photos.remove(entry.key)
        self._film_strip.setVisible(len(self._session) > 1)
        self._update_actions()

    @Slot(object)
    def _on_current_changed(self, entry: Entry | None) -> None:
        comparison = self._viewer.comparison
        comparison.clear()
        self._panel.setVisible(entry is not None)
        if entry is None:
            self._film_strip.hide()
            for tool in (self._actions.points, self._actions.candidates, self._actions.original):
                tool.setChecked(False)  # there is nothing that it could be used on
            self._panel.set_picking(False)
            self._window.setWindowTitle("Tintype")
            self._update_actions()
            return
        self._window.setWindowTitle(f"{entry.name} – Tintype")
        self._film_strip.select(entry.key)
        self._panel.set_adjustments(entry.adjustments)
        if entry.photo is not None:
            self._show_photo(entry)
        elif entry.thumbnail is not None:
            comparison.set_photo_size(entry.thumbnail.width(), entry.thumbnail.height())
            comparison.set_original(entry.thumbnail)
        self._show_details(entry)

    @Slot(object)
    def _on_photo_loaded(self, entry: Entry) -> None:
        if entry is self._session.current:
            self._show_photo(entry)
            self._show_details(entry)

    @Slot(object, object)
    def _on_glanced(self, entry: Entry, size: QSize) -> None:
        if entry is self._session.current and entry.preview is not None:
            self._viewer.comparison.set_photo_size(size.width(), size.height())
            self._viewer.comparison.set_original(entry.preview)

    @Slot(object)
    def _on_treatment_changed(self, entry: Entry) -> None:
        """What is shown is not that photo any more, unless only its colour is made again."""
        if entry is self._session.current and entry.photo is None:
            self._viewer.comparison.clear()
            if entry.preview is not None and entry.file_size is not None:
                self._viewer.comparison.set_photo_size(*entry.treatment.geometry.result_size(entry.file_size))
                self._viewer.comparison.set_original(entry.preview)

    @Slot(object)
    def _on_restored(self, entry: Entry) -> None:
        if entry is self._session.current:
            self._window.setWindowTitle(f"{entry.name} – Tintype")
            self._panel.set_adjustments(entry.adjustments)

    @Slot(object)
    def _on_adjustments_changed(self, entry: Entry) -> None:
        if entry is self._session.current:
            self._panel.set_adjustments(entry.adjustments)
            self._update_actions()

    @Slot(object, object)
    def _on_saved(self, _entry: Entry | None, target: Path) -> None:
        self._last_saved = target
        text = self.tr("Saved as “{0}”.").format(target.name)
        self._viewer.message_bar.show_confirmation(text, self.tr("Show in Folder"), _SHOW_IN_FOLDER)

    @Slot(object)
    def _on_copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._viewer.message_bar.show_confirmation(self.tr("The colorized photo is in the clipboard."))

    @Slot(object)
    def _on_activity_changed(self, activity: Activity | None) -> None:
        self._activity = activity
        self._actions.stop.setEnabled(activity is not None)
        self._show_activity()

    @Slot(bool)
    def _on_revising_changed(self, revising: bool) -> None:
        self._is_revising = revising
        self._show_activity()

    def _show_activity(self) -> None:
        activity, bar = self._activity, self._viewer.activity_bar
        if activity is not None and not isinstance(activity.request, CandidatesRequest):  # their row says so
            text = presentation.activity_text(activity, self._session)
            bar.show_activity(text, activity.done, activity.total)
        elif self._is_revising:
            pointing, referring = self._workspace.pointing, self._workspace.referring
            points = bool(pointing.points) or referring.reference is None
            follows = self.tr("The colour follows your points…")
            text = follows if points else self.tr("The colour follows the reference photo…")
            bar.show_activity(text, 0, 1, can_stop=False)
        else:
            bar.hide()

    @Slot(str)
    def _on_action_requested(self, key: str) -> None:
        if key == _SHOW_IN_FOLDER and self._last_saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last_saved.parent)))

    @Slot()
    def _on_recent_files_changed(self) -> None:
        menu = self._actions.recent_menu
        menu.clear()
        for path in self._settings.recent_files:
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.setData(str(path))
        menu.setEnabled(not menu.isEmpty())
        menu.setToolTipsVisible(True)
        self._viewer.empty_state.show_recent(self._settings.recent_files)

    @Slot()
    def _on_presets_changed(self) -> None:
        self._panel.presets.show_presets(self._settings.presets)

    @Slot(QAction)
    def _on_recent_file_requested(self, action: QAction) -> None:
        self._workspace.loading.open_paths([Path(action.data())])

    def _show_photo(self, entry: Entry) -> None:
        assert entry.photo is not None
        if entry.path is not None and entry.key not in self._shown:
            self._shown.add(entry.key)  # a photo that was only read in advance is none that was opened
            self._settings.add_recent_file(entry.path)
        self._viewer.comparison.set_photo_size(*entry.photo.size)
        if entry.preview is not None:
            self._viewer.comparison.set_original(entry.preview)

    def _show_details(self, entry: Entry) -> None:
        self._panel.show_photo(entry.name, presentation.details_text(entry))
        self._update_actions()

    @Slot()
    def _update_actions(self) -> None:
        entry, actions = self._session.current, self._actions
        colorized = entry is not None and entry.prediction is not None
        self._panel.set_adjustable(colorized)
        keeps = entry is not None and entry.candidate == OWN_COLOURS
        self._viewer.comparison.show_own_colours(keeps)
        for action in (
            *(actions.save, actions.save_as, actions.export_layer, actions.export_planes, actions.copy),
            *(actions.original, actions.split, actions.colour_alone, actions.confidence),
            *(actions.candidates, actions.candidates_large, actions.points, actions.region, actions.protect),
            actions.copy_settings,
        ):
            action.setEnabled(colorized)
        for action in (
            actions.fit,
            actions.fill,
            actions.actual_size,
            actions.double_size,
            actions.zoom_in,
            actions.zoom_out,
        ):
            action.setEnabled(entry is not None and not entry.is_unshowable)
        actions.close_photo.setEnabled(entry is not None)
        actions.paste_settings.setEnabled(colorized and self._workspace.adjusting.copied is not None)
        several = len(self._session) > 1
        actions.previous.setEnabled(several)
        actions.next.setEnabled(several)
        actions.reset.setEnabled(colorized and entry is not None and self._has_settings(entry))
        actions.colorize_again.setEnabled(entry is not None and entry.state in presentation.RETRIABLE)
        self._show_zoom()

    def _has_settings(self, entry: Entry) -> bool:
        """Whether there is something to reset, of the whole photo or of the region that settings are for."""
        settings = settings_of(entry.adjustments, self._workspace.adjusting.target)
        return settings != Adjustments() or entry.has_other_colours

    @Slot()
    def _show_zoom(self) -> None:
        view = self._viewer.comparison.view
        entry = self._session.current
        shown = entry is not None and not entry.is_unshowable and not view.photo_size.isEmpty()
        self._actions.show_zoom(f"{view.zoom:.0%}".replace("%", " %") if shown else "")

"""The window: it puts widgets and actions together and connects them; the logic is in controllers."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.common.mime import is_openable, paths_of
from colorizer_gui.widgets.common.page_stack import PageStack
from colorizer_gui.widgets.common.screen_fit import ScreenFit
from colorizer_gui.widgets.common.setting_scroll import PageScroll
from colorizer_gui.widgets.compare.candidate_bar import CandidateBar
from colorizer_gui.widgets.compare.viewer import Viewer
from colorizer_gui.widgets.film_strip.film_strip import FilmStrip
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.window.areas.area_presenter import AreaPresenter
from colorizer_gui.window.batch.face import BatchFace
from colorizer_gui.window.batch.page_switch import PageSwitch
from colorizer_gui.window.closing import ClosingActions
from colorizer_gui.window.desktop_link import DesktopLink
from colorizer_gui.window.dialogs import WindowDialogs
from colorizer_gui.window.help import HelpActions
from colorizer_gui.window.models.actions import ModelActions
from colorizer_gui.window.opening import OpeningActions
from colorizer_gui.window.photo.colour_presenter import ColourPresenter
from colorizer_gui.window.photo.escape import Escape
from colorizer_gui.window.photo.layer_presenter import LayerPresenter
from colorizer_gui.window.photo.presenter import WindowPresenter
from colorizer_gui.window.photo.split_presenter import SplitPresenter
from colorizer_gui.window.photo.strip_presenter import StripPresenter
from colorizer_gui.window.photo.upright_presenter import UprightPresenter
from colorizer_gui.window.photo.view_presenter import ViewPresenter
from colorizer_gui.window.reference.reference_presenter import ReferencePresenter
from colorizer_gui.window.saving import SavingActions

if TYPE_CHECKING:
    from colorizer_gui.widgets.batch.page import BatchPage


class MainWindow(QMainWindow):
    """Tintype's window.

    Attributes
    ----------
    workspace
        Session and controllers.
    viewer, panel, film_strip, candidate_bar, batch_face, page_switch, window_actions, dialogs
        What the window is made of.
    desktop
        What ties it to the desktop.
    models, help
        Its dialogs about networks, and those of the Help menu.
    """

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        super().__init__()
        self.workspace = workspace
        self._settings = settings
        self._closing = False
        self.viewer = Viewer()
        self.panel = AdjustPanel()
        self.film_strip = FilmStrip()
        self.candidate_bar = CandidateBar()
        self.candidate_bar.hide()
        self._pages = PageStack()
        self.window_actions = WindowActions(self, workspace.adjusting.undo_group)
        self.batch_face = BatchFace(
            self, workspace, settings, self.viewer.message_bar, self.window_actions.batch
        )
        self.dialogs = WindowDialogs(self, workspace, settings, self.window_actions, self.batch_face)
        self.help = HelpActions(self, settings, self.window_actions)
        self.models = ModelActions(self, workspace, settings, self.window_actions)
        self._saving_actions = SavingActions(self, workspace, settings, self.window_actions)
        self._closing_actions = ClosingActions(
            self,
            workspace,
            self.dialogs,
            self._saving_actions,
            bar=self.viewer.message_bar,
            actions=self.window_actions,
        )
        self._escape = Escape(workspace, self.panel, self.window_actions)
        self._discards = False
        workspace.session.ceiling = lambda: settings.saving.reading.max_pixels
        self._lay_out()
        self._make_photo_presenters()
        self._make_ways_in()
        self.desktop = DesktopLink(self, workspace, settings, self.viewer, self.film_strip)
        self._connect()
        self.setAcceptDrops(True)
        self.resize(QSize(1280, 800))
        self.restoreGeometry(settings.window_geometry)
        self._screen_fit = ScreenFit(self)

    def _make_photo_presenters(self) -> None:
        workspace, settings, actions = self.workspace, self._settings, self.window_actions
        self._presenter = WindowPresenter(
            self,
            workspace,
            settings,
            viewer=self.viewer,
            panel=self.panel,
            film_strip=self.film_strip,
            candidate_bar=self.candidate_bar,
            actions=actions,
        )
        ColourPresenter(self, workspace, settings, self.panel, self.viewer, actions)
        ViewPresenter(self, workspace, self.viewer.comparison, actions)
        StripPresenter(
            self,
            workspace,
            self.film_strip,
            self._saving_actions,
            self._closing_actions,
            self.viewer.message_bar,
        )
        self.split_presenter = SplitPresenter(self, workspace, self.viewer.message_bar, actions)
        UprightPresenter(workspace, settings, self.viewer.message_bar, self)
        AreaPresenter(workspace, settings, self.viewer, self.panel, actions, self)
        self.reference_presenter = ReferencePresenter(
            self, workspace, settings, self.panel, self.viewer.message_bar, actions
        )
        LayerPresenter(self, workspace, self.viewer.comparison, actions)

    def _make_ways_in(self) -> None:
        workspace, actions, face = self.workspace, self.window_actions, self.batch_face
        self.page_switch = PageSwitch(
            self, workspace, pages=self._pages, viewer=self.viewer, face=face, actions=actions
        )
        self._opening = OpeningActions(
            self,
            workspace,
            self._settings,
            self.page_switch,
            face,
            actions=actions,
            empty_state=self.viewer.empty_state,
        )

    @property
    def batch_page(self) -> "BatchPage":
        """The page of the batch; made when it is first asked for."""
        return self.batch_face.page

    @Slot(list)
    def open_paths(self, paths: list[Path]) -> None:
        """Open files and folders."""
        self._opening.open_paths(paths)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.viewer, 1)
        left.addWidget(self.candidate_bar)
        left.addWidget(self.film_strip)
        photo_page = QWidget()
        layout = QHBoxLayout(photo_page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left, 1)
        layout.addWidget(self.panel)
        self._pages.addWidget(photo_page)
        self.setCentralWidget(PageScroll(self._pages, wraps=False))  # for screens that are smaller than that
        self.candidate_bar.set_large_action(self.window_actions.candidates_large)
        self.panel.add_action_button(self.window_actions.save, primary=True)
        self.panel.add_action_button(self.window_actions.save_as)

    def _connect(self) -> None:
        actions, workspace = self.window_actions, self.workspace
        actions.quit.triggered.connect(self.close)
        actions.full_screen.toggled.connect(self._on_full_screen_toggled)
        actions.copy.triggered.connect(workspace.copy_current)
        actions.colorize_again.triggered.connect(workspace.colorize_again)
        actions.stop.triggered.connect(workspace.colorization.cancel)
        actions.previous.triggered.connect(workspace.session.select_previous)
        actions.next.triggered.connect(workspace.session.select_next)
        self.viewer.activity_bar.cancel_requested.connect(workspace.colorization.cancel)
        self.film_strip.photo_requested.connect(workspace.session.select_key)
        workspace.colorization.saving_finished.connect(self._on_work_ended)
        self.page_switch.run_ended.connect(self._on_work_ended)
        self.dialogs.closing_confirmed.connect(self._on_closing_confirmed)
        self.dialogs.saving_confirmed.connect(self._on_saving_confirmed)
        self.desktop.paths_received.connect(self.open_paths)

    @Slot(bool)
    def _on_full_screen_toggled(self, full: bool) -> None:
        if full:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)
        else:
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.source() is None and is_openable(event.mimeData()):  # not what was dragged out of here
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.viewer.show_drop_frame(True)
            self.workspace.colorization.warm_up()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self.viewer.show_drop_frame(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self.viewer.show_drop_frame(False)
        paths, shift = paths_of(event.mimeData()), Qt.KeyboardModifier.ShiftModifier
        refers = bool(event.modifiers() & shift) and len(paths) == 1 and not self.page_switch.is_shown
        if (refers and self.reference_presenter.choose(paths[0])) or self._opening.take_mime(
            event.mimeData()
        ):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.window_actions.original.setChecked(True)
        elif event.key() == Qt.Key.Key_Escape:
            self._escape.end()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.window_actions.original.setChecked(False)
        else:
            super().keyReleaseEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._screen_fit.begin()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.PaletteChange:
            self.window_actions.set_palette(self.palette())
        elif event.type() == QEvent.Type.ActivationChange:
            if self.isActiveWindow():
                self.desktop.notifier.withdraw()
            else:
                self.window_actions.original.setChecked(False)
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stop what can be stopped; what is being saved is saved first, unless the user insists."""
        if self._is_at_work and not self._closing:
            self._closing = True
            event.ignore()
            self._end_work()
            return
        if self.workspace.unsaved and not self._discards:
            event.ignore()
            self._closing = False
            self.dialogs.ask_about_unsaved(len(self.workspace.unsaved))
            return
        self._settings.window_geometry = self.saveGeometry()
        self.desktop.write_session()
        self.workspace.stop()
        event.accept()

    @Slot()
    def _on_closing_confirmed(self) -> None:
        self._discards = True
        self.close()

    @Slot()
    def _on_saving_confirmed(self) -> None:
        self._saving_actions.save_unsaved()
        self.close()

    @property
    def _is_at_work(self) -> bool:
        return self.workspace.colorization.saving or self.page_switch.is_running

    def _end_work(self) -> None:
        """Say what closing waits for; a batch goes on at the next start."""
        if self.page_switch.is_running:
            text = self.tr("The batch is stopping, and can go on at the next start. Tintype closes then.")
        else:
            text = self.tr("Tintype closes as soon as the photo is saved.")
        self.page_switch.message_bar.show_notice(text)
        self.workspace.colorization.cancel_unsaved()
        self.workspace.batch.run.stop()

    @Slot()
    def _on_work_ended(self) -> None:
        if self._closing and not self._is_at_work:
            self.close()

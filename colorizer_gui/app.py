"""The composition root: it makes the application, the log, the error funnel and the window."""

import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QStandardPaths, Slot
from PySide6.QtWidgets import QApplication

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.batch.lanes.lane import Lane, LaneSetup
from colorizer_gui.core.batch.run.other_models import OtherModels
from colorizer_gui.core.common.strips import leave_threads_to_strips
from colorizer_gui.core.prediction.prediction import Colorizer
from colorizer_gui.desktop import qt_environment
from colorizer_gui.desktop.garbage_collection import GarbageCollector
from colorizer_gui.desktop.single_instance import SingleInstance
from colorizer_gui.desktop.translation import install_translation
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.style.icons import application_icon
from colorizer_gui.widgets.style.theme import apply_theme, undressed
from colorizer_gui.window.appearance import Appearance
from colorizer_gui.window.error_funnel import ErrorFunnel, start_log
from colorizer_gui.window.main_window import MainWindow
from colorizer_gui.workers.batch.needs import BatchNeeds
from colorizer_gui.workers.models.models_worker import DeskMaker
from colorizer_gui.workers.models.requests import ModelDesk
from colorizer_gui.workers.shared_network import ColorizerFactory

_log = logging.getLogger(__name__)

#: Longer than any step that cannot be interrupted should take.
SHUT_DOWN_MS: Final = 4500


def run_window(
    paths: list[Path], weights: Path | None = None, device: str = "auto", *, new_window: bool = False
) -> int:
    """Open the window and stay until it is closed, or hand over to the one that is open.

    Parameters
    ----------
    paths
        Photos and folders to open.
    weights
        Another weights file than the release's.
    device
        "auto", "cpu", "cuda" or "mps".
    new_window
        Opens another window in any case. Weights or a device of its own do so, too.

    Returns
    -------
    The exit code.
    """

    def chosen() -> str:
        return device if device != "auto" else settings.device

    def make_colorizer() -> Colorizer:
        from colorizer_gui.core.foreign.opening import open_colorizer  # imports PyTorch, which takes seconds

        return open_colorizer(weights or settings.weights, chosen())

    def make_desk() -> ModelDesk:
        from colorizer_gui.core.foreign.desk import Desk

        return Desk(device=chosen)

    application = make_application()
    leave_threads_to_strips()
    instance = None
    if not new_window and weights is None and device == "auto":
        instance = SingleInstance()
        if not instance.is_first(paths):
            return 0
    settings = Settings(QSettings())
    install_translation(application, settings.language)
    funnel = ErrorFunnel(start_log())
    funnel.install()
    collector = GarbageCollector(application)
    needs = _batch_needs(lambda: weights or settings.weights, chosen)
    code = _run(application, paths, make_colorizer, settings, instance, needs, make_desk)
    funnel.uninstall()
    collector.stop()
    return code


def _batch_needs(weights: Callable[[], Path | None], device: Callable[[], str]) -> BatchNeeds:
    """What a batch asks for when it runs; PyTorch is imported then, which takes seconds."""

    def prepare_thread() -> None:
        from colorizer_gui.core.foreign.opening import has_pytorch

        if has_pytorch():
            from colorizer_gui.core.inference.colorizer import leave_cores_to_files

            leave_cores_to_files()

    def make_others() -> OtherModels:
        from colorizer_gui.core.foreign.others import ShelfModels

        return ShelfModels(device=device())

    def make_lanes(setup: LaneSetup, waiting: int) -> Sequence[Lane]:
        from colorizer_gui.processes.lanes import ProcessLanes
        from colorizer_gui.processes.network import ChosenNetwork

        network = ChosenNetwork(weights(), device())
        return ProcessLanes(network, network.is_on_the_processor, in_background=True)(setup, waiting)

    return BatchNeeds(prepare_thread, make_others, make_lanes)


def make_application() -> QApplication:
    """The application with its theme and icon; Qt has one for each process."""
    qt_environment.prepare()
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Tintype")
    application.setOrganizationName("Tintype")
    application.setDesktopFileName("tintype")
    application.setStyle("Fusion")
    application.setWindowIcon(application_icon())
    apply_theme(application)
    application.styleHints().colorSchemeChanged.connect(_on_color_scheme_changed)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return application


def _run(
    application: QApplication,
    paths: list[Path],
    make_colorizer: ColorizerFactory,
    settings: Settings,
    instance: SingleInstance | None = None,
    batch_needs: BatchNeeds | None = None,
    make_desk: DeskMaker | None = None,
) -> int:
    """The exit code; comes back only when all threads have ended."""
    workspace = Workspace(make_colorizer, batch_needs=batch_needs, make_desk=make_desk)
    appearance = Appearance(application, settings)
    with undressed(application):
        window = MainWindow(workspace, settings)
    appearance.setParent(window)
    window.show()
    if paths:
        workspace.colorization.warm_up()
    workspace.batch.list.restore(quiet=True)
    if instance is not None and instance.listening:
        instance.paths_received.connect(window.desktop.receive)
    window.desktop.keep_session(session_file(), reopen=not paths)
    window.open_paths(paths)
    code = application.exec()
    if instance is not None:
        instance.close()
    workspace.stop()
    if not workspace.wait(SHUT_DOWN_MS):
        # A step that cannot be interrupted is still running. Nothing is lost by leaving it, but its
        # thread must not be destroyed.
        _log.warning("the worker did not stop in time")
        logging.shutdown()
        os._exit(code)
    return code


def session_file() -> Path:
    """Where it is noted what is open."""
    location = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(location), "session.json")


@Slot()
def _on_color_scheme_changed() -> None:
    application = QApplication.instance()
    if isinstance(application, QApplication):
        apply_theme(application)

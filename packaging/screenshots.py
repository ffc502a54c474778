"""Take pictures of the real window.

python packaging/screenshots.py FOLDER PHOTO... [--painted] [--dark] [--language de]

Needs a display (``xvfb-run -a -s "-screen 0 1600x1000x24"``); QT_SCALE_FACTOR=2 gives those of a
high-DPI screen. With --painted a gradient stands for the network.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop, QSettings, Qt, QTimer

from colorizer_gui.app import make_application
from colorizer_gui.controllers.batch_run import RunState
from colorizer_gui.controllers.session import EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.adjustments import Adjustments
from colorizer_gui.core.batch import JobState
from colorizer_gui.core.chroma import shrink_to
from colorizer_gui.core.color import FloatArray
from colorizer_gui.core.prediction import Colorizer, Guidance, Prediction
from colorizer_gui.main_window import MainWindow
from colorizer_gui.settings import Settings
from colorizer_gui.translation import install_translation
from colorizer_gui.widgets.review_bar import Wish
from colorizer_gui.widgets.theme import apply_theme


class PaintedColorizer:
    """Warm lights and cool shadows, in place of a network."""

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        del guidance
        small = shrink_to(lightness, 96)
        warmth = (small - 45.0) / 55.0
        ab = np.stack([warmth * 14.0 + 4.0, warmth * 26.0 + 4.0], axis=-1).astype(np.float32)
        return Prediction(ab, np.ones(small.shape, dtype=np.float32))


def main() -> int:
    """Open the window, photograph its states, and close it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("photos", nargs="+", type=Path)
    parser.add_argument("--painted", action="store_true")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--language", choices=("en", "de", "es"), default="en")
    options = parser.parse_args()
    name = f"{'dark' if options.dark else 'light'}-{options.language}"
    options.folder.mkdir(parents=True, exist_ok=True)

    def make_colorizer() -> Colorizer:
        if options.painted:
            return PaintedColorizer()
        from colorizer_gui.core.colorizer import NetworkColorizer

        return NetworkColorizer.load("cpu")

    application = make_application()
    apply_theme(application, Qt.ColorScheme.Dark if options.dark else Qt.ColorScheme.Light)
    install_translation(application, options.language)
    store = QSettings(str(options.folder / "settings.ini"), QSettings.Format.IniFormat)
    data = tempfile.TemporaryDirectory()
    workspace = Workspace(make_colorizer, data_folder=Path(data.name))
    window = MainWindow(workspace, Settings(store))
    window.show()
    try:
        _photograph(window, options.photos, options.folder / name)
    finally:
        window.dialogs.closing_confirmed.emit()
        workspace.wait(10_000)
        data.cleanup()
    return 0


def _photograph(window: MainWindow, photos: list[Path], stem: Path) -> None:
    session = window.workspace.session

    def shoot(state: str) -> None:
        _wait(lambda: False, 500)
        window.grab().save(f"{stem}-{state}.png")

    shoot("empty")
    window.open_paths(photos[:1])
    _wait(lambda: session.current is not None and session.current.state is EntryState.DONE)
    shoot("one")
    actions, panel = window.window_actions, window.panel
    for name in ("split", "colour_alone", "confidence"):
        action = getattr(actions, name)
        action.trigger()
        _wait(lambda: False, 300)
        shoot(name)
        action.trigger()
    for action in (actions.preferences, actions.shortcuts, actions.about):
        action.trigger()
        _wait(lambda: False, 300)
        dialog = window.dialogs.last
        assert dialog is not None
        dialog.grab().save(f"{stem}-{type(dialog).__name__}.png")
        dialog.close()
    actions.candidates.trigger()
    _wait(lambda: bool(window.candidate_bar.buttons))
    shoot("candidates")
    actions.candidates.trigger()
    panel.sections["colour"].set_opened(False)
    panel.sections["repair"].set_opened(True)
    panel.sections["picked"].set_opened(True)
    panel.set_picking(True)
    shoot("repair")
    panel.set_picking(False)
    panel.sections["colour"].set_opened(True)
    panel.rows["saturation"].slider.setValue(160)
    window.stage.comparison.view.show_actual_size()
    _wait(lambda: False, 1500)
    shoot("actual-size")
    window.open_paths(photos[1:])
    _wait(window.stage.activity_bar.isVisible)
    shoot("busy")
    ended = {EntryState.DONE, EntryState.FAILED}
    _wait(lambda: len(session) >= len(photos) and all(entry.state in ended for entry in session))
    shoot("strip")
    _photograph_batch(window, photos, shoot)


def _photograph_batch(window: MainWindow, photos: list[Path], shoot: Callable[[str], None]) -> None:
    """A box with two folders, a damaged photo and a file that is none."""
    page, batch = window.batch_page, window.workspace.batch
    window.window_actions.batch.trigger()
    shoot("batch-empty")
    with tempfile.TemporaryDirectory() as name:
        box = Path(name) / "Box 1"
        for number, photo in enumerate(photos):
            folder = box / ("Großmutter 1932" if number % 2 else "Italy, summer")
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(photo, folder / f"Scan {number + 1}{photo.suffix}")
        (box / "torn.jpg").write_bytes(b"\xff\xd8 torn")
        (box / "letter.txt").write_text("no photo")
        page.paths_dropped.emit([box])
        _wait(page.start_button.isEnabled)
        page.table.choose([2, 3])
        shoot("batch-filled")
        page.options.name_edit.setText("{name} {year}")
        shoot("batch-name-error")
        page.options.name_edit.setText("{parent} {counter}")
        page.start_button.click()
        _wait(lambda: batch.list.counts().get(JobState.DONE, 0) >= len(photos) // 2)
        page.start_button.click()
        shoot("batch-paused")
        page.start_button.click()
        _wait(lambda: False, 200)
        shoot("batch-running")
        _wait(lambda: batch.run.state is RunState.IDLE)
        shoot("batch-done")
        _photograph_review(window, shoot)


def _photograph_review(window: MainWindow, shoot: Callable[[str], None]) -> None:
    """The same photos in a slightly other colour, to be reviewed before they are saved."""
    page, batch = window.batch_page, window.workspace.batch
    view = page.review
    page.options.review_box.click()
    ids = [job.id for job in batch.list.jobs if job.state is JobState.DONE]
    batch.list.adjust(ids, Adjustments(saturation=0.95))
    batch.start()
    _wait(lambda: batch.list.counts().get(JobState.TO_REVIEW, 0) == len(ids))
    page.show_view(view)
    _wait(lambda: view.sheet.photos.rowCount() == len(ids))
    batch.review.restrain(ids[1:2], 2)
    batch.review.accept(ids[:2])
    batch.review.keep_gray(ids[2:3])
    view.sheet.choose(ids[-1])
    _wait(lambda: view.sheet.photos.has_pictures(ids[-1]))
    shoot("review")
    view.wished.emit(Wish.SETTINGS)
    shoot("review-settings")
    view.close_settings()
    view.show_large()
    _wait(lambda: False, 1500)
    shoot("review-large")


def _wait(done: Callable[[], bool], milliseconds: int = 60_000) -> None:
    """Let events be processed until something is so, or the time is over."""
    over = QTimer()
    over.setSingleShot(True)
    over.start(milliseconds)
    while not done() and over.isActive():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    sys.exit(main())

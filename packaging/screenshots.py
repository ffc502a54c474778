"""Take pictures of the real window, of each state.

python packaging/screenshots.py FOLDER PHOTO... [--painted] [--dark] [--language de] [--font 1.5]
    [--size 1280x720] [--all]

Needs a display (``xvfb-run -a -s "-screen 0 2800x1800x24"``); QT_SCALE_FACTOR=2 gives those of a high-DPI
screen. With --painted a gradient stands for the network. --all makes light and dark, in each language, on
screens of 1280 × 720 and 1440 × 900 (Xvfb), and large letters, one after the other, and for each state a
sheet of all of its looks. At least three photos are wanted, the first one is shown alone.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from painted_colorizer import PaintedColorizer
from PySide6.QtCore import QCoreApplication, QEventLoop, QPointF, QSettings, Qt, QThread, QTimer
from PySide6.QtWidgets import QDialog, QWidget
from screenshot_sheets import MARK, make_sheets
from screenshot_states import MoreStates

from colorizer_gui.app import make_application
from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.batch import JobState
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.core.prediction.prediction import Colorizer
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.desktop.translation import install_translation
from colorizer_gui.settings.settings import LANGUAGES, Settings
from colorizer_gui.widgets.dialogs.error_dialog import ErrorDialog
from colorizer_gui.widgets.dialogs.settings_dialog import SettingsDialog
from colorizer_gui.widgets.review.bar import ReviewCommand
from colorizer_gui.widgets.style.theme import apply_theme
from colorizer_gui.window.main_window import MainWindow

SIZES = ("1280x720", "1440x900")


def main() -> int:
    """Open the window, photograph its states, and close it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("photos", nargs="+", type=Path)
    parser.add_argument("--painted", action="store_true")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--language", choices=tuple(LANGUAGES), default="en")
    parser.add_argument("--font", type=float, default=1.0, help="so much larger letters")
    parser.add_argument("--size", default="", help="of the window, WIDTHxHEIGHT")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.all:
        return _make_all(options)
    with TemporaryDirectory() as data:
        return _make(options, Path(data))


def _make_all(options: argparse.Namespace) -> int:
    """Each look in a process of its own."""
    looks = [["--language", language, *look] for language in LANGUAGES for look in ([], ["--dark"])]
    large = [["--language", language, "--font", "1.5"] for language in LANGUAGES]
    for size, look in [(size, look) for size in SIZES for look in looks + large]:
        command = ["xvfb-run", "-a", "-s", f"-screen 0 {size}x24", sys.executable, __file__]
        command += [str(options.folder), *map(str, options.photos), *look, "--size", size]
        command += ["--painted"] if options.painted else []
        subprocess.run(command, check=True)
    make_sheets(options.folder)
    return 0


def _make(options: argparse.Namespace, data: Path) -> int:
    def make_colorizer() -> Colorizer:
        if options.painted:
            return PaintedColorizer()
        from colorizer_gui.core.inference.colorizer import NetworkColorizer

        return NetworkColorizer.load("cpu")

    application = make_application()
    font = application.font()
    font.setPointSizeF(font.pointSizeF() * options.font)
    application.setFont(font)
    apply_theme(application, Qt.ColorScheme.Dark if options.dark else Qt.ColorScheme.Light)
    install_translation(application, options.language)
    store = QSettings(str(data / "settings.ini"), QSettings.Format.IniFormat)
    workspace = Workspace(make_colorizer, data_folder=data)
    window = MainWindow(workspace, Settings(store))
    name = f"{options.language}-{'dark' if options.dark else 'light'}"
    if options.size:
        window.resize(*map(int, options.size.split("x")))
        name = f"{options.size}-{name}"
    name += "" if options.font == 1.0 else f"-font{options.font:g}"
    window.show()
    try:
        _Photographer(window, options.photos, options.folder / name).work()
    finally:
        window.dialogs.closing_confirmed.emit()
        workspace.wait(10_000)
    return 0


class _Photographer:
    """Brings the window into one state after the other."""

    def __init__(self, window: MainWindow, photos: list[Path], stem: Path) -> None:
        self._window = window
        self._session = window.workspace.session
        self._photos = photos
        self._stem = stem

    def work(self) -> None:
        """All states."""
        self._without_photo()
        MoreStates(self._window, self._photos, _wait, self._shoot).work()
        self._one_photo()
        self._points()
        self._dialogs()
        self._panel()
        self._several_photos()
        self._batch()
        self._errors()

    def _shoot(self, state: str, widget: QWidget | None = None) -> None:
        _wait(lambda: False, 500)
        (widget or self._window).grab().save(f"{self._stem}{MARK}{state}.png")

    def _without_photo(self) -> None:
        self._shoot("empty")
        self._window.viewer.empty_state.offer_earlier(12)
        self._shoot("empty-earlier")

    def _one_photo(self) -> None:
        window, session = self._window, self._session
        window.open_paths(self._photos[:1])
        _wait(window.viewer.activity_bar.isVisible)
        self._shoot("working")
        _wait(lambda: session.current is not None and session.current.state is EntryState.DONE)
        pane = window.viewer.comparison.colorized_pane
        _wait(lambda: pane.image is not None and not pane.dimmed)  # the result is composed after it is done
        self._shoot("side-by-side")
        actions = window.window_actions
        for name in ("split", "colour_alone", "confidence"):
            action = getattr(actions, name)
            action.trigger()
            self._shoot(name.replace("_", "-"))
            action.trigger()
        actions.candidates.trigger()
        _wait(lambda: bool(window.candidate_bar.buttons))
        self._shoot("candidates")
        actions.candidates.trigger()

    def _points(self) -> None:
        """A point and a stroke that have their colour, and colours on offer for another point."""
        window, pointing = self._window, self._window.workspace.pointing
        window.window_actions.points.trigger()
        pointing.put(ColourPoint(0.35, 0.4, (45.0, 25.0)))
        pointing.put(ColourPoint.along(((0.6, 0.3), (0.7, 0.35), (0.75, 0.5)), (0.0, -30.0)))
        window.viewer.comparison.pointed.emit(QPointF(0.5, 0.7))
        chooser = window.panel.points.chooser
        _wait(lambda: bool(chooser.suggested.swatches))
        _wait(lambda: False, 1500)
        self._shoot("colour-points")
        window.window_actions.points.trigger()
        pointing.remove_all()

    def _dialogs(self) -> None:
        actions = self._window.window_actions
        for action in (actions.preferences, actions.shortcuts, actions.about):
            action.trigger()
            dialog = self._window.dialogs.last
            assert isinstance(dialog, QDialog)
            if isinstance(dialog, SettingsDialog):
                for page in range(dialog.tabs.count()):
                    dialog.tabs.setCurrentIndex(page)
                    self._shoot(f"settings-{page + 1}", dialog)
            else:
                self._shoot(type(dialog).__name__, dialog)
            dialog.close()
        crash = ErrorDialog("/home/anna/.local/share/Tintype/tintype.log")
        crash.add('Traceback (most recent call last):\n  File "main_window.py", line 1\nLookupError: a bug')
        crash.show()
        self._shoot("crash", crash)
        crash.close()

    def _panel(self) -> None:
        window, panel = self._window, self._window.panel
        panel.sections["colour"].set_opened(False)
        panel.sections["repair"].set_opened(True)
        panel.sections["picked"].set_opened(True)
        panel.set_picking(True)
        self._shoot("repair")
        panel.set_picking(False)
        panel.sections["colour"].set_opened(True)
        panel.rows["saturation"].slider.setValue(160)
        panel.rows["warmth"].slider.setFocus(Qt.FocusReason.TabFocusReason)
        window.viewer.comparison.view.show_actual_size()
        _wait(lambda: False, 1500)
        self._shoot("actual-size")
        window.viewer.comparison.view.fit()
        for section in ("repair", "picked"):
            panel.sections[section].set_opened(False)

    def _several_photos(self) -> None:
        window, session = self._window, self._session
        window.open_paths(self._photos[1:])
        _wait(lambda: len(session) >= len(self._photos))
        _wait(window.viewer.activity_bar.isVisible)
        self._shoot("film-strip-working")
        ended = {EntryState.DONE, EntryState.FAILED}
        _wait(lambda: all(entry.state in ended for entry in session), 600_000)
        self._shoot("film-strip")

    def _batch(self) -> None:
        """A box with two folders, a damaged photo and a file that is none."""
        window, photos = self._window, self._photos
        page, batch = window.batch_page, window.workspace.batch
        window.page_switch.enter()
        self._shoot("batch-empty")
        with TemporaryDirectory() as name:
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
            self._shoot("batch-filled")
            page.options.name_edit.setText("{name} {year}")
            self._shoot("batch-name-error")
            page.options.name_edit.setText("{parent} {counter}")
            page.start_button.click()
            _wait(lambda: batch.list.counts().get(JobState.DONE, 0) >= len(photos) // 2)
            page.start_button.click()
            self._shoot("batch-paused")
            page.start_button.click()
            _wait(lambda: False, 200)
            self._shoot("batch-running")
            _wait(lambda: batch.run.state is RunState.IDLE, 600_000)
            self._shoot("batch-done")
            self._review()
        window.page_switch.leave()

    def _review(self) -> None:
        """The same photos in a slightly other colour, to be reviewed before they are saved."""
        page, batch = self._window.batch_page, self._window.workspace.batch
        view = page.review
        page.options.review_box.click()
        ids = [job.id for job in batch.list.jobs if job.state is JobState.DONE]
        batch.commands.adjust(ids, Adjustments(saturation=0.95))
        batch.start()
        _wait(lambda: batch.list.counts().get(JobState.TO_REVIEW, 0) == len(ids), 600_000)
        page.show_view(view)
        _wait(lambda: view.sheet.photos.rowCount() == len(ids))
        batch.review.restrain(ids[1:2], 2)
        batch.review.accept(ids[:2])
        batch.review.keep_gray(ids[2:3])
        view.sheet.choose(ids[-1])
        _wait(lambda: view.sheet.photos.has_pictures(ids[-1]))
        self._shoot("review")
        view.command_requested.emit(ReviewCommand.SETTINGS)
        self._shoot("review-settings")
        view.close_settings()
        view.show_large()
        _wait(lambda: False, 1500)
        self._shoot("review-large")

    def _errors(self) -> None:
        window = self._window
        with TemporaryDirectory() as folder:
            damaged = Path(folder, "Großmutter 1932.jpg")
            damaged.write_bytes(b"\xff\xd8\xff\xe0 cut off")
            window.open_paths([damaged])
            _wait(window.viewer.error_state.isVisible)
            self._shoot("error")


def _wait(done: Callable[[], bool], milliseconds: int = 60_000) -> None:
    """Let events be processed until something is so, or the time is over."""
    over = QTimer()
    over.setSingleShot(True)
    over.start(milliseconds)
    while not done() and over.isActive():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QThread.msleep(5)  # leaves the processor to the network


if __name__ == "__main__":
    sys.exit(main())

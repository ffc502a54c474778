"""Every window lies within its screen: first, restored, of the batch, of the review, and each dialog."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.batch import JobState
from colorizer_gui.core.foreign.conventions import Convention, Gives, Takes
from colorizer_gui.core.geometry.geometry import Geometry
from colorizer_gui.desktop.translation import install_translation
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.batch.left_out_dialog import LeftOutDialog
from colorizer_gui.widgets.common import screen_fit
from colorizer_gui.widgets.crop.crop_dialog import CropDialog
from colorizer_gui.widgets.crop.split_dialog import SplitDialog
from colorizer_gui.widgets.models.compare_dialog import CompareDialog
from colorizer_gui.widgets.models.shelf_dialog import ShelfDialog
from colorizer_gui.widgets.models.unknown_dialog import UnknownDialog
from colorizer_gui.widgets.review.item import ReviewItem
from colorizer_gui.widgets.review.words import Decision
from colorizer_gui.widgets.style.theme import apply_theme, undressed
from colorizer_gui.window.error_funnel import ErrorFunnel
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker

#: A laptop's screen less the desktop's panel, in its own pixels.
SCREEN = (1280, 720 - 32)
#: How much larger the system draws everything, and how much larger its letters are, besides.
LOOKS = [
    (scale, letters, "de") for scale in (1.0, 1.25, 1.5, 1.75, 2.0) for letters in (1.0, 1.25, 1.5, 1.75, 2.0)
] + [(scale, letters, language) for scale, letters in ((1.0, 2.0), (2.0, 1.0)) for language in ("en", "es")]


@pytest.fixture(params=LOOKS, ids=lambda look: f"scale{look[0]}letters{look[1]}{look[2]}")
def room(
    request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QRect]:
    """The screen in logical pixels, which is what a scale changes, with letters of that size."""
    scale, letters, language = request.param
    available = QRect(0, 0, int(SCREEN[0] / scale), int(SCREEN[1] / scale))
    monkeypatch.setattr(screen_fit, "available_geometry", lambda _window: available)
    font, palette, sheet = QFont(qapp.font()), qapp.palette(), qapp.styleSheet()
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * letters)
    qapp.setFont(larger)
    apply_theme(qapp)
    install_translation(qapp, language)
    yield available
    install_translation(qapp, "en")
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def fits(qtbot: QtBot, window: QWidget, room: QRect) -> None:
    """The display may still be telling of the size that a window had at first."""
    QApplication.processEvents()
    qtbot.waitUntil(lambda: room.contains(window.geometry()))


def reached(qtbot: QtBot, widget: QWidget) -> None:
    """A widget that is seen, or that scrolls into sight when it gets the focus."""
    assert widget.isVisible()

    def is_seen() -> bool:
        # Only an active window gives the focus, and tests beside this one have windows, too.
        widget.activateWindow()
        widget.clearFocus()
        widget.setFocus()
        QApplication.processEvents()
        return not widget.visibleRegion().isEmpty()

    qtbot.waitUntil(is_seen)


def test_the_window_fits(
    qtbot: QtBot,
    qapp: QApplication,
    workspace: Workspace,
    settings: Settings,
    room: QRect,
    make_photo: PhotoMaker,
) -> None:
    with undressed(qapp):  # as the program makes it
        window = MainWindow(workspace, settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    fits(qtbot, window, room)
    window.open_paths([make_photo("a.png"), make_photo("b.png")])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE] * 2)
    fits(qtbot, window, room)
    reached(qtbot, window.panel.presets)
    if room.width() >= 850:  # smaller ones scroll where letters are large
        (save,) = [each for each in window.panel.findChildren(QWidget) if each.property("primary")]
        qtbot.waitUntil(lambda: save.visibleRegion().boundingRect() == save.rect())
    window.page_switch.enter()
    page = window.batch_page
    page.show_counts(dict.fromkeys(JobState, 123))
    page.footer.show_left_out(123)
    fits(qtbot, window, room)
    page.review.show_items([ReviewItem(1, "photo.jpg", Decision.OPEN)])
    page.show_view(page.review)
    fits(qtbot, window, room)
    page.show_view(page.review)
    dialogs = window.window_actions
    for action in (dialogs.preferences, dialogs.shortcuts, dialogs.about):
        action.trigger()
        dialog = window.dialogs.last
        assert isinstance(dialog, QDialog)
        fits(qtbot, dialog, room)
        dialog.close()
    window.dialogs.ask_about_unsaved(123)
    assert isinstance(window.dialogs.last, QDialog)
    fits(qtbot, window.dialogs.last, room)
    window.dialogs.last.close()


@pytest.mark.parametrize("geometry", [QRect(40, 60, 3000, 2000), QRect(900, 500, 1200, 800)])
@pytest.mark.parametrize("room", LOOKS[:1] + LOOKS[20:21], indirect=True)
def test_a_restored_window_fits(
    qtbot: QtBot, workspace: Workspace, settings: Settings, room: QRect, geometry: QRect
) -> None:
    """It was closed on a larger screen, or partly outside of this one."""
    larger = QWidget()
    qtbot.addWidget(larger)
    larger.setGeometry(geometry)
    settings.window_geometry = larger.saveGeometry()
    window = MainWindow(workspace, settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    fits(qtbot, window, room)


def dialog_makers() -> list[Callable[[], QDialog]]:
    problems = [f"The folder “Großmutter {number}” cannot be read." for number in range(60)]
    return [
        ShelfDialog,
        lambda: CompareDialog([f"Model {number}" for number in range(6)], 0),
        lambda: UnknownDialog("unknown.onnx", tuple(Convention(next(iter(Takes)), gives) for gives in Gives)),
        SplitDialog,
        lambda: CropDialog(Geometry(), (640, 480)),
        lambda: LeftOutDialog([("No photo", [Path("/box/a.txt"), Path("/box/b.txt")])], problems),
    ]


@pytest.mark.parametrize("number", range(6))
def test_each_dialog_fits(qtbot: QtBot, room: QRect, number: int) -> None:
    dialog = dialog_makers()[number]()
    qtbot.addWidget(dialog)
    screen_fit.open_dialog(dialog)
    fits(qtbot, dialog, room)


def test_the_dialog_of_an_error_fits(qtbot: QtBot, room: QRect, tmp_path: Path) -> None:
    funnel = ErrorFunnel(tmp_path / "tintype.log")
    funnel.reported.emit("a\n" * 200)
    assert funnel.dialog is not None
    qtbot.addWidget(funnel.dialog)
    fits(qtbot, funnel.dialog, room)


def test_the_last_button_of_the_panel_is_within_a_low_window(
    qtbot: QtBot, tmp_path: Path, workspace: Workspace, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    """The figure that was complained about: 1280 × 720 at 150 %, where Save lay below the edge."""
    del colorizer
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    window = MainWindow(workspace, settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.open_paths([make_photo()])
    qtbot.waitUntil(window.window_actions.save.isEnabled)
    window.resize(853, 440)
    QApplication.processEvents()
    buttons = [button for button in window.panel.findChildren(QWidget) if button.property("primary")]
    assert buttons
    for button in buttons:
        assert button.visibleRegion().boundingRect() == button.rect(), button.objectName()

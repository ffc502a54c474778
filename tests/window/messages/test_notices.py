"""What is noticed about photos is asked calmly, can be answered, and every answer can be undone."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import tifffile
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.settings.settings import Settings
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker


def opened(qtbot: QtBot, window: MainWindow, path: Path, state: EntryState = EntryState.DONE) -> Entry:
    window.open_paths([path])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is state)
    entry = session.current
    assert entry is not None
    qtbot.waitUntil(lambda: entry.photo is not None)
    return entry


def reached(qtbot: QtBot, entry: Entry, state: EntryState = EntryState.DONE) -> None:
    qtbot.waitUntil(lambda: entry.state is state and entry.photo is not None)


def gradient(width: int = 96, height: int = 64) -> npt.NDArray[np.float64]:
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    return np.asarray(60 + 130 * (0.7 * x / width + 0.3 * y / height))


@pytest.fixture
def coloured(tmp_path: Path) -> Path:
    y, x = np.mgrid[0:64, 0:96]
    planes = [gradient() + 40 * np.sin(y / 5), gradient(), gradient() - 40 * np.cos(x / 7)]
    path = tmp_path / "coloured.png"
    Image.fromarray(np.stack(planes, axis=-1).clip(0, 255).astype(np.uint8)).save(path)
    return path


@pytest.fixture
def mounted(tmp_path: Path) -> Path:
    picture = np.full((400, 520), 235.0)
    y, x = np.mgrid[0:320, 0:440]
    picture[40:360, 40:480] = 70 + 50 * np.sin(x / 17) + 50 * np.cos(y / 23)
    path = tmp_path / "mounted.png"
    Image.fromarray(picture.astype(np.uint8)).save(path)
    return path


def press(window: MainWindow, key: str) -> None:
    button = window.viewer.message_bar.answer_buttons[key]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def is_colourful(image: QImage | None) -> bool:
    assert image is not None
    return any(
        image.pixelColor(x, y).saturation() > 40 for x in range(image.width()) for y in range(image.height())
    )


def test_a_photo_in_colour_waits_for_an_answer(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, coloured: Path
) -> None:
    entry = opened(qtbot, window, coloured, EntryState.IN_COLOUR)
    assert colorizer.threads == []
    bar = window.viewer.message_bar
    assert "in colour already" in bar.text
    assert QGuiApplication.modalWindow() is None
    assert is_colourful(entry.preview), "the original is shown as it is"
    assert not window.window_actions.save.isEnabled()
    press(window, "anew")
    reached(qtbot, entry)
    assert bar.text == ""
    assert "only its lightness" in notes(window)
    window.window_actions.undo.trigger()
    reached(qtbot, entry, EntryState.IN_COLOUR)
    assert "in colour already" in bar.text


def test_a_photo_in_colour_can_be_left(qtbot: QtBot, window: MainWindow, coloured: Path) -> None:
    entry = opened(qtbot, window, coloured, EntryState.IN_COLOUR)
    press(window, "leave")
    assert entry.state is EntryState.LEFT
    assert window.viewer.message_bar.text == ""
    assert window.workspace.unsaved == []
    QTest.mouseClick(window.panel.notes.buttons["anew"], Qt.MouseButton.LeftButton)
    reached(qtbot, entry)
    assert entry.prediction is not None


def test_the_question_follows_its_photo(
    qtbot: QtBot, window: MainWindow, coloured: Path, make_photo: PhotoMaker
) -> None:
    gray = make_photo()
    window.open_paths([coloured, gray])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.IN_COLOUR, EntryState.DONE])
    bar = window.viewer.message_bar
    assert bar.answer_buttons
    window.window_actions.next.trigger()
    assert bar.text == ""
    window.window_actions.previous.trigger()
    assert bar.answer_buttons
    bar.show_notice("something else")
    assert bar.answer_buttons, "a notice does not take the place of a question"


def notes(window: MainWindow) -> str:
    from PySide6.QtWidgets import QLabel

    labels = window.panel.notes.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_a_sepia_print_is_neutralised_and_said(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    sepia = np.stack([gradient() * 1.05, gradient() * 0.85, gradient() * 0.6], axis=-1)
    Image.fromarray(sepia.clip(0, 255).astype(np.uint8)).save(tmp_path / "sepia.png")
    entry = opened(qtbot, window, tmp_path / "sepia.png")
    assert "tint is left out" in notes(window)
    assert window.viewer.message_bar.text == ""
    assert is_colourful(entry.preview)


def test_a_negative_is_turned_round_and_back(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    entry = opened(qtbot, window, make_photo())
    assert entry.photo is not None
    plain = entry.photo.lightness
    window.window_actions.negative.trigger()
    reached(qtbot, entry)
    assert entry.photo.negative
    assert (entry.photo.lightness[:, :1] > 80).all()
    assert (plain[:, :1] < 40).all()
    assert "Read as a negative" in notes(window)
    pane = window.viewer.comparison.colorized_pane
    qtbot.waitUntil(lambda: is_colourful(pane.image))
    assert window.window_actions.negative.isChecked()
    with qtbot.waitSignal(window.workspace.colorization.saved) as signal:
        window.window_actions.save.trigger()
    assert signal.args is not None
    recipe = stored_recipe(read_photo(signal.args[1]))
    assert recipe is not None
    assert recipe.negative
    window.window_actions.undo.trigger()
    reached(qtbot, entry)
    np.testing.assert_array_equal(entry.photo.lightness, plain)
    assert not window.window_actions.negative.isChecked()


def test_a_pasted_negative_is_turned_round_too(qtbot: QtBot, window: MainWindow) -> None:
    image = QImage(40, 30, QImage.Format.Format_Grayscale8)
    image.fill(30)
    QGuiApplication.clipboard().setImage(image)
    window.window_actions.paste.trigger()
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    entry = session.current
    assert entry is not None
    window.window_actions.negative.trigger()
    reached(qtbot, entry)
    assert entry.photo is not None
    assert entry.photo.lightness.min() > 80


def test_a_mount_can_be_colorized_too(qtbot: QtBot, window: MainWindow, mounted: Path) -> None:
    entry = opened(qtbot, window, mounted)
    assert entry.prediction is not None
    assert (entry.prediction.ab[0] == 0).all()
    assert "stays without colour" in notes(window)
    QTest.mouseClick(window.panel.notes.buttons["mount"], Qt.MouseButton.LeftButton)
    reached(qtbot, entry)
    assert (entry.prediction.ab[0] != 0).all()
    assert window.window_actions.colour_mount.isChecked()
    assert "is colorized, too" in notes(window)
    window.window_actions.undo.trigger()
    reached(qtbot, entry)
    assert (entry.prediction.ab[0] == 0).all()


def test_a_page_is_chosen_in_the_panel(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "pages.tif"
    with tifffile.TiffWriter(path) as writer:
        for size in ((40, 30), (50, 60), (20, 70)):
            writer.write(np.full(size, 120, dtype=np.uint8), photometric="minisblack")
    entry = opened(qtbot, window, path)
    box = window.panel.notes.page_box
    assert box.isVisible()
    assert (box.value(), box.maximum(), box.suffix()) == (1, 3, " of 3")
    QTest.keyClick(box, Qt.Key.Key_Up)
    reached(qtbot, entry)
    assert entry.photo is not None
    assert entry.photo.size == (60, 50)
    QTest.keyClick(box, Qt.Key.Key_Up)
    reached(qtbot, entry)
    assert entry.photo.size == (70, 20)
    window.window_actions.undo.trigger()
    reached(qtbot, entry)
    assert entry.photo.size == (60, 50)
    assert box.value() == 2


def test_broken_metadata_is_said_in_the_panel(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "broken.png"
    Image.fromarray(gradient().astype(np.uint8)).save(path, icc_profile=b"no profile" * 20)
    opened(qtbot, window, path)
    assert "colour profile is damaged" in notes(window)


def test_a_higher_ceiling_lets_a_photo_in(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    settings.saving.max_megapixels = 1
    path = tmp_path / "large.png"
    Image.fromarray(np.full((1100, 1000), 90, dtype=np.uint8)).save(path)
    window.open_paths([path])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.FAILED)
    assert "raise the limit" in window.viewer.error_state.label.text()
    settings.saving.max_megapixels = 2
    window.window_actions.colorize_again.trigger()
    assert session.current is not None
    reached(qtbot, session.current)

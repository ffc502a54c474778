"""What the settings say of files and labels is what saved files are and say."""

from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.photo_io.metadata.xmp import name
from colorizer_gui.core.photo_io.metadata.xmp_scan import scan
from colorizer_gui.core.recipe.recipe import read_sidecar, sidecar_path
from colorizer_gui.core.recipe.result_label import SourceType
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.dialogs.settings_dialog import SettingsDialog
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker


def choose(box: object, text: str) -> None:
    """Go to an entry of a box by key, as a user does."""
    index = box.findText(text)  # type: ignore[attr-defined]
    assert index >= 0, text
    while box.currentIndex() != index:  # type: ignore[attr-defined]
        key = Qt.Key.Key_Down if box.currentIndex() < index else Qt.Key.Key_Up  # type: ignore[attr-defined]
        QTest.keyClick(box, key)  # type: ignore[call-overload]


def saved(qtbot: QtBot, window: MainWindow, path: Path) -> Path:
    window.open_paths([path])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE])
    with qtbot.waitSignal(window.workspace.colorization.saved) as signal:
        window.window_actions.save.trigger()
    assert signal.args is not None
    return Path(signal.args[1])


def test_what_is_set_is_what_is_saved(
    qtbot: QtBot, window: MainWindow, settings: Settings, make_photo: PhotoMaker
) -> None:
    window.window_actions.preferences.trigger()
    dialog = window.dialogs.last
    assert isinstance(dialog, SettingsDialog)
    saving, label = dialog.saving_page, dialog.label_page
    choose(saving.format_box, "TIFF")
    choose(saving.depth_box, "16 bits")
    choose(saving.compression_box, "LZW")
    before = label.explanation.text()
    choose(label.source_type_box, "Photo enhanced by an algorithm")
    assert label.explanation.text() != before
    QTest.keyClicks(label.caption_edit, "At the lake")
    choose(label.mark_box, "Bottom right")
    QTest.keyClick(label.sidecar_box, Qt.Key.Key_Space)
    dialog.close()
    written = saved(qtbot, window, make_photo(width=240, height=180))
    assert written.suffix == ".tif"
    photo = read_photo(written)
    assert photo.depth == 16
    with Image.open(written) as image:
        assert image.info["compression"] == "tiff_lzw"
    assert photo.metadata.xmp is not None
    found = scan(photo.metadata.xmp)
    assert found.text(name("Iptc4xmpExt:DigitalSourceType")) == SourceType.ENHANCED.uri
    assert b"At the lake" in photo.metadata.xmp
    assert read_sidecar(sidecar_path(written)).source_name == "photo.png"
    plain = read_photo(window.workspace.session.current.path).lightness  # type: ignore[union-attr,arg-type]
    changed = np.argwhere(np.abs(photo.lightness - plain) > 5)
    assert len(changed)
    assert (changed.min(axis=0) > (90, 120)).all(), "only the mark, in its corner"

"""A line of text gives way by what it can do without, and is cut last."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from colorizer_gui.core.batch import JobState
from colorizer_gui.widgets.batch.footer import BatchFooter
from colorizer_gui.widgets.common.yielding_label import YieldingLabel


def test_what_is_shown_fits(qtbot: QtBot) -> None:
    label = YieldingLabel("About 5.1 MB needed, 67.0 GB free")
    qtbot.addWidget(label)
    whole = label.sizeHint().width()
    assert label.minimumSizeHint().width() == 0
    label.resize(whole, 20)
    assert label.shown_text == label.text()
    label.resize(whole - 1, 20)
    assert label.shown_text.endswith("…")
    label.elide_mode = Qt.TextElideMode.ElideMiddle
    assert label.shown_text.endswith("free")
    label.short = "About 5.1 MB needed"
    assert label.shown_text == label.short
    label.resize(label.fontMetrics().horizontalAdvance(label.short) - 1, 20)
    assert label.shown_text.startswith("Ab")
    assert label.shown_text.endswith("ed")
    assert "…" in label.shown_text


def test_the_footer_does_without_what_is_free_before_it_cuts_numbers(qtbot: QtBot) -> None:
    footer = BatchFooter()
    qtbot.addWidget(footer)
    footer.show_progress({JobState.QUEUED: 13}, "")
    footer.show_space(5_100_000, 67 * 10**9)
    footer.resize(2000, 60)
    with qtbot.waitExposed(footer):
        footer.show()
    label = footer.space_label
    assert label.shown_text == label.text() == "About 5.1 MB needed, 67.0 GB free"
    footer.resize(footer.width() - (label.width() - label.sizeHint().width()) - 1, 60)
    qtbot.waitUntil(lambda: label.shown_text == "About 5.1 MB needed")
    footer.show_space(5_100_000, 10**6)
    assert label.shown_text == "Too little space"

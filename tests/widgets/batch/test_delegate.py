"""How much of a message a row of the batch shows."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from colorizer_gui.widgets.batch.delegate import lines_of

REASON = "is damaged or cut off and cannot be decoded; copy it again from where it came from."
SENTENCE = f"The photo “lc544.dng” {REASON}"


@pytest.mark.parametrize("share", [0.4, 0.6, 1.1])
def test_a_message_that_fits_is_shown_whole(qapp: QApplication, share: float) -> None:
    font = QFont()
    width = round(share * QFontMetrics(font).horizontalAdvance(SENTENCE))
    lines = list(lines_of(SENTENCE, font, width, 3))
    assert " ".join(lines) == SENTENCE
    assert len(lines) == {0.4: 3, 0.6: 2, 1.1: 1}[share]


@pytest.mark.parametrize("most", [1, 2, 3])
def test_what_does_not_fit_ends_in_dots_and_no_line_is_too_long(qapp: QApplication, most: int) -> None:
    font = QFont()
    width = round(0.2 * QFontMetrics(font).horizontalAdvance(SENTENCE))
    lines = list(lines_of(SENTENCE, font, width, most))
    assert len(lines) == most
    assert lines[-1].endswith("…")
    assert all(QFontMetrics(font).horizontalAdvance(line) <= width for line in lines)
    assert SENTENCE.startswith(" ".join(lines).rstrip("…"))

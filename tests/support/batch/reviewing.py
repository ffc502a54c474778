"""What a user does in the review by keys, and what it shows."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.widgets.review.model import AFTER_ROLE
from tests.support.batch.review_bench import ReviewBench


def press(qtbot: QtBot, reviewing: ReviewBench, keys: str) -> None:
    """Press keys where the focus is, one after the other."""
    for key in keys:
        focus = reviewing.view.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, key)


def key(qtbot: QtBot, reviewing: ReviewBench, code: Qt.Key) -> None:
    focus = reviewing.view.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, code)


def current(reviewing: ReviewBench) -> int | None:
    return reviewing.view.sheet.current


def adjustments(reviewing: ReviewBench, job_id: int = 1) -> Adjustments:
    return reviewing.bench.queue.job(job_id).request.recipe.adjustments


def picture(reviewing: ReviewBench, row: int, role: int = AFTER_ROLE) -> QImage | None:
    photos = reviewing.view.sheet.photos
    image = photos.data(photos.index(row), role)
    assert image is None or isinstance(image, QImage)
    return image


def warmth(image: QImage | None) -> float:
    """How much more red than blue."""
    if image is None:
        return float("nan")
    rgb = rgb_from_image(image).astype(float)
    return float(np.mean(rgb[..., 0] - rgb[..., 2]))

"""Figures of a run: a table that forgets what is done again, and sheets of a bearable size."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from model_training.report.curves import SHEET, RunEvents
from model_training.runs.figures import FigureLog, read_figures


def test_figures_are_a_table_that_forgets_what_is_done_again(tmp_path: Path) -> None:
    with FigureLog(tmp_path, 0, resume=False) as log:
        log.scalars(20, {"train/loss": 2.0})
        log.scalars(40, {"train/loss": 1.0})
        log.sheet(40, "validation/sheet", np.zeros((448, 1344, 3), np.uint8), most=100_000)
    with FigureLog(tmp_path, 20, resume=True) as log:
        log.scalars(40, {"train/loss": 1.5})
    assert read_figures(tmp_path) == {"train/loss": [(20, 2.0), (40, 1.5)]}
    assert read_figures(tmp_path / "none") == {}


def test_sheets_that_take_too_much_are_made_smaller(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (448, 1344, 3), dtype=np.uint8)
    with FigureLog(tmp_path, 0, resume=False) as log:
        for step, most in ((1, 10**6), (2, 50_000), (3, 1)):
            log.sheet(step, SHEET, noise, most)
    sheets = RunEvents(tmp_path).sheets()
    assert len(sheets[1]) > 300_000
    assert 20_000 < len(sheets[2]) <= 50_000
    shapes = [cv2.imdecode(np.frombuffer(sheet, np.uint8), cv2.IMREAD_COLOR) for sheet in sheets.values()]
    large, small, least = (shape.shape for shape in shapes if shape is not None)
    assert large == noise.shape
    assert small[1] / small[0] == pytest.approx(3, abs=0.1)
    assert min(least) == 1

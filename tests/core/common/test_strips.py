"""Bands of rows cover a picture once; what goes wrong in one of them is heard."""

import gc
import itertools
import os
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colorizer_gui.core.common.strips import for_each_strip, leave_threads_to_strips, strips


@given(height=st.integers(1, 5000), width=st.integers(1, 200_000))
def test_strips_cover_each_row_once(height: int, width: int) -> None:
    rows = list(strips(height, width))
    assert rows[0].start == 0
    assert rows[-1].stop == height
    assert all(a.stop == b.start for a, b in itertools.pairwise(rows))
    assert all(part.start < part.stop for part in rows)


def test_work_is_done_on_each_strip() -> None:
    done: list[slice] = []
    for_each_strip(3000, 4000, done.append)
    assert sorted(done, key=lambda rows: rows.start) == list(strips(3000, 4000))


def test_an_error_in_one_strip_is_raised() -> None:
    def work(rows: slice) -> None:
        if rows.start > 0:
            message = f"no row {rows.start}"
            raise ValueError(message)

    with pytest.raises(ValueError, match="no row"):
        for_each_strip(100, 70_000, work)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is told by Linux only")
def test_threads_that_have_ended_keep_nothing() -> None:
    def kilobytes() -> float:
        gc.collect()
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024

    plane = np.ones((30, 40, 2), dtype=np.float32)

    def work(_rows: slice) -> None:
        cv2.resize(plane, (60, 45))

    before = cv2.getNumThreads()
    leave_threads_to_strips()
    try:
        for _ in range(300):
            for_each_strip(2, 2**16, work)
        grown = -kilobytes()
        for _ in range(1500):
            for_each_strip(2, 2**16, work)
        grown += kilobytes()
    finally:
        cv2.setNumThreads(before)
    assert grown < 600, "1300 and more, if each thread kept its part"

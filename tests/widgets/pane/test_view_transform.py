"""Zoom and pan: what is under the pointer stays there, and 100 % is exact on any screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from colorizer_gui.widgets.pane.view_transform import MAXIMUM_FIT, MAXIMUM_ZOOM, ViewTransform


def made(photo: tuple[int, int] = (4000, 3000), pane: tuple[int, int] = (800, 700)) -> ViewTransform:
    view = ViewTransform()
    view.set_pane_size(QSizeF(*pane))
    view.set_photo_size(*photo)
    return view


def photo_point(view: ViewTransform, anchor: QPointF) -> QPointF:
    return view.center + anchor / view.zoom


def test_fit_shows_the_whole_photo() -> None:
    view = made()
    assert view.zoom == pytest.approx(0.2)
    assert view.visible_side == 800
    assert view.fitted
    view.set_pane_size(QSizeF(400, 700))
    assert view.visible_side == 400


def test_filling_leaves_no_gap_and_twice_is_twice() -> None:
    view = made((4000, 1000))
    view.fill()
    assert view.target(QSizeF(800, 700)).contains(QRectF(0, 0, 800, 700))
    assert view.zoom == pytest.approx(0.7)
    view.show_double_size()
    assert view.zoom == 2.0


def test_a_tiny_photo_is_not_blown_up_without_end() -> None:
    assert made((10, 10)).zoom == MAXIMUM_FIT


@given(x=st.floats(-300, 300), y=st.floats(-250, 250), steps=st.lists(st.integers(-3, 5), max_size=8))
def test_the_point_under_the_pointer_stays(x: float, y: float, steps: list[int]) -> None:
    view = made((40_000, 40_000))
    view.zoom_to(2.0)
    anchor = QPointF(x, y)
    before = photo_point(view, anchor)
    for step in steps:
        view.zoom_by(1.25**step, anchor)
    if 0.2 < view.zoom < MAXIMUM_ZOOM:
        after = photo_point(view, anchor)
        assert after.x() == pytest.approx(before.x(), abs=1e-3)
        assert after.y() == pytest.approx(before.y(), abs=1e-3)


def test_zooming_stops_at_100_percent_on_the_way() -> None:
    view = made()
    seen = []
    for _ in range(40):
        view.zoom_in()
        seen.append(view.zoom)
    assert 1.0 in seen
    assert view.zoom == MAXIMUM_ZOOM
    for _ in range(60):
        view.zoom_out()
    assert view.fitted


def test_the_photo_cannot_be_lost() -> None:
    view = made()
    view.show_actual_size()
    view.pan(99_999, -99_999)
    target = view.target(QSizeF(800, 700))
    assert (target.left(), target.bottom()) == (0, 700)
    assert view.can_pan
    view.fit()
    assert not view.can_pan


def test_the_same_size_keeps_the_place_and_another_one_does_not() -> None:
    view = made()
    view.show_actual_size()
    view.set_photo_size(4000, 3000)
    assert view.zoom == 1.0
    view.set_photo_size(400, 300)
    assert view.fitted

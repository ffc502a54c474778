"""Views of a photo, and the head that tells from what is seen of them how the photo lies."""

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.inference.turn_head import (
    ENCODER,
    THRESHOLDS,
    Look,
    Thresholds,
    TurnHead,
    decided,
    probabilities,
)
from colorizer_gui.core.inference.turned_views import (
    GRIDS,
    LARGE_GRIDS,
    Sight,
    TurnedViews,
    cell_means,
    is_looked_at,
    turned,
    view_of,
)

CELLS = 36
SURE = Thresholds(7.0, 0.8, 0.95, 0.9)


def bright_above() -> dict[str, FloatArray]:
    """A member that wants the first plane of the tokens bright in the upper half and dark in the lower."""
    hidden = np.zeros((2, (CELLS + 1) * 1), dtype=np.float32)
    hidden[0, :18], hidden[0, 18:36] = 1 / 18, -1 / 18
    hidden[1] = -hidden[0]
    return {
        "cells.weight": np.array([[1, 0, 0, 0]], dtype=np.float32),
        "cells.bias": np.zeros(1, dtype=np.float32),
        "summary.weight": np.zeros((1, 3), dtype=np.float32),
        "summary.bias": np.zeros(1, dtype=np.float32),
        "hidden.weight": hidden,
        "hidden.bias": np.zeros(2, dtype=np.float32),
        "score.weight": np.array([[8, -8]], dtype=np.float32),
        "score.bias": np.array([0.5], dtype=np.float32),
    }


def head_of(*members: dict[str, FloatArray]) -> TurnHead:
    arrays = {f"{n}.{name}": value for n, member in enumerate(members) for name, value in member.items()}
    return TurnHead(arrays, SURE, "encoder")


def sight(grid: FloatArray) -> Sight:
    nothing = np.zeros((1, 3, 4), dtype=np.float32)
    planes = np.stack([grid, np.zeros_like(grid)])
    return Sight(nothing, nothing, planes, np.zeros(3, dtype=np.float32))


def scene(turns: int, rows: int = 12, columns: int = 18, contrast: float = 1.0) -> FloatArray:
    """Bright above, turned clockwise by so many quarters."""
    upright = np.zeros((rows, columns), dtype=np.float32)
    upright[: rows // 2] = contrast
    return turned(upright, turns)


def looks(
    held: FloatArray, asked: list[tuple[int, bool]] | None = None, later: FloatArray | None = None
) -> Look:
    """A second look sees another scene, or the same."""

    def look(turns: int, again: bool) -> Sight:
        if asked is not None:
            asked.append((turns, again))
        return sight(turned(later if again and later is not None else held, turns))

    return look


def test_the_score_is_the_formula() -> None:
    head = head_of(bright_above())
    assert head.score(sight(scene(0))) == pytest.approx(8.5)
    assert head.score(sight(scene(2))) == pytest.approx(-7.5)
    assert head.score(sight(scene(1))) == pytest.approx(0.5)
    assert head_of(bright_above(), bright_above()).score(sight(scene(0))) == pytest.approx(17.0), "added up"


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("size", [(12, 18), (16, 12), (14, 14)])
def test_each_way_of_lying_is_put_right(turns: int, size: tuple[int, int]) -> None:
    assert head_of(bright_above()).turns(looks(scene(turns, *size))) == (-turns) % 4


def test_a_photo_that_is_surely_upright_is_looked_at_once() -> None:
    asked: list[tuple[int, bool]] = []
    assert head_of(bright_above()).turns(looks(scene(0), asked)) == 0
    assert asked == [(0, False)]


def test_a_clear_photo_is_looked_at_in_each_turn_once() -> None:
    asked: list[tuple[int, bool]] = []
    assert head_of(bright_above()).turns(looks(scene(1), asked)) == 3
    assert asked == [(turns, False) for turns in range(4)]


def test_what_is_not_sure_at_the_second_look_either_is_left_as_it_is() -> None:
    head, asked = head_of(bright_above()), list[tuple[int, bool]]()
    assert head.turns(looks(scene(1, contrast=0.1), asked)) == 0
    assert asked == [(turns, again) for again in (False, True) for turns in range(4)]


def test_a_second_look_decides_what_was_not_clear() -> None:
    """The mean of the scores of both looks does, whichever of them is the clearer one."""
    head = head_of(bright_above())
    assert head.turns(looks(scene(1, contrast=0.1), later=scene(1))) == 3
    unclear = scene(1, contrast=0.15)
    first = np.array([head.score(sight(turned(unclear, turns))) for turns in range(4)])
    assert 0.5 < probabilities(first.astype(np.float32)).max() < SURE.clear
    assert head.turns(looks(unclear, later=scene(3))) == 1, "seen the other way round"
    assert head.turns(looks(unclear, later=scene(3, contrast=0.15))) == 0, "one for it, one against it"


def test_what_cannot_be_seen_at_the_second_look_is_left_as_it_is() -> None:
    seen = looks(scene(1, contrast=0.1), later=scene(1))
    assert head_of(bright_above()).turns(lambda turns, again: None if again else seen(turns, again)) == 0


def test_turning_upside_down_has_to_be_surer() -> None:
    probable = np.log(np.array([0.04, 0.03, 0.03, 0.90], dtype=np.float32))
    assert decided(probable, SURE) == 3
    assert decided(probable[[0, 1, 3, 2]], SURE) == 0
    assert decided(probable[[3, 1, 2, 0]], SURE) == 0, "upright"


def test_what_cannot_be_seen_is_left_as_it_is() -> None:
    assert head_of(bright_above()).turns(lambda turns, again: None) == 0


def test_a_second_look_is_larger_and_the_mirror_image_of_the_turned_view() -> None:
    lightness = np.random.default_rng(0).uniform(0, 100, (300, 450)).astype(np.float32)
    views = TurnedViews(lightness)
    first, second = views.view(1, False), views.view(1, True)
    assert (first.shape, second.shape) == ((288, 192), (384, 256))
    turned_first = view_of(np.ascontiguousarray(np.rot90(lightness, -1)))
    np.testing.assert_allclose(first, turned_first, atol=1e-4)
    large = view_of(np.ascontiguousarray(np.rot90(lightness, -1)), LARGE_GRIDS)
    np.testing.assert_allclose(second, large[:, ::-1], atol=1e-4)
    assert all(side % 2 == 0 for grid in LARGE_GRIDS for side in grid), "for the convolutions"
    assert {grid[::-1] for grid in LARGE_GRIDS} == set(LARGE_GRIDS)


def test_cells_are_means_and_turn_with_the_view() -> None:
    grid = np.random.default_rng(0).random((3, 16, 12)).astype(np.float32)
    cells = cell_means(grid)
    assert cells.shape == (CELLS, 3)
    np.testing.assert_allclose(cells.mean(axis=0), grid.mean(axis=(1, 2)), atol=1e-5)
    as_picture = cells.reshape(6, 6, 3)
    turned_cells = cell_means(np.rot90(grid, -1, axes=(1, 2)))
    np.testing.assert_allclose(turned_cells.reshape(6, 6, 3), np.rot90(as_picture, -1), atol=1e-5)
    np.testing.assert_allclose(
        as_picture[0, 0], (grid[:, :2, :2].sum((1, 2)) + 2 / 3 * grid[:, 2, :2].sum(1)) / (16 / 3), atol=1e-5
    )


@pytest.mark.parametrize(
    ("height", "width", "expected"),
    [(4000, 6000, (192, 288)), (100, 100, (224, 224)), (900, 300, (320, 160)), (30, 40, (192, 256))],
)
def test_views_have_a_few_shapes(height: int, width: int, expected: tuple[int, int]) -> None:
    lightness = np.full((height, width), 50.0, dtype=np.float32)
    view = view_of(lightness)
    assert view.shape == expected
    np.testing.assert_allclose(view, 0.466, atol=1e-3)
    assert {tuple(16 * side for side in grid) for grid in GRIDS} >= {view.shape, turned(view, 1).shape}


@pytest.mark.parametrize(("shape", "looked"), [((10, 30), True), ((10, 31), False), ((0, 5), False)])
def test_strips_and_nothing_are_not_looked_at(shape: tuple[int, int], *, looked: bool) -> None:
    assert is_looked_at(np.zeros(shape, dtype=np.float32)) is looked


def test_a_head_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "head.safetensors"
    header = {
        ENCODER: "abc",
        THRESHOLDS: json.dumps({"upright": 7.0, "side": 0.8, "head": 0.95, "clear": 0.9}),
    }
    arrays = {f"0.{name}": value.astype(np.float16) for name, value in bright_above().items()}
    save_file(arrays, path, metadata=header)
    head = TurnHead.load(path)
    assert (head.encoder_sha256, head.thresholds) == ("abc", SURE)
    assert head.score(sight(scene(0))) == pytest.approx(8.5, abs=0.01)


@pytest.mark.parametrize("damage", ["missing", "torn", "header", "thresholds", "layer"])
def test_a_damaged_head_is_said_in_a_sentence(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "head.safetensors"
    arrays = {f"0.{name}": value for name, value in bright_above().items()}
    header = {
        ENCODER: "abc",
        THRESHOLDS: json.dumps({"upright": 7.0, "side": 0.8, "head": 0.95, "clear": 0.9}),
    }
    if damage == "header":
        del header[ENCODER]
    if damage == "thresholds":
        header[THRESHOLDS] = '{"side": 1}'
    if damage == "layer":
        del arrays["0.score.bias"]
    if damage != "missing":
        save_file(arrays, path, metadata=header)
    if damage == "torn":
        path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(WeightsError, match=r"head\.safetensors"):
        TurnHead.load(path)

"""Arithmetic on chroma: nothing by default, the named illness alone by a repair."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.toning import (
    GREEN_CAST,
    ORANGE_SKIN,
    PURPLE_PATCHES,
    HueRepair,
    hue_of,
    tone,
)


def colors(*hues: float, chroma: float = 40.0) -> FloatArray:
    angles = np.radians(hues)
    return np.stack([np.cos(angles), np.sin(angles)], axis=-1)[None].astype(np.float32) * np.float32(chroma)


def gray(ab: FloatArray, lightness: float = 50.0) -> FloatArray:
    return np.full(ab.shape[:2], lightness, dtype=np.float32)


def chroma_of(ab: FloatArray) -> FloatArray:
    return np.hypot(ab[..., 0], ab[..., 1])


@given(st.floats(0, 100, width=32), st.floats(0, 360), st.floats(0, 100))
def test_the_default_changes_nothing(lightness: float, hue: float, chroma: float) -> None:
    ab = colors(hue, chroma=chroma)
    np.testing.assert_array_equal(tone(gray(ab, lightness), ab, Adjustments()), ab)


@pytest.mark.parametrize(
    ("name", "repair"),
    [("less_purple", PURPLE_PATCHES), ("less_orange", ORANGE_SKIN), ("less_green", GREEN_CAST)],
)
def test_a_repair_changes_its_hue_and_leaves_the_others(name: str, repair: HueRepair) -> None:
    others = [repair.hue + offset for offset in (repair.reach + 1, 120, 180, -repair.reach - 1)]
    ab = colors(repair.hue, *others)
    healed = tone(gray(ab), ab, Adjustments().with_setting(name, 1.0))
    assert chroma_of(healed)[0, 0] == pytest.approx(40 * repair.saturation, rel=1e-3)
    assert hue_of(healed[0, 0]) == pytest.approx(repair.hue + repair.turn, abs=0.5)
    np.testing.assert_allclose(healed[0, 1:], ab[0, 1:], atol=1e-4)
    half = tone(gray(ab), ab, Adjustments().with_setting(name, 0.5))
    assert chroma_of(healed)[0, 0] < chroma_of(half)[0, 0] < 40


@given(hue=st.floats(0, 360, exclude_max=True), turn=st.floats(-90, 90), saturation=st.floats(0.2, 2))
@settings(max_examples=50)
def test_a_picked_hue_is_turned_and_scaled(hue: float, turn: float, saturation: float) -> None:
    ab = colors(hue, hue + 180)
    settings = Adjustments(picked_hue=hue, picked_turn=turn, picked_saturation=saturation)
    changed = tone(gray(ab), ab, settings)
    difference = (hue_of(changed[0, 0]) - hue - turn + 180) % 360 - 180
    assert difference == pytest.approx(0, abs=0.2)
    assert chroma_of(changed)[0, 0] == pytest.approx(40 * saturation, rel=1e-3)
    np.testing.assert_allclose(changed[0, 1], ab[0, 1], atol=1e-4)


def test_a_repair_has_no_step() -> None:
    ab = colors(*np.arange(0, 360, 0.5))
    healed = tone(gray(ab), ab, Adjustments(less_purple=1.0, less_green=1.0, less_orange=1.0))
    assert np.abs(np.diff(healed, axis=1)).max() < 3.0


def test_shadows_and_highlights_leave_each_other_alone() -> None:
    lightness = np.array([[5.0, 50.0, 55.0, 95.0]], dtype=np.float32)
    ab = np.full((1, 4, 2), 20, dtype=np.float32)
    dark = tone(lightness, ab, Adjustments(shadows=0.0))[0, :, 0]
    assert dark[0] < 2
    np.testing.assert_allclose(dark[2:], 20)
    light = tone(lightness, ab, Adjustments(highlights=0.0))[0, :, 0]
    assert light[3] < 2
    np.testing.assert_allclose(light[:2], 20)


def test_warmth_and_tint_colour_middle_grays_but_not_black_and_white() -> None:
    lightness = np.array([[0.0, 50.0, 100.0]], dtype=np.float32)
    ab = np.zeros((1, 3, 2), dtype=np.float32)
    warm = tone(lightness, ab, Adjustments(warmth=1.0))[0]
    cold = tone(lightness, ab, Adjustments(warmth=-1.0))[0]
    magenta = tone(lightness, ab, Adjustments(tint=1.0))[0]
    assert warm[1, 1] > 10
    assert magenta[1, 0] > 10
    np.testing.assert_allclose(cold, -warm)
    np.testing.assert_array_equal(warm[[0, 2]], 0)

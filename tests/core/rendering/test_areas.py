"""Regions with settings of their own, and protected places: up to the edge, the same in strips and sizes."""

import json
from dataclasses import replace

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import FloatArray, rgb_to_lab
from colorizer_gui.core.common.plain_data import PlainDataError, from_plain, to_plain
from colorizer_gui.core.prediction.prediction import Guidance
from colorizer_gui.core.rendering.adjustments import (
    Adjustments,
    Areas,
    Keep,
    Look,
    Protection,
    Region,
    looks_of,
    with_areas,
)
from colorizer_gui.core.rendering.chroma import Chroma
from colorizer_gui.core.rendering.masks import Masks
from colorizer_gui.core.rendering.rendering import Recomposition
from colorizer_gui.core.rendering.touches import Touch

LEFT = Touch(((0.25, 0.05), (0.25, 0.95)), (0.2, 0.2))
PLAIN = Adjustments()


def halves(height: int = 120, width: int = 180) -> tuple[FloatArray, FloatArray]:
    """A dark half beside a light one, all of one colour."""
    lightness = np.full((height, width), 40, dtype=np.float32)
    lightness[:, width // 2 :] = 75
    return lightness, np.full((height // 4, width // 4, 2), (24, 18), dtype=np.float32)


def chroma_of(photo: Recomposition, adjustments: Adjustments) -> FloatArray:
    rgb = photo.image(adjustments, depth=16) / np.float32(65_535)
    return np.asarray(rgb_to_lab(rgb.astype(np.float32))[..., 1:], dtype=np.float32)


def in_region(settings: Adjustments, *touches: Touch, is_on: bool = True) -> Adjustments:
    return with_areas(PLAIN, Areas((Region("Dress", touches, settings, is_on),)))


def test_a_region_alone_follows_its_settings() -> None:
    photo = Recomposition(*halves())
    after = chroma_of(photo, in_region(Adjustments(saturation=0.0), LEFT))
    length = np.linalg.norm(after, axis=-1)
    assert length[30:90, 32:58].max() < 0.5
    np.testing.assert_allclose(after[:, 110:], chroma_of(photo, PLAIN)[:, 110:], atol=0.05)


def test_a_brush_that_goes_a_little_over_an_edge_stops_there() -> None:
    photo = Recomposition(*halves())
    over = Touch(((0.44, 0.2), (0.44, 0.8)), (0.13, 0.13))
    mask = photo.mask((over,))
    assert mask[40:80, 80:89].min() > 0.9, "up to the edge"
    beyond = mask[40:80, 91:].max(axis=0)
    soft = Recomposition(np.full_like(halves()[0], 50), halves()[1]).mask((over,))
    assert beyond.sum() < 0.6 * soft[40:80, 91:].max(axis=0).sum(), "less goes over than without an edge"


def test_settings_of_a_region_come_on_top_of_those_of_the_photo() -> None:
    photo = Recomposition(*halves())
    both = replace(in_region(Adjustments(saturation=0.5), LEFT), saturation=1.2)
    strength = np.linalg.norm(chroma_of(photo, both), axis=-1)
    whole = np.linalg.norm(chroma_of(photo, PLAIN), axis=-1)
    np.testing.assert_allclose(strength[60, 45] / whole[60, 45], 0.6, atol=0.02)
    np.testing.assert_allclose(strength[60, 160] / whole[60, 160], 1.2, atol=0.02)


def test_vividness_and_clean_edges_are_settings_of_a_region_as_well() -> None:
    lightness, ab = halves()
    readings = np.stack([ab * share for share in (0.2, 0.6, 1.0, 1.2, 1.4)]).astype(np.float16)
    photo = Recomposition(lightness, Chroma(lightness, ab, readings))
    after = chroma_of(photo, in_region(Adjustments(vividness=-1.0), LEFT))
    whole = np.linalg.norm(chroma_of(photo, PLAIN), axis=-1)
    restrained = np.linalg.norm(chroma_of(photo, Adjustments(vividness=-1.0)), axis=-1)
    assert abs(np.linalg.norm(after[60, 45]) - restrained[60, 45]) < 0.3
    assert abs(np.linalg.norm(after[60, 160]) - whole[60, 160]) < 0.05
    assert restrained[60, 45] < 0.5 * whole[60, 45]


@pytest.mark.parametrize(
    "areas",
    [
        Areas((Region("Off", (LEFT,), Adjustments(saturation=0.0), is_on=False),)),
        Areas(
            (Region("Erased", (LEFT, replace(LEFT, radii=(0.6, 0.6), erases=True)), Adjustments(warmth=1)),)
        ),
        Areas((Region("Default", (LEFT,)),)),
        Areas((), (Protection(Keep.AS_IT_IS, (LEFT,), Look()),)),
    ],
)
def test_areas_that_change_nothing_change_not_a_pixel(areas: Areas) -> None:
    photo = Recomposition(*halves())
    plain = photo.image(PLAIN, depth=16)
    changed = photo.image(with_areas(PLAIN, areas), depth=16)
    assert np.abs(changed.astype(int) - plain).max() <= 1


def test_erasing_takes_away_what_it_touches_only() -> None:
    photo = Recomposition(*halves())
    erased = Touch(((0.25, 0.25),), (0.1,), erases=True)
    mask = photo.mask((LEFT, erased))
    assert mask[30, 45] < 0.05
    assert mask[90, 45] > 0.95


def test_what_is_kept_gray_has_no_colour_whatever_the_sliders_do() -> None:
    photo = Recomposition(*halves())
    areas = Areas((), (Protection(Keep.GRAY, (LEFT,)),))
    for settings in (PLAIN, Adjustments(saturation=2.0, warmth=1.0, less_orange=1.0)):
        image = photo.image(with_areas(settings, areas), depth=8).astype(int)
        assert np.ptp(image[30:90, 32:58], axis=-1).max() <= 1
        assert np.ptp(image[60, 160]) > 10


def test_what_is_kept_as_it_is_stays_by_sliders_regions_and_another_prediction() -> None:
    lightness, ab = halves()
    look = Look(
        in_region(Adjustments(saturation=0.5), LEFT), Guidance(np.zeros((1, 2), np.float32), ab[:1, 0])
    )
    then = Chroma(lightness, ab)
    kept = Recomposition(lightness, -ab, kept=lambda asked: then if asked == look else None)
    wanted = Recomposition(lightness, ab).image(look.adjustments, depth=8)
    areas = Areas(
        (Region("Dress", (LEFT,), Adjustments(warmth=1.0)),), (Protection(Keep.AS_IT_IS, (LEFT,), look),)
    )
    image = kept.image(with_areas(Adjustments(saturation=2.0), areas), depth=8)
    np.testing.assert_array_equal(image[30:90, 32:58], wanted[30:90, 32:58])
    assert np.abs(image[60, 160].astype(int) - wanted[60, 160]).max() > 10


def test_strips_equal_the_whole_and_a_smaller_picture_shows_the_same() -> None:
    rng = np.random.default_rng(3)
    lightness = np.cumsum(rng.normal(0, 1, (400, 300)), axis=1).astype(np.float32) % 60 + 20
    photo = Recomposition(lightness, rng.uniform(-40, 40, (40, 30, 2)).astype(np.float32))
    touch = Touch(((0.3, 0.3), (0.6, 0.5)), (0.05, 0.2))
    areas = Areas((Region("One", (touch,), Adjustments(tint=1)),), (Protection(Keep.GRAY, (LEFT,)),))
    adjustments = with_areas(Adjustments(warmth=0.3), areas)
    whole = photo.image(adjustments, depth=16)
    np.testing.assert_array_equal(photo.strip(slice(90, 131), adjustments, 16), whole[90:131])
    small = photo.scaled(100).image(adjustments, depth=8).astype(float)
    shrunk = whole.reshape(100, 4, 75, 4, 3).mean(axis=(1, 3)) / 257
    assert np.abs(small - shrunk).mean() < 6


def test_an_object_is_what_the_selector_says_refined_along_edges() -> None:
    lightness, ab = halves()
    asked = []

    def select(path: object, reach: float) -> FloatArray:
        asked.append((path, reach))
        weight = np.zeros((30, 45), dtype=np.float32)
        weight[:, :22] = 1.0
        return weight

    chroma = Chroma(lightness, ab)
    photo = Recomposition(lightness, chroma, Masks(chroma, select))
    touch = Touch(((0.2, 0.5),), reach=0.4)
    mask = photo.mask((touch,))
    assert asked == [(((0.2, 0.5),), 0.4)]
    assert mask[:, :85].min() > 0.95
    assert mask[:, 96:].max() < 0.05
    photo.mask((touch, LEFT))
    assert len(asked) == 1, "an area that grows asks for what is new alone"


def test_areas_come_back_from_a_file_and_damaged_ones_are_refused() -> None:
    look = Look(
        Adjustments(saturation=1.5), Guidance(np.full((1, 2), 0.5, np.float32), np.ones((1, 2), np.float32))
    )
    adjustments = with_areas(
        Adjustments(warmth=0.5),
        Areas((Region("Ä", (LEFT, Touch(((0.5, 0.5),)))),), (Protection(Keep.AS_IT_IS, (LEFT,), look),)),
    )
    again = from_plain(Adjustments, json.loads(json.dumps(to_plain(adjustments))))
    assert again == adjustments
    assert hash(again) == hash(adjustments)
    assert list(looks_of(again)) == [look]
    assert "areas" not in to_plain(PLAIN), "earlier versions open what has none"
    damaged: tuple[dict[str, object], ...] = (
        {"path": []},
        {"path": [[0.5, 0.5]], "radii": [99.0]},
        {"path": [[0.5, 7.0]]},
    )
    for touch in damaged:
        with pytest.raises(PlainDataError):
            from_plain(Touch, touch)


def test_a_long_thin_line_has_no_gaps() -> None:
    photo = Recomposition(np.full((200, 300), 50, dtype=np.float32), np.zeros((4, 4, 2), dtype=np.float32))
    mask = photo.mask((Touch(((0.1, 0.1), (0.9, 0.9)), (0.02, 0.05)),))
    along = [
        mask[round(20 + share * 160) - 1, round(30 + share * 240) - 1] for share in np.linspace(0, 1, 50)
    ]
    assert min(along) > 0.7

"""What a rendered photo promises: lightness, exact neutrals, strips, previews, little memory."""

import itertools
import threading
import time
import tracemalloc
import weakref

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from skimage import data

from colorizer_gui.core.color.conversion import FloatArray, luminance_to_lightness, rgb_to_lab, srgb_to_linear
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import Cancelled
from colorizer_gui.core.photo.photo import BitDepth
from colorizer_gui.core.rendering import chroma
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.chroma import Chroma, refine_by_guide, shrink
from colorizer_gui.core.rendering.rendering import Recomposition

PLAIN = Adjustments()
DEPTHS: tuple[BitDepth, ...] = (8, 16)


def _random(shape: tuple[int, ...], low: float, high: float, seed: int = 0) -> FloatArray:
    return np.random.default_rng(seed).uniform(low, high, shape).astype(np.float32)


def _photo(shape: tuple[int, int] = (120, 170)) -> tuple[FloatArray, FloatArray]:
    smooth = np.asarray(cv2.GaussianBlur(_random(shape, -100, 200), (0, 0), 3), dtype=np.float32)
    return np.clip(smooth, 0, 100), _random((8, 11, 2), -60, 60, seed=1)


@pytest.mark.parametrize("depth", DEPTHS)
def test_no_saturation_gives_back_each_gray_sample_exactly(depth: BitDepth) -> None:
    count = 2**depth
    samples = np.arange(count).reshape(16, -1)
    lightness = luminance_to_lightness(srgb_to_linear(samples / np.float32(count - 1)))
    image = Recomposition(lightness, _random((4, 4, 2), -90, 90)).image(Adjustments(0.0), depth=depth)
    np.testing.assert_array_equal(image, np.repeat(samples[..., None], 3, axis=2))


@pytest.mark.parametrize("depth", DEPTHS)
def test_black_and_white_take_no_colour(depth: BitDepth) -> None:
    lightness = np.array([[0, 100], [100, 0]], dtype=np.float32)
    image = Recomposition(lightness, np.full((1, 1, 2), 90, dtype=np.float32)).image(PLAIN, depth=depth)
    np.testing.assert_array_equal(image[..., 1], np.where(lightness == 100, 2**depth - 1, 0))
    np.testing.assert_array_equal(image, np.repeat(image[..., :1], 3, axis=2))


@given(seed=st.integers(0, 10_000), reach=st.floats(1, 500), saturation=st.floats(0, 2))
@settings(max_examples=25)
def test_strips_of_any_height_equal_the_whole_image(seed: int, reach: float, saturation: float) -> None:
    rng = np.random.default_rng(seed)
    height, width = (int(n) for n in rng.integers(1, 90, 2))
    lightness = rng.uniform(0, 100, (height, width)).astype(np.float32)
    ab = rng.uniform(-reach, reach, (*rng.integers(1, 20, 2), 2)).astype(np.float32)
    photo, adjustments = Recomposition(lightness, ab), Adjustments(saturation)
    cuts = np.unique(np.concatenate([[0, height], rng.integers(0, height + 1, 3)]))
    for depth in DEPTHS:
        whole = photo.image(adjustments, depth=depth)
        rows = [slice(int(top), int(bottom)) for top, bottom in itertools.pairwise(cuts)]
        parts = [photo.strip(part, adjustments, depth) for part in rows]
        np.testing.assert_array_equal(np.concatenate(parts), whole)


@pytest.mark.parametrize("shape", [(1, 1), (1, 5000), (5000, 1), (5, 7), (2, 70_000), (61, 83)])
@pytest.mark.parametrize("depth", DEPTHS)
def test_any_size_renders_and_its_strips_tile_it(shape: tuple[int, int], depth: BitDepth) -> None:
    photo = Recomposition(_random(shape, 0, 100), _random((32, 48, 2), -50, 50))
    image = photo.image(PLAIN, depth=depth)
    assert image.shape == (*shape, 3)
    assert image.dtype == (np.uint8 if depth == 8 else np.uint16)
    rows, parts = zip(*photo.strips(PLAIN, depth=depth), strict=True)
    assert [part.start for part in rows] == [0, *[part.stop for part in rows[:-1]]]
    np.testing.assert_array_equal(np.concatenate(parts), image)


def test_strips_equal_the_image_when_chroma_is_enlarged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chroma, "REFINED_PIXELS", 2_000)
    photo = Recomposition(*_photo((301, 457)))
    whole = photo.image(PLAIN, depth=16)
    for top, bottom in [(0, 1), (17, 18), (100, 233), (300, 301)]:
        np.testing.assert_array_equal(photo.strip(slice(top, bottom), PLAIN, 16), whole[top:bottom])
    assert photo.strip(slice(5, 5), PLAIN, 8).shape == (0, 457, 3)


def test_a_preview_looks_like_the_whole_photo_made_small() -> None:
    photo_rgb = data.astronaut()
    lab = rgb_to_lab(photo_rgb.astype(np.float32) / 255)
    photo = Recomposition(np.ascontiguousarray(lab[..., 0]), shrink(lab[..., 1:], 32, 32))
    preview = photo.scaled(200).image(PLAIN, depth=8).astype(np.float32)
    expected = cv2.resize(photo.image(PLAIN, depth=8), (200, 200), interpolation=cv2.INTER_AREA)
    assert np.abs(preview - expected).mean() < 1.5
    assert np.abs(preview.mean((0, 1)) - expected.mean((0, 1))).max() < 1


@pytest.mark.parametrize(
    ("long_side", "size"), [(100, (100, 71)), (170, (170, 120)), (900, (170, 120)), (1, (1, 1))]
)
def test_a_preview_keeps_the_aspect_ratio_and_never_enlarges(long_side: int, size: tuple[int, int]) -> None:
    assert Recomposition(*_photo()).scaled(long_side).size == size


def test_previews_share_one_refinement_whoever_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[int, ...]] = []

    def refine(guide: FloatArray, ab: FloatArray) -> FloatArray:
        calls.append(guide.shape)
        time.sleep(0.01)
        return refine_by_guide(guide, ab)

    monkeypatch.setattr(chroma, "refine_by_guide", refine)
    photo = Recomposition(*_photo())
    pictures = [photo, photo.scaled(50), photo.scaled(80).scaled(20)]
    assert not calls
    threads = [threading.Thread(target=p.image, args=(PLAIN,), kwargs={"depth": 8}) for p in pictures * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert calls == [(120, 170)]


def test_refined_chroma_lets_go_of_the_lightness() -> None:
    lightness, ab = _photo()
    source = weakref.ref(lightness)
    small = Chroma(lightness, ab)
    del lightness
    assert source() is not None
    assert small.refined() is small.refined()
    assert source() is None


def test_more_saturation_gives_more_colour() -> None:
    photo = Recomposition(*_photo())
    spread = [
        np.ptp(photo.image(Adjustments(s), depth=16).astype(int), axis=2).mean() for s in (0, 0.5, 1, 2)
    ]
    assert spread == sorted(spread)
    assert spread[0] == 0 < spread[1] < spread[3]


def test_a_cancelled_rendering_stops() -> None:
    photo, token = Recomposition(*_photo((900, 700))), CancelToken()
    strips = photo.strips(PLAIN, depth=8, token=token)
    next(strips)
    token.cancel()
    with pytest.raises(Cancelled):
        next(strips)
    with pytest.raises(Cancelled):
        photo.image(PLAIN, depth=8, token=token)


def test_rendering_needs_the_output_and_a_few_strips() -> None:
    photo = Recomposition(np.full((2000, 3000), 50, dtype=np.float32), _random((8, 12, 2), -50, 50))
    photo.strip(slice(0, 1), PLAIN, 8)
    tracemalloc.start()
    try:
        image = photo.image(PLAIN, depth=8)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < image.nbytes + 32 * 2**20

"""Figures with known values, and the tables that show them."""

import csv
import io

import numpy as np
import pytest
import torch
from torch import Tensor

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray, rgb_to_lab
from colorizer_gui.core.prediction.prediction import Guidance
from model_training.data.kaggle import KaggleArrays
from model_training.data.photo_source import DataError
from model_training.evaluation.evaluate import MethodScores, evaluate, render
from model_training.evaluation.hint_trials import HintTrials
from model_training.evaluation.metrics import (
    area_under_ab_error,
    bootstrap_interval,
    ciede2000,
    colorfulness,
    kernel_distance,
    psnr,
)
from model_training.evaluation.summary import COLUMNS, by_category, summarize
from model_training.evaluation.tables import as_csv, as_markdown, as_text
from model_training.evaluation.true_photos import TruePhoto
from model_training.models.baselines import constant_mean, nearest_thumbnails


def test_psnr_of_a_known_error() -> None:
    truth = np.full((4, 4, 3), 0.5, np.float32)
    assert psnr(truth + np.float32(0.1), truth) == pytest.approx(20.0, abs=1e-4)
    assert psnr(truth, truth) == pytest.approx(100.0)


def test_colorfulness_of_known_pictures() -> None:
    assert colorfulness(np.full((4, 4, 3), 0.3, np.float32)) == pytest.approx(0.0, abs=1e-6)
    red = np.zeros((4, 4, 3), np.float32)
    red[..., 0] = 1.0
    assert colorfulness(red) == pytest.approx(0.3 * np.hypot(255, 127.5))
    half = red.copy()
    half[:, :2] = 0.0  # rg is 0 or 255, yb is 0 or 127.5
    spread, mean = np.hypot(127.5, 63.75), np.hypot(127.5, 63.75)
    assert colorfulness(half) == pytest.approx(spread + 0.3 * mean)


def test_ciede2000_of_lightness_alone() -> None:
    truth = np.full((4, 4, 3), 0.0, np.float32)
    truth[..., 0] = 50
    assert ciede2000(truth, truth) == 0.0
    assert ciede2000(truth + np.array([2, 0, 0], np.float32), truth) == pytest.approx(2.0, rel=0.02)


@pytest.mark.parametrize("weighted", [False, True])
def test_auc_equals_a_sweep_over_thresholds(weighted: bool) -> None:
    rng = np.random.default_rng(0)
    result, truth = (rng.uniform(-90, 90, (20, 20, 2)).astype(np.float32) for _ in range(2))
    weights = rng.uniform(0, 1, (20, 20)).astype(np.float32) if weighted else None
    error = np.sqrt(((result - truth) ** 2).sum(axis=-1))
    thresholds = np.linspace(0, 150, 15001)
    shares = [np.average(error <= threshold, weights=weights) for threshold in thresholds]
    swept = np.trapezoid(shares, thresholds) / 150
    assert area_under_ab_error(result, truth, weights) == pytest.approx(swept, abs=1e-4)
    assert area_under_ab_error(truth, truth) == 1.0


def test_kernel_distance_is_small_for_equal_distributions_only() -> None:
    rng = np.random.default_rng(0)
    one, other = rng.normal(size=(200, 16)), rng.normal(size=(200, 16))
    same, moved = kernel_distance(one, other), kernel_distance(one, other + 1)
    assert abs(same) < 0.02 < 1 < moved
    within = [(a @ b / 16 + 1) ** 3 for i, a in enumerate(one[:9]) for j, b in enumerate(one[:9]) if i != j]
    true = [(a @ b / 16 + 1) ** 3 for i, a in enumerate(other[:9]) for j, b in enumerate(other[:9]) if i != j]
    across = [(a @ b / 16 + 1) ** 3 for i, a in enumerate(one[:9]) for j, b in enumerate(other[:9]) if i != j]
    expected = np.mean(within) + np.mean(true) - 2 * np.mean(across)
    assert kernel_distance(one[:9], other[:9]) == pytest.approx(expected)
    assert kernel_distance(one, one) == pytest.approx(0.0, abs=1e-9)


def test_bootstrap_holds_the_mean_and_is_repeatable() -> None:
    values = np.random.default_rng(0).normal(5, 2, size=400)
    low, high = bootstrap_interval(values)
    assert low < values.mean() < high
    assert high - low == pytest.approx(2 * 1.96 * 2 / 20, rel=0.15)
    assert bootstrap_interval(values) == (low, high)
    assert bootstrap_interval(np.ones(8)) == (1.0, 1.0)
    assert np.isnan(bootstrap_interval(np.ones(7))).all()  # nothing can be said of so few


def test_intervals_of_small_skewed_groups_hold_the_mean() -> None:
    """BCa of an exponential's mean, whose percentile interval is known to be too low."""
    rng = np.random.default_rng(5)
    skewed = rng.exponential(size=12)
    low, high = bootstrap_interval(skewed, resamples=4000)
    ordered = np.sort([np.mean(rng.choice(skewed, 12)) for _ in range(4000)])
    assert low > ordered[100]
    assert high > ordered[3900]


class _Judge:
    """Counts as a network: mean colours as features, the strongest channel as the class."""

    def __call__(self, rgb: Tensor) -> tuple[Tensor, Tensor]:
        means = rgb.mean(dim=(2, 3))
        return torch.cat([means, means**2], dim=1), means


def _photo(seed: int, height: int = 24, width: int = 40) -> TruePhoto:
    rng = np.random.default_rng(seed)
    lab = rng.uniform((30, -30, -30), (70, 30, 30), (height, width, 3)).astype(np.float32)
    return TruePhoto(str(seed), lab)


@pytest.fixture(scope="module")
def scores() -> list[MethodScores]:
    photos = [_photo(seed) for seed in range(8)]
    truths = {photo.lightness.tobytes(): photo.ab for photo in photos}

    def half(lightness: FloatArray) -> FloatArray:
        return truths[lightness.tobytes()] * np.float32(0.5)

    prior = np.full(313, 1 / 313, np.float32)
    return evaluate(photos, {"half|way": half}, prior, _Judge())  # type: ignore[arg-type]


def test_methods_are_ranked_as_they_are(scores: list[MethodScores]) -> None:
    table = summarize(scores)
    assert list(table) == ["gray", "half|way", "truth"]
    assert np.isnan(table["truth"]["PSNR dB"].value)  # it says how exact eight bits are
    assert table["gray"]["PSNR dB"].value < table["half|way"]["PSNR dB"].value
    areas = ("AuC", "AuC rebalanced", "AuC half rebalanced", "AuC half rebalanced, pooled")
    for column in (*areas, "colourfulness"):
        gray, half, truth = (table[name][column].value for name in table)
        assert gray < half < truth
        assert table["half|way"][column].low <= half <= table["half|way"][column].high
    assert table["gray"]["gain dB"].value == 0.0
    assert table["truth"]["of truth %"].value == pytest.approx(100.0)
    gray, half, truth = (table[name]["CIEDE2000"].value for name in table)
    assert truth < half < gray
    assert table["truth"]["top-1 agreement %"].value == 100.0
    assert table["gray"]["of gray's %"].value == pytest.approx(100.0)
    assert table["half|way"]["of gray's %"].value == pytest.approx(100 * half / gray)


def test_the_rebalanced_area_is_that_of_the_paper() -> None:
    """All pixels of all photos, each by one over how common its colour is, thresholds swept to 150."""
    photos = [_photo(1), _photo(2, 16, 16)]
    centers = AbBins.derive().centers
    prior = np.exp(-np.hypot(*centers.T) / 12).astype(np.float32)
    prior[np.hypot(*centers.T) > 25] = 0  # the training photos had none of them, and these photos do
    prior /= prior.sum()
    table = summarize(evaluate(photos, {}, prior, _Judge()))  # type: ignore[arg-type]
    errors, weights = [], []
    for photo in photos:
        gray = rgb_to_lab(render(photo.lightness, np.zeros((1, 1, 2), np.float32)))[..., 1:]
        errors.append(np.hypot(*(gray - photo.ab).reshape(-1, 2).T))
        nearest = ((np.rint(photo.ab).reshape(-1, 1, 2) - centers) ** 2).sum(axis=-1).argmin(axis=1)
        weights.append(1 / np.maximum(prior, prior[prior > 0].min())[nearest])
    error, weight = np.concatenate(errors), np.concatenate(weights)
    thresholds = np.linspace(0, 150, 3001)
    shares = [weight[error <= threshold].sum() / weight.sum() for threshold in thresholds]
    assert table["gray"]["AuC rebalanced"].value == pytest.approx(
        np.trapezoid(shares, thresholds) / 150, abs=2e-4
    )
    unknown = summarize(evaluate(photos, {}, None, _Judge()))  # type: ignore[arg-type]
    assert np.isnan(unknown["gray"]["AuC rebalanced"].value)
    assert np.isfinite(unknown["gray"]["AuC half rebalanced, pooled"].value)


def test_categories_are_tables_of_their_photos(scores: list[MethodScores]) -> None:
    table = by_category(scores, ["skies", "faces", "skies", "faces", *(["skies"] * 4)])
    assert list(table) == ["faces (2): half|way", "skies (6): half|way"]
    half = next(score for score in scores if score.name == "half|way")
    cell = table["faces (2): half|way"]["CIEDE2000"]
    assert cell.value == pytest.approx(half.ciede2000[[1, 3]].mean())
    assert np.isnan([cell.low, cell.high]).all()
    assert "[" not in as_text(table)
    whole = by_category(scores, ["skies"] * 8)["skies (8): half|way"]["CIEDE2000"]
    assert whole.low <= whole.value <= whole.high
    assert len({tuple(row) for row in table.values()}) == 1


def test_one_photo_gives_a_table_without_a_distance() -> None:
    table = summarize(evaluate([_photo(1)], {}, np.full(313, 1 / 313, np.float32), _Judge()))  # type: ignore[arg-type]
    assert np.isnan(table["gray"]["kernel distance"].value)
    assert np.isfinite(table["gray"]["PSNR dB"].value)


def test_seven_photos_have_no_interval_in_any_column() -> None:
    photos = [_photo(seed) for seed in range(7)]
    table = summarize(evaluate(photos, {}, np.full(313, 1 / 313, np.float32), _Judge()))  # type: ignore[arg-type]
    assert all(np.isnan([cell.low, cell.high]).all() for row in table.values() for cell in row.values())
    assert np.isfinite(table["gray"]["kernel distance"].value)
    assert len(as_text(table).splitlines()) == 1 + len(table)  # and no line for them


def test_hints_are_tried_where_a_method_takes_them() -> None:
    photos = [_photo(seed) for seed in range(3)]
    seen: list[Guidance] = []

    def told(lightness: FloatArray, hints: Guidance) -> FloatArray:
        seen.append(hints)
        return np.full((1, 1, 2), 3.0 * len(hints.ab), np.float32)

    methods = {
        "deaf": lambda _: np.zeros((1, 1, 2), np.float32),
        "told": lambda _: np.zeros((1, 1, 2), np.float32),
    }
    prior = np.full(313, 1 / 313, np.float32)
    trials = HintTrials((1, 4), {"told": told})
    table = summarize(evaluate(photos, methods, prior, _Judge(), trials=trials))  # type: ignore[arg-type]
    assert list(table["gray"])[-2:] == ["PSNR dB, 1 hint", "PSNR dB, 4 hints"]
    assert np.isnan(table["deaf"]["PSNR dB, 1 hint"].value)
    one, four = (table["told"][f"PSNR dB, {text}"].value for text in ("1 hint", "4 hints"))
    assert four < one < table["told"]["PSNR dB"].value  # this method gets worse by each hint
    assert [len(hints.ab) for hints in seen] == [1, 4] * 3
    np.testing.assert_array_equal(seen[0].positions, seen[1].positions[:1])
    assert "PSNR dB, 4 hints low" in as_csv(table)
    for written in (as_text, as_markdown):
        assert "4 hints" in written(table)
        assert "–" in written(table)
        assert "nan" not in written(table)


def test_a_hint_is_the_colour_around_its_place() -> None:
    ab = np.zeros((60, 80, 2), np.float32)
    ab[:, 40:] = (20.0, -30.0)
    hints = HintTrials((50,)).guidance(ab, seed=3)[50]
    assert len(np.unique(hints.positions)) == 100
    for (x, _), colour in zip(hints.positions, hints.ab, strict=True):
        if abs(x * 80 - 40) > 4:
            np.testing.assert_allclose(colour, (20, -30) if x > 0.5 else (0, 0))


def test_no_photo_is_a_sentence() -> None:
    with pytest.raises(DataError, match="no colour photo"):
        evaluate([], {}, np.full(313, 1 / 313, np.float32), _Judge())  # type: ignore[arg-type]


def test_tables_can_be_read_again(scores: list[MethodScores]) -> None:
    table = summarize(scores)
    rows = list(csv.DictReader(io.StringIO(as_csv(table))))
    assert [row["method"] for row in rows] == list(table)
    assert float(rows[1]["PSNR dB"]) == pytest.approx(table["half|way"]["PSNR dB"].value, rel=1e-5)
    assert float(rows[1]["AuC low"]) == pytest.approx(table["half|way"]["AuC"].low, rel=1e-5)
    lines = as_markdown(table).splitlines()
    assert len(lines) == 2 + 3
    assert {line.count("|") for line in lines} == {len(COLUMNS) + 2}
    text = as_text(table).splitlines()
    assert len({len(line) for line in text}) == 1
    assert len(text) == 1 + 2 * 3


def test_baselines_know_the_training_photos(data: KaggleArrays) -> None:
    mean = constant_mean(data)(np.zeros((5, 5), np.float32))
    expected = np.mean([data.chroma(i).mean(axis=(0, 1)) for i in range(len(data))], axis=0)
    np.testing.assert_allclose(mean[0, 0], expected, atol=1e-3)
    lightness = data.lightness[4].astype(np.float32) * np.float32(100 / 255)
    answer = nearest_thumbnails(data)(np.pad(lightness, ((0, 0), (30, 30))))
    assert answer.shape == (28, 28, 2)
    assert np.isfinite(answer).all()

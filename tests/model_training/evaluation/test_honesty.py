"""What keeps figures honest: near duplicates left out, pairs compared in pairs, single photos shown."""

import csv
import io
import itertools
import shutil
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from colorizer_gui.core.common.resource_files import resource
from model_training.data.photo_source import iterate_photos
from model_training.evaluation import evaluate
from model_training.evaluation.by_photo import extremes, photos_csv
from model_training.evaluation.compare import compare
from model_training.evaluation.evaluate import MethodScores
from model_training.evaluation.near_duplicates import NEAR, Hashes, found_among, perceptual_hash
from model_training.evaluation.summary import differences
from model_training.evaluation.tables import as_csv
from model_training.evaluation.true_photos import TruePhoto, chosen_photos, load_true_photos


def _scores(name: str, gain: float, noise: float) -> MethodScores:
    rng = np.random.default_rng(len(name))
    base = np.random.default_rng(0).normal(22, 4, 30)
    psnr = base + gain + rng.normal(0, noise, 30)
    ones = np.ones(30)
    areas = 0.9 * ones
    return MethodScores(name, psnr, 10 - gain * ones, areas, areas, areas, 30 * ones, np.zeros((30, 2)), ones)


def test_two_weights_are_compared_in_pairs() -> None:
    """Photos differ by 4 dB and the weights by a tenth of one: only pairs show that."""
    scores = [_scores("gray", 0, 0), _scores("a", 1.0, 0.05), _scores("later", 1.1, 0.05)]
    cell = differences([*scores, _scores("truth", 9, 0)])["later less a"]["gain dB"]
    assert cell.value == pytest.approx(0.1, abs=0.03)
    assert 0 < cell.low < cell.high < 0.2


def test_every_photo_is_in_the_table_and_the_worst_are_named() -> None:
    scores = [_scores("gray", 0, 0), _scores("mine", 1.0, 0.5), _scores("truth", 9, 0)]
    names, sources = [f"{i}.png" for i in range(30)], ["harbour"] * 30
    rows = list(csv.DictReader(io.StringIO(photos_csv(scores, names, sources))))
    assert len(rows) == 60
    gains = {row["photo"]: float(row["gain dB"]) for row in rows if row["method"] == "mine"}
    worst = min(gains, key=lambda name: gains[name])
    table = extremes(scores, names)
    assert len(table) == 20
    assert table[f"mine, worst 1: {worst}"]["gain dB"].value == pytest.approx(gains[worst], rel=1e-5)


def test_photos_near_to_what_was_learnt_from_are_found_and_left_out(photos: Path, tmp_path: Path) -> None:
    judged, learnt = tmp_path / "judged", tmp_path / "learnt"
    for folder in (judged, learnt):
        folder.mkdir()
    for number in range(4):
        shutil.copy(photos / f"{number:02}.png", judged)
    for number in range(4, 8):
        shutil.copy(photos / f"{number:02}.png", learnt)
    twin = cv2.imread(str(photos / "02.png"))
    assert twin is not None
    small = cv2.resize(twin[:, ::-1], (90, 72), interpolation=cv2.INTER_AREA)
    cv2.imwrite(str(learnt / "twin.jpg"), small, [cv2.IMWRITE_JPEG_QUALITY, 60])
    counted: list[int] = []
    (pair,) = found_among(iterate_photos([judged]), iterate_photos([learnt]), counted.append)
    assert (pair.judged, pair.learnt) == ("02.png", "twin.jpg")
    assert counted == list(range(1, 10))
    kept = [photo.name for photo in load_true_photos([judged], left_out={pair.judged})]
    assert kept == ["00.png", "01.png", "03.png"]
    assert [photo.name for photo in load_true_photos([judged], categories=["elsewhere"])] == []


def test_a_limit_takes_photos_from_the_first_to_the_last(photos: Path) -> None:
    every = [photo.name for photo in chosen_photos([photos])]
    assert len(every) == 24
    for limit in (5, 13, 23):
        places = [every.index(photo.name) for photo in chosen_photos([photos], limit)]
        assert len(places) == limit
        gaps = np.diff([*places, 24])
        assert places[0] == 0
        assert gaps.max() - gaps.min() <= 1
    assert [photo.name for photo in chosen_photos([photos], 99)] == every


def test_the_bound_tells_copies_from_other_pictures() -> None:
    """Encoded again, scaled, made brighter, with a cut of a fiftieth: near. Other pictures: not."""
    found = [cv2.imread(str(path)) for path in sorted(resource("samples").glob("*.jpg"))]
    pictures = [np.asarray(picture, dtype=np.uint8) for picture in found if picture is not None]
    hashes = [perceptual_hash(picture) for picture in pictures]
    assert len(hashes) > 4

    def bits(one: Hashes, other: Hashes) -> int:
        return int(np.bitwise_count(one ^ other).sum())

    for picture, own in zip(pictures, hashes, strict=True):
        height, width = picture.shape[:2]
        cut = np.ascontiguousarray(picture[: round(0.99 * height), round(0.01 * width) :])
        encoded = cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 30])[1], 1)
        assert encoded is not None
        small = cv2.resize(picture, (width // 4, height // 4), interpolation=cv2.INTER_AREA)
        for copy in (cut, encoded, small, 255 - (255 - picture) // 2):
            assert bits(own, perceptual_hash(np.asarray(copy, dtype=np.uint8))) <= NEAR
    others = [bits(one, other) for one, other in itertools.combinations(hashes, 2)]
    assert min(others) > NEAR


def test_a_stopped_evaluation_goes_on(photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    own = evaluate._Judging.judged

    def judged(judging: Any, photo: TruePhoto, seed: int) -> Any:
        if len(seen) == 2:
            raise KeyboardInterrupt
        seen.append(photo.name)
        return own(judging, photo, seed)

    with monkeypatch.context() as patch:
        patch.setattr(evaluate._Judging, "judged", judged)
        with pytest.raises(KeyboardInterrupt):
            compare([photos], {}, limit=3, out=tmp_path)
        seen.clear()
        tables = compare([photos], {}, limit=3, out=tmp_path)
        assert len(seen) == 1  # the third
        assert not (tmp_path / "judged.partial").exists()
        seen.clear()
        with pytest.raises(KeyboardInterrupt):
            compare([photos], {}, limit=4, out=tmp_path)
        seen.clear()
        with pytest.raises(KeyboardInterrupt):  # of another question, nothing is taken over
            compare([photos], {}, limit=3, out=tmp_path)
    assert as_csv(compare([photos], {}, limit=3)["evaluation"]) == as_csv(tables["evaluation"])


def test_the_hash_is_of_the_picture_and_not_of_its_size() -> None:
    rng = np.random.default_rng(1)
    one, other = (
        cv2.resize(rng.integers(0, 256, (6, 8, 3), dtype=np.uint8), (160, 120), interpolation=cv2.INTER_CUBIC)
        for _ in range(2)
    )
    half = cv2.resize(one, (80, 60), interpolation=cv2.INTER_AREA)
    distance = [
        int(
            np.bitwise_count(
                perceptual_hash(np.asarray(a, np.uint8)) ^ perceptual_hash(np.asarray(b, np.uint8))
            ).sum()
        )
        for a, b in ((one, half), (one, other))
    ]
    assert distance[0] < 24
    assert distance[1] > 80

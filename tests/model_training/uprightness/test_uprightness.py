"""From tar shards to a head that the program loads, on photos that are bright above."""

import json
import tarfile
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.inference.turn_head import PROVENANCE, Thresholds, TurnHead
from colorizer_gui.core.inference.turned_views import GRIDS, Sight, nearest_grid
from model_training.shards.photo_shards import PhotoShards
from model_training.uprightness.judging import Scores, chosen_thresholds, figures
from model_training.uprightness.learning import Member, Scale, learn, scores_of
from model_training.uprightness.making import (
    Plan,
    arrays_of,
    draw,
    head_scores,
    read_head,
    table,
    write_head,
)
from model_training.uprightness.sights import Sights, sights_of
from model_training.uprightness.views import judged_view, learnt_view

PLANES = 6


def made_sights(count: int, seed: int) -> Sights:
    """Noise; in the first plane the upper half of what is upright is brighter."""
    rng = np.random.default_rng(seed)
    cells = rng.normal(size=(count, 4, 6, 6, PLANES)).astype(np.float32)
    for turns in range(4):
        bright = np.zeros((6, 6), dtype=np.float32)
        bright[:3] = 2.5
        cells[:, turns, :, :, 0] += np.rot90(bright, -turns)
    summary = rng.normal(size=(count, 4, 5))
    half = cells.reshape(count, 4, 36, PLANES).astype(np.float16)
    return Sights(half, summary.astype(np.float16), np.arange(count))


def test_the_head_learns_and_the_program_computes_the_same(tmp_path: Path) -> None:
    members = [learn(made_sights(480, 0), seed, 8) for seed in (1, 2)]
    judged = made_sights(100, 1)
    scores = scores_of(members, judged)
    assert scores.shape == (100, 4)
    assert (scores.argmax(axis=1) == 0).mean() > 0.95
    path = tmp_path / "head.safetensors"
    thresholds = Thresholds(9.0, 0.7, 0.9, 0.95)
    write_head(path, arrays_of(members), thresholds, "abc", {"photos": 480})
    head = TurnHead.load(path)
    assert (head.encoder_sha256, head.thresholds) == ("abc", thresholds)
    np.testing.assert_allclose(head_scores(head, judged), scores, atol=0.05, err_msg="16 bits")
    arrays, provenance = read_head(path)
    assert provenance == {"photos": 480}
    again = TurnHead(arrays, thresholds, "abc")
    np.testing.assert_array_equal(head_scores(again, judged), head_scores(head, judged))
    for row in range(5):
        for turns in range(4):
            cells = judged.cells[row, turns].astype(np.float32).T.reshape(PLANES, 6, 6)
            sight = Sight(cells[2:4], cells[4:], cells[:2], judged.summary[row, turns].astype(np.float32))
            assert head.score(sight) == pytest.approx(scores[row, turns], abs=0.05), "16 bits"


def test_the_scale_is_part_of_the_first_layer() -> None:
    torch.manual_seed(0)
    sights = made_sights(8, 2)
    plain = Scale(*(np.full(size, value, np.float32) for size in (PLANES, 5) for value in (0, 1)))
    member = Member(Scale.of(sights)).eval()
    arrays = member.arrays(1.0)
    other = Member(plain).eval()
    other.load_state_dict({name: torch.from_numpy(value) for name, value in arrays.items()})
    np.testing.assert_allclose(scores_of([member], sights), scores_of([other], sights), atol=1e-4)


def test_figures_count_each_way_of_lying() -> None:
    sure, unsure = [5.0, 0.0, 0.0, 0.0], [0.1, 0.0, 0.0, 0.0]
    taken_for_left, taken_for_head = [0.0, 0.0, 0.0, 5.0], [0.0, 0.0, 5.0, 0.0]
    first = np.array([sure, unsure, taken_for_left, taken_for_head], dtype=np.float32)
    scores = Scores(first, first)
    found = figures(scores, Thresholds(100.0, 0.9, 0.9))
    assert (found.photos, found.bothered, found.side, found.head) == (4, 0.5, 0.25, 0.25)
    assert found.wrong == pytest.approx(4 / 12), "each of the two on the two ways that are not its own guess"
    assert figures(scores, Thresholds(100.0, 0.9, 1.1)).bothered == 0.25
    assert figures(scores, Thresholds(4.0, 0.9, 0.9)).side == 0.25, "an upright one is left at once"
    final = Scores(first, np.array([sure] * 4, dtype=np.float32))
    assert figures(final, Thresholds(100.0, 0.9, 0.9)).side == 1.0, "the second look counts"
    left = figures(final, Thresholds(4.0, 0.9, 0.9))
    assert (left.bothered, left.side) == (0.0, 0.875), "what looks upright at once has no second look"


def test_thresholds_bother_as_few_as_is_wanted() -> None:
    rng = np.random.default_rng(0)
    scores = rng.normal(size=(800, 4)).astype(np.float32)
    scores[:, 0] += 3
    for share in (0.0, 0.02, 0.1):
        thresholds = chosen_thresholds(Scores(scores, scores), share, 0.9)
        found = figures(Scores(scores, scores), thresholds)
        assert thresholds.clear == 0.9
        assert found.bothered <= share
        assert share - 0.02 <= found.bothered or thresholds.side == 0.5
        assert min(thresholds.side, thresholds.head) >= 0.5
    assert found.side > 0.6
    lines = table(Scores(scores, scores), ["a"] * 300 + ["b"] * 500, thresholds)
    assert [line.split()[:2] for line in lines[1:]] == [["a", "300"], ["b", "500"], ["all", "800"]]


@pytest.mark.parametrize(("height", "width"), [(60, 90), (90, 60), (64, 64), (50, 150)])
def test_views_are_of_the_shapes_that_the_program_looks_at(height: int, width: int) -> None:
    photo = np.random.default_rng(0).integers(0, 255, (height, width, 3)).astype(np.uint8)
    shapes = {tuple(16 * side for side in grid) for grid in GRIDS}
    tall = 0
    for seed in range(40):
        view = learnt_view(photo, np.random.default_rng(seed))
        assert view.shape in shapes
        assert view.dtype == np.float32
        assert 0 <= view.min() <= view.max() <= 1
        tall += view.shape[0] > view.shape[1]
    assert tall > 0, "the shape does not tell how a photo lies"
    np.testing.assert_array_equal(
        learnt_view(photo, np.random.default_rng(7)), learnt_view(photo, np.random.default_rng(7))
    )
    assert judged_view(photo).shape == tuple(16 * side for side in nearest_grid(height, width))


def shards_of(folder: Path, counts: dict[str, int], size: tuple[int, int] = (48, 32)) -> PhotoShards:
    path = folder / "photos.tar"
    rng = np.random.default_rng(0)
    with tarfile.open(path, "w") as archive:
        for source, count in counts.items():
            for number in range(count):
                gray = np.linspace(230, 20, size[1])[:, None] + rng.uniform(-20, 20, (size[1], size[0]))
                data = cv2.imencode(".png", gray.astype(np.uint8))[1].tobytes()
                member = tarfile.TarInfo(f"train/{source}/{number:03d}.png")
                member.size = len(data)
                archive.addfile(member, BytesIO(data))
    return PhotoShards.open([path])


def test_small_and_varied_sources_are_drawn_more_often(tmp_path: Path) -> None:
    shards = shards_of(tmp_path, {"large": 160, "recipes_sb": 40, "small": 40})
    drawn = draw(shards, Plan(60, 1, 1, 0.01))
    sources = [shards.sources[number] for number in drawn]
    assert len(set(drawn)) == 60
    assert sources.count("small") > sources.count("recipes_sb")
    assert sources.count("small") * 4 > sources.count("large"), "by the root of their sizes"
    assert draw(shards, Plan(60, 1, 1, 0.01)) == drawn


class _SmallEncoder(torch.nn.Module):
    """Means over 16 and 32 pixels in the place of what the encoders see.

    Attributes
    ----------
    views
        How many it was asked for.
    """

    views = 0

    def forward(self, gray: torch.Tensor) -> object:
        from colorizer_gui.core.model.encoder import Features
        from colorizer_gui.core.model.pair_network import Seen
        from colorizer_gui.core.model.vision_transformer import Tokens

        self.views += len(gray)
        small = torch.nn.functional.avg_pool2d(gray, 16)
        coarse = torch.nn.functional.avg_pool2d(gray, 32)
        grid = torch.nn.functional.avg_pool2d(gray, 16)
        return Seen(Features(None, small, small, coarse), Tokens(grid, gray.mean((2, 3)), gray))


def test_what_is_seen_is_kept_for_the_next_call(tmp_path: Path) -> None:
    shards, encoder = shards_of(tmp_path, {"a": 5}), _SmallEncoder()
    numbers = [3, 0, 4]

    def view(photo: ByteArray, _rng: np.random.Generator) -> np.ndarray:
        return judged_view(photo)

    first = sights_of(tmp_path / "seen", shards, numbers, view, encoder)  # type: ignore[arg-type]
    assert (first.cells.shape, first.summary.shape) == ((3, 4, 36, 3), (3, 4, 1))
    assert first.numbers.tolist() == numbers
    assert first.cells[0, 0, 0, 0] > first.cells[0, 0, -1, 0] + 0.5, "bright above"
    assert first.cells[0, 2, 0, 0] < first.cells[0, 2, -1, 0] - 0.5, "and below, when it is turned round"
    again = sights_of(tmp_path / "seen", shards, numbers, view, encoder)  # type: ignore[arg-type]
    np.testing.assert_array_equal(again.cells, first.cells)
    assert encoder.views == 12
    sights_of(tmp_path / "seen", shards, [1, 0, 4], view, encoder)  # type: ignore[arg-type]
    assert encoder.views == 24, "other photos"


@pytest.mark.weights
def test_the_command_makes_a_head(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from model_training.commands.cli import main

    shards_of(tmp_path, {"a": 4})
    shard, out = str(tmp_path / "photos.tar"), tmp_path / "head.safetensors"
    words = ["upright", "--shards", shard, "--judge", shard, "--sources", "a", "--leave-out", "1,2"]
    words += ["--out", str(out), "--features", str(tmp_path / "seen"), "--photos", "3", "--epochs", "1"]
    assert main([*words, "--members", "1", "--clear", "0.3"]) == 0
    assert "all                       2" in capsys.readouterr().out
    assert TurnHead.load(out).encoder_sha256 == TurnHead.load().encoder_sha256
    from safetensors import safe_open

    with safe_open(out, framework="numpy") as file:
        provenance = json.loads(file.metadata()[PROVENANCE])
    assert provenance["plan"]["left_out"] == [0, 1]
    assert provenance["sources"] == {"a": 3}
    assert provenance["thresholds"] == {"bothered": 0.01, "clear": 0.3, "photos": 2}
    kept = tmp_path / "kept.safetensors"
    words = ["upright", "--keep", str(out), "--judge", shard, "--out", str(kept), "--clear", "0.6"]
    assert main([*words, "--features", str(tmp_path / "seen"), "--bothered", "0.1"]) == 0
    with safe_open(out, framework="numpy") as before, safe_open(kept, framework="numpy") as after:
        assert set(before.keys()) == set(after.keys())
        for name in before.keys():  # noqa: SIM118 - no mapping
            np.testing.assert_array_equal(before.get_tensor(name), after.get_tensor(name))
        assert json.loads(after.metadata()[PROVENANCE])["thresholds"]["clear"] == 0.6
    assert TurnHead.load(kept).thresholds.clear == 0.6

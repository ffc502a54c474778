"""Cached features equal the encoder's own, survive a kill, and follow encoder and photos."""

import json
import pickle
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from colorizer_gui.core.model.encoder import Encoder, Features
from colorizer_gui.core.model.pair_network import PairEncoder, Seen
from model_training.batches import feature_cache as module
from model_training.batches.feature_cache import FeatureCache
from model_training.data.kaggle import KaggleArrays

pytestmark = pytest.mark.usefixtures("shallow")


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    torch.manual_seed(0)
    return Encoder().eval()


@pytest.fixture
def few(data: KaggleArrays) -> KaggleArrays:
    return KaggleArrays(data.folder, data.lightness[:5], data.ab_parts, data.ends)


def _stride32(cache: FeatureCache, rows: list[int]) -> Tensor:
    features = cache.load(np.array(rows))
    assert isinstance(features, Features)
    return features.stride32


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CHUNK", 2)


def test_features_are_those_of_the_photo_and_its_mirror(
    few: KaggleArrays, encoder: Encoder, tmp_path: Path
) -> None:
    cache = FeatureCache.build(tmp_path, few, encoder)
    features = pickle.loads(pickle.dumps(cache)).load(np.array([2 * 3, 2 * 3 + 1]))
    gray = torch.from_numpy(few.gray(3))
    with torch.inference_mode():
        expected = encoder(torch.stack([gray, gray.flip(1)])[:, None])
    assert features.stride4 is None
    for name in ("stride8", "stride16", "stride32"):
        one, other = getattr(features, name), getattr(expected, name)
        assert one.shape == other.shape
        torch.testing.assert_close(one, other, atol=1e-3, rtol=2e-3)


def test_what_a_pair_saw_is_what_its_decoder_takes(few: KaggleArrays, tmp_path: Path) -> None:
    torch.manual_seed(0)
    encoder = PairEncoder().eval()
    cache = FeatureCache.build(tmp_path, few, encoder, fine=True)
    seen = pickle.loads(pickle.dumps(cache)).load(np.array([2 * 3, 2 * 3 + 1]))
    gray = torch.from_numpy(few.gray(3))
    with torch.inference_mode():
        expected = encoder(torch.stack([gray, gray.flip(1)])[:, None])
    assert isinstance(seen, Seen)
    for ours, theirs in zip(
        (*seen.features, *seen.tokens), (*expected.features, *expected.tokens), strict=True
    ):
        assert ours is not None
        assert theirs is not None
        assert ours.shape == theirs.shape
        torch.testing.assert_close(ours, theirs, atol=2e-3, rtol=2e-3)
    done: list[int] = []
    FeatureCache.build(tmp_path, few, encoder, lambda step, _: done.append(step), fine=True)
    assert done == []  # all of it is there


def test_an_interrupted_cache_goes_on(few: KaggleArrays, encoder: Encoder, tmp_path: Path) -> None:
    def interrupt(done: int, _total: int) -> None:
        if done >= 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        FeatureCache.build(tmp_path / "b", few, encoder, interrupt)
    assert json.loads((tmp_path / "b/state.json").read_text())["done"] == 2
    seen: list[int] = []
    cache = FeatureCache.build(tmp_path / "b", few, encoder, lambda done, _: seen.append(done))
    assert seen == [4, 5]
    whole = FeatureCache.build(tmp_path / "a", few, encoder)
    rows = list(range(10))
    torch.testing.assert_close(_stride32(cache, rows), _stride32(whole, rows), rtol=0, atol=0)
    FeatureCache.build(tmp_path / "a", few, encoder, lambda done, _: seen.append(done))
    assert seen == [4, 5]


def test_another_encoder_and_damaged_state_start_again(
    few: KaggleArrays, encoder: Encoder, tmp_path: Path
) -> None:
    FeatureCache.build(tmp_path, few, encoder)
    torch.manual_seed(1)
    other = Encoder().eval()
    seen: list[int] = []
    cache = FeatureCache.build(tmp_path, few, other, lambda done, _: seen.append(done))
    assert seen == [2, 4, 5]
    with torch.inference_mode():
        expected = other(torch.from_numpy(few.gray(0))[None, None]).stride32
    torch.testing.assert_close(_stride32(cache, [0]), expected, atol=1e-3, rtol=2e-3)
    (tmp_path / "state.json").write_text('{"key": ')
    FeatureCache.build(tmp_path, few, other, lambda done, _: seen.append(done))
    (tmp_path / "stride8.npy").unlink()
    FeatureCache.build(tmp_path, few, other, lambda done, _: seen.append(done))
    assert seen == [2, 4, 5] * 3


def test_a_kill_while_starting_again_leaves_no_trusted_state(
    few: KaggleArrays, encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FeatureCache.build(tmp_path, few, encoder)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(module, "_create", killed)
        with pytest.raises(KeyboardInterrupt):
            FeatureCache.build(tmp_path, few, Encoder().eval())
    assert not (tmp_path / "state.json").exists()

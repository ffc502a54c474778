"""A few dozen generated photos, and the arrays made of them."""

import signal
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from model_training.data.kaggle import KaggleArrays
from model_training.data.prepare import prepare
from model_training.recipe.recipe import Recipe
from tests.support.networks.shallow import shallow_trainings
from tests.support.processes.forked import import_once

PHOTOS = 24


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> None:
    """Small networks are faster that way, and sums are always made in the same order."""
    torch.set_num_threads(1)


@pytest.fixture
def signal_handlers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Those of a program in a terminal, whatever started the tests."""
    monkeypatch.delenv("TORCHELASTIC_RUN_ID", raising=False)
    monkeypatch.delenv("LOCAL_RANK", raising=False)
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture(scope="session")
def _imported() -> None:
    """For a training with processes that load photos: all that trainings import is imported once."""
    import_once()


@pytest.fixture(scope="module")
def shallow() -> Iterator[None]:
    """See `shallow_trainings`."""
    with shallow_trainings():
        yield


@pytest.fixture(scope="session")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of colourful blurs."""
    folder = tmp_path_factory.mktemp("photos")
    rng = np.random.default_rng(0)
    for index in range(PHOTOS):
        small = rng.integers(0, 256, (4, 5, 3), dtype=np.uint8)
        image = cv2.resize(small, (140, 112), interpolation=cv2.INTER_CUBIC)
        cv2.imwrite(str(folder / f"{index:02}.png"), image)
    return folder


@pytest.fixture(scope="session")
def folder(photos: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The photos in the Kaggle layout."""
    out = tmp_path_factory.mktemp("kaggle")
    prepare([photos], out)
    return out


@pytest.fixture(scope="session")
def data(folder: Path) -> KaggleArrays:
    return KaggleArrays.open(folder)


@pytest.fixture(scope="session")
def tiny() -> Recipe:
    """Unfrozen from stride 16, with everything random that there is, at 32 px."""
    return Recipe.from_dict(
        {
            "train_from": "stride16",
            "validate_every": 3,
            "network": {"widths": [32, 32, 16, 16], "output_stride": 4},
            "data": {
                "side": 32,
                "hinted": 0.5,
                "old_photo_augmentation": 0.5,
                "min_crop": 0.5,
                "validation_photos": 2,
                "loader_workers": 0,
            },
            "loss": {"huber": 0.5},
            "optimizer": {"steps": 4, "batch": 4, "warmup_steps": 2},
        }
    )

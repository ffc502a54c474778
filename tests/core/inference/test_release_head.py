"""The release's head on the program's own sample photos, and what it does not speak about."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.inference.turn_head import HEAD, TurnHead
from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.weights import load_weights, save_weights
from colorizer_gui.core.photo_io import ReadOptions, read_photo
from colorizer_gui.core.prediction.uprightness import turns_of

pytestmark = pytest.mark.weights
CLEAR = ("astronaut", "camera", "hopper", "rocket")


@pytest.fixture(scope="module")
def network() -> NetworkColorizer:
    return NetworkColorizer.load("cpu")


@pytest.mark.parametrize("name", [*CLEAR, "cat", "coffee"])
def test_upright_photos_are_left_alone(network: NetworkColorizer, samples: Path, name: str) -> None:
    assert turns_of(network, read_photo(samples / f"{name}.jpg").lightness) == 0


@pytest.mark.parametrize("name", CLEAR)
def test_photos_on_their_side_are_put_right(network: NetworkColorizer, samples: Path, name: str) -> None:
    geometry = ReadOptions().geometry
    for turns in (1, 3):
        reading = ReadOptions(geometry=geometry.turned(turns))
        held = read_photo(samples / f"{name}.jpg", reading).lightness
        assert turns_of(network, held) == 4 - turns, turns


def test_a_look_leaves_what_points_need_as_it_was(network: NetworkColorizer, samples: Path) -> None:
    lightness = read_photo(samples / "hopper.jpg").lightness
    before = network.predict_ab(lightness)
    turns_of(network, np.ascontiguousarray(np.rot90(lightness)))
    after = network.predict_ab(lightness)
    assert before.features is not None
    np.testing.assert_array_equal(before.features, after.features)
    np.testing.assert_array_equal(before.ab, after.ab)


def test_another_encoder_is_not_spoken_for(samples: Path, tmp_path: Path) -> None:
    lightness = np.ascontiguousarray(np.rot90(read_photo(samples / "hopper.jpg").lightness))
    other = replace(load_weights(), encoder_sha256="another")
    assert turns_of(NetworkColorizer(other, NetworkColorizer.load("cpu").device), lightness) == 0
    path = tmp_path / "small.safetensors"
    save_weights(path, build_network(NetworkConfig(widths=(32, 32, 16, 16))), {})
    assert turns_of(NetworkColorizer.load("cpu", path), lightness) == 0


def test_it_is_of_the_release_and_small() -> None:
    assert TurnHead.load().encoder_sha256 == load_weights().encoder_sha256
    assert resource("weights", HEAD).stat().st_size < 2_000_000

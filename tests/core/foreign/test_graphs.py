"""The release's network without PyTorch: the same colours, by the same weights, and nothing else opens so."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import graphs as writer
import numpy as np
import pytest
import torch

from colorizer_gui.core.common.errors import InferenceError, WeightsError
from colorizer_gui.core.foreign import opening
from colorizer_gui.core.foreign.onnx.graphs import open_graphs
from colorizer_gui.core.foreign.onnx.own_colorizer import OnnxColorizer
from colorizer_gui.core.foreign.recognition import sample_picture
from colorizer_gui.core.inference import precision
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.inference.turn_head import TurnHead
from colorizer_gui.core.inference.turned_views import turned, view_of
from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.weights import save_weights
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.prediction.prediction import Colorizer, Guidance, model_of
from colorizer_gui.core.prediction.uprightness import turns_of

pytestmark = pytest.mark.weights
POINTS = Guidance(np.array([[0.3, 0.6], [0.9, 0.1]], np.float32), np.array([[40, 20], [-9, -30]], np.float32))
#: Whatever imports PyTorch fails.
WITHOUT = (
    "import sys; sys.modules['torch'] = None; sys.argv[0] = 'tintype';"
    "from colorizer_gui.cli.main import main; sys.exit(main(sys.argv[1:]))"
)


@pytest.fixture(scope="module")
def graphs() -> Colorizer:
    return open_graphs(None, "cpu")


@pytest.fixture(scope="module")
def network() -> NetworkColorizer:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(precision, "fast_numbers", lambda: precision.SINGLE)
        return NetworkColorizer.load("cpu")


@pytest.mark.parametrize("size", [(90, 133), (300, 64)])
@pytest.mark.parametrize("guidance", [None, POINTS], ids=["alone", "points"])
def test_it_answers_as_pytorch_does(
    graphs: Colorizer,
    network: NetworkColorizer,
    size: tuple[int, int],
    guidance: Guidance | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(precision, "fast_numbers", lambda: precision.SINGLE)
    lightness = sample_picture(*size)
    found, expected = graphs.predict_ab(lightness, guidance), network.predict_ab(lightness, guidance)
    assert model_of(graphs) == model_of(network)
    assert found.distribution is not None
    assert expected.distribution is not None
    apart = np.abs(found.distribution.log_probabilities - expected.distribution.log_probabilities)
    assert apart.max() < 0.02  # they are kept in 16 bits
    assert np.abs(found.ab - expected.ab).max() < 0.05
    assert (found.features is None) is (expected.features is None)
    if found.features is not None and expected.features is not None:
        np.testing.assert_allclose(found.features, expected.features, atol=0.02)


def test_a_closer_look_is_the_same_too(
    graphs: Colorizer, network: NetworkColorizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "fast_numbers", lambda: precision.SINGLE)
    lightness = sample_picture(80, 100)
    assert isinstance(graphs, type(open_graphs(None, "cpu")))
    found, expected = graphs.closer().predict_ab(lightness), network.closer().predict_ab(lightness)
    assert np.abs(found.ab - expected.ab).max() < 0.05


def test_it_sees_how_a_photo_lies_as_pytorch_does(
    graphs: Colorizer,
    network: NetworkColorizer,
    samples: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(precision, "fast_numbers", lambda: precision.SINGLE)
    lightness = read_photo(samples / "hopper.jpg").lightness
    assert isinstance(graphs, OnnxColorizer)
    head, view = TurnHead.load(), view_of(lightness)
    for turns in (0, 1):
        seen = [each._sight(turned(view, turns)) for each in (graphs, network)]
        scores = [head.score(sight) for sight in seen if sight is not None]
        assert scores[0] == pytest.approx(scores[1], abs=0.01)
    held = np.ascontiguousarray(np.rot90(lightness))
    assert turns_of(graphs, held) == turns_of(network, held) == 1
    assert turns_of(graphs, lightness) == 0


def test_values_that_are_not_finite_are_no_result(graphs: Colorizer) -> None:
    photo = sample_picture(32, 32).copy()
    photo[3, 4] = np.nan
    with pytest.raises(InferenceError, match="no usable colours"):
        graphs.predict_ab(photo)


def test_what_is_written_is_what_the_program_has(tmp_path: Path, project: Path) -> None:
    writer.main(tmp_path / "graphs")
    for path in (tmp_path / "graphs").iterdir():
        assert path.read_bytes() == (project / "resources" / "graphs" / path.name).read_bytes(), path.name


def test_another_network_is_refused_with_the_way_out(tmp_path: Path) -> None:
    torch.manual_seed(1)
    path = tmp_path / "mine.safetensors"
    save_weights(path, build_network(NetworkConfig(widths=(32, 32, 16, 16))), {})
    with pytest.raises(WeightsError, match=r"mine.safetensors is of another kind .* export --onnx"):
        open_graphs(path)


def test_checkpoints_want_pytorch_and_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "has_pytorch", lambda: False)
    (tmp_path / "x.pth").write_bytes(b"PK\x03\x04")
    with pytest.raises(InferenceError, match="PyTorch"):
        opening.load_engine(tmp_path / "x.pth", "cpu")
    assert not opening.computes_with_torch(None)


def test_the_command_does_without_pytorch(tmp_path: Path, project: Path, samples: Path) -> None:
    shutil.copy(samples / "cat.jpg", tmp_path)

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", WITHOUT, *words],
            cwd=tmp_path, env=None, capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip

    doctor = run("doctor")
    assert (doctor.returncode, "MISSING" in doctor.stdout) == (0, False), doctor
    assert "onnxruntime" in doctor.stdout
    ended = run("colorize", "cat.jpg", "-o", "out", "--json", "--device", "cpu")
    assert ended.returncode == 0, ended
    assert [path.name for path in (tmp_path / "out").glob("*.jpg")] == ["cat-colorized.jpg"]
    lines = [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")]
    assert lines

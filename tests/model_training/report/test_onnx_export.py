"""A network that was trained here is the same as ONNX, opened by the door of all others."""

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.foreign.card import Kind
from colorizer_gui.core.foreign.onnx.own_colorizer import OnnxColorizer
from colorizer_gui.core.foreign.opening import open_colorizer
from colorizer_gui.core.foreign.placing import add_to_shelf
from colorizer_gui.core.foreign.recognition import sample_picture
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.inference import precision
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.network_config import CLASSIFICATION, PAIR, TOKENS, NetworkConfig
from colorizer_gui.core.model.weights import save_weights
from colorizer_gui.core.prediction.candidates import candidates
from colorizer_gui.core.prediction.prediction import Guidance
from model_training.report import onnx_export
from model_training.report.onnx_export import TOLERANCE, export_onnx

pytestmark = pytest.mark.usefixtures("shallow")

SMALL = NetworkConfig(widths=(32, 32, 16, 16), output_stride=4)
OF_TOKENS = NetworkConfig(widths=(32, 16), output_stride=7, architecture=TOKENS)
PAIRED = NetworkConfig(widths=(32, 32, 16, 16), output_stride=4, architecture=PAIR, tokens=OF_TOKENS)
WITHOUT_HINTS = NetworkConfig(widths=(8, 8, 16, 16), architecture=CLASSIFICATION)


@pytest.fixture(
    scope="module",
    params=[SMALL, OF_TOKENS, PAIRED, WITHOUT_HINTS],
    ids=["convolutions", "tokens", "pair", "classification"],
)
def weights(shallow: None, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    torch.manual_seed(313)
    net = build_network(request.param)
    with torch.no_grad():  # layers that begin as zeros would prove nothing
        for value in net.parameters():
            if not value.any():
                value.normal_(std=0.05)
    path = tmp_path_factory.mktemp("weights") / "net.safetensors"
    weighed = np.linspace(0.5, 1.5, 313).astype(np.float32)
    save_weights(path, net, {"recipe": "a test"}, class_weights=weighed)
    return path


@pytest.fixture(scope="module")
def exported(weights: Path) -> tuple[Path, float]:
    """The network as ONNX, and by how much it differs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(precision, "fast_numbers", lambda: precision.SINGLE)
        out = weights.parent / "onnx" / "net.onnx"
        return out, export_onnx(weights, out)


def test_the_exported_network_is_equal_and_opened_like_any_other(
    tmp_path: Path, weights: Path, exported: tuple[Path, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "fast_numbers", lambda: precision.SINGLE)
    out, difference = exported
    assert difference < TOLERANCE
    shelf = Shelf(tmp_path / "models.json")
    card = add_to_shelf(shelf, out, "cpu")
    assert card.kind is Kind.OWN_ONNX
    opened = open_colorizer(card.name, "cpu", shelf=shelf)
    assert isinstance(opened, OnnxColorizer)
    assert opened.model.sha256 == card.sha256
    own = NetworkColorizer.load("cpu", weights)
    lightness = sample_picture(90, 133)
    guidance = Guidance(np.array([[0.3, 0.6]], np.float32), np.array([[40.0, 20.0]], np.float32))
    for hints in [None, guidance] if own.takes_hints else [None]:
        found, expected = opened.predict_ab(lightness, hints), own.predict_ab(lightness, hints)
        assert found.distribution is not None
        assert expected.distribution is not None
        apart = np.abs(found.distribution.log_probabilities - expected.distribution.log_probabilities)
        assert apart.max() < 0.02  # they are kept in 16 bits
        assert np.abs(found.ab - expected.ab).max() < 0.05
    assert opened._described.class_weights is not None
    assert len(list(candidates(opened, lightness))) == len(list(candidates(own, lightness)))


def test_a_file_that_computes_something_else_is_not_left(
    tmp_path: Path, weights: Path, exported: tuple[Path, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def export(_net: object, _example: object, out: str, **_: object) -> None:
        """As torch wrote it for the fixture: that takes longer than all else."""
        model = onnx.load(exported[0])
        del model.metadata_props[:]
        onnx.save(model, out)

    monkeypatch.setattr(torch.onnx, "export", export)
    monkeypatch.setattr(onnx_export, "TOLERANCE", -1.0)
    with pytest.raises(WeightsError, match="does not compute the same"):
        export_onnx(weights, tmp_path / "net.onnx")
    assert not (tmp_path / "net.onnx").exists()

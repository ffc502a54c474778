"""Weights averaged into one file, rare colours raised at export, and runs side by side."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.weights import load_weights, save_weights
from colorizer_gui.core.prediction.vividness import Annealing
from model_training.commands.cli import main
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.report.average import average
from model_training.report.export import export
from model_training.runs.checkpoint import LAST
from model_training.training.trainer import train

SMALL = NetworkConfig(widths=(16, 16, 8, 8), attention_heads=2)


def _file(path: Path, seed: int, weights: float = 1.0) -> Path:
    torch.manual_seed(seed)
    save_weights(path, ColorizationNet(SMALL), {}, class_weights=np.full(313, weights, np.float32))
    return path


def test_weights_are_averaged_by_their_shares(tmp_path: Path) -> None:
    one, two = _file(tmp_path / "1.safetensors", 1), _file(tmp_path / "2.safetensors", 2)
    out = tmp_path / "out" / "both.safetensors"
    assert main(["average", str(one), str(two), "--shares", "1,3", "--out", str(out)]) == 0
    a, b, both = (load_weights(file) for file in (one, two, out))
    for name, value in both.tensors.items():
        expected = 0.25 * a.tensors[name] + 0.75 * b.tensors[name]
        torch.testing.assert_close(value, expected, atol=2e-3, rtol=2e-3)
    assert [member["sha256"] for member in both.provenance["average_of"]] == [a.sha256, b.sha256]
    with pytest.raises(DataError, match="a share for each"):
        average([one, two], out, [1.0])
    with pytest.raises(DataError, match="another network"):
        average([one, _file(tmp_path / "3.safetensors", 3, weights=2.0)], out)


@pytest.fixture(scope="module")
def runs(tiny: Recipe, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    root = tmp_path_factory.mktemp("runs")
    for name, seed in (("one", 42), ("two", 43)):
        train(dataclasses.replace(tiny, seed=seed), folder, root / name, max_steps=3, device="cpu")
    return [root / "one", root / "two"]


def test_rare_colours_are_raised_at_export_and_taken_back_by_the_reader(
    runs: list[Path], tmp_path: Path
) -> None:
    """The file says what it did: without the class weights, both read the same."""
    photo = np.random.default_rng(0).uniform(0, 100, (40, 64)).astype(np.float32)
    read = {}
    for name, rarity in (("plain", 0.0), ("raised", 0.4)):
        export(runs[0] / LAST, tmp_path / f"{name}.safetensors", rarity=rarity)
        weights = load_weights(tmp_path / f"{name}.safetensors")
        colorizer = NetworkColorizer(weights, torch.device("cpu"), short_side=32)
        distribution = colorizer.predict_ab(photo).distribution
        assert distribution is not None
        read[name] = distribution
    plain, raised = (read[name].annealed_mean(Annealing(1.0, 1.0)) for name in ("plain", "raised"))
    assert np.abs(raised).mean() > 1.2 * np.abs(plain).mean()
    plain, raised = (read[name].annealed_mean(Annealing(1.0, 0.0)) for name in ("plain", "raised"))
    np.testing.assert_allclose(raised, plain, atol=0.6)  # the files' floats have 16 bits


def test_runs_are_compared_by_knobs_figures_and_curves(
    runs: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    assert main(["compare", *map(str, runs), "--out", str(page)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["one", "two"]
    assert next(line for line in lines if line.startswith("seed ")).split() == ["seed", "42", "43"]
    best = [line.partition(", best ")[0] for line in lines if ", best " in line]
    assert best == ["validation/cross_entropy", "validation/psnr"]
    assert any(line.startswith("validation/colorfulness, last ") for line in lines)
    assert "optimizer.steps" not in "".join(lines)  # they have the same
    text = page.read_text(encoding="utf-8")
    assert text.count("<svg") >= 3
    assert main(["compare", str(tmp_path)]) == 1
    assert "no recipe.json" in capsys.readouterr().err

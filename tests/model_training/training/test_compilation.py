"""Kernels made for a network: the same results, and a sentence where there is no compiler."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from torch import Tensor
from torch._inductor import config

from model_training.commands.cli import main
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.runs.checkpoint import LAST, load_checkpoint
from model_training.training.trainer import train

#: Of PyTorch itself, when it compiles.
pytestmark = pytest.mark.filterwarnings("ignore:.torch.jit.script_method. is deprecated:DeprecationWarning")


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    """Two sizes of photos: the kernels are made for each."""
    (tmp_path / "small.toml").write_text(
        'model = "simple_cnn"\ntrain_from = "all"\ncheckpoint_minutes = 0\n'
        "[data]\nside = 64\nfirst_side = 32\nvalidation_photos = 2\nloader_workers = 0\n"
        "[optimizer]\nsteps = 4\nbatch = 4\nwarmup_steps = 2\n"
    )
    return tmp_path / "small.toml"


def _net(run: Path) -> dict[str, Tensor]:
    net: dict[str, Tensor] = load_checkpoint(run / LAST)["net"]
    return net


@pytest.mark.skipif(not (shutil.which("g++") or shutil.which("clang++")), reason="there is no C++ compiler")
def test_kernels_learn_the_same_and_are_resumed_exactly(
    recipe: Path,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(config, "compile_threads", 1)
    monkeypatch.setattr(config.cpp, "vec_isa_ok", False)  # to find out what else there is takes seconds
    knobs = Recipe.load(str(recipe))
    train(knobs, folder, tmp_path / "eager", device="cpu")
    options = ["train", "--recipe", str(recipe), "--data", str(folder), "--device", "cpu", "--out"]
    assert main([*options, str(tmp_path / "straight"), "--compile"]) == 0
    assert "in float32, compiled" in capsys.readouterr().err
    assert json.loads((tmp_path / "straight" / "environment.json").read_text())["compiled"] is True
    assert main([*options, str(tmp_path / "run"), "--compile", "--max-steps", "3"]) == 0
    with pytest.raises(DataError, match="other kernels"):
        train(knobs, folder, tmp_path / "run", device="cpu", resume=True)
    assert main([*options, str(tmp_path / "run"), "--compile", "--resume"]) == 0
    for name, value in _net(tmp_path / "straight").items():
        assert torch.equal(value, _net(tmp_path / "run")[name])
        torch.testing.assert_close(value, _net(tmp_path / "eager")[name], atol=1e-5, rtol=1e-4)


def test_without_a_compiler_there_is_a_sentence(recipe: Path, folder: Path, tmp_path: Path) -> None:
    root = str(Path(__file__).parents[3])
    command = [
        sys.executable,
        "-m",
        "model_training",
        "train",
        "--recipe",
        str(recipe),
        "--data",
        str(folder),
    ]
    command += ["--device", "cpu", "--out", str(tmp_path / "run"), "--compile"]
    # No fork: what a process has imported may have looked for its compiler already.
    environment = os.environ | {"PYTHONPATH": root, "OMP_NUM_THREADS": "1", "CXX": "no-such-compiler"}
    environment |= {"TORCHINDUCTOR_COMPILE_THREADS": "1", "TORCHINDUCTOR_VEC_ISA_OK": "0"}  # as above
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("error: --compile needs a compiler of C++ (Linux: g++;")
    assert line.count("no-such-compiler") == 1
    assert not (tmp_path / "run" / LAST).exists()

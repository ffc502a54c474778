"""The command line: help, sentences, exit codes, and a whole way from photos to a table."""

import subprocess
import sys
from pathlib import Path

import pytest

from model_training.commands.cli import build_parser, main
from model_training.commands.flag_values import AUGMENTATIONS
from model_training.evaluation.methods import Augmenting


def test_help_of_the_module_needs_no_torch() -> None:
    code = (
        "import sys; sys.argv = ['x', '--help']\n"
        "from model_training.commands.cli import main\n"
        "try: main()\n"
        "except SystemExit as done: assert done.code == 0 and 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=_root(), check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-m", "model_training", "--help"], cwd=_root(), check=True, capture_output=True
    )
    for command in (b"prepare", b"train", b"evaluate", b"export"):
        assert command in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["train", "--recipe", "nothing", "--data", "{0}", "--out", "{0}/run"], "There is no recipe nothing"),
        (["train", "--recipe", "fusion-1-frozen", "--data", "{0}", "--out", "{0}/run"], "missing"),
        (["train", "--data", "{0}", "--out", "{0}/run", "--finish-in", "3"], "add --resume"),
        (["train", "--data", "{0}", "--out", "{0}/run", "--resume"], "no recipe.json in"),
        (["prepare", "{0}/none", "--out", "{0}/out"], "no folder, archive or photo"),
        (["export", "--checkpoint", "{0}/x.ckpt", "--out", "{0}/x.safetensors"], "no checkpoint"),
        (["evaluate", "--photos", "{0}", "--weights", "{0}/x.safetensors"], "no weights file"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_a_failure_is_a_sentence(
    arguments: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([argument.format(tmp_path) for argument in arguments]) == 1
    error = capsys.readouterr().err.strip().splitlines()[-1]
    assert error.startswith("error: ")
    assert says in error
    assert error.endswith(".")


def test_a_file_in_the_way_is_a_sentence(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["prepare", str(photos), "--out", str(tmp_path / "file")]) == 1
    assert "cannot be used" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("flag", "says"),
    [
        *(
            (f"--temperatures={value}", "positive numbers")
            for value in ("0", "-1", "nan", "inf", "warm", "1,")
        ),
        *((f"--short-sides={value}", "positive whole") for value in ("0", "256,", "1.5", "x")),
        ("--hints=1,0", "positive whole"),
        ("--limit=0", "positive whole"),
        ("--augmentations=plain,upside-down", "plain, mirror, scales, both"),
        ("--rebalancings=1.5", "0 to 1"),
        ("--vibrances=-0.1", "not negative"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(
    flag: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        build_parser().parse_args(["evaluate", "--photos", "x", flag])
    assert caught.value.code == 2
    assert says in capsys.readouterr().err


def test_a_device_that_is_not_there_is_refused_before_photos_are_prepared(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    options = ["--recipe", "simple_cnn", "--photos", str(photos), "--out", str(tmp_path / "run")]
    assert main(["train", *options, "--device", "cuda"]) == 1
    assert "cannot compute on CUDA" in capsys.readouterr().err
    monkeypatch.setattr("torch.cuda.is_available", lambda: True)
    monkeypatch.setattr("torch.cuda.device_count", lambda: 1)
    assert main(["train", *options, "--device", "cuda", "--devices", "2"]) == 1
    assert "1 cuda devices, not 2" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()


def test_the_names_of_augmentations_are_known_without_torch() -> None:
    assert tuple(Augmenting) == AUGMENTATIONS


def test_from_photos_to_a_table(photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, run = tmp_path / "data", tmp_path / "run"
    recipe = tmp_path / "luv.toml"
    recipe.write_text(
        'train_from = "stride16"\n[network]\nwidths = [32, 32, 16, 16]\nbins = 518\ncolor_space = "luv"\n'
        "[data]\nside = 32\nvalidation_photos = 2\nloader_workers = 0\n[optimizer]\nbatch = 2\nsteps = 1\n"
    )
    assert main(["prepare", str(photos), "--out", str(data)]) == 0
    assert "kept 24" in capsys.readouterr().out
    options = ["--recipe", str(recipe), "--data", str(data), "--out", str(run), "--device", "cpu"]
    assert main(["train", *options]) == 0
    weights = tmp_path / "net.safetensors"
    assert main(["export", "--checkpoint", str(run / "last.ckpt"), "--out", str(weights)]) == 0
    options = ["--weights", f"luv={weights}", "--data", str(data), "--limit", "4", "--short-side", "32"]
    assert main(["evaluate", "--photos", str(photos), *options, "--out", str(tmp_path / "table")]) == 0
    lines = (tmp_path / "table" / "evaluation.csv").read_text(encoding="utf-8").splitlines()
    names = [line.split(",")[0] for line in lines]
    assert names == ["method", "gray", "constant mean ab", "16 nearest thumbnails", "luv", "truth"]
    assert (tmp_path / "table" / "evaluation.md").exists()
    assert "luv" in capsys.readouterr().out


def _root() -> Path:
    return Path(__file__).parents[3]

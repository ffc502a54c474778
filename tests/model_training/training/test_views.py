"""Networks of tokens learn from shards: cached or not, resumed exactly, shared, exported, opened again."""

import dataclasses
import io
import json
import shutil
import tarfile
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.model.network_config import TOKENS
from colorizer_gui.core.model.vision_transformer import VisionTransformer
from colorizer_gui.core.model.weights import load_weights, tensor_hash
from model_training.commands.cli import main
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.report.export import export
from model_training.runs.checkpoint import LAST, load_checkpoint
from model_training.runs.start import encoder_tensors
from model_training.shards.shard_index import ShardIndex
from model_training.training.trainer import train
from tests.support.processes.forked import run_script

_RECIPE: dict[str, Any] = {
    "name": "tokens",
    "train_from": "decoder",
    "validate_every": 6,
    "network": {
        "architecture": TOKENS,
        "output_stride": 7,
        "widths": [32, 16],
        "attention_depth": 1,
        "attention_heads": 2,
        "conv_depth": 1,
    },
    "data": {
        "hinted": 0.5,
        "old_photo_augmentation": 0.5,
        "film_response": 0.5,
        "token_dropout": 0.2,
        "validation_photos": 2,
        "loader_workers": 0,
        "category_weights": {"har*": 2.0},
    },
    "views": {"cached": 8, "chunk": 4, "renewed": 0.5, "whole": 1.0},
    "loss": {"rebalancing": 1.0, "huber": 0.1, "pixels": 0.5},
    "optimizer": {"steps": 6, "batch": 2, "warmup_steps": 2},
}


pytestmark = pytest.mark.usefixtures("shallow")


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Ten photos of two shapes from two sources, in two shards."""
    folder = tmp_path_factory.mktemp("shards")
    rng = np.random.default_rng(3)
    for shard in range(2):
        with tarfile.open(folder / f"{shard}.tar", "w") as archive:
            for number in range(5):
                small = rng.integers(0, 256, (4, 5, 3), dtype=np.uint8)
                size = (96, 64) if number % 2 else (64, 64)
                photo = cv2.resize(small, size, interpolation=cv2.INTER_CUBIC)
                data = bytes(cv2.imencode(".png", photo)[1])
                member = tarfile.TarInfo(f"train/{'harbour' if number < 2 else 'market'}/{number}.png")
                member.size = len(data)
                archive.addfile(member, io.BytesIO(data))
    return [folder / "0.tar", folder / "1.tar"]


@pytest.fixture(scope="module")
def encoder(shallow: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vision transformer that has never learnt anything, as the packaging's script writes one."""
    file = tmp_path_factory.mktemp("encoder") / "vit.safetensors"
    torch.manual_seed(0)
    net = VisionTransformer()
    save_file({name: value.half().contiguous() for name, value in net.state_dict().items()}, file)
    return file


@pytest.fixture(scope="module")
def tokens() -> Recipe:
    return Recipe.from_dict(_RECIPE)


@pytest.fixture(scope="module")
def straight(
    tokens: Recipe, shards: list[Path], encoder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    run = tmp_path_factory.mktemp("runs") / "straight"
    train(tokens, shards, run, start_from=encoder_tensors(encoder), device="cpu")
    return run


def _net(run: Path) -> dict[str, torch.Tensor]:
    return dict(load_checkpoint(run / LAST)["net"])


def _same(one: Path, other: Path) -> None:
    expected = _net(other)
    for name, value in _net(one).items():
        assert torch.equal(value, expected[name]), name


def test_the_decoder_learns_from_cached_views_and_the_encoder_stays(straight: Path, encoder: Path) -> None:
    learnt = _net(straight)
    for name, value in encoder_tensors(encoder).items():
        assert torch.equal(learnt[name], value), name
    assert learnt["decoder.tokens.weight"].std() > 0
    state = load_checkpoint(straight / LAST)
    assert state["step"] == 6
    environment = json.loads((straight / "environment.json").read_text())
    assert environment["photos"] == 8
    assert sum(environment["learnt_from"].values()) == 8
    assert sum(environment["kept_apart"].values()) == 2


def test_the_cache_on_the_disk_is_bounded(straight: Path) -> None:
    """Two chunks make a round of four steps, and each round begins one chunk later."""
    (folder,) = (straight / "features").iterdir()
    assert sorted(path.name for path in folder.iterdir()) == ["000001", "000002"]


def test_interrupted_and_resumed_equals_one_go(
    straight: Path, tokens: Recipe, shards: list[Path], encoder: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    train(tokens, shards, run, start_from=encoder_tensors(encoder), max_steps=3, device="cpu")
    (folder,) = (run / "features").iterdir()
    (folder / "000001").rename(folder / "000001.part")  # as if it were killed while it wrote that
    train(tokens, shards, run, resume=True, device="cpu")  # the encoder is in the checkpoint
    _same(run, straight)


@pytest.mark.usefixtures("_imported")
def test_loader_processes_change_nothing(
    straight: Path, tokens: Recipe, shards: list[Path], encoder: Path, tmp_path: Path
) -> None:
    recipe = dataclasses.replace(tokens, data=dataclasses.replace(tokens.data, loader_workers=1))
    train(recipe, shards, tmp_path / "run", start_from=encoder_tensors(encoder), device="cpu")
    _same(tmp_path / "run", straight)


def test_the_last_blocks_learn_each_slower_than_the_next(
    straight: Path, shards: list[Path], encoder: Path, tmp_path: Path
) -> None:
    values = _RECIPE | {"unfrozen_blocks": 2}
    values |= {"optimizer": _RECIPE["optimizer"] | {"steps": 2, "layer_decay": 0.5, "warmup_steps": 0}}
    start = dict(load_checkpoint(straight / LAST)["average"]["average"])
    run = tmp_path / "run"
    train(Recipe.from_dict(values), shards, run, start_from=start, device="cpu", judge=[shards[1]])
    learnt, optimizer = _net(run), load_checkpoint(run / LAST)["optimizer"]
    for name in encoder_tensors(encoder):
        stays = not name.startswith(("encoder.blocks.1.", "encoder.blocks.2.", "encoder.norm."))
        assert torch.equal(learnt[name], start[name]) is stays, name
    peaks = {round(group["peak_lr"], 9) for group in optimizer["param_groups"]}
    assert peaks == {1e-3, 1e-4, 5e-5}
    assert not (run / "features").exists()
    environment = json.loads((run / "environment.json").read_text())
    assert (environment["photos"], sum(environment["kept_apart"].values())) == (10, 2)


def test_what_was_trained_is_exported_and_judged_as_the_application_reads_it(
    straight: Path, shards: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "net.safetensors"
    export(straight / LAST, out, encoder=tmp_path / "encoder.safetensors")
    colorizer = NetworkColorizer(load_weights(out), torch.device("cpu"))
    prediction = colorizer.predict_ab(np.full((64, 96), 50, np.float32))
    assert np.isfinite(prediction.ab).all()
    assert main(["evaluate", "--photos", str(shards[0]), "--weights", f"mine={out}", "--limit", "2"]) == 0
    assert "mine" in capsys.readouterr().out


def test_the_command_takes_shards_and_an_encoder(
    shards: list[Path], encoder: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = 'train_from = "decoder"\n[network]\narchitecture = "fusion-vit-s14-v1"\noutput_stride = 7\n'
    text += "widths = [32, 16]\nattention_heads = 2\n[data]\nloader_workers = 0\nvalidation_photos = 2\n"
    text += "[views]\ncached = 4\nchunk = 4\n[optimizer]\nsteps = 2\nbatch = 2\n"
    recipe = tmp_path / "tokens.toml"
    recipe.write_text(text)
    common = ["train", "--recipe", str(recipe), "--device", "cpu"]
    one = [*common, "--shards", *map(str, shards), "--out", str(tmp_path / "one")]
    assert main(one) == 1
    assert "--encoder" in capsys.readouterr().err
    assert main([*one, "--encoder", str(encoder)]) == 0
    arrays = [*common, "--data", str(folder), "--out", str(tmp_path / "two"), "--encoder", str(encoder)]
    assert main(arrays) == 0
    assert load_checkpoint(tmp_path / "two" / LAST)["step"] == 2
    lite = ["train", "--recipe", "fusion-short", "--shards", str(shards[0]), "--out", str(tmp_path / "x")]
    assert main([*lite, "--encoder", str(encoder)]) == 1
    assert "takes no --encoder" in capsys.readouterr().err


def test_a_recipe_goes_on_to_the_one_that_follows_and_gives_one_file(
    shards: list[Path], encoder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    common = '[network]\narchitecture = "fusion-vit-s14-v1"\noutput_stride = 7\nwidths = [32, 16]\n'
    common += "attention_heads = 2\n[data]\nloader_workers = 0\nvalidation_photos = 2\n"
    common += "[loss]\nrebalancing = 1.0\nrarity_at_export = 0.3\n[optimizer]\nsteps = 1\nbatch = 2\n"
    second = tmp_path / "second.toml"
    second.write_text(f'name = "second"\nunfrozen_blocks = 1\n{common}')
    (tmp_path / "first.toml").write_text(
        f'name = "first"\nthen = "{second.as_posix()}"\n{common}[views]\ncached = 4\nchunk = 4\n'
    )
    out = tmp_path / "mine.safetensors"
    command = ["train", "--recipe", str(tmp_path / "first.toml"), "--shards", *map(str, shards)]
    assert main([*command, "--encoder", str(encoder), "--device", "cpu", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert f"tintype --weights {out}" in said
    weights = load_weights(out)
    assert (weights.provenance["recipe"]["name"], weights.provenance["rarity"]) == ("second", 0.3)
    assert weights.class_weights is not None
    assert weights.class_weights.max() > 2 * weights.class_weights.min()
    second_run = tmp_path / "mine.run" / "second"
    first = load_checkpoint(tmp_path / "mine.run" / LAST)["average"]["average"]
    environment = json.loads((second_run / "environment.json").read_text())
    assert environment["start"] == tensor_hash(first)


def test_a_run_from_a_web_server_is_the_same(shards: list[Path], encoder: Path, tmp_path: Path) -> None:
    """In a process of its own: this one may use no network."""
    for shard in shards:
        shutil.copy(shard, tmp_path)
        ShardIndex.read(str(shard)).write(tmp_path / f"{shard.stem}.json")
    script = Path(__file__).parents[2] / "support" / "training" / "far" / "training.py"
    done = run_script(script, str(tmp_path), str(encoder), json.dumps(_RECIPE), place=tmp_path)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["differing"] == []
    assert found["tensors"] > 20
    assert found["asked"] > 0


def test_a_file_that_is_no_encoder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no encoder"):
        encoder_tensors(tmp_path / "none.safetensors")
    (tmp_path / "half.safetensors").write_bytes(b"half")
    with pytest.raises(DataError, match="cannot be read"):
        encoder_tensors(tmp_path / "half.safetensors")
    save_file({"patch.weight": torch.zeros(1)}, tmp_path / "other.safetensors")
    with pytest.raises(DataError, match="no vision transformer"):
        encoder_tensors(tmp_path / "other.safetensors")


def test_two_processes_learn_what_one_learns(shards: list[Path], encoder: Path, tmp_path: Path) -> None:
    text = 'train_from = "decoder"\n[network]\narchitecture = "fusion-vit-s14-v1"\noutput_stride = 7\n'
    text += "widths = [32, 16]\nattention_heads = 2\n[data]\nloader_workers = 0\nvalidation_photos = 2\n"
    text += "[views]\ncached = 4\nchunk = 2\nrenewed = 0.5\n[optimizer]\nsteps = 3\nbatch = 2\n"
    (tmp_path / "two.toml").write_text(text)
    recipe = Recipe.load(str(tmp_path / "two.toml"))
    train(recipe, shards, tmp_path / "1", start_from=encoder_tensors(encoder), device="cpu")
    words = ["train", "--recipe", "two.toml", "--device", "cpu", "--shards", *map(str, shards)]
    words += ["--encoder", str(encoder), "--out", "2", "--devices", "2"]
    script = Path(__file__).parents[2] / "support" / "training" / "shallow_training.py"
    done = run_script(script, *words, place=tmp_path, ranks=2)
    assert done.returncode == 0, done.stderr
    one, two = _net(tmp_path / "1"), _net(tmp_path / "2")
    for name, value in one.items():
        torch.testing.assert_close(two[name], value, atol=2e-5, rtol=0)

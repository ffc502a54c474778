"""From a folder of photos to a weights file and a page, with nothing else said."""

import dataclasses
import re
from pathlib import Path

import pytest
import torch

from colorizer_gui.core.color.conversion import ColorSpace
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.network_config import PAIR, TOKENS, NetworkConfig
from colorizer_gui.core.model.weights import load_weights, save_weights
from model_training.commands.cli import main
from model_training.data.kaggle import KaggleArrays
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import TrainFrom
from model_training.recipe.values import RecipeError
from model_training.report.curves import EPOCH_LOSS, EPOCH_SHEET, RunEvents, svg_curve
from model_training.report.report import finish_simple_cnn, write_report
from model_training.runs.checkpoint import LAST, load_checkpoint
from model_training.training import job, setup
from model_training.training.job import Destination, fit_to_start, in_color_space, prepared
from model_training.training.trainer import train

pytestmark = pytest.mark.usefixtures("shallow")


@pytest.fixture
def start(tmp_path: Path) -> Path:
    """Small weights to begin with, of a shape that no recipe here names."""
    net = ColorizationNet(NetworkConfig(widths=(16, 16, 8, 8), attention_heads=2))
    save_weights(tmp_path / "start.safetensors", net, {})
    return tmp_path / "start.safetensors"


def test_photos_become_a_weights_file_a_card_and_a_page(
    photos: Path,
    start: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    default = Recipe.load("fine-tune")
    short = dataclasses.replace(
        default,
        optimizer=dataclasses.replace(
            default.optimizer, steps=2, batch=4, learning_rate=1e-2, warmup_steps=0
        ),
        data=dataclasses.replace(default.data, loader_workers=0, validation_photos=2),
    )
    monkeypatch.setattr(Recipe, "load", lambda name: {"fine-tune": short}[name])
    out = tmp_path / "mine" / "my.safetensors"
    options = ["--photos", str(photos), "--from", str(start), "--out", str(out), "--device", "cpu"]
    assert main(["train", *options]) == 0
    said = capsys.readouterr().out
    assert f"tintype --weights {out}" in said
    assert "Better than before by " in said  # weights of before had learnt nothing
    colorizer = NetworkColorizer.load("cpu", out)
    assert colorizer.weights.config == load_weights(start).config
    card = out.with_suffix(".md").read_text(encoding="utf-8")
    for fact in (colorizer.weights.sha256, "| steps | 2 of 2, 4 photos each |", "| photos | 24 |", "guess"):
        assert fact in card
    assert (out.with_suffix(".run") / "report.html").exists()
    assert main(["train", *options]) == 1
    assert "exists already; add --resume to go on with its training, or name" in capsys.readouterr().err
    assert main(["train", *options, "--resume"]) == 0  # there is nothing left to do


def test_a_pair_learns_the_same_from_features_that_are_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_tokens = NetworkConfig(widths=(32, 16), output_stride=7, architecture=TOKENS)
    pair = NetworkConfig(
        widths=(16, 16, 8, 8), attention_heads=2, output_stride=4, architecture=PAIR, tokens=of_tokens
    )
    torch.manual_seed(0)
    net = build_network(pair)
    recipe = Recipe.load("fine-tune")
    knobs = dataclasses.replace(recipe.optimizer, steps=3, batch=4, warmup_steps=0, passes=0.0)
    data = dataclasses.replace(recipe.data, loader_workers=0, validation_photos=2)
    recipe = dataclasses.replace(recipe, network=pair, optimizer=knobs, data=data)
    states = []
    for most in (24, 23):
        monkeypatch.setattr(setup, "_MOST_FINE", most)
        run = tmp_path / f"{most}"
        train(recipe, folder, run, start_from=net.state_dict(), device="cpu")
        assert (run / "features" / "tokens.npy").exists() is (most == 24)
        states.append(load_checkpoint(run / LAST))
    kept, anew = states
    gained = kept["first"] - kept["best"]
    assert gained > 1e-3
    assert abs(kept["best"] - anew["best"]) < gained / 20  # 16 bits in what is kept


def test_photos_are_prepared_once(photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[int] = []
    assert (
        len(
            KaggleArrays.open(
                prepared([photos], tmp_path / "data", progress=lambda photo, _: done.append(photo))
            )
        )
        == 24
    )
    assert done[-1] == 24
    prepared([photos], tmp_path / "data", progress=lambda photo, _: done.append(photo))
    assert done.count(24) == 1
    with pytest.raises(DataError, match="prepared from other photos"):
        prepared([photos / "00.png"], tmp_path / "data")
    monkeypatch.setenv("LOCAL_WORLD_SIZE", "2")
    with pytest.raises(DataError, match="start together"):
        prepared([photos], tmp_path / "other")


def test_a_destination_is_a_run_or_a_file_with_a_run(tmp_path: Path) -> None:
    assert Destination.of(tmp_path / "run", resume=False) == Destination(tmp_path / "run", None)
    file = tmp_path / "my.safetensors"
    assert Destination.of(file, resume=False) == Destination(tmp_path / "my.run", file)
    file.touch()  # of no training
    with pytest.raises(DataError, match=r"exists already; name another file\.$"):
        Destination.of(file, resume=False)
    assert Destination.of(file, resume=True) == Destination(tmp_path / "my.run", file)


def test_a_recipe_takes_the_network_it_begins_with(start: Path) -> None:
    fine_tune = Recipe.load("fine-tune")
    assert fit_to_start(fine_tune, start).network.widths == (16, 16, 8, 8)
    stage = Recipe.load("fusion-2-unfrozen")
    assert fit_to_start(stage, start) is stage
    luv = in_color_space(stage, ColorSpace.LUV)
    assert (luv.network.color_space, luv.network.bins) == (ColorSpace.LUV, 518)
    with pytest.raises(RecipeError, match="keeps the colour space"):
        in_color_space(fine_tune, ColorSpace.LUV)


def test_a_network_from_scratch_is_fine_tuned_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Recipe.load("classification_cnn").network
    monkeypatch.setattr(job, "open_weights", lambda _: type("Weights", (), {"config": config}))
    fitted = fit_to_start(Recipe.load("fine-tune"), tmp_path)
    assert fitted.train_from is TrainFrom.ALL
    assert fitted.network == config
    assert fitted.data.hinted == 0


def test_a_page_holds_everything_in_itself(folder: Path, tmp_path: Path) -> None:
    recipe = tmp_path / "short.toml"
    text = (Path(job.__file__).parents[2] / "resources/recipes/simple_cnn.toml").read_text(encoding="utf-8")
    text = text.replace("steps = 1700", "steps = 4").replace(
        "mirror", "side = 32\nloader_workers = 0\nmirror"
    )
    recipe.write_text(text, encoding="utf-8")
    run = tmp_path / "run"
    options = ["--recipe", str(recipe), "--data", str(folder), "--out", str(run), "--device", "cpu"]
    assert main(["train", *options]) == 0
    losses = RunEvents(run).scalars()[EPOCH_LOSS]
    assert [step for step, _ in losses] == [2, 4]  # 20 photos in batches of 16
    assert sorted(RunEvents(run).sheets(EPOCH_SHEET)) == [2, 4]
    assert (run / "curve.svg").read_text(encoding="utf-8").startswith("<svg")
    assert f"{losses[0][1]:.6f}" in finish_simple_cnn(run)[3]
    page = write_report(run, tmp_path / "page.html").read_text(encoding="utf-8")
    assert "data:image/jpeg;base64," in page
    assert page.count("<svg") >= 4
    assert "fingerprint" in page
    assert "Beside the paper" in page
    links = set(re.findall(r"https?://[^\s\"<]+", page))
    assert links <= {"http://www.w3.org/2000/svg"}
    assert main(["report", str(run)]) == 0
    assert (run / "report.html").exists()


def test_a_page_of_nothing_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"no recipe\.json"):
        write_report(tmp_path)
    (tmp_path / "recipe.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match="cannot be read"):
        write_report(tmp_path)
    with pytest.raises(DataError, match="no events"):
        RunEvents(tmp_path)


def test_a_curve_is_placed_between_its_ends() -> None:
    svg = svg_curve("A & B", {"one": [(0, 1.0), (10, 3.0)], "two": [(5, 2.0), (6, float("nan"))]})
    assert "A &amp; B" in svg
    (left, low), (right, high) = (
        tuple(map(float, point.split(","))) for point in re.findall(r'points="([^"]+)"', svg)[0].split()
    )
    assert left < right
    assert low > high  # down is up in pictures
    assert "nan" not in svg
    assert svg_curve("empty", {}) == ""
    assert "<polyline" in svg_curve("flat", {"one": [(3, 1.0)]})
    few = svg_curve("few", {"one": [(1, 0.001), (2, 0.001)]})
    labels = re.findall(r"<text[^>]*>([^<]+)</text>", few)
    assert labels.count("1") == labels.count("2") == 1  # no epoch twice
    assert "0.0009" in labels  # the axis is about the value

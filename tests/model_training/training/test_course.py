"""What a run says of itself: judged at its start, stopped early, with as many steps as photos warrant."""

import dataclasses
import math
from pathlib import Path

import pytest
import torch

from model_training.batches.batches import Batch, split_batch
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.runs.checkpoint import BEST, LAST, load_checkpoint
from model_training.runs.figures import read_figures
from model_training.runs.start import starting_tensors
from model_training.training import trainer
from model_training.training.course import Course, Outcome, describe_run, warranted
from model_training.training.trainer import train
from model_training.training.validation import validate


def test_a_run_that_begins_with_weights_is_judged_first_and_ends_when_nothing_improves(
    tiny: Recipe, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = train(tiny, folder, tmp_path / "one", max_steps=1, device="cpu")
    assert first.lines() == ["1 of 4 steps; go on with --resume."]
    start = starting_tensors(tmp_path / "one" / LAST)
    errors = iter([2.0, 2.5, 2.25, 1.0])

    def worse(*arguments: object) -> object:
        return dataclasses.replace(validate(*arguments), error=next(errors))  # type: ignore[arg-type]

    monkeypatch.setattr(trainer, "validate", worse)
    impatient = dataclasses.replace(tiny, validate_every=1, patience=2)
    outcome = train(impatient, folder, tmp_path / "two", start_from=start, device="cpu")
    assert (outcome.step, outcome.first, outcome.best, outcome.stopped) == (2, 2.0, 2.0, True)
    assert "Not better on your 2 photos kept apart" in outcome.lines()[1]
    assert load_checkpoint(tmp_path / "two" / BEST)["step"] == 0
    for name, value in starting_tensors(tmp_path / "two" / BEST).items():
        assert torch.equal(value, start[name]), name
    assert read_figures(tmp_path / "two")["validation/cross_entropy"] == [(0, 2.0), (1, 2.5), (2, 2.25)]


def test_the_end_says_whether_it_helped() -> None:
    better = Outcome(step=600, steps=600, first=2.0, best=1.5, stopped=False, photos=30)
    assert better.lines() == ["Better than before by 25.0 % of the error on your 30 photos kept apart."]
    for best in (2.0, 1.9995):  # a quarter of a thousandth is the luck of the best of many looks
        assert "keep the weights that you have" in dataclasses.replace(better, best=best).lines()[0]
    assert dataclasses.replace(better, first=None).lines() == []
    course = Course.of({"step": 3, "best": math.inf})  # a checkpoint of before
    assert (course.step, course.first, course.stale) == (3, None, 0)


def test_few_photos_warrant_few_steps() -> None:
    recipe = Recipe.from_dict({"optimizer": {"steps": 600, "batch": 16, "passes": 40, "warmup_steps": 50}})
    few = warranted(recipe, 20)
    assert (few.optimizer.steps, few.optimizer.warmup_steps) == (50, 10)
    assert warranted(few, 20) == few
    assert warranted(recipe, 5000) is recipe


def test_a_batch_in_parts_learns_what_the_whole_does(tiny: Recipe, folder: Path, tmp_path: Path) -> None:
    parts = dataclasses.replace(tiny, optimizer=dataclasses.replace(tiny.optimizer, accumulate=2))
    for name, recipe in (("whole", tiny), ("parts", parts)):
        train(recipe, folder, tmp_path / name, max_steps=2, device="cpu")
    one, other = (load_checkpoint(tmp_path / name / LAST)["net"] for name in ("whole", "parts"))
    for name, value in one.items():
        torch.testing.assert_close(other[name], value, atol=2e-5, rtol=0)


def test_a_batch_is_split_with_all_that_is_in_it() -> None:
    batch = Batch(torch.arange(3.0)[:, None], None, torch.arange(3.0), None)
    parts = split_batch(batch, 2)
    assert [part.target.tolist() for part in parts] == [[0.0, 1.0], [2.0]]
    assert len(split_batch(batch, 8)) == 3


def test_a_run_says_what_it_is() -> None:
    about = {"device": "cpu", "processes": 2, "threads": 3, "precision": "float32", "compiled": True}
    about |= {"parameters": 5_000, "parameters_that_learn": 4_000}
    about |= {"learnt_from": {"dogs": 1_200, "cats": 5}, "kept_apart": {"cats": 2, "streets": 9}}
    whole, each = describe_run(about)
    assert whole == (
        "1,205 photos to learn from, 11 kept apart; 4,000 of 5,000 parameters learn, on cpu with 2 processes "
        "of 3 threads in float32, compiled"
    )
    assert each == "of each source, to learn from + kept apart: dogs 1,200 + 0, streets 0 + 9, cats 5 + 2"
    many = {f"source{number:02}": 20 - number for number in range(15)}
    line = describe_run(about | {"learnt_from": many, "kept_apart": {}})[1]
    assert line.endswith("source11 9 + 0 and 3 more sources, in environment.json")
    assert len(describe_run(about | {"learnt_from": {"": 20}, "kept_apart": {"": 4}})) == 1


def test_another_precision_is_not_gone_on_with(tiny: Recipe, folder: Path, tmp_path: Path) -> None:
    train(tiny, folder, tmp_path, max_steps=1, device="cpu")
    file = tmp_path / "environment.json"
    text = file.read_text(encoding="utf-8")
    assert '"precision": "float32"' in text
    file.write_text(text.replace('"float32"', '"bfloat16"'), encoding="utf-8")
    with pytest.raises(DataError, match="other precision"):
        train(tiny, folder, tmp_path, resume=True, device="cpu")


def test_a_recipe_whose_categories_are_not_there_says_so_and_goes_on(
    tiny: Recipe, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    weights = {"cars": 2.0, "p*": 3.0}  # the photos lie in a folder whose name begins with a p
    recipe = dataclasses.replace(tiny, data=dataclasses.replace(tiny.data, category_weights=weights))
    train(recipe, folder, tmp_path / "run", device="cpu", max_steps=1)
    said = capsys.readouterr().err
    assert "No photo is of the recipe's categories cars; the others" in said
    assert load_checkpoint(tmp_path / "run" / LAST)["step"] == 1

"""Work is taken up again from a result or from the recipe beside it."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.photo_io import WriteOptions, read_photo
from colorizer_gui.core.pipeline.pipeline import ColorizedPhoto, colorize_photo, recipe_of, save_colorized
from colorizer_gui.core.pipeline.recipe_in_photo import restore, stored_recipe
from colorizer_gui.core.prediction.candidates import candidates
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import Guidance, ModelIdentity, Prediction
from colorizer_gui.core.recipe.recipe import Recipe, read_sidecar, sidecar_path
from colorizer_gui.core.rendering.adjustments import Adjustments


class Warm:
    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        ab = np.full((4, 4, 2), 15, dtype=np.float32)
        return Prediction(ab, np.ones((4, 4), dtype=np.float32), model=ModelIdentity("warm", "0" * 64))


GUIDANCE = Guidance(np.array([[0.25, 0.5]], dtype=np.float32), np.array([[12.5, -30]], dtype=np.float32))


def colorized(source: Path) -> ColorizedPhoto:
    return colorize_photo(read_photo(source), Warm(), guidance=GUIDANCE)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_a_result_holds_its_whole_recipe(samples: Path, tmp_path: Path, suffix: str) -> None:
    source = tmp_path / "cat.jpg"
    source.write_bytes((samples / "cat.jpg").read_bytes())
    adjustments = Adjustments(saturation=0.75)
    folder = tmp_path / "results"
    folder.mkdir()
    written = save_colorized(
        colorized(source), folder / f"cat{suffix}", adjustments, options=WriteOptions(sidecar=True)
    )
    for path in (written, sidecar_path(written)):
        photo, recipe = restore(path)
        assert photo.path == source
        assert recipe.adjustments == adjustments
        assert recipe.model == ModelIdentity("warm", "0" * 64)
        assert recipe.guidance is not None
        np.testing.assert_array_equal(recipe.guidance.positions, GUIDANCE.positions)
        np.testing.assert_array_equal(recipe.guidance.ab, GUIDANCE.ab)
    source.write_bytes(source.read_bytes() + b"\0")
    with pytest.raises(PhotoReadError, match="not found unchanged"):
        restore(written)


class Unsure:
    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        bins = AbBins.derive()
        logits = np.random.default_rng(0).normal(0, 3, (8, 8, len(bins))).astype(np.float32)
        log_p = logits - np.log(np.exp(logits).sum(axis=-1, keepdims=True))
        prediction = Prediction.of(Distribution(bins, log_p.astype(np.float16)))
        return replace(prediction, model=ModelIdentity("unsure", "1" * 64))


def test_one_of_several_colorizations_is_made_again(samples: Path) -> None:
    photo = read_photo(samples / "cat.jpg")
    seen = []
    for candidate in candidates(Unsure(), photo.lightness):
        recipe = recipe_of(ColorizedPhoto(photo, candidate.prediction), Adjustments())
        assert recipe.model == ModelIdentity("unsure", "1" * 64)
        again = colorize_photo(photo, Unsure(), candidate=recipe.candidate).prediction
        np.testing.assert_array_equal(again.ab, candidate.prediction.ab)
        seen.append(recipe.candidate)
    assert seen == ["predicted", "restrained", "vivid", "other", "third"]
    plain = colorize_photo(photo, Unsure()).prediction
    assert plain.candidate == "predicted"
    unknown = colorize_photo(photo, Unsure(), candidate="of a newer version").prediction
    np.testing.assert_array_equal(unknown.ab, plain.ab)


def test_an_original_holds_no_recipe(samples: Path) -> None:
    assert stored_recipe(read_photo(samples / "cat.jpg")) is None
    with pytest.raises(PhotoReadError, match="no recipe"):
        restore(samples / "cat.jpg")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text(samples: Path, tmp_path: Path) -> None:
    source = tmp_path / os.fsdecode(b"gro\xdfmutter.jpg")
    source.write_bytes((samples / "cat.jpg").read_bytes())
    written = save_colorized(
        colorized(source), tmp_path / "out.png", Adjustments(), options=WriteOptions(sidecar=True)
    )
    assert restore(written)[0].path == source
    assert restore(sidecar_path(written))[0].path == source


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        json.dumps({"tintype": 2}),
        json.dumps({"tintype": 1, "adjustments": {"saturation": "much"}}),
        json.dumps({"tintype": 1, "adjustments": {"glitter": 1}}),
        json.dumps({"tintype": 1, "guidance": {"positions": {"shape": [3], "values": [1]}, "ab": None}}),
        '{"tintype": 1, "adjustments": {"saturation": NaN}}',
    ],
)
def test_nonsense_is_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "photo.jpg.tintype.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PhotoReadError, match="recipe"):
        read_sidecar(path)


def test_json_is_for_people(tmp_path: Path) -> None:
    text = Recipe("Großmutter.jpg").to_json(indent=2)
    assert '"source_name": "Großmutter.jpg"' in text
    assert Recipe.from_json(text).source_name == "Großmutter.jpg"

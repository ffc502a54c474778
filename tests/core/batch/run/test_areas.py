"""A batch makes areas again from a recipe, for the photo that they belong to and for no other."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from colorizer_gui.core.batch.jobs.recipe import Recipe
from colorizer_gui.core.batch.run.steps import OpenedPhoto, PredictedPhoto, Steps
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.guidance.colour_points import ColourPoint, guidance_of
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.pipeline import colorize_photo
from colorizer_gui.core.prediction.prediction import Guidance, Prediction
from colorizer_gui.core.rendering.adjustments import (
    Adjustments,
    Areas,
    Keep,
    Look,
    Protection,
    Region,
    with_areas,
)
from colorizer_gui.core.rendering.touches import Touch
from tests.support.batch.bench import Bench
from tests.support.batch.box import WarmColorizer
from tests.support.window.fixtures import FakeColorizer, write_gray


def test_areas_belong_to_the_photo_of_their_recipe(tmp_path: Path) -> None:
    photo = write_gray(tmp_path / "one.png")
    areas = Areas((Region("Dress", (Touch(((0.5, 0.5),), (0.2,)),), Adjustments(saturation=0.5)),))
    recipe = Recipe(adjustments=with_areas(Adjustments(warmth=0.2), areas), guided=file_sha256(photo))
    again = Recipe.from_dict(recipe.to_dict())
    assert again == recipe
    assert again.adjustments_for(file_sha256(photo)) == recipe.adjustments
    assert again.adjustments_for("0" * 64) == Adjustments(warmth=0.2)
    plain = replace(recipe, adjustments=Adjustments(warmth=0.2))
    assert recipe.sha256(photo) != plain.sha256(photo)
    assert "areas" not in plain.to_dict()["adjustments"], "what was done before stays done"


def test_what_is_kept_as_it_is_is_predicted_once_more_when_points_have_changed(tmp_path: Path) -> None:
    photo, colorizer = read_photo(write_gray(tmp_path / "one.png", 200, 150)), FakeColorizer()
    before = guidance_of((ColourPoint(0.5, 0.5, (0.0, -50.0)),))
    after = guidance_of((ColourPoint(0.5, 0.5, (50.0, 30.0)),))
    touch = Touch(((0.3, 0.5), (0.7, 0.5)), (0.3, 0.3))
    kept = Protection(Keep.AS_IT_IS, (touch,), Look(Adjustments(saturation=1.2), before))
    adjustments = with_areas(Adjustments(saturation=0.0), Areas((), (kept,)))
    made = colorize_photo(photo, colorizer, guidance=after, adjustments=adjustments)
    assert [len(each.kept) for each in (made.prediction, made.prediction.kept[0])] == [1, 0]
    then = colorize_photo(photo, colorizer, guidance=before).recomposition()
    wanted = then.image(Adjustments(saturation=1.2), depth=8)
    image = made.recomposition().image(adjustments, depth=8)
    np.testing.assert_array_equal(image[65:85, 70:130], wanted[65:85, 70:130])
    assert np.ptp(image[5, 100].astype(int)) <= 1
    assert cv2.absdiff(image, wanted).max() > 10


class SeeingColorizer(WarmColorizer):
    """Sees two halves."""

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        features = np.zeros((6, 8, 8), dtype=np.float16)
        features[:, :4, 0], features[:, 4:, 1] = 1, 1
        return replace(super().predict_ab(lightness, guidance), features=features)


@pytest.mark.parametrize("review_first", [True, False])
def test_what_finds_objects_is_kept_for_a_review_alone(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, *, review_first: bool
) -> None:
    found = []

    def predicted(self: Steps, opened: OpenedPhoto, *rest: Any) -> PredictedPhoto:
        found.append(predict(self, opened, *rest))
        return found[-1]

    predict = Steps.predict
    monkeypatch.setattr(Steps, "predict", predicted)
    bench.colorizer = SeeingColorizer()
    bench.options = replace(bench.options, review_first=review_first)
    bench.fill(1)
    bench.run()
    prediction = found[0].colorized.prediction
    assert prediction.features is None
    assert (prediction.traits is not None) == review_first

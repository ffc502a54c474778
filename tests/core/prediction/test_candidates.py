"""Candidates differ from one another, and what is alike stays alike in each."""

import numpy as np

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.colour_points import cell_at
from colorizer_gui.core.guidance.guide import Guide
from colorizer_gui.core.photo.photo import Photo, PhotoFormat
from colorizer_gui.core.pipeline.pipeline import colorize_photo
from colorizer_gui.core.prediction.candidates import Reading, candidates
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import Colorizer, Guidance, Prediction

BINS = AbBins.derive()
LIGHTNESS = np.full((40, 60), 50, dtype=np.float32)


def two_areas() -> Distribution:
    """Left and right, each with two colours that are nearly as likely."""
    scores = np.full((6, 8, 313), -12, dtype=np.float32)
    for columns, colors in ((slice(0, 4), ((40, 30), (-30, 20))), (slice(4, 8), ((10, -40), (0, 50)))):
        for ab, score in zip(colors, (0.0, -0.7), strict=True):
            distance = np.square(BINS.centers - np.array(ab)).sum(axis=1)
            scores[:, columns] = np.maximum(scores[:, columns], score - distance / 200)
    scores -= np.logaddexp.reduce(scores, axis=-1, keepdims=True)
    return Distribution(BINS, scores.astype(np.float16))


class Painter:
    def __init__(self, name: str = "as always") -> None:
        self.name = name

        self.asked: list[Guidance | None] = []

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        del lightness
        self.asked.append(guidance)
        return Prediction.of(two_areas(), notice=self.name)

    def closer(self) -> Colorizer:
        closer = Painter("closely")
        closer.asked = self.asked
        return closer


class Plain:
    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        del lightness, guidance
        return Prediction(np.zeros((2, 2, 2), dtype=np.float32), np.ones((2, 2), dtype=np.float32))


def test_there_are_six_and_they_differ() -> None:
    made = list(candidates(Painter(), LIGHTNESS))
    readings = [candidate.reading for candidate in made]
    assert readings == [each for each in Reading if each not in {Reading.ALONE, Reading.OWN}]
    assert made[-1].prediction.notice == "closely"
    assert all(candidate.prediction.distribution is None for candidate in made)
    chroma = [candidate.prediction.ab for candidate in made[:-1]]
    for index, ab in enumerate(chroma):
        for other in chroma[:index]:
            assert np.abs(ab - other).mean() > 1.5


def test_all_have_the_colour_that_the_user_knows() -> None:
    painter = Painter()
    guidance = Guidance(np.full((1, 2), 0.5, dtype=np.float32), np.array([[10, -40]], dtype=np.float32))
    made = list(Guide().candidates(painter, LIGHTNESS, guidance))
    assert len(made) == 6
    assert painter.asked == [None, guidance, None]
    photo = Photo(None, PhotoFormat.PNG, LIGHTNESS)
    taken = colorize_photo(photo, painter, guidance=guidance, candidate="fine").prediction
    assert (taken.candidate, taken.guidance) == ("fine", guidance)
    for prediction in (*(each.prediction for each in made), taken):
        np.testing.assert_allclose(
            prediction.ab[cell_at(prediction.ab.shape, 0.5, 0.5)], [10, -40], atol=0.01
        )


def test_without_a_distribution_there_is_one() -> None:
    assert [candidate.reading for candidate in candidates(Plain(), LIGHTNESS)] == [Reading.PREDICTED]

"""What the window needs to change the vividness later goes through the mount as well."""

import numpy as np
import pytest

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.prediction.candidates import candidates
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.mounted import inside_mount, predict_inside
from colorizer_gui.core.prediction.prediction import Guidance, Prediction


class Unsure:
    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        bins = AbBins.derive()
        logits = np.random.default_rng(0).normal(0, 3, (8, 8, len(bins))).astype(np.float32)
        log_p = logits - np.log(np.exp(logits).sum(axis=-1, keepdims=True))
        weights = np.linspace(0.5, 5.0, len(bins), dtype=np.float32)
        return Prediction.of(Distribution(bins, log_p.astype(np.float16), class_weights=weights))


def test_other_colours_leave_the_mount_alone_too() -> None:
    lightness = np.full((120, 100), 50.0, dtype=np.float32)
    made = list(candidates(inside_mount(Unsure(), (20, 100, 10, 90)), lightness))
    assert len(made) == 5
    for candidate in made:
        assert (np.abs(candidate.prediction.ab[0]) < 0.5).all()
        assert np.abs(candidate.prediction.ab).max() > 5


def test_the_distribution_is_read_inside_as_it_is_without_a_mount() -> None:
    lightness = np.full((120, 100), 50.0, dtype=np.float32)
    prediction = predict_inside(Unsure(), lightness, (20, 100, 10, 90))
    assert prediction.distribution is not None
    again = Prediction.of(prediction.distribution)
    spread = Unsure().predict_ab(lightness)
    assert again.ab.max() == pytest.approx(spread.ab.max(), abs=0.5)
    assert again.ab.min() == pytest.approx(spread.ab.min(), abs=0.5)


def test_readings_lie_where_the_chroma_lies() -> None:
    lightness = np.full((120, 100), 50.0, dtype=np.float32)
    prediction = predict_inside(Unsure(), lightness, (20, 100, 10, 90))
    assert prediction.readings is not None
    assert prediction.readings.shape[1:] == prediction.ab.shape
    nearest = np.abs(prediction.readings.astype(np.float32) - prediction.ab).max(axis=(1, 2, 3)).min()
    assert nearest < 0.1  # one of the readings is the prediction itself
    outside = np.all(prediction.ab == 0, axis=-1)
    assert outside.any()
    assert not outside.all()
    assert np.all(prediction.readings[:, outside] == 0)

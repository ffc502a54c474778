"""The release's network finds the places of a photo in its mirror image, whoever computes it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from colorizer_gui.core.foreign.onnx.graphs import open_graphs
from colorizer_gui.core.guidance.guide import Guide
from colorizer_gui.core.guidance.reference.picture import reference_of
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.photo.photo import Photo, PhotoFormat
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.prediction.prediction import Colorizer, Guidance
from colorizer_gui.core.rendering.chroma import shrink


@pytest.mark.weights
@pytest.mark.parametrize(
    "load", [lambda: NetworkColorizer.load("cpu"), lambda: open_graphs(None, "cpu")], ids=["torch", "onnx"]
)
def test_things_get_the_colours_of_like_things(load: Callable[[], Colorizer], samples: Path) -> None:
    lightness = read_photo(samples / "astronaut.jpg").lightness
    height, width = lightness.shape
    ab = np.zeros((height, width, 2), dtype=np.float32)
    ab[..., 0] = np.linspace(-25, 25, width)  # what lies on the left is green, on the right red
    ab[..., 1] = np.linspace(-25, 25, height)[:, None]
    reference = reference_of(Photo(None, PhotoFormat.PNG, lightness, source_ab=ab))
    mirrored = np.ascontiguousarray(lightness[:, ::-1])
    made = Guide().predict(load(), mirrored, Guidance.by(reference))
    assert not made.notice
    wanted = np.dstack(
        [shrink(np.ascontiguousarray(ab[:, ::-1, axis]), *made.ab.shape[:2]) for axis in (0, 1)]
    )
    plain = made.plain.ab
    for axis in (0, 1):
        found = np.corrcoef(made.ab[..., axis].ravel(), wanted[..., axis].ravel())[0, 1]
        assert found > 0.45
        assert found > np.corrcoef(plain[..., axis].ravel(), wanted[..., axis].ravel())[0, 1] + 0.3

"""Photos under review that keep their colours, or are in other ones than the first guess."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from colorizer_gui.core.batch import JobState, Recipe
from colorizer_gui.core.photo_io import ReadOptions, read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.prediction.prediction import ONLY_MINE, OWN_COLOURS, Guidance
from tests.support.batch.bench import Bench
from tests.support.batch.review import REVIEW_FIRST, review


def pixels_of(path: Path) -> npt.NDArray[np.int64]:
    with Image.open(path) as picture:
        return np.asarray(picture, dtype=np.int64)


def reviewed(bench: Bench, recipe: Recipe) -> Path:
    """The result of a photo that was predicted, looked at, accepted and written by another process."""
    pixels = np.full((60, 90, 3), (200, 120, 60), dtype=np.float64)
    pixels[:, :20], pixels[:, 70:], pixels[10:50, 30:60] = (190, 50, 60), (70, 150, 60), (60, 90, 180)
    pixels += np.random.default_rng(0).normal(0, 8, pixels.shape)
    bench.box.mkdir()
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(bench.box / "a.png")
    bench.add()
    bench.options = REVIEW_FIRST
    bench.run()
    review(bench).predict_again([1], recipe)
    bench.run()
    review(bench).accept([1])
    bench.reopen()
    review(bench).export()
    assert bench.run().counts == {JobState.DONE: 1}
    return bench.out / "a-colorized.png"


def test_own_colours_are_those_of_the_file(bench: Bench) -> None:
    recipe = Recipe(candidate=OWN_COLOURS, reading=ReadOptions(own_colours=True))
    result = reviewed(bench, recipe)
    assert np.abs(pixels_of(result) - pixels_of(bench.box / "a.png")).max() <= 1
    saved = stored_recipe(read_photo(result))
    assert saved is not None
    assert saved.candidate == OWN_COLOURS


def test_a_recipe_says_which_colours_were_accepted(bench: Bench) -> None:
    place = np.array([[0.5, 0.5]], dtype=np.float32)
    points = Guidance(place, np.array([[20.0, 30.0]], dtype=np.float32))
    photo = read_photo(reviewed(bench, Recipe(candidate=ONLY_MINE, guidance=points)))
    saved = stored_recipe(photo)
    assert saved is not None
    assert saved.candidate == ONLY_MINE
    assert b"algorithmicallyEnhanced" in (photo.metadata.xmp or b"")

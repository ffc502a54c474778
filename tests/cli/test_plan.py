"""What the command line asks for: names, folders, contradictions."""

import json
from pathlib import Path

import pytest

from colorizer_gui.cli.parsers import colorize_parser
from colorizer_gui.cli.plan import JOURNAL_NAME, Order
from colorizer_gui.core.batch import OnExisting, PlanError, Recipe
from colorizer_gui.core.photo_io import ReadOptions, WriteOptions
from colorizer_gui.core.recipe.recipe import Recipe as SavedRecipe
from colorizer_gui.core.recipe.result_label import SourceType
from colorizer_gui.core.rendering.adjustments import Adjustments


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """A folder with photos, a folder inside, and what must be left alone."""
    names = [
        "b.TIF",
        "a.jpg",
        "notes.txt",
        ".hidden.jpg",
        "a-colorized.jpg",
        "a-colorized (2).jpg",
        "inside/c.png",
        ".trash/d.png",
    ]
    for name in names:
        path = tmp_path / "box" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path / "box"


def order(*words: object) -> Order:
    return Order.of(colorize_parser().parse_args([str(word) for word in words]))


def names(wanted: Order, output: Path) -> list[str]:
    _, requests = wanted.requests(())
    return [request.target.relative_to(output).as_posix() for request in requests]


def test_a_folder_means_the_photos_in_it(box: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    assert names(order(box, "-o", output), output) == ["a-colorized.jpg", "b-colorized.TIF"]


def test_a_tree_is_mirrored(box: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    wanted = order(box, "-o", output, "--recursive", "--format", "png")
    assert names(wanted, output) == ["a-colorized.png", "b-colorized.png", "inside/c-colorized.png"]


def test_results_inside_of_the_folder_are_not_colorized_again(box: Path) -> None:
    inside = box / "inside"
    with pytest.raises(PlanError, match="originals"):
        order(box, "-o", inside, "--recursive")
    assert names(order(box, "-o", inside, "--recursive", "--allow-inside"), inside) == [
        "a-colorized.jpg",
        "b-colorized.TIF",
    ]
    assert names(order(box, "-o", box, "--recursive", "--allow-inside"), box) == [
        "a-colorized.jpg",
        "b-colorized.TIF",
        "inside/c-colorized.png",
    ]


def test_what_is_missing_or_empty_is_no_end(box: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    scan, requests = order(tmp_path / "gone.jpg", empty, box / "a.jpg", "-o", tmp_path / "out").requests(())
    assert [request.source.name for request in requests] == ["gone.jpg", "a.jpg"]
    assert len(scan.problems) == 1


def test_one_photo_may_get_a_name(box: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.tiff"
    for words in ((), ("--format", "tiff")):
        wanted = order(box / "a.jpg", "-o", target, *words)
        assert [request.target for request in wanted.requests(())[1]] == [target]
        assert wanted.journal is None
    with pytest.raises(PlanError, match="contradict"):
        order(box / "a.jpg", "-o", target, "--format", "png")
    with pytest.raises(PlanError, match="contradict"):
        order(box / "a.jpg", "-o", target, "--template", "{name}")
    with pytest.raises(PlanError, match="folder"):
        order(box, "-o", target)


def test_settings_arrive(box: Path, tmp_path: Path) -> None:
    words = ("--saturation", "50", "--quality", "80", "--on-existing", "skip", "--resume", "--ignore-space")
    wanted = order(box, "-o", tmp_path / "out", *words)
    assert wanted.recipe.adjustments.saturation == 0.5
    assert wanted.recipe.options.quality == 80
    assert wanted.options.on_existing is OnExisting.SKIP
    assert wanted.options.skip_done
    assert not wanted.options.check_space
    assert wanted.journal == tmp_path / "out" / JOURNAL_NAME


def test_how_files_are_read_and_written() -> None:
    words = ["in.tif", "-o", "out", "--depth", "8", "--tiff-compression", "lzw", "--lossless", "--dpi", "300"]
    words += ["--mark", "top-left", "--sidecar", "--page", "3", "--negative", "--max-megapixels", "50"]
    words += ["--caption", "Am See", "--source-type", "enhanced", "--profile", "source"]
    recipe = Order.of(colorize_parser().parse_args(words)).recipe
    assert recipe.options == WriteOptions(
        webp_lossless=True,
        depth=8,
        tiff_compression="lzw",
        profile="source",
        dpi=(300.0, 300.0),
        mark="top-left",
        sidecar=True,
    )
    assert recipe.reading == ReadOptions(max_pixels=50_000_000, page=2, negative=True)
    assert (recipe.caption, recipe.source_type) == ("Am See", SourceType.ENHANCED)
    assert Recipe.from_dict(json.loads(json.dumps(recipe.to_dict()))) == recipe


def test_a_saved_recipe_is_followed_unless_words_say_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg.tintype.json"
    path.write_text(SavedRecipe(adjustments=Adjustments(saturation=0.5), page=1).to_json(), encoding="utf-8")
    words = ["in.tif", "-o", "out", "--recipe", str(path)]
    recipe = Order.of(colorize_parser().parse_args(words)).recipe
    assert (recipe.adjustments.saturation, recipe.reading.page) == (0.5, 1)
    recipe = Order.of(colorize_parser().parse_args([*words, "--saturation", "20"])).recipe
    assert recipe.adjustments.saturation == 0.2
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(PlanError, match="recipe"):
        Order.of(colorize_parser().parse_args(words))

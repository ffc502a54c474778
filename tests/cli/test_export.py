"""`tintype export` from file to file."""

from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from colorizer_gui.cli import export as cli_export
from colorizer_gui.cli import main as cli
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from tests.support.batch.box import WarmColorizer


@pytest.fixture(autouse=True)
def colorizer(monkeypatch: pytest.MonkeyPatch) -> WarmColorizer:
    fake = WarmColorizer()
    monkeypatch.setattr(cli_export, "_load", lambda device, weights: fake)
    return fake


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    gray = np.tile(np.linspace(20, 230, 60), (40, 1)).astype(np.uint8)
    Image.fromarray(gray).save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


def test_the_layer(photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["export", "layer", str(photo), "-o", str(tmp_path / "layer.png"), "--caption", "At the lake"]
    assert cli.main(words) == 0
    assert cli.main([*words, "--saturation", "0"]) == 0
    first, second = (Path(line) for line in capsys.readouterr().out.split("\n")[:2])
    assert (first.name, second.name) == ("layer.png", "layer (2).png")
    with Image.open(first) as image:
        assert image.mode == "RGBA"
        assert np.asarray(image)[..., 3].max() > 0
    with Image.open(second) as image:
        assert np.asarray(image)[..., 3].max() == 0
    layer = read_photo(first)
    recipe = stored_recipe(layer)
    assert recipe is not None
    assert recipe.source_name == "photo.png"
    assert b"At the lake" in (layer.metadata.xmp or b"")


def test_the_planes(photo: Path, tmp_path: Path) -> None:
    target = tmp_path / "planes.tif"
    assert cli.main(["export", "planes", str(photo), "-o", str(target), "--negative"]) == 0
    with tifffile.TiffFile(target) as file:
        planes = [page.asarray() for page in file.pages]
        first = file.pages.first
        assert first.tags["Software"].value == f"Tintype {VERSION}"
        assert b"compositeWithTrainedAlgorithmicMedia" in first.tags["XMP"].value
    assert [plane.dtype for plane in planes] == [np.float32] * 3
    assert planes[0][0, 0] > 85
    assert abs(planes[1]).max() > 1


@pytest.mark.parametrize(
    ("words", "code", "text"),
    [
        (["layer", "photo.png", "-o", "layer.jpg"], 2, "has to end in .png, .tif, .tiff, .webp"),
        (["planes", "photo.png", "-o", "planes.png"], 2, "has to end in .tif, .tiff"),
        (["layer", "no.png", "-o", "layer.png"], 1, "does not exist"),
        (["layer", "photo.png", "-o", "nowhere/layer.png"], 1, "does not exist"),
    ],
)
def test_what_cannot_be_done_is_said(
    photo: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    code: int,
    text: str,
) -> None:
    monkeypatch.chdir(photo.parent)
    assert cli.main(["export", *words]) == code
    assert text in capsys.readouterr().err
    assert sorted(path.name for path in photo.parent.iterdir()) == ["photo.png"]

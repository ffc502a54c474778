"""`tintype models`, and the other commands with networks of other programs."""

import json
from pathlib import Path

import numpy as np
import pytest
import tifffile

from colorizer_gui.cli.main import main
from colorizer_gui.core.color.conversion import rgb_to_lab
from colorizer_gui.core.foreign.files import foreign_sha256
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.recipe.recipe import read_sidecar, sidecar_path
from tests.support.networks.painters import save_painter

AB = (10.0, -20.0)


@pytest.fixture(autouse=True)
def _shelf_of_the_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "box"
    folder.mkdir()
    for index in range(3):
        tones = np.linspace(70, 190 - 10 * index, 60 * 80).reshape(60, 80)
        tifffile.imwrite(folder / f"{index}.tif", tones.astype(np.uint8), photometric="minisblack")
    return folder


def chroma(path: Path) -> tuple[float, ...]:
    lab = rgb_to_lab(tifffile.imread(path).astype(np.float32) / 255)
    return tuple(round(float(value)) for value in lab[..., 1:].mean(axis=(0, 1)))


def test_a_model_is_added_listed_checked_used_and_removed(
    tmp_path: Path, photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    painter = save_painter(tmp_path / "painter.onnx", AB)
    assert main(["models", "list"]) == 0
    assert "The shelf is empty" in capsys.readouterr().out
    assert main(["models", "add", str(painter), "--name", "blue", "--device", "cpu"]) == 0
    card = capsys.readouterr().out
    assert all(text in card for text in ("blue", "DDColor", foreign_sha256(painter), "s a photo on cpu"))
    assert main(["models", "list", "--json"]) == 0
    assert [each["name"] for each in json.loads(capsys.readouterr().out)] == ["blue"]
    assert main(["models", "check"]) == 0
    assert "blue: works" in capsys.readouterr().out
    out = tmp_path / "out"
    assert main(["colorize", str(photos), "-o", str(out), "--weights", "blue", "--device", "cpu"]) == 0
    assert [chroma(path) for path in sorted(out.glob("*.tif"))] == [AB] * 3
    capsys.readouterr()
    assert main(["models", "remove", "blue"]) == 0
    assert painter.exists()
    assert main(["models", "remove", "blue"]) == 1
    assert 'no model "blue" on the shelf' in capsys.readouterr().err


def test_batch_recipe_and_resume_know_a_foreign_model_by_its_hash(
    tmp_path: Path, photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    painter = save_painter(tmp_path / "painter.onnx", AB)
    out = tmp_path / "out"
    call = ["colorize", str(photos), "-o", str(out), "--device", "cpu", "--resume", "--text"]
    assert main([*call, "--weights", str(painter), "--sidecar", "--template", "{name}-{model}"]) == 0
    first = out / "0-painter.tif"
    recipe = read_sidecar(sidecar_path(first))
    assert recipe.model is not None
    assert (recipe.model.name, recipe.model.sha256) == ("painter", foreign_sha256(painter))
    in_photo = stored_recipe(read_photo(first))
    assert in_photo is not None
    assert in_photo.model == recipe.model
    before = first.stat().st_mtime_ns
    capsys.readouterr()
    assert main([*call, "--weights", str(painter), "--sidecar", "--template", "{name}-{model}"]) == 0
    assert first.stat().st_mtime_ns == before  # resumed: nothing is done twice
    assert len(list(out.glob("*.tif"))) == 3
    done = set(out.glob("*.tif"))
    save_painter(painter, (25.0, 15.0))  # another network of the same name
    assert main([*call, "--weights", str(painter), "--sidecar", "--template", "{name}-{model}"]) == 0
    assert [chroma(path) for path in set(out.glob("*.tif")) - done] == [(25.0, 15.0)] * 3


def test_the_saturation_and_a_recipe_apply_to_a_foreign_model(tmp_path: Path, photos: Path) -> None:
    painter = save_painter(tmp_path / "painter.onnx", AB)
    call = ["colorize", str(photos / "0.tif"), "--weights", str(painter), "--device", "cpu", "-o"]
    assert main([*call, str(tmp_path / "half.tif"), "--saturation", "50"]) == 0
    assert chroma(tmp_path / "half.tif") == (5.0, -10.0)
    assert main([*call, str(tmp_path / "again.tif"), "--recipe", str(tmp_path / "half.tif")]) == 0
    assert np.array_equal(tifffile.imread(tmp_path / "again.tif"), tifffile.imread(tmp_path / "half.tif"))


def test_an_unknown_network_is_explained_and_then_added(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    painter = save_painter(tmp_path / "odd.onnx", (0.1, -0.2, 0.3), inputs=(1,))
    assert main(["models", "add", str(painter), "--device", "cpu"]) == 1
    asked = capsys.readouterr().err
    assert "of no known family" in asked
    assert "--takes gray --gives rgb " in asked
    assert main(["models", "add", str(painter), "--device", "cpu", "--takes", "gray"]) == 1
    assert "--takes and --gives" in capsys.readouterr().err
    words = ["--takes", "gray", "--gives", "rgb-signed"]
    assert main(["models", "add", str(painter), "--device", "cpu", *words]) == 0
    assert "red, green and blue from −1 to 1" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["colorize", "export"])
def test_a_file_that_is_no_network_is_one_sentence(
    tmp_path: Path, photos: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(b"no network")
    what = ["layer"] if command == "export" else ["--text"]
    target = tmp_path / "result.png"
    call = [command, *what, str(photos / "0.tif"), "-o", str(target), "--weights", str(broken)]
    assert main(call) == 1
    assert "is no whole ONNX file; copy it again." in capsys.readouterr().err
    assert not target.exists()


def test_the_doctor_describes_a_foreign_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    painter = save_painter(tmp_path / "painter.onnx", AB)
    main(["doctor", "--weights", str(painter), "--device", "cpu"])
    report = capsys.readouterr().out
    assert "DDColor" in report
    assert "onnxruntime" in report


def test_each_folder_may_have_a_model_of_its_own(
    tmp_path: Path, photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inner = photos / "album"
    inner.mkdir()
    (photos / "2.tif").rename(inner / "2.tif")
    painter = save_painter(tmp_path / "painter.onnx", AB)
    other = save_painter(tmp_path / "other.onnx", (25.0, 15.0))
    assert main(["models", "add", str(other), "--device", "cpu", "--name", "warm"]) == 0
    out = tmp_path / "out"
    call = [
        "colorize",
        str(photos),
        "-o",
        str(out),
        "--recursive",
        "--device",
        "cpu",
        "--weights",
        str(painter),
    ]
    call += ["--model-for", f"{inner}=warm", "--template", "{name}-{model}", "--sidecar", "--resume"]
    assert main(call) == 0
    assert chroma(out / "0-painter.tif") == AB
    result = out / "album" / "2-warm.tif"
    assert chroma(result) == (25.0, 15.0)
    model = read_sidecar(sidecar_path(result)).model
    assert model is not None
    assert (model.name, model.sha256) == ("warm", foreign_sha256(other))
    before = result.stat().st_mtime_ns
    assert main(call) == 0  # resumed: each knows its own model
    assert result.stat().st_mtime_ns == before
    assert len(list(out.rglob("*.tif"))) == 3
    capsys.readouterr()
    assert main([*call, "--model-for", "nowhere=warm"]) == 2
    assert "write --model-for FOLDER=MODEL" in capsys.readouterr().err
    other.unlink()
    assert main([*call[:-1], "--on-existing", "number"]) == 1  # one photo failed, and it is said why
    assert "is not at" in capsys.readouterr().out
    assert len(list(out.glob("*.tif"))) == 4

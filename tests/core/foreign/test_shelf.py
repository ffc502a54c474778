"""The shelf keeps cards by hash, and answers of the user beyond them."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from colorizer_gui.core.common.errors import ColorizationError, WeightsError
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.foreign.card import Kind
from colorizer_gui.core.foreign.colorizer import ForeignColorizer
from colorizer_gui.core.foreign.conventions import Convention, Gives, Takes
from colorizer_gui.core.foreign.opening import open_colorizer
from colorizer_gui.core.foreign.placing import add_to_shelf, check_on_shelf
from colorizer_gui.core.foreign.recognition import UnknownModelError
from colorizer_gui.core.foreign.shelf import Shelf, data_folder
from tests.support.networks.painters import save_painter

AB = (10.0, -20.0)


def test_a_card_says_what_there_is_to_know(tmp_path: Path, shelf: Shelf) -> None:
    path = save_painter(tmp_path / "my net.onnx", AB, size=(64, 96), metadata={"License": "CC-BY-4.0"})
    card = add_to_shelf(shelf, path, "cpu")
    assert shelf.cards == (card,)
    assert (card.name, card.path, card.kind, card.family) == ("my net", path, Kind.ONNX, "DDColor")
    assert card.sha256 == file_sha256(path)
    assert card.size == path.stat().st_size
    assert card.input == (96, 64)
    assert card.licence == "CC-BY-4.0"
    assert card.seconds > 0
    assert card.device == "cpu"


def test_a_model_is_opened_by_its_name_and_its_hash(tmp_path: Path, shelf: Shelf) -> None:
    card = add_to_shelf(shelf, save_painter(tmp_path / "net.onnx", AB), "cpu", name="mine")
    for name in ("mine", card.sha256[:12]):
        colorizer = open_colorizer(name, "cpu", shelf=shelf)
        assert isinstance(colorizer, ForeignColorizer)
        assert colorizer.model.name == "mine"
        assert colorizer.model.sha256 == card.sha256


def test_the_same_file_has_one_card_and_another_one_another_name(tmp_path: Path, shelf: Shelf) -> None:
    (tmp_path / "b").mkdir()
    first = add_to_shelf(shelf, save_painter(tmp_path / "net.onnx", AB), "cpu")
    add_to_shelf(shelf, tmp_path / "net.onnx", "cpu")
    assert [card.sha256 for card in shelf.cards] == [first.sha256]
    add_to_shelf(shelf, save_painter(tmp_path / "b" / "net.onnx", (1.0, 2.0)), "cpu")
    assert [card.name for card in shelf.cards] == ["net", "net-2"]


def test_what_was_answered_is_remembered_by_hash_even_off_the_shelf(tmp_path: Path, shelf: Shelf) -> None:
    path = save_painter(tmp_path / "odd.onnx", AB, inputs=(4,))
    with pytest.raises(UnknownModelError) as caught:
        add_to_shelf(shelf, path, "cpu")
    answer = caught.value.guesses[1]
    add_to_shelf(shelf, path, "cpu", convention=answer)
    shelf.remove("odd")
    assert shelf.cards == ()
    moved = path.rename(tmp_path / "renamed.onnx")
    colorizer = open_colorizer(moved, "cpu", shelf=shelf)
    assert isinstance(colorizer, ForeignColorizer)
    assert colorizer.convention == answer


def test_the_user_may_know_better_than_the_table(tmp_path: Path, shelf: Shelf) -> None:
    path = save_painter(tmp_path / "net.onnx", (0.1, -0.2))
    said = Convention(Takes.GRAY_SIGNED, Gives.AB_SIGNED, side=64)
    add_to_shelf(shelf, path, "cpu", convention=said)
    colorizer = open_colorizer(path, "cpu", shelf=shelf)
    assert isinstance(colorizer, ForeignColorizer)
    assert colorizer.convention == said


def test_weights_of_tintype_stand_there_too(shelf: Shelf) -> None:
    path = resource("weights", "tintype-decoder.safetensors")
    card = add_to_shelf(shelf, path, "cpu")
    assert card.kind is Kind.OWN
    assert card.convention is None
    opened = open_colorizer(card.name, "cpu", shelf=shelf)
    assert opened.predict_ab is not None
    assert check_on_shelf(shelf, card, "cpu").sha256 == card.sha256


def test_a_check_finds_what_has_changed(tmp_path: Path, shelf: Shelf) -> None:
    path = save_painter(tmp_path / "net.onnx", AB)
    card = add_to_shelf(shelf, path, "cpu")
    assert check_on_shelf(shelf, card, "cpu").seconds > 0
    save_painter(path, (1.0, 2.0))
    with pytest.raises(WeightsError, match="another file than the one that was added"):
        check_on_shelf(shelf, card, "cpu")
    path.unlink()
    with pytest.raises(WeightsError, match="is not at"):
        check_on_shelf(shelf, card, "cpu")
    with pytest.raises(WeightsError, match="no model of that name"):
        open_colorizer("nothing", "cpu", shelf=shelf)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"tintype": 9}', '{"tintype": 1, "cards": [3], "answers": {}}']
)
def test_a_damaged_shelf_is_an_empty_one(shelf: Shelf, text: str) -> None:
    shelf.path.parent.mkdir(parents=True)
    shelf.path.write_text(text, encoding="utf-8")
    assert shelf.cards == ()


def test_a_card_of_a_newer_version_does_not_take_the_others_along(tmp_path: Path, shelf: Shelf) -> None:
    card = add_to_shelf(shelf, save_painter(tmp_path / "net.onnx", AB), "cpu")
    text = shelf.path.read_text(encoding="utf-8")
    shelf.path.write_text(text.replace('"cards": [', '"cards": [{"new": 1},'), encoding="utf-8")
    assert shelf.cards == (card,)


def test_a_shelf_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    shelf = Shelf(tmp_path / "file" / "models.json")
    with pytest.raises(ColorizationError, match="cannot be written"):
        shelf.remember("0" * 64, Convention(Takes.GRAY, Gives.AB))


def test_a_stale_card_is_not_trusted(tmp_path: Path, shelf: Shelf) -> None:
    card = add_to_shelf(shelf, save_painter(tmp_path / "net.onnx", AB), "cpu")
    assert card.is_unchanged()
    assert not replace(card, changed=card.changed + 1).is_unchanged()
    os.utime(card.path, ns=(1, 1))
    assert not card.is_unchanged()


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of this system")
def test_the_shelf_lies_where_the_window_keeps_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    generic = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    assert data_folder() == Path(generic) / "Tintype" / "Tintype"

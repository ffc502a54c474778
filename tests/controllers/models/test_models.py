"""The controller of the shelf without a widget: what is kept, asked, compared, and what fails."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.models.models import ModelsController
from colorizer_gui.controllers.session.entry import Entry
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.foreign.card import Kind, ModelCard
from colorizer_gui.core.foreign.conventions import Convention, Gives, Takes
from colorizer_gui.core.foreign.recognition import UnknownModelError
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.prediction.prediction import Colorizer, Prediction
from colorizer_gui.workers.models.requests import CompareRequest, Drawn, ModelUnknown
from tests.support.batch.box import WarmColorizer, make_photo

GUESSES = (Convention(Takes.GRAY, Gives.AB), Convention(Takes.LIGHTNESS, Gives.AB))


class ScriptedDesk:
    """Knows networks by the names of their files: `odd` has to be explained, `bad` is none."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def add(self, path: Path, convention: Convention | None) -> ModelCard:
        if path.stem == "bad":
            raise WeightsError('"{path}" is no network; choose another file.', path=path)
        if path.stem == "odd" and convention is None:
            raise UnknownModelError(path, GUESSES)
        card = ModelCard(path.stem, path, Kind.ONNX, path.stem.encode().hex(), 1, 1, convention=convention)
        return self._shelf.put(card)

    def check(self, card: ModelCard) -> ModelCard:
        raise WeightsError('"{name}" is not there any more.', name=card.name)

    def tried(
        self, _path: Path, conventions: Sequence[Convention], lightness: FloatArray
    ) -> Iterator[Prediction | None]:
        yield WarmColorizer().predict_ab(lightness)
        yield from [None] * (len(conventions) - 1)

    def open(self, model: Path | None) -> Colorizer:
        if model is not None:
            raise WeightsError('"{path}" cannot be opened.', path=model)
        return WarmColorizer()


class Heard:
    """What a controller told."""

    def __init__(self, controller: ModelsController) -> None:
        self.added: list[ModelCard] = []
        self.unknown: list[ModelUnknown] = []
        self.guesses: list[Drawn] = []
        self.compared: list[tuple[CompareRequest, Drawn]] = []
        self.failures: list[str] = []
        self.busy: list[bool] = []
        controller.added.connect(self.added.append)
        controller.unknown.connect(self.unknown.append)
        controller.guess_drawn.connect(self.guesses.append)
        controller.compared.connect(lambda request, drawn: self.compared.append((request, drawn)))
        controller.failed.connect(self.failures.append)
        controller.busy_changed.connect(self.busy.append)


@pytest.fixture
def controller(qtbot: QtBot, tmp_path: Path) -> Iterator[ModelsController]:
    shelf = Shelf(tmp_path / "shelf.json")
    controller = ModelsController(lambda: ScriptedDesk(shelf), shelf)
    yield controller
    controller.queue.stop()
    assert controller.queue.wait(300_000)


@pytest.fixture
def heard(controller: ModelsController) -> Heard:
    return Heard(controller)


@pytest.fixture
def entry(tmp_path: Path) -> Entry:
    path = make_photo(tmp_path / "photo.png", size=(60, 40))
    return Entry(7, path, path.name, QUndoStack(), photo=read_photo(path))


def test_a_network_is_put_on_the_shelf_and_taken_from_it(
    qtbot: QtBot, controller: ModelsController, heard: Heard
) -> None:
    controller.add(Path("mine.onnx"))
    qtbot.waitUntil(lambda: heard.busy == [True, False])
    assert [card.name for card in controller.cards] == ["mine"]
    assert heard.added == list(controller.cards)
    controller.remove(heard.added[0])
    assert controller.cards == ()
    controller.remove(heard.added[0])
    assert heard.failures == ["There is no model “mine” on the shelf."]


def test_an_unknown_network_asks_and_the_answer_puts_it_there(
    qtbot: QtBot, controller: ModelsController, heard: Heard
) -> None:
    controller.add(Path("odd.onnx"))
    qtbot.waitUntil(lambda: bool(heard.unknown))
    asked = heard.unknown[0]
    assert asked.guesses == GUESSES
    assert heard.failures == []
    controller.draw_guesses(asked, None)
    qtbot.waitUntil(lambda: len(heard.guesses) == 2)
    assert [drawn.index for drawn in heard.guesses] == [0, 1]
    shown, refused = heard.guesses
    assert shown.image is not None
    assert max(shown.image.width(), shown.image.height()) <= 360
    assert refused.image is None
    controller.add(asked.path, GUESSES[1])
    qtbot.waitUntil(lambda: bool(heard.added))
    assert controller.cards[0].convention == GUESSES[1]


def test_what_cannot_be_opened_or_checked_is_one_sentence(
    qtbot: QtBot, controller: ModelsController, heard: Heard
) -> None:
    controller.add(Path("bad.onnx"))
    qtbot.waitUntil(lambda: len(heard.failures) == 1)
    assert "bad.onnx" in heard.failures[0]
    assert controller.cards == ()
    controller.add(Path("mine.onnx"))
    qtbot.waitUntil(lambda: bool(heard.added))
    controller.check(heard.added[0])
    qtbot.waitUntil(lambda: len(heard.failures) == 2)
    assert heard.failures[1] == "“mine” is not there any more."
    assert heard.busy[-1] is False


def test_each_network_of_a_comparison_answers_for_itself(
    qtbot: QtBot, controller: ModelsController, heard: Heard, entry: Entry
) -> None:
    controller.compare((None, Path("gone.onnx")), entry)
    qtbot.waitUntil(lambda: len(heard.compared) == 2)
    (request, own), (_, gone) = heard.compared
    assert request.key == entry.key
    assert own.image is not None
    assert own.prediction is not None
    assert own.prediction.distribution is None, "it would be megabytes for each network"
    assert "gone.onnx" in gone.problem
    assert gone.image is None


def test_without_a_photo_in_memory_nothing_is_compared(controller: ModelsController, entry: Entry) -> None:
    entry.photo = None
    controller.compare((None,), entry)
    assert controller.queue.requests == ()


def test_who_looks_away_stops_what_is_only_looked_at(
    qtbot: QtBot, controller: ModelsController, heard: Heard, entry: Entry
) -> None:
    controller.compare((None,), entry, taken=True)
    for _ in range(3):
        controller.compare((None,), entry)
    controller.stop_comparing()
    qtbot.waitUntil(lambda: not controller.queue.requests)
    assert [request.taken for request, _ in heard.compared if request.taken] == [True]
    assert len(heard.compared) < 4

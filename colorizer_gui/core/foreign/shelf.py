"""The models shelf: which networks the user has, known by their hash; a small file in the data folder."""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Self, TypeVar

from colorizer_gui.core.common.errors import ColorizationError, WeightsError
from colorizer_gui.core.common.plain_data import PlainDataError, from_plain, to_plain
from colorizer_gui.core.common.sentences import reason_of
from colorizer_gui.core.foreign.card import ModelCard
from colorizer_gui.core.foreign.conventions import Convention

FILE_NAME: Final = "models.json"
_FORMAT: Final = 1
T = TypeVar("T")
_MAX_BYTES: Final = 4 << 20


@dataclass(frozen=True, slots=True)
class _Stored:
    """What is in the file.

    Attributes
    ----------
    answers
        What the user said about a network that is of no known family, by its hash; kept also when the
        network leaves the shelf.
    """

    cards: tuple[ModelCard, ...] = ()
    answers: Mapping[str, Convention] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Empty where there is no file; cards that cannot be understood are left out."""
        try:
            if path.stat().st_size > _MAX_BYTES:
                return cls()
            values = json.loads(path.read_text(encoding="utf-8"))
            if values["tintype"] != _FORMAT:
                return cls()
            cards = [_or_none(ModelCard, each) for each in values["cards"]]
            answers = {key: _or_none(Convention, each) for key, each in values["answers"].items()}
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return cls()
        return cls(
            tuple(card for card in cards if card is not None),
            {key: answer for key, answer in answers.items() if answer is not None},
        )

    def write(self, path: Path) -> None:
        values = {
            "tintype": _FORMAT,
            "cards": [to_plain(card) for card in self.cards],
            "answers": {key: to_plain(answer) for key, answer in self.answers.items()},
        }
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_name(f"{path.name}.new")
            new.write_text(json.dumps(values, indent=1), encoding="utf-8")
            new.replace(path)
        except OSError as exc:
            raise ColorizationError(
                'The models shelf "{path}" cannot be written ({reason}).', path=path, reason=reason_of(exc)
            ) from exc


class Shelf:
    """The networks of a user. Each call reads or writes the file, so that programs side by side agree.

    Parameters
    ----------
    path
        The shelf's file; by default that of the user.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or data_folder() / FILE_NAME

    @property
    def cards(self) -> tuple[ModelCard, ...]:
        """In the order in which they were put there."""
        return _Stored.read(self.path).cards

    def find(self, name: str) -> ModelCard | None:
        """The card of a name, or of the beginning of a hash of at least eight digits."""
        cards = self.cards
        for card in cards:
            if card.name == name:
                return card
        if len(name) >= 8:
            found = [card for card in cards if card.sha256.startswith(name.lower())]
            return found[0] if len(found) == 1 else None
        return None

    def of_hash(self, sha256: str) -> ModelCard | None:
        """The card of a network."""
        return next((card for card in self.cards if card.sha256 == sha256), None)

    def put(self, card: ModelCard) -> ModelCard:
        """Put a network there, or a newer card of one that is there; the answer has the name that it got.

        Raises
        ------
        ColorizationError
            When the shelf cannot be written.
        """
        stored = _Stored.read(self.path)
        others = [other for other in stored.cards if other.sha256 != card.sha256]
        placed = replace(card, name=_free_name(card.name, {other.name for other in others}))
        at = next((i for i, other in enumerate(stored.cards) if other.sha256 == card.sha256), len(others))
        others.insert(at, placed)
        answers = dict(stored.answers)
        if card.convention is not None:
            answers[card.sha256] = card.convention
        _Stored(tuple(others), answers).write(self.path)
        return placed

    def remove(self, name: str) -> ModelCard:
        """Take a network from the shelf; its file stays.

        Raises
        ------
        WeightsError
            When there is none of that name.
        ColorizationError
        """
        card = self.find(name)
        if card is None:
            raise WeightsError('There is no model "{name}" on the shelf.', name=name)
        stored = _Stored.read(self.path)
        rest = tuple(other for other in stored.cards if other.sha256 != card.sha256)
        _Stored(rest, stored.answers).write(self.path)
        return card

    def answer_for(self, sha256: str) -> Convention | None:
        """What the user said about a network."""
        return _Stored.read(self.path).answers.get(sha256)

    def remember(self, sha256: str, convention: Convention) -> None:
        """Keep what the user said about a network.

        Raises
        ------
        ColorizationError
        """
        stored = _Stored.read(self.path)
        _Stored(stored.cards, {**stored.answers, sha256: convention}).write(self.path)


def data_folder() -> Path:
    """Where Tintype keeps what is the user's: the same folder as the window's (Qt's AppLocalDataLocation)."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "Tintype" / "Tintype"


def _free_name(name: str, taken: set[str]) -> str:
    number, wanted = 2, name
    while wanted in taken:
        wanted = f"{name}-{number}"
        number += 1
    return wanted


def _or_none(kind: type[T], value: object) -> T | None:
    try:
        return from_plain(kind, value)
    except PlainDataError:
        return None

"""What decides how a result looks: settings and model, each with the hash that recognises them."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, Self, TypeVar, Union, get_args, get_origin, get_type_hints

from colorizer_gui.core.adjustments import Adjustments
from colorizer_gui.core.photo_io import WriteOptions
from colorizer_gui.core.photo_io.formats import format_of_suffix

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """Which network colorizes: its name for templates, and the hash of its tensors."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings of one photo."""

    adjustments: Adjustments = field(default_factory=Adjustments)
    options: WriteOptions = field(default_factory=WriteOptions)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """Undo `to_dict`; a setting that is missing gets its default.

        Raises
        ------
        ValueError, TypeError, KeyError
            When the values are of another program.
        """
        return _restore(cls, values)

    def sha256(self, target: Path) -> str:
        """Hash of the settings and of the format that a target's suffix names."""
        text = json.dumps({"format": format_of_suffix(target), **self.to_dict()}, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def _restore(kind: type[T], values: dict[str, Any]) -> T:
    """Make a frozen dataclass, and those inside of it, out of what `asdict` and JSON left."""
    hints = get_type_hints(kind)
    known = {entry.name for entry in fields(kind)}  # type: ignore[arg-type]
    if not values.keys() <= known:
        raise ValueError(f"unknown settings: {', '.join(sorted(values.keys() - known))}")
    return kind(**{name: _value(hints[name], value) for name, value in values.items()})


def _value(hint: Any, value: Any) -> Any:  # noqa: ANN401 - this is where types are made
    if get_origin(hint) in {Union, UnionType}:
        if value is None:
            return None
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    if is_dataclass(hint) and isinstance(hint, type) and isinstance(value, dict):
        return _restore(hint, value)
    if get_origin(hint) is tuple:
        parts = get_args(hint)
        kinds = [parts[0]] * len(value) if parts[-1] is Ellipsis else parts
        return tuple(_value(part, item) for part, item in zip(kinds, value, strict=True))
    return hint(value) if isinstance(hint, type) else value

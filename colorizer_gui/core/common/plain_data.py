"""Frozen dataclasses to and from plain JSON values, so that recipes follow the types that they store."""

import dataclasses
import types
from enum import Enum
from pathlib import Path
from typing import Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import numpy as np

from colorizer_gui.core.common.sentences import SentenceError

T = TypeVar("T")

#: Metadata of a field that is left out at its default, so that earlier versions open what has no use for it.
ONLY_IF_SET: Final = types.MappingProxyType({"only_if_set": True})


class PlainDataError(SentenceError, ValueError):
    """A value does not have the wanted type; the message names the place."""


def to_plain(value: object) -> Any:
    """Dataclasses, tuples, arrays, enums and numbers as what `json` can write.

    Raises
    ------
    PlainDataError
        When a value has another type.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        values = ((each, getattr(value, each.name)) for each in dataclasses.fields(value))
        return {
            each.name: to_plain(one)
            for each, one in values
            if not each.metadata.get("only_if_set") or _is_set(one, each.default)
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, np.ndarray):
        return {"shape": list(value.shape), "values": value.ravel().tolist()}
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Path):
        return str(value)
    raise PlainDataError("a value of type {kind} cannot be stored", kind=type(value).__name__)


def _is_set(value: object, default: object) -> bool:
    """Whether a value is another one than the default; an array always is."""
    return value is not default and (isinstance(value, np.ndarray) or value != default)


def from_plain(kind: type[T], value: object, place: str = "it") -> T:
    """Make a dataclass of what `to_plain` answered; fields that are missing keep their defaults.

    Raises
    ------
    PlainDataError
        When a field is unknown or a value has another type.
    """
    return cast("T", _convert(kind, value, place))


def _convert(kind: Any, value: Any, place: str) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        return _any_of(arguments, value, place)
    if origin is np.ndarray or kind is np.ndarray:
        return _array(kind, value, place)
    if origin is tuple:
        return _tuple(arguments, value, place)
    if origin is Literal:
        return _checked(value in arguments, value, place)
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind, value, place)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _checked(value in {each.value for each in kind}, value, place, kind)
    if kind is float:
        right = isinstance(value, int | float) and not isinstance(value, bool) and np.isfinite(value)
        return _checked(bool(right), value, place, float)
    if kind in {int, str, bool, types.NoneType}:
        return _checked(type(value) is kind, value, place)
    if kind is Path:
        return _checked(isinstance(value, str), value, place, Path)
    raise PlainDataError("{place} has a type that cannot be stored", place=place)


def _any_of(kinds: tuple[Any, ...], value: Any, place: str) -> Any:
    for kind in kinds:
        try:
            return _convert(kind, value, place)
        except PlainDataError:
            continue
    raise PlainDataError("{place} has an unknown value", place=place)


def _dataclass(kind: Any, value: Any, place: str) -> Any:
    _checked(isinstance(value, dict), value, place)
    hints = get_type_hints(kind)
    fields = {each.name for each in dataclasses.fields(kind) if each.init}
    unknown = sorted(set(map(str, value)) - fields)
    if unknown:
        raise PlainDataError("{place} has an unknown entry {field}", place=place, field=unknown[0])
    try:
        return kind(**{name: _convert(hints[name], each, f"{place}.{name}") for name, each in value.items()})
    except (TypeError, ValueError) as exc:
        raise (
            exc
            if isinstance(exc, PlainDataError)
            else PlainDataError("{place}: {reason}", place=place, reason=exc)
        ) from exc


def _tuple(kinds: tuple[Any, ...], value: Any, place: str) -> Any:
    _checked(isinstance(value, list), value, place)
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_convert(kinds[0], each, place) for each in value)
    _checked(len(value) == len(kinds), value, place)
    return tuple(_convert(kind, each, place) for kind, each in zip(kinds, value, strict=True))


def _array(kind: Any, value: Any, place: str) -> Any:
    _checked(isinstance(value, dict) and value.keys() == {"shape", "values"}, value, place)
    (scalar,) = get_args(get_args(kind)[1]) or (np.float32,)
    try:
        return np.array(value["values"], dtype=scalar).reshape(value["shape"])
    except (TypeError, ValueError, OverflowError) as exc:
        raise PlainDataError("{place} is no array", place=place) from exc


def _checked(right: bool, value: Any, place: str, kind: Any = None) -> Any:
    if not right:
        raise PlainDataError("{place} has an unknown value", place=place)
    return value if kind is None else kind(value)

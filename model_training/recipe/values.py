"""Plain values of TOML and JSON become dataclasses, and the other way round, strictly."""

from dataclasses import is_dataclass
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from colorizer_gui.core.common.errors import ColorizationError, WeightsError
from colorizer_gui.core.model.network_config import NetworkConfig

_Section = TypeVar("_Section")


class RecipeError(ColorizationError):
    """A recipe has an unknown key or a value that makes no sense."""


def plain(value: object) -> Any:  # noqa: ANN401 - what JSON knows
    """The value as JSON or TOML has it."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return str(value) if isinstance(value, StrEnum) else value


def require(condition: bool, sentence: str) -> None:
    """Raise `RecipeError` with the sentence unless the condition holds."""
    if not condition:
        raise RecipeError(f"The recipe is not valid: {sentence}.")


def build(cls: type[_Section], values: dict[str, Any], prefix: str) -> _Section:
    """A dataclass from plain values; `prefix` is put before keys that an error names.

    Raises
    ------
    RecipeError
        For an unknown key or a value of the wrong type.
    """
    known = set(hints := get_type_hints(cls))
    arguments: dict[str, object] = {}
    for key, value in values.items():
        if key not in known:
            raise RecipeError(
                f"The recipe has an unknown key {prefix}{key}; known are: {', '.join(sorted(known))}."
            )
        arguments[key] = _convert(hints[key], value, f"{prefix}{key}")
    return cls(**arguments)


def _convert(kind: type[Any], value: object, name: str) -> object:
    if kind is NetworkConfig and isinstance(value, dict):
        try:
            return NetworkConfig.from_dict(NetworkConfig().to_dict() | value)
        except WeightsError as exc:
            raise RecipeError(f"The recipe's {name} is not valid: {exc}") from exc
    if is_dataclass(kind) and isinstance(value, dict):
        return build(kind, value, f"{name}.")
    if get_origin(kind) is dict and isinstance(value, dict):
        (inner,) = get_args(kind)[1:]
        return {str(key): _convert(inner, each, f"{name}.{key}") for key, each in value.items()}
    if get_origin(kind) is list and isinstance(value, list):
        (inner,) = get_args(kind)
        return [_convert(inner, each, f"{name}[{place}]") for place, each in enumerate(value)]
    if get_origin(kind) is list:
        raise RecipeError(f"The recipe's {name} must be a list, not {value!r}.")
    if get_origin(kind) is dict:
        raise RecipeError(f"The recipe's {name} must be a table, not {value!r}.")
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if issubclass(kind, StrEnum):
        require(value in list(kind), f"{name} must be one of {', '.join(kind)}")
        return kind(str(value))
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise RecipeError(f"The recipe's {name} must be of type {kind.__name__}, not {value!r}.")
    return value

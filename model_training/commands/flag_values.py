"""What the values of flags must look like; a wrong one is said by argparse."""

import argparse
from pathlib import Path
from typing import Final

#: The names of `methods.Augmenting`, without importing torch.
AUGMENTATIONS: Final = ("plain", "mirror", "scales", "both")


def named(text: str) -> tuple[str, Path]:
    """A name and a file, from `NAME=FILE` or `FILE`."""
    name, separator, file = text.partition("=")
    return (name, Path(file)) if separator else (Path(text).stem, Path(text))


def positive(text: str) -> int:
    """A whole number above zero."""
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value <= 0:
        raise argparse.ArgumentTypeError(f"must be a positive whole number, not {text!r}")
    return value


def counts(text: str) -> tuple[int, ...]:
    """Whole numbers above zero, separated by commas."""
    return tuple(positive(count) for count in text.split(","))


def amounts(text: str) -> tuple[float, ...]:
    """Numbers that are not negative, separated by commas."""
    try:
        values = tuple(float(value) for value in text.split(","))
    except ValueError:
        values = (-1.0,)
    if not all(0 <= value < float("inf") for value in values):
        raise argparse.ArgumentTypeError(
            f"must be numbers that are not negative, as in 0.3,0.7, not {text!r}"
        )
    return values


def names(text: str) -> tuple[str, ...]:
    """Words separated by commas."""
    return tuple(name for name in text.split(",") if name)


def size_in_gb(text: str) -> float:
    """A number that is not negative, of gigabytes."""
    return amounts(text)[0]


def seeds(text: str) -> tuple[int, ...]:
    """Whole numbers separated by commas, each once."""
    try:
        return tuple(dict.fromkeys(int(seed) for seed in text.split(",")))
    except ValueError as exc:
        raise argparse.ArgumentTypeError(f"must be whole numbers, as in 1,2,3, not {text!r}") from exc


def temperatures(text: str) -> tuple[float, ...]:
    """Positive numbers separated by commas."""
    try:
        values = tuple(float(value) for value in text.split(","))
    except ValueError:
        values = (0.0,)
    if not all(0 < value < float("inf") for value in values):
        raise argparse.ArgumentTypeError(f"must be positive numbers, as in 0.3,0.38, not {text!r}")
    return values


def shares(text: str) -> tuple[float, ...]:
    """Numbers from 0 to 1 separated by commas."""
    try:
        values = tuple(float(value) for value in text.split(","))
    except ValueError:
        values = (-1.0,)
    if not all(0 <= value <= 1 for value in values):
        raise argparse.ArgumentTypeError(f"must be numbers from 0 to 1, as in 0.5,1, not {text!r}")
    return values


def augmentations(text: str) -> tuple[str, ...]:
    """Some of `AUGMENTATIONS`, separated by commas."""
    chosen = tuple(text.split(","))
    if not set(chosen) <= set(AUGMENTATIONS):
        raise argparse.ArgumentTypeError(f"must be of {', '.join(AUGMENTATIONS)}, not {text!r}")
    return chosen

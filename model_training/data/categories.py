"""What each prepared photo shows, as the folder that it came from says: a small file beside the arrays."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from model_training.common.json_files import write_json
from model_training.data.photo_source import DataError

CATEGORIES_FILE: Final = "categories.json"


@dataclass(frozen=True, slots=True, eq=False)
class Categories:
    """The category of each row.

    Attributes
    ----------
    names
        All categories, sorted.
    rows
        (N,) int64 indices into the names.
    """

    names: tuple[str, ...]
    rows: npt.NDArray[np.int64]

    @classmethod
    def of(cls, categories: Sequence[str]) -> Self:
        """Of the category of each row."""
        names = tuple(sorted(set(categories)))
        places = {name: place for place, name in enumerate(names)}
        return cls(names, np.array([places[category] for category in categories], dtype=np.int64))

    @classmethod
    def read(cls, folder: Path, count: int) -> Self:
        """Read the file of prepared photos.

        Parameters
        ----------
        count
            Rows that there must be.

        Raises
        ------
        DataError
            When the file is missing, damaged, or of other photos.
        """
        file = folder / CATEGORIES_FILE
        try:
            values = json.loads(file.read_text(encoding="utf-8"))
            names = tuple(str(name) for name in values["names"])
            rows = np.array(values["rows"], dtype=np.int64)
        except FileNotFoundError as exc:
            raise DataError(
                f"There is no {CATEGORIES_FILE} in {folder}; add it with prepare --categories-only."
            ) from exc
        except (OSError, ValueError, TypeError, KeyError, OverflowError) as exc:
            raise DataError(f"{file} cannot be read; write it again with prepare --categories-only.") from exc
        if rows.shape != (count,) or not ((rows >= 0) & (rows < len(names))).all():
            raise DataError(f"{file} belongs to other photos; write it again with prepare --categories-only.")
        return cls(names, rows)

    def write(self, folder: Path) -> None:
        """Write the file whole or not at all."""
        write_json(folder / CATEGORIES_FILE, {"names": self.names, "rows": self.rows.tolist()})

    def weights(self, by_name: Mapping[str, float]) -> npt.NDArray[np.float64]:
        """(N,) weight of each row; categories that are not named weigh 1.

        Names may be patterns as in `p_*`, the first that fits holds.
        """
        each = np.array([weight_of(name, by_name) for name in self.names], dtype=np.float64)
        return np.asarray(each[self.rows], dtype=np.float64)


def weight_of(category: str, by_name: Mapping[str, float]) -> float:
    """By the name of a category, or by the first pattern as in `p_*` that fits; 1 when none does."""
    return next((weight for pattern, weight in by_name.items() if fnmatchcase(category, pattern)), 1.0)

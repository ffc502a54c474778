"""Figures of photos that were judged, kept until all are: an evaluation that was stopped goes on."""

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from model_training.common.json_files import write_json
from model_training.evaluation.metrics import DoubleArray

_FOLDER: Final = "judged.partial"
_KEY_FILE: Final = "key.json"
#: Changes whenever other figures are kept.
_FORMAT: Final = 2


class PhotoFigures(NamedTuple):
    """Figures of one method on one photo.

    Attributes
    ----------
    row
        (6,) PSNR, CIEDE2000, AuC, half and wholly rebalanced AuC, colourfulness.
    judged
        (1281,) the judge's first class and its features.
    hinted
        (K,) PSNR by number of hints.
    """

    row: DoubleArray
    judged: DoubleArray
    hinted: DoubleArray


@dataclass(frozen=True, slots=True)
class KeptFigures:
    """One file for each photo."""

    folder: Path

    @classmethod
    def of(cls, out: Path, question: Mapping[str, object], files: Sequence[Path]) -> "KeptFigures":
        """Open the folder; figures of another question, or of other files, are thrown away.

        Parameters
        ----------
        question
            All that the figures depend on, besides the content of the files.
        """
        facts = [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files]
        key = hashlib.sha256(
            json.dumps([_FORMAT, question, facts], default=str, sort_keys=True).encode()
        ).hexdigest()
        folder = out / _FOLDER
        note = folder / _KEY_FILE
        if not note.exists() or json.loads(note.read_text(encoding="utf-8")) != {"key": key}:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            write_json(note, {"key": key})
        return cls(folder)

    def read(self, number: int, name: str) -> tuple[DoubleArray, dict[str, PhotoFigures]] | None:
        """Rarities and figures by method of a photo, if they are there."""
        try:
            with np.load(self._file(number), allow_pickle=False) as kept:
                if str(kept["name"]) != name:
                    return None
                figures = {
                    str(method): PhotoFigures(*(kept[f"{place}.{part}"] for part in PhotoFigures._fields))
                    for place, method in enumerate(kept["methods"])
                }
                return np.asarray(kept["rarity"], dtype=np.float64), figures
        except FileNotFoundError:
            return None

    def write(self, number: int, name: str, rarity: DoubleArray, figures: Mapping[str, PhotoFigures]) -> None:
        """Keep a photo's figures, whole or not at all."""
        arrays: dict[str, DoubleArray] = {
            f"{place}.{part}": values
            for place, each in enumerate(figures.values())
            for part, values in each._asdict().items()
        }
        temporary = self.folder / "photo.tmp"
        with temporary.open("wb") as file:
            np.savez(
                file,
                allow_pickle=False,
                name=np.array(name),
                rarity=rarity,
                methods=np.array(list(figures)),
                **arrays,
            )
        temporary.replace(self._file(number))

    def finish(self) -> None:
        """Forget them."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _file(self, number: int) -> Path:
        return self.folder / f"{number:07}.npz"

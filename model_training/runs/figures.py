"""Figures of a run as they come: TensorBoard's events, small ones, and a CSV file that a table opens."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Self

import cv2
import numpy as np
from tensorboard.compat.proto.summary_pb2 import Summary
from torch.utils.tensorboard.writer import SummaryWriter

from colorizer_gui.core.color.conversion import ByteArray

FIGURES_FILE: Final = "figures.csv"
_HEADER: Final = ("step", "figure", "value")
_JPEG_QUALITY: Final = 85
#: What a sheet that takes too much is scaled by, as often as it must be.
_SMALLER: Final = 0.8


class FigureLog:
    """Writes what a run logs; a run that goes on forgets what came after the step that it begins with."""

    def __init__(self, run: Path, step: int, *, resume: bool) -> None:
        # Purging hides what an interrupted run logged after its last checkpoint.
        self._writer = SummaryWriter(run, purge_step=step + 1 if resume else None)
        self._file = run / FIGURES_FILE
        kept = [row for row in _rows(self._file) if int(row[0]) <= step] if resume else []
        with self._file.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([_HEADER, *kept])

    def scalars(self, step: int, values: Mapping[str, float]) -> None:
        """Log figures by name."""
        with self._file.open("a", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(
                [step, name, f"{value:.9g}"] for name, value in values.items()
            )
        for name, value in values.items():
            self._writer.add_scalar(name, value, step)
        self._writer.flush()

    def sheet(self, step: int, name: str, sheet: ByteArray, most: int) -> None:
        """Log an (H, W, 3) uint8 picture, as a JPEG: a tenth of what TensorBoard's own would take.

        Parameters
        ----------
        most
            Bytes; a picture that needs more is scaled down.
        """
        encoded = _jpeg(sheet)
        while len(encoded) > most and min(sheet.shape[:2]) > 1:
            height, width = (max(1, int(_SMALLER * side)) for side in sheet.shape[:2])
            sheet = np.asarray(cv2.resize(sheet, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
            encoded = _jpeg(sheet)
        height, width = sheet.shape[:2]
        image = Summary.Image(height=height, width=width, colorspace=3, encoded_image_string=encoded)
        # torch has no way of its own to log a JPEG
        events = self._writer._get_file_writer()  # type: ignore[no-untyped-call]  # noqa: SLF001
        events.add_summary(Summary(value=[Summary.Value(tag=name, image=image)]), step)

    def close(self) -> None:
        """The events' last bytes."""
        self._writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()


def _jpeg(sheet: ByteArray) -> bytes:
    return cv2.imencode(".jpg", sheet[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])[1].tobytes()


def read_figures(run: Path) -> dict[str, list[tuple[int, float]]]:
    """(step, value) by the name of the figure, in the order of the steps."""
    figures: dict[str, list[tuple[int, float]]] = {}
    for step, name, value in _rows(run / FIGURES_FILE):
        figures.setdefault(name, []).append((int(step), float(value)))
    return figures


def _rows(file: Path) -> list[list[str]]:
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.reader(stream) if len(row) == len(_HEADER) and row[0].isdecimal()]

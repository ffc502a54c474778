"""The figures of a run, read from TensorBoard's events, and drawn as SVG."""

import math
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Final

import numpy as np
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from model_training.data.photo_source import DataError

Points = Sequence[tuple[float, float]]
#: The tag of the mean loss of each epoch.
EPOCH_LOSS: Final = "train/epoch_loss"
#: Sheets that come with the figures of a validation, and small ones after each epoch.
SHEET: Final = "validation/sheet"
EPOCH_SHEET: Final = "epoch/sheet"

_WIDTH, _HEIGHT = 640, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 16, 28, 34
_COLOURS: Final = ("#1f6fb4", "#d9622b", "#3a8f4d", "#8a55a8")
#: More points than the picture has pixels are thinned out.
_MOST_POINTS: Final = 640
_TICKS: Final = 5


class RunEvents:
    """Everything that a run logged, the later value where a step was done twice.

    Raises
    ------
    DataError
        When the folder has no events.
    """

    def __init__(self, run: Path) -> None:
        if not any(run.glob("events.out.tfevents.*")):
            raise DataError(f"{run} has no events of a training; name a run folder.")
        self._events = EventAccumulator(str(run), size_guidance={"scalars": 0, "images": 0})
        self._events.Reload()

    def scalars(self) -> dict[str, list[tuple[float, float]]]:
        """(step, value) by tag, in the order of the steps."""
        tags = self._events.Tags()["scalars"]
        return {
            tag: sorted({event.step: event.value for event in self._events.Scalars(tag)}.items())
            for tag in tags
        }

    def sheets(self, tag: str = SHEET) -> dict[int, bytes]:
        """JPEG of each sheet by step."""
        if tag not in self._events.Tags()["images"]:
            return {}
        images = self._events.Images(tag)
        return {image.step: image.encoded_image_string for image in images}


def svg_curve(title: str, series: Mapping[str, Points], x_label: str = "step") -> str:
    """Lines over a common axis; series of up to eight points are drawn with dots.

    Parameters
    ----------
    series
        Finite points by name, in the order of x.
    """
    points = [point for line in series.values() for point in line if math.isfinite(point[1])]
    if not points:
        return ""
    x_low, x_high = _range([x for x, _ in points])
    y_low, y_high = _range([y for _, y in points])

    def place(x: float, y: float) -> tuple[float, float]:
        across = _LEFT + (x - x_low) / (x_high - x_low) * (_WIDTH - _LEFT - _RIGHT)
        down = _TOP + (y_high - y) / (y_high - y_low) * (_HEIGHT - _TOP - _BOTTOM)
        return round(across, 1), round(down, 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}"',
        f' height="{_HEIGHT}" font-family="sans-serif" font-size="11">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="17" font-size="13" font-weight="bold">{escape(title)}</text>',
    ]
    for index in range(_TICKS + 1):
        y = y_low + (y_high - y_low) * index / _TICKS
        _, down = place(x_low, y)
        parts.append(f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{down}" y2="{down}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 6}" y="{down + 4}" text-anchor="end">{y:.4g}</text>')
    ticks = np.unique(np.linspace(x_low, x_high, _TICKS + 1).round())  # steps and epochs are whole
    for x in ticks[(ticks >= x_low) & (ticks <= x_high)].tolist():
        across, _ = place(x, y_low)
        parts.append(f'<text x="{across}" y="{_HEIGHT - 18}" text-anchor="middle">{x:.0f}</text>')
    parts.append(f'<text x="{_WIDTH / 2}" y="{_HEIGHT - 4}" text-anchor="middle">{escape(x_label)}</text>')
    for index, (name, line) in enumerate(series.items()):
        colour = _COLOURS[index % len(_COLOURS)]
        thinned = line[:: max(1, len(line) // _MOST_POINTS)]
        placed = [place(x, y) for x, y in thinned if math.isfinite(y)]
        path = " ".join(f"{across},{down}" for across, down in placed)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        if len(placed) <= 8:
            parts += [
                f'<circle cx="{across}" cy="{down}" r="3.5" fill="{colour}"/>' for across, down in placed
            ]
        label = _WIDTH - _RIGHT - 6, _TOP + 14 * (index + 1)
        parts.append(
            f'<text x="{label[0]}" y="{label[1]}" text-anchor="end" fill="{colour}">{escape(name)}</text>'
        )
    return "".join([*parts, "</svg>"])


def _range(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = abs(low) / 10 or 0.5
    return (low, high) if high > low else (low - room, high + room)

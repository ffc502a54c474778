"""One web page about a run, for people who do not start TensorBoard: figures, curves, sheets.

The page holds everything in itself: it can be sent to somebody, and opens without a network.
"""

import base64
import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from model_training.common.environment import ENVIRONMENT_FILE
from model_training.data.photo_source import DataError
from model_training.models.simple_cnn import PAPER_CURVE, beside_the_paper
from model_training.report.curves import EPOCH_LOSS, EPOCH_SHEET, Points, RunEvents, svg_curve
from model_training.runs.run_folder import RECIPE_FILE, read_json

REPORT_FILE: Final = "report.html"
CURVE_FILE: Final = "curve.svg"
#: Sheets on the page: the first, some between, the last.
_MOST_SHEETS: Final = 4
_JPEG_QUALITY: Final = 85
#: Curves that belong into one picture.
_TOGETHER: Final = (
    ("Loss", ("train/loss",)),
    ("Loss of each epoch", (EPOCH_LOSS,)),
    ("Cross-entropy", ("train/cross_entropy", "validation/cross_entropy")),
    ("Squared error", ("train/squared_error", "validation/squared_error")),
    ("PSNR in dB on photos kept apart", ("validation/psnr", "validation/gray_psnr")),
    ("Colourfulness", ("validation/colorfulness", "validation/true_colorfulness")),
    ("Learning rate", ("train/learning_rate",)),
    ("Norm of the gradient", ("train/gradient_norm",)),
)
_STYLE: Final = (
    "body{font:15px sans-serif;max-width:1360px;margin:2em auto;padding:0 1em;color:#222;background:#fafafa}"
    "table{border-collapse:collapse}td{padding:.15em 1em .15em 0;vertical-align:top}"
    "img,svg{max-width:100%;height:auto}pre{background:#eee;padding:1em;overflow:auto}"
)


def write_report(run: Path, out: Path | None = None) -> Path:
    """Write the page of a run.

    Parameters
    ----------
    out
        The file to write; `report.html` in the run folder by default.

    Returns
    -------
    The file that was written.

    Raises
    ------
    DataError
        When the folder holds no run.
    """
    recipe = read_json(run / RECIPE_FILE)
    events = RunEvents(run)
    scalars = events.scalars()
    name = str(recipe.get("name", run.name))
    parts = [
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(name)}</title>',
        f"<style>{_STYLE}</style><h1>{escape(name)}</h1>",
        _table(_last_figures(scalars)),
    ]
    if recipe.get("model") == "simple_cnn" and scalars.get(EPOCH_LOSS):
        losses = [loss for _, loss in scalars[EPOCH_LOSS]]
        parts.append(f"<h2>Beside the paper</h2><pre>{escape(chr(10).join(beside_the_paper(losses)))}</pre>")
        parts.append(paper_curve(losses))
    parts.append("<h2>Curves</h2>")
    for title, tags in _TOGETHER:
        parts.append(svg_curve(title, {tag: scalars[tag] for tag in tags if scalars.get(tag)}))
    sheets = events.sheets() or events.sheets(EPOCH_SHEET)
    if sheets:
        parts.append("<h2>Input, output, truth</h2>")
    for step in _spread(sorted(sheets)):
        picture = base64.b64encode(_jpeg(sheets[step])).decode()
        parts.append(f"<h3>Step {step}</h3>")
        parts.append(f'<img alt="Photos after step {step}" src="data:image/jpeg;base64,{picture}">')
    for title, values in (("Recipe", recipe), ("Environment", read_json(run / ENVIRONMENT_FILE))):
        parts.append(f"<h2>{title}</h2><pre>{escape(json.dumps(values, indent=1))}</pre>")
    out = out or run / REPORT_FILE
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(parts), encoding="utf-8")
    return out


def paper_curve(losses: list[float]) -> str:
    """SVG of the loss of each epoch and of the published one, both relative to their last epochs."""
    reached = {epoch: loss for epoch, loss in PAPER_CURVE.items() if epoch <= len(losses)}
    last = max(reached)
    own: Points = [(epoch, loss / losses[last - 1]) for epoch, loss in enumerate(losses, start=1)]
    paper: Points = [(epoch, loss / reached[last]) for epoch, loss in reached.items()]
    title = f"Loss relative to epoch {last}"
    return svg_curve(title, {"this run": own, "published": paper}, "epoch")


def finish_simple_cnn(run: Path) -> list[str]:
    """Draw the curve of a run of `simple_cnn`, and say its figures beside the paper's."""
    losses = [loss for _, loss in RunEvents(run).scalars().get(EPOCH_LOSS, [])]
    if not losses:
        return []
    (run / CURVE_FILE).write_text(paper_curve(losses), encoding="utf-8")
    return beside_the_paper(losses)


def _last_figures(scalars: Mapping[str, Points]) -> dict[str, str]:
    figures = {}
    for tag, points in sorted(scalars.items()):
        if points and tag != "train/learning_rate":
            step, value = points[-1]
            figures[tag] = f"{value:.4f} (step {step:.0f})"
    return figures


def _table(values: Mapping[str, str]) -> str:
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td>{escape(value)}</td></tr>" for name, value in values.items()
    )
    return f"<table>{rows}</table>"


def _spread(steps: list[int]) -> list[int]:
    chosen = np.unique(np.linspace(0, len(steps) - 1, min(len(steps), _MOST_SHEETS)).astype(int))
    return [steps[index] for index in chosen][::-1]


def _jpeg(png: bytes) -> bytes:
    picture = cv2.imdecode(np.frombuffer(png, dtype=np.uint8), cv2.IMREAD_COLOR)
    if picture is None:
        raise DataError("A sheet in the run's events is damaged; train further to get a new one.")
    _, encoded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
    return encoded.tobytes()

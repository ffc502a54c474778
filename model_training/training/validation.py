"""A quick look at the averaged weights during training: a few figures and one sheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorizer_gui.core.color.conversion import ByteArray, ColorSpace, FloatArray, lab_to_rgb
from model_training.evaluation.metrics import colorfulness, psnr
from model_training.models.outputs import Output
from model_training.report.curves import SHEET
from model_training.runs.figures import FigureLog

_BATCH = 25
_SHEET_PHOTOS = 24
#: Of the small sheet after each epoch, which always shows the same photos.
_EPOCH_PHOTOS = 8


class TruePhotos(Protocol):
    """Colour photos by number; see `KaggleArrays` and `TrueViews`."""

    def size(self, index: int) -> tuple[int, int]: ...

    def gray(self, index: int) -> FloatArray: ...

    def lightness_of(self, index: int) -> FloatArray: ...

    def chroma(self, index: int, space: ColorSpace = ...) -> FloatArray: ...


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """Figures over the photos that were kept apart.

    Attributes
    ----------
    error_name, error
        See `Output.error`.
    psnr, gray_psnr
        Mean over the photos, in dB, RGB, against truth.
    colorfulness, true_colorfulness
        Mean Hasler-Suesstrunk figures.
    sheet
        (H, W, 3) uint8: input, output, truth side by side.
    """

    error_name: str
    error: float
    psnr: float
    gray_psnr: float
    colorfulness: float
    true_colorfulness: float
    sheet: ByteArray

    def line(self) -> str:
        """One line for the terminal."""
        error = self.error_name.replace("_", "-")
        return (
            f"{error} {self.error:.4f}, PSNR {self.psnr:.3f} dB (gray {self.gray_psnr:.3f}), "
            f"colourfulness {self.colorfulness:.1f} of {self.true_colorfulness:.1f}"
        )

    def log(self, figures: FigureLog, step: int, most: int) -> None:
        """Write figures and the sheet, of so many bytes at the most."""
        names = ("psnr", "gray_psnr", "colorfulness", "true_colorfulness")
        values = {self.error_name: self.error} | {name: getattr(self, name) for name in names}
        figures.sheet(step, SHEET, self.sheet, most)
        figures.scalars(step, {f"validation/{name}": value for name, value in values.items()})


def validate(
    net: nn.Module,
    weights: dict[str, Tensor],
    data: TruePhotos,
    indices: npt.NDArray[np.int64],
    output: Output,
    temperature: float,
) -> ValidationReport:
    """Judge `weights` on the given photos, at least one; the network's own weights are left alone."""
    device = next(net.parameters()).device
    net.eval()
    errors, scores, gray_scores, colors, true_colors = [], [], [], [], []
    tiles: list[FloatArray] = []
    every = max(1, len(indices) // _SHEET_PHOTOS)
    for chosen in _of_one_size(data, indices):
        gray = np.stack([data.gray(int(index)) for index in chosen])
        with torch.inference_mode():
            batch = torch.from_numpy(gray)[:, None].contiguous(memory_format=torch.channels_last).to(device)
            answers = torch.func.functional_call(net, weights, (batch,))
            ab_small = output.decode(answers, temperature)
            ab = F.interpolate(ab_small, size=gray.shape[1:], mode="bicubic", align_corners=False)
        for row, index in enumerate(chosen):
            lightness = data.lightness_of(int(index))
            truth_ab = data.chroma(int(index), output.space)
            errors.append(output.error(answers[row], truth_ab))
            truth = lab_to_rgb(np.dstack([lightness, truth_ab]), output.space)
            result = lab_to_rgb(np.dstack([lightness, ab[row].permute(1, 2, 0).cpu().numpy()]), output.space)
            neutral = np.repeat(gray[row][..., None], 3, axis=2)
            scores.append(psnr(result, truth))
            gray_scores.append(psnr(neutral, truth))
            colors.append(colorfulness(result))
            true_colors.append(colorfulness(truth))
            if (len(scores) - 1) % every == 0 and len(tiles) < _SHEET_PHOTOS:
                tiles.append(np.hstack([neutral, result, truth]))
    net.train()
    tiles = _in_one_size(tiles)
    rows = [np.hstack(tiles[i : i + 2]) for i in range(0, len(tiles) - 1, 2)]
    sheet = np.rint(np.vstack(rows or tiles) * 255).astype(np.uint8)
    return ValidationReport(
        output.error_name,
        float(np.mean(errors)),
        float(np.mean(scores)),
        float(np.mean(gray_scores)),
        float(np.mean(colors)),
        float(np.mean(true_colors)),
        sheet,
    )


def _of_one_size(data: TruePhotos, indices: npt.NDArray[np.int64]) -> Iterator[npt.NDArray[np.int64]]:
    """The photos in batches of one size, smaller sizes first."""
    by_size: dict[tuple[int, int], list[int]] = {}
    for index in indices:
        by_size.setdefault(data.size(int(index)), []).append(int(index))
    for _, same in sorted(by_size.items()):
        for start in range(0, len(same), _BATCH):
            yield np.array(same[start : start + _BATCH], dtype=np.int64)


def _in_one_size(tiles: list[FloatArray]) -> list[FloatArray]:
    """The tiles on white, each as large as the largest."""
    height, width = (max(tile.shape[axis] for tile in tiles) for axis in (0, 1))
    return [
        np.pad(
            tile,
            ((0, height - tile.shape[0]), (0, width - tile.shape[1]), (0, 0)),
            constant_values=np.float32(1),
        )
        for tile in tiles
    ]


def epoch_sheet(
    net: nn.Module,
    weights: dict[str, Tensor],
    data: TruePhotos,
    indices: npt.NDArray[np.int64],
    output: Output,
    temperature: float,
) -> ByteArray:
    """(H, W, 3) uint8: input, output and truth of a few photos at half of their size."""
    few = indices[:: max(1, len(indices) // _EPOCH_PHOTOS)][:_EPOCH_PHOTOS]
    sheet = validate(net, weights, data, few, output, temperature).sheet
    return np.asarray(cv2.resize(sheet, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dtype=np.uint8)

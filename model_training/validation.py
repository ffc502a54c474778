"""A quick look at the averaged weights during training: a few figures and one sheet."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor
from torch.utils.tensorboard.writer import SummaryWriter

from colorizer_gui.core.ab_bins import AbBins
from colorizer_gui.core.color import ByteArray, FloatArray, lab_to_rgb
from colorizer_gui.core.network import ColorizationNet
from model_training.kaggle import KaggleArrays
from model_training.metrics import colorfulness, psnr

_BATCH = 25
_SHEET_PHOTOS = 24


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """Figures over the photos that were kept apart.

    Attributes
    ----------
    cross_entropy
        Without class weights, on the nearest bin of the true chroma.
    psnr, gray_psnr
        Mean over the photos, in dB, RGB, against truth.
    colorfulness, true_colorfulness
        Mean Hasler-Suesstrunk figures.
    sheet
        (H, W, 3) uint8: input, output, truth side by side.
    """

    cross_entropy: float
    psnr: float
    gray_psnr: float
    colorfulness: float
    true_colorfulness: float
    sheet: ByteArray

    def line(self) -> str:
        """One line for the terminal."""
        return (
            f"cross-entropy {self.cross_entropy:.4f}, PSNR {self.psnr:.3f} dB (gray {self.gray_psnr:.3f}), "
            f"colourfulness {self.colorfulness:.1f} of {self.true_colorfulness:.1f}"
        )

    def log(self, writer: SummaryWriter, step: int) -> None:
        """Write scalars and the sheet for TensorBoard."""
        for name in ("cross_entropy", "psnr", "gray_psnr", "colorfulness", "true_colorfulness"):
            writer.add_scalar(f"validation/{name}", getattr(self, name), step)
        writer.add_image("validation/sheet", self.sheet, step, dataformats="HWC")
        writer.flush()


def validate(
    net: ColorizationNet,
    weights: dict[str, Tensor],
    data: KaggleArrays,
    indices: npt.NDArray[np.int64],
    bins: AbBins,
    temperature: float,
) -> ValidationReport:
    """Judge `weights` on the given photos, at least one; the network's own weights are left alone."""
    device = next(net.parameters()).device
    net.eval()
    entropies, scores, gray_scores, colors, true_colors = [], [], [], [], []
    tiles: list[FloatArray] = []
    every = max(1, len(indices) // _SHEET_PHOTOS)
    encoding = bins.soft_encoding()
    for start in range(0, len(indices), _BATCH):
        chosen = indices[start : start + _BATCH]
        gray = np.stack([data.gray(int(index)) for index in chosen])
        with torch.inference_mode():
            batch = torch.from_numpy(gray)[:, None].contiguous(memory_format=torch.channels_last).to(device)
            logits = torch.func.functional_call(net, weights, (batch,))
            probabilities = torch.softmax(logits.float() / temperature, dim=1)
            centers = torch.from_numpy(bins.centers.copy()).to(device)
            ab_small = torch.einsum("nqhw,qc->nchw", probabilities, centers)
            size = gray.shape[1:]
            ab = F.interpolate(ab_small, size=size, mode="bicubic", align_corners=False)
            log_probabilities = torch.log_softmax(logits.float(), dim=1).permute(0, 2, 3, 1).cpu().numpy()
        for row, index in enumerate(chosen):
            lightness = data.lightness[int(index)].astype(np.float32) * np.float32(100 / 255)
            truth_ab = data.chroma(int(index), bins.space)
            entropies.append(
                _cross_entropy(log_probabilities[row], truth_ab, encoding.indices, encoding.offset)
            )
            truth = lab_to_rgb(np.dstack([lightness, truth_ab]), bins.space)
            result = lab_to_rgb(np.dstack([lightness, ab[row].permute(1, 2, 0).cpu().numpy()]), bins.space)
            neutral = np.repeat(gray[row][..., None], 3, axis=2)
            scores.append(psnr(result, truth))
            gray_scores.append(psnr(neutral, truth))
            colors.append(colorfulness(result))
            true_colors.append(colorfulness(truth))
            if (start + row) % every == 0 and len(tiles) < _SHEET_PHOTOS:
                tiles.append(np.hstack([neutral, result, truth]))
    net.train()
    rows = [np.hstack(tiles[i : i + 2]) for i in range(0, len(tiles) - 1, 2)]
    sheet = np.rint(np.vstack(rows or tiles) * 255).astype(np.uint8)
    return ValidationReport(
        float(np.mean(entropies)),
        float(np.mean(scores)),
        float(np.mean(gray_scores)),
        float(np.mean(colors)),
        float(np.mean(true_colors)),
        sheet,
    )


def _cross_entropy(
    log_probabilities: FloatArray, truth_ab: FloatArray, nearest: npt.NDArray[np.int64], offset: int
) -> float:
    height, width = log_probabilities.shape[:2]
    small = cv2.resize(truth_ab, (width, height), interpolation=cv2.INTER_AREA)
    index = np.clip(np.rint(small).astype(np.int64) + offset, 0, 2 * offset - 1)
    bins = nearest[index[..., 0], index[..., 1], :1]
    return float(-np.take_along_axis(log_probabilities, bins, axis=2).mean())

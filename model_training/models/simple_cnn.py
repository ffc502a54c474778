"""`simple_cnn`: the four-layer network of the first experiment, trained by its protocol.

Two convolutions and two transposed ones, 12 filters of 3 x 3, ReLU, biases uniform in ±0.05; Adam,
300 photos (270 to learn from, 30 kept apart, seed 42), batches of 16, 100 epochs. The source states
neither strides, nor the last layer, nor the scale of the targets. Here the strides are 2, the last
layer has two channels and no ReLU (chroma has both signs), and the target is a*b* / 128, with the
mean squared error. A scale S of the target only multiplies that error by 1 / S²; therefore the two
curves are compared relative to their last epochs.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

import cv2
import numpy as np
import torch
from torch import Tensor, nn

from colorizer_gui.core.color.conversion import ColorSpace, FloatArray, convert_chroma
from colorizer_gui.core.inference.network_input import InputGeometry
from colorizer_gui.core.model.encoder import INPUT_MEAN, INPUT_STD
from colorizer_gui.core.model.network import gather_pixels
from model_training.models.baselines import AbMethod
from model_training.models.outputs import ScaledOutput

FILTERS: Final = 12
_BIAS: Final = 0.05
#: Epoch and loss, as published.
PAPER_CURVE: Final[Mapping[int, float]] = {1: 0.3860, 2: 0.3413, 5: 0.3323, 33: 0.3286, 100: 0.3272}


class SimpleCnn(nn.Module):
    """(N, 1, H, W) gray sRGB in [0, 1] to (N, 2, H, W) chroma on the scale of `ScaledOutput`."""

    takes_hints: ClassVar = False

    def __init__(self) -> None:
        super().__init__()
        self.encoder = nn.Sequential(
            nn.Conv2d(1, FILTERS, 3, 2, 1), nn.ReLU(), nn.Conv2d(FILTERS, FILTERS, 3, 2, 1), nn.ReLU()
        )
        self.decoder = nn.Sequential(
            nn.ConvTranspose2d(FILTERS, FILTERS, 3, 2, 1, output_padding=1),
            nn.ReLU(),
            nn.ConvTranspose2d(FILTERS, 2, 3, 2, 1, output_padding=1),
        )
        for layer in (*self.encoder, *self.decoder):
            if isinstance(layer, nn.Conv2d | nn.ConvTranspose2d) and layer.bias is not None:
                nn.init.xavier_uniform_(layer.weight)
                nn.init.uniform_(layer.bias, -_BIAS, _BIAS)

    def forward(self, gray: Tensor, hints: Tensor | None = None, pixels: Tensor | None = None) -> Tensor:
        """See the class; (N, 2, P, 1) at pixels.

        Raises
        ------
        ValueError
            When hints are given.
        """
        if hints is not None:
            raise ValueError("this network takes no hints")
        chroma: Tensor = self.decoder(self.encoder((gray - INPUT_MEAN) / INPUT_STD))
        return chroma if pixels is None else gather_pixels(chroma, pixels)


class SquaredError(nn.Module):
    """Mean squared error on the scale of `ScaledOutput`."""

    def __init__(self, output: ScaledOutput) -> None:
        super().__init__()
        self.scale = output.scale

    def forward(self, output: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """The loss, and the same as a figure; shapes as in `ChromaLoss`, with 2 channels."""
        loss = (output.float() - target / self.scale).square().mean()
        return loss, loss.detach()


def simple_method(net: SimpleCnn, space: ColorSpace, short_side: int | None = None) -> AbMethod:
    """A function from lightness to a*b* for the evaluation."""
    output = ScaledOutput(space)
    net.eval()

    def method(lightness: FloatArray) -> FloatArray:
        geometry = InputGeometry.of(lightness.shape[0], lightness.shape[1], short_side)
        with torch.inference_mode():
            planes = output.decode(net(torch.from_numpy(geometry.gray(lightness))[None, None]), 1.0)[0]
        chroma = planes[:, : geometry.height, : geometry.width].permute(1, 2, 0).contiguous().numpy()
        size = (geometry.width, geometry.height)
        small = np.asarray(cv2.resize(lightness, size, interpolation=cv2.INTER_AREA), dtype=np.float32)
        return convert_chroma(chroma, small, space, ColorSpace.LAB)

    return method


def beside_the_paper(losses: Sequence[float]) -> list[str]:
    """Lines that put the mean loss of each epoch (one at the least) beside the published one."""
    reached = {epoch: loss for epoch, loss in PAPER_CURVE.items() if epoch <= len(losses)}
    last = max(reached)
    lines = [
        "target: a*b* / 128 (u*v* / 192), mean squared error; the source's scale is not known,",
        f"so compare the columns relative to epoch {last}",
        "epoch      loss  relative   paper  relative",
    ]
    for epoch, paper in reached.items():
        own = losses[epoch - 1]
        lines.append(
            f"{epoch:5}  {own:.6f}  {own / losses[last - 1]:8.4f}  {paper:.4f}  {paper / reached[last]:8.4f}"
        )
    return lines

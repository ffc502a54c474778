"""`Encoder`: EfficientNet-Lite (Tan and Le 2019; the Lite variant drops squeeze-excitation and uses ReLU6).

Tensors are NCHW float32.
"""

from typing import Final, NamedTuple

import torch.nn.functional as F
from torch import Tensor, nn

#: EfficientNet-Lite's input scale, (x - 127) / 128 for x in [0, 255].
INPUT_MEAN: Final = 127.0 / 255.0
INPUT_STD: Final = 128.0 / 255.0


class BlockSpec(NamedTuple):
    """One row of the EfficientNet table: a stage of inverted-bottleneck blocks."""

    repeats: int
    kernel: int
    stride: int
    expand: int
    channels: int


#: EfficientNet-Lite2: B0's table, width 1.1 and depth 1.2, first and last stage not deepened.
LITE2_STAGES: Final = (
    BlockSpec(1, 3, 1, 1, 16),
    BlockSpec(3, 3, 2, 6, 24),
    BlockSpec(3, 5, 2, 6, 48),
    BlockSpec(4, 3, 2, 6, 88),
    BlockSpec(4, 5, 1, 6, 120),
    BlockSpec(5, 5, 2, 6, 208),
    BlockSpec(1, 3, 1, 6, 352),
)
STEM_CHANNELS: Final = 32


class Features(NamedTuple):
    """Encoder features, each (N, C, H / stride, W / stride)."""

    stride4: Tensor | None
    stride8: Tensor
    stride16: Tensor
    stride32: Tensor


class DownsamplingConv2d(nn.Conv2d):
    """Stride-2 convolution with TensorFlow's asymmetric "same" padding, for even input sides.

    The ImageNet weights were trained that way; symmetric padding would shift every feature map.
    """

    def forward(self, input: Tensor) -> Tensor:
        padded: Tensor = super().forward(F.pad(input, padding_around(self)))
        return padded


def padding_around(layer: DownsamplingConv2d) -> tuple[int, int, int, int]:
    """Columns and rows of zeros before and after a picture, as `F.pad` wants them."""
    before = (layer.kernel_size[0] - 2) // 2
    after = layer.kernel_size[0] - 2 - before
    return before, after, before, after


class InvertedBottleneck(nn.Module):
    """MBConv of EfficientNet-Lite: expand 1x1, depthwise, project 1x1, residual where shapes agree."""

    def __init__(self, inputs: int, spec: BlockSpec, stride: int) -> None:
        super().__init__()
        hidden = inputs * spec.expand
        self.expand = nn.Conv2d(inputs, hidden, 1) if spec.expand != 1 else None
        self.depthwise: nn.Conv2d
        if stride == 2:
            self.depthwise = DownsamplingConv2d(hidden, hidden, spec.kernel, 2, groups=hidden)
        else:
            self.depthwise = nn.Conv2d(hidden, hidden, spec.kernel, padding=spec.kernel // 2, groups=hidden)
        self.project = nn.Conv2d(hidden, spec.channels, 1)
        self.act: nn.Module = nn.ReLU6(inplace=True)
        self.residual = stride == 1 and inputs == spec.channels

    def forward(self, x: Tensor) -> Tensor:
        hidden: Tensor = x if self.expand is None else self.act(self.expand(x))
        hidden = self.act(self.depthwise(hidden))
        y: Tensor = self.project(hidden)
        return x + y if self.residual else y


class Encoder(nn.Module):
    """EfficientNet-Lite without its classifier; Lite2 on one gray channel unless told otherwise.

    Batch normalisation is folded into the convolutions: its ImageNet statistics stay frozen, the
    result does not depend on the batch, and a pass takes half of the time.
    """

    def __init__(self, table: tuple[BlockSpec, ...] = LITE2_STAGES, inputs: int = 1) -> None:
        super().__init__()
        self.stem = DownsamplingConv2d(inputs, STEM_CHANNELS, 3, 2)
        self.act: nn.Module = nn.ReLU6(inplace=True)
        self.stages = nn.ModuleList()
        channels = STEM_CHANNELS
        for spec in table:
            blocks = []
            for repeat in range(spec.repeats):
                blocks.append(InvertedBottleneck(channels, spec, spec.stride if repeat == 0 else 1))
                channels = spec.channels
            self.stages.append(nn.Sequential(*blocks))

    def forward(self, image: Tensor) -> Features:
        """Encode sRGB values.

        Parameters
        ----------
        image
            (N, C, H, W) in [0, 1], H and W multiples of 32; C is 1 for gray.
        """
        x = self.act(self.stem((image - INPUT_MEAN) / INPUT_STD))
        outputs = []
        for stage in self.stages:
            x = stage(x)
            outputs.append(x)
        return Features(outputs[1], outputs[2], outputs[4], outputs[6])

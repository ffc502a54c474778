"""`ClassificationNet`: colour as classification without a pretrained encoder.

A small relative of the network of Zhang, Isola and Efros (ECCV 2016): convolutions down to stride 8,
then dilated ones that see far without losing pixels, then logits over the chroma bins. It is sized
for two processor cores, normalises each pixel instead of each batch, and knows no hints.
"""

from typing import ClassVar, Final

import torch.nn.functional as F
from torch import Tensor, nn

from colorizer_gui.core.model.encoder import INPUT_MEAN, INPUT_STD, DownsamplingConv2d
from colorizer_gui.core.model.network import ChannelNorm, ResidualBlock, gather_pixels
from colorizer_gui.core.model.network_config import NetworkConfig

#: Dilations of the blocks at stride 8, over and over.
_DILATIONS: Final = (1, 2, 4, 2)


class DilatedBlock(ResidualBlock):
    """A residual block whose convolutions skip pixels (Yu and Koltun 2016)."""

    def __init__(self, width: int, dilation: int) -> None:
        super().__init__(width)
        self.conv1 = nn.Conv2d(width, width, 3, padding=dilation, dilation=dilation)
        self.conv2 = nn.Conv2d(width, width, 3, padding=dilation, dilation=dilation)


class ClassificationNet(nn.Module):
    """Gray photo to logits at stride 8.

    `config.widths` are the channels at strides 2, 4 and 8 and of the dilated blocks, of which there
    are `config.conv_depth`.
    """

    takes_hints: ClassVar = False

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.config = config
        w2, w4, w8, wide = config.widths
        layers: list[nn.Module] = []
        inputs = 1
        for width in (w2, w4, w8):
            layers += [DownsamplingConv2d(inputs, width, 3, 2), nn.GELU(), ResidualBlock(width)]
            inputs = width
        self.encoder = nn.Sequential(*layers)
        blocks = [DilatedBlock(wide, _DILATIONS[i % len(_DILATIONS)]) for i in range(config.conv_depth)]
        self.decoder = nn.ModuleDict(
            {
                "widen": nn.Conv2d(w8, wide, 1),
                "blocks": nn.Sequential(*blocks),
                "pooled": nn.Linear(wide, wide),
                "head": nn.Sequential(ChannelNorm(wide), nn.Conv2d(wide, config.bins, 1)),
            }
        )

    def forward(self, gray: Tensor, hints: Tensor | None = None, pixels: Tensor | None = None) -> Tensor:
        """(N, 1, H, W) gray sRGB in [0, 1] to (N, Q, H / 8, W / 8) logits, or (N, Q, P, 1) at pixels.

        Raises
        ------
        ValueError
            When hints are given.
        """
        if hints is not None:
            raise ValueError("this network takes no hints")
        part = self.decoder
        x = part["widen"](self.encoder((gray - INPUT_MEAN) / INPUT_STD))
        x = part["blocks"](x)
        # What the whole photo shows, as in the fusion of Iizuka et al. 2016.
        x = x + F.gelu(part["pooled"](x.mean(dim=(2, 3))))[:, :, None, None]
        logits: Tensor = part["head"](x if pixels is None else gather_pixels(x, pixels))
        return logits

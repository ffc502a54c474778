"""`ColorizationNet`: lightness in, a distribution over the chroma bins out.

The encoder looks at the gray photo. The decoder adds the pooled deepest features at the bottleneck
(the fusion of Iizuka et al. 2016 and Baldassarre et al. 2017), mixes them with self-attention,
and climbs back with skips. User hints enter the decoder only, so that a click never runs the
encoder again.

Tensors are NCHW float32; `torch` lives here, in the encoder, the other architectures, `cell_smoothing`,
`weights` and `colorizer`, nowhere else in core.
"""

from collections.abc import Callable
from typing import ClassVar, Final

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorizer_gui.core.model.encoder import LITE2_STAGES, Encoder, Features
from colorizer_gui.core.model.input_format import HINT_CHANNELS
from colorizer_gui.core.model.network_config import NetworkConfig

#: Both sides of the input must be a multiple of this.
STRIDE: Final = 32


class ChannelNorm(nn.LayerNorm):
    """Layer normalisation over the channels of each pixel: the same at any size and batch."""

    def forward(self, input: Tensor) -> Tensor:
        normalized: Tensor = super().forward(input.permute(0, 2, 3, 1))
        return normalized.permute(0, 3, 1, 2)


class AttentionBlock(nn.Module):
    """A pre-norm transformer block over all positions (Vaswani et al. 2017).

    A depthwise convolution stands for the position encoding (Chu et al. 2021), so that any size
    works.
    """

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.position = nn.Conv2d(width, width, 3, padding=1, groups=width)
        self.norm1 = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm2 = nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, 3 * width), nn.GELU(), nn.Linear(3 * width, width))
        self.attend: Callable[[Tensor, Tensor, Tensor], Tensor] = F.scaled_dot_product_attention

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.position(x)
        n, c, h, w = x.shape
        tokens = x.permute(0, 2, 3, 1).reshape(n, h * w, c)
        qkv = self.qkv(self.norm1(tokens)).reshape(n, h * w, 3, self.heads, c // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4)
        mixed = self.attend(query, key, value)
        tokens = tokens + self.out(mixed.transpose(1, 2).reshape(n, h * w, c))
        tokens = tokens + self.mlp(self.norm2(tokens))
        mixed_map: Tensor = tokens.reshape(n, h, w, c)
        return mixed_map.permute(0, 3, 1, 2)


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions around an activation, pre-normalised."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = ChannelNorm(width)
        self.conv1 = nn.Conv2d(width, width, 3, padding=1)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.conv2(F.gelu(self.conv1(self.norm(x))))
        return x + y


class DecoderLevel(nn.Module):
    """Fuses what comes from below, the encoder's skip and the hints at one stride."""

    def __init__(self, below: int, skip: int, width: int, blocks: list[nn.Module]) -> None:
        super().__init__()
        self.below = nn.Conv2d(below, width, 1)
        self.skip = nn.Sequential(nn.Conv2d(skip, width, 1), ChannelNorm(width))
        self.hint = nn.Conv2d(HINT_CHANNELS, width, 3, padding=1, bias=False)
        nn.init.zeros_(self.hint.weight)
        self.blocks = nn.Sequential(*blocks)

    def forward(self, below: Tensor, skip: Tensor, hints: Tensor | None) -> Tensor:
        x: Tensor = self.below(below)
        x = F.interpolate(x, size=skip.shape[-2:], mode="bilinear", align_corners=False)
        x = x + self.skip(skip)
        if hints is not None:
            x = x + self.hint(hints)
        y: Tensor = self.blocks(x)
        return y


def _head(width: int, bins: int) -> nn.Sequential:
    return nn.Sequential(ChannelNorm(width), nn.Conv2d(width, bins, 1))


class Decoder(nn.Module):
    """From encoder features (and hints) to logits over the chroma bins.

    At an output stride of 4, the logits are those of stride 8, enlarged, plus a correction by what
    is seen at stride 4. The correction begins at zero, so that a network of stride 8 can grow.
    """

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        w32, w16, w8, w4 = config.widths
        c4, c8, c16, c32 = (LITE2_STAGES[i].channels for i in (1, 2, 4, 6))
        depth, heads = config.attention_depth, config.attention_heads

        def residual(width: int) -> list[nn.Module]:
            return [ResidualBlock(width) for _ in range(config.conv_depth)]

        self.bottleneck = nn.Sequential(nn.Conv2d(c32, w32, 1), ChannelNorm(w32))
        self.pooled = nn.Sequential(nn.Linear(c32, w32), nn.GELU(), nn.Linear(w32, w32))
        self.hint = nn.Conv2d(HINT_CHANNELS, w32, 3, padding=1, bias=False)
        nn.init.zeros_(self.hint.weight)
        self.level32 = nn.Sequential(*(AttentionBlock(w32, heads) for _ in range(depth)))
        attention = [AttentionBlock(w16, heads) for _ in range(depth)]
        self.level16 = DecoderLevel(w32, c16, w16, [*residual(w16), *attention])
        self.level8 = DecoderLevel(w16, c8, w8, residual(w8))
        self.head = _head(w8, config.bins)
        self.level4: DecoderLevel | None = None
        if config.output_stride == 4:
            self.level4 = DecoderLevel(w8, c4, w4, residual(w4))
            self.fine_head = _head(w4, config.bins)
            for value in self.fine_head[1].parameters():
                nn.init.zeros_(value)

    def forward(
        self, features: Features, hints: Tensor | None = None, pixels: Tensor | None = None
    ) -> Tensor:
        """Decode to (N, Q, H / output_stride, W / output_stride) logits.

        Parameters
        ----------
        features
            Of one encoder pass.
        hints
            (N, 3, H / 4, W / 4) planes (a m, b m, m) with chroma divided by `HINT_SCALE` and m in
            {0, 1}; None (or zeros) means automatic.
        pixels
            (N, P) int64: the only pixels of the logits (row by row) that are computed, for a training
            that can do with some of them; the logits are then (N, Q, P, 1).
        """
        pooled = self.pooled(features.stride32.mean(dim=(2, 3)))
        x = self.bottleneck(features.stride32) + pooled[:, :, None, None]
        if hints is not None:
            x = x + self.hint(pool_hints(hints, 8))
        x = self.level32(x)
        x = self.level16(x, features.stride16, None if hints is None else pool_hints(hints, 4))
        x = self.level8(x, features.stride8, None if hints is None else pool_hints(hints, 2))
        logits: Tensor
        if self.level4 is None:
            logits = self.head(x if pixels is None else gather_pixels(x, pixels))
            return logits
        if features.stride4 is None:
            raise ValueError("an output stride of 4 needs the encoder's features at stride 4")
        fine = self.level4(x, features.stride4, hints)
        # The head is linear, so that enlarging what it sees is enlarging its logits, and cheaper.
        norm, to_bins = self.head
        coarse = F.interpolate(norm(x), size=fine.shape[-2:], mode="bilinear", align_corners=False)
        if pixels is not None:
            coarse, fine = gather_pixels(coarse, pixels), gather_pixels(fine, pixels)
        logits = to_bins(coarse) + self.fine_head(fine)
        return logits


class ColorizationNet(nn.Module):
    """Encoder and decoder; see the module's docstring."""

    takes_hints: ClassVar = True

    def __init__(self, config: NetworkConfig | None = None) -> None:
        super().__init__()
        self.config = config or NetworkConfig()
        self.encoder = Encoder()
        self.decoder = Decoder(self.config)

    def forward(self, gray: Tensor, hints: Tensor | None = None, pixels: Tensor | None = None) -> Tensor:
        """(N, 1, H, W) gray sRGB in [0, 1] to (N, Q, H / s, W / s) logits; s is the output stride."""
        logits: Tensor = self.decoder(self.encoder(gray), hints, pixels)
        return logits


def gather_pixels(plane: Tensor, pixels: Tensor) -> Tensor:
    """(N, C, h, w) at the (N, P) pixels, numbered row by row, as (N, C, P, 1)."""
    index = pixels[:, None, :].expand(-1, plane.shape[1], -1)
    return plane.flatten(2).gather(2, index)[..., None]


def pool_hints(hints: Tensor, factor: int) -> Tensor:
    """Shrink hint planes so that a single hinted pixel keeps its colour and its presence."""
    mask = F.max_pool2d(hints[:, 2:], factor)
    mean = F.avg_pool2d(hints, factor)
    chroma = mean[:, :2] / mean[:, 2:].clamp_min(1e-6)
    return torch.cat([chroma * mask, mask], dim=1)

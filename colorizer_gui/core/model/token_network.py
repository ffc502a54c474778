"""`TokenColorizationNet`: the tokens of a vision transformer in, a distribution over the chroma bins out.

The encoder looks at the gray photo once. The decoder adds what it saw as a whole (the fusion of Iizuka
et al. 2016) to each of its tokens, mixes them with self-attention, and climbs once to half of a token,
where a light convolutional path from the pixels shows the edges. User hints enter the decoder only.

Tensors are NCHW float32.
"""

from typing import ClassVar, Final

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorizer_gui.core.model.input_format import HINT_CHANNELS
from colorizer_gui.core.model.network import (
    AttentionBlock,
    ChannelNorm,
    DecoderLevel,
    ResidualBlock,
    gather_pixels,
    pool_hints,
)
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.vision_transformer import SEEN_BLOCKS, WIDTH, Tokens, VisionTransformer

#: Pixels of the input for one pixel of the logits and of the hint planes.
OUTPUT_STRIDE: Final = 7
#: Gray pixels are centred and scaled like ImageNet's.
_GRAY_MEAN: Final = 0.45
_GRAY_STD: Final = 0.225


class TokenDecoder(nn.Module):
    """From tokens (and hints) to logits over the chroma bins at stride 7.

    In training, `token_dropout` of the channels of each photo are zeroed, and half as many of its tokens,
    so that the decoder does not learn single photos by heart.
    """

    def __init__(self, config: NetworkConfig, token_dropout: float = 0.0) -> None:
        super().__init__()
        coarse, fine = config.widths[:2]
        self.token_dropout = token_dropout
        self.tokens = nn.Conv2d(len(SEEN_BLOCKS) * WIDTH, coarse, 1)
        self.summary = nn.Sequential(nn.Linear(WIDTH, coarse), nn.GELU(), nn.Linear(coarse, coarse))
        self.hint = nn.Conv2d(HINT_CHANNELS, coarse, 3, padding=1, bias=False)
        nn.init.zeros_(self.hint.weight)
        heads = config.attention_heads
        self.level14 = nn.Sequential(*(AttentionBlock(coarse, heads) for _ in range(config.attention_depth)))
        self.pixels = nn.Sequential(
            nn.PixelUnshuffle(OUTPUT_STRIDE),
            nn.Conv2d(OUTPUT_STRIDE**2, fine, 1),
            nn.GELU(),
            nn.Conv2d(fine, fine, 3, padding=1),
            nn.GELU(),
        )
        blocks: list[nn.Module] = [ResidualBlock(fine) for _ in range(config.conv_depth)]
        self.level7 = DecoderLevel(coarse, fine, fine, blocks)
        self.head = nn.Sequential(ChannelNorm(fine), nn.Conv2d(fine, config.bins, 1))

    def forward(self, seen: Tokens, hints: Tensor | None = None, pixels: Tensor | None = None) -> Tensor:
        """Decode to (N, Q, H / 7, W / 7) logits.

        Parameters
        ----------
        seen
            Of one encoder pass.
        hints
            (N, 3, H / 7, W / 7) planes (a m, b m, m), see `network.Decoder`; None means automatic.
        pixels
            (N, P) int64: the only pixels of the logits that are computed; they are then (N, Q, P, 1).
        """
        grid = seen.grid
        if self.training and self.token_dropout:
            grid = F.dropout2d(grid, self.token_dropout)
            kept = torch.rand(len(grid), 1, *grid.shape[2:], device=grid.device) >= self.token_dropout / 2
            grid = grid * kept
        x = self.tokens(grid) + self.summary(seen.summary)[:, :, None, None]
        if hints is not None:
            x = x + self.hint(pool_hints(hints, 2))
        x = self.level14(x)
        x = self.level7(x, self.pixels((seen.gray - _GRAY_MEAN) / _GRAY_STD), hints)
        logits: Tensor = self.head(x if pixels is None else gather_pixels(x, pixels))
        return logits


class TokenColorizationNet(nn.Module):
    """Encoder and decoder; see the module's docstring."""

    takes_hints: ClassVar = True

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.config = config
        self.encoder = VisionTransformer()
        self.decoder = TokenDecoder(config)

    def forward(self, gray: Tensor, hints: Tensor | None = None, pixels: Tensor | None = None) -> Tensor:
        """(N, 1, H, W) gray sRGB in [0, 1] to (N, Q, H / 7, W / 7) logits; 14 divides H and W."""
        logits: Tensor = self.decoder(self.encoder(gray), hints, pixels)
        return logits

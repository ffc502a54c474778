"""`VisionTransformer`: the ViT-S/14 of DINOv2 (Oquab et al. 2023) on one gray channel.

Tensors are NCHW or (N, tokens, C) float32.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorizer_gui.core.model.network_config import TRANSFORMER_BLOCKS

#: Pixels on a side of one token.
PATCH: Final = 14
WIDTH: Final = 384
DEPTH: Final = TRANSFORMER_BLOCKS
HEADS: Final = 6
#: Tokens on a side of the grid that positions were learnt on.
GRID: Final = 37
#: Blocks whose tokens the decoder sees; the last one's after the final normalisation.
SEEN_BLOCKS: Final = (6, 9, 12)
_EPSILON: Final = 1e-6
#: ImageNet's means and deviations of R, G and B, which the weights were trained with.
IMAGENET_MEAN: Final = (0.485, 0.456, 0.406)
IMAGENET_STD: Final = (0.229, 0.224, 0.225)


class Tokens(NamedTuple):
    """What the encoder saw.

    Attributes
    ----------
    grid
        (N, 1152, H / 14, W / 14): the normalised tokens of blocks 6, 9 and 12.
    summary
        (N, 384): the class token of the last block.
    gray
        (N, 1, H, W): the picture itself, whose edges the decoder needs.
    """

    grid: Tensor
    summary: Tensor
    gray: Tensor


class TransformerBlock(nn.Module):
    """Pre-norm attention and MLP; DINOv2's layer scales are folded into the weights before each sum."""

    def __init__(self, width: int = WIDTH, heads: int = HEADS) -> None:
        super().__init__()
        self.heads = heads
        self.norm1 = nn.LayerNorm(width, eps=_EPSILON)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm2 = nn.LayerNorm(width, eps=_EPSILON)
        self.fc1 = nn.Linear(width, 4 * width)
        self.fc2 = nn.Linear(4 * width, width)
        self.act: nn.Module = nn.GELU()
        self.attend: Callable[[Tensor, Tensor, Tensor], Tensor] = F.scaled_dot_product_attention

    def forward(self, x: Tensor) -> Tensor:
        n, count, width = x.shape
        qkv = self.qkv(self.norm1(x)).reshape(n, count, 3, self.heads, width // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4)
        mixed = self.attend(query, key, value)
        x = x + self.out(mixed.transpose(1, 2).reshape(n, count, width))
        y: Tensor = x + self.fc2(self.act(self.fc1(self.norm2(x))))
        return y


class VisionTransformer(nn.Module):
    """The encoder; any height and width that 14 divides.

    The three colour filters of each patch are summed to one for gray, and ImageNet's means and
    deviations are folded into them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.patch = nn.Conv2d(1, WIDTH, PATCH, PATCH)
        self.summary = nn.Parameter(torch.zeros(1, 1, WIDTH))
        self.positions = nn.Parameter(torch.zeros(1, WIDTH, GRID, GRID))
        self.blocks = nn.ModuleList(TransformerBlock() for _ in range(DEPTH))
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)

    def forward(self, gray: Tensor) -> Tokens:
        """Encode gray sRGB values.

        Parameters
        ----------
        gray
            (N, 1, H, W) in [0, 1], H and W multiples of 14.
        """
        patches = self.patch(gray)
        size = patches.shape[-2:]
        positions = F.interpolate(self.positions, size=size, mode="bicubic", align_corners=False)
        x = (patches + positions).flatten(2).transpose(1, 2)
        x = torch.cat([self.summary.expand(len(x), -1, -1), x], dim=1)
        seen = []
        for number, block in enumerate(self.blocks, start=1):
            x = block(x)
            if number == DEPTH:
                x = self.norm(x)
                seen.append(x[:, 1:])
            elif number in SEEN_BLOCKS:
                seen.append(F.layer_norm(x[:, 1:], (WIDTH,), eps=_EPSILON))
        grid = torch.cat(seen, dim=2).transpose(1, 2).reshape(len(x), -1, *size)
        return Tokens(grid, x[:, 0], gray)

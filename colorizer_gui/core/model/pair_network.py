"""`PairColorizationNet`: the convolutional network and that of tokens, asked together.

Each knows what the other does not: their encoders learnt from different tasks, and their mistakes on
photos of other people are different ones. Their answers are multiplied (a product of experts, Hinton
2002): the mean of their logits, so that a colour has to be likely to both.

Tensors are NCHW float32.
"""

from typing import ClassVar, NamedTuple

import torch.nn.functional as F
from torch import Tensor, nn

from colorizer_gui.core.model.encoder import Encoder, Features
from colorizer_gui.core.model.network import Decoder, gather_pixels, pool_hints
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.token_network import TokenDecoder
from colorizer_gui.core.model.vision_transformer import PATCH, Tokens, VisionTransformer


class Seen(NamedTuple):
    """What both encoders saw of one picture.

    Attributes
    ----------
    features
        Of the convolutions, at the size of the input.
    tokens
        Of the vision transformer, for which the picture is shrunk to 7/8, so that a token and 16 pixels
        are the same place.
    """

    features: Features
    tokens: Tokens


class PairEncoder(nn.Module):
    """Both encoders."""

    def __init__(self) -> None:
        super().__init__()
        self.convolutions = Encoder()
        self.tokens = VisionTransformer()

    def forward(self, gray: Tensor) -> Seen:
        """Encode (N, 1, H, W) gray sRGB in [0, 1]; 32 divides H and W."""
        height, width = gray.shape[-2:]
        size = (height // 16 * PATCH, width // 16 * PATCH)
        smaller = F.interpolate(gray, size=size, mode="bilinear", align_corners=False)
        return Seen(self.convolutions(gray), self.tokens(smaller))


class PairDecoder(nn.Module):
    """Both decoders, and the mean of what they answer."""

    def __init__(self, config: NetworkConfig, tokens: NetworkConfig) -> None:
        super().__init__()
        self.convolutions = Decoder(config)
        self.tokens = TokenDecoder(tokens)

    def forward(self, seen: Seen, hints: Tensor | None = None, pixels: Tensor | None = None) -> Tensor:
        """Decode to (N, Q, H / 4, W / 4) logits; hints and pixels as in `network.Decoder`."""
        fine: Tensor = self.convolutions(seen.features, hints, pixels)
        coarse: Tensor = self.tokens(seen.tokens, None if hints is None else pool_hints(hints, 2))
        coarse = F.interpolate(coarse, scale_factor=2.0, mode="bilinear", align_corners=False)
        if pixels is not None:
            coarse = gather_pixels(coarse, pixels)
        return (fine + coarse) / 2


class PairColorizationNet(nn.Module):
    """Encoder and decoder; see the module's docstring."""

    takes_hints: ClassVar = True

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        if config.tokens is None:
            raise ValueError("the description names no second network")
        self.config = config
        self.encoder = PairEncoder()
        self.decoder = PairDecoder(config, config.tokens)

    def forward(self, gray: Tensor, hints: Tensor | None = None, pixels: Tensor | None = None) -> Tensor:
        """(N, 1, H, W) gray sRGB in [0, 1] to (N, Q, H / 4, W / 4) logits; 32 divides H and W."""
        logits: Tensor = self.decoder(self.encoder(gray), hints, pixels)
        return logits

"""`ColorizationNet`: lightness in, a distribution over the chroma bins out.

An EfficientNet-Lite encoder (Tan and Le 2019; the Lite variant drops squeeze-excitation and uses
ReLU6) looks at the gray photo. The decoder adds the pooled deepest features at the bottleneck
(the fusion of Iizuka et al. 2016 and Baldassarre et al. 2017), mixes them with self-attention,
and climbs back with skips. User hints enter the decoder only, so that a click never runs the
encoder again.

Tensors are NCHW float32; `torch` lives here, in `weights` and in `colorizer`, nowhere else in core.
"""

import operator
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Final, NamedTuple, Self

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorizer_gui.core.color import ColorSpace
from colorizer_gui.core.errors import WeightsError

#: Both sides of the input must be a multiple of this.
STRIDE: Final = 32
#: EfficientNet-Lite's input scale, (x - 127) / 128 for x in [0, 255].
INPUT_MEAN: Final = 127.0 / 255.0
INPUT_STD: Final = 128.0 / 255.0
#: Hints are planes (a m, b m, m) with chroma divided by this.
HINT_SCALE: Final = 30.0
HINT_CHANNELS: Final = 3


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
#: Names change whenever the same `NetworkConfig` would build other tensors.
ARCHITECTURE: Final = "fusion-lite2-v1"
#: See `classification_network`.
CLASSIFICATION: Final = "classification-cnn-v1"
ARCHITECTURES: Final = (ARCHITECTURE, CLASSIFICATION)
_WHOLE_NUMBERS: Final = ("bins", "output_stride", "attention_depth", "attention_heads", "conv_depth")
#: No description, however wrong, makes the program build something endless.
_LARGEST: Final = 4096
_DEEPEST: Final = 32


@dataclass(frozen=True, slots=True)
class NetworkConfig:
    """Everything that is needed to build the network again.

    Attributes
    ----------
    color_space, bins
        What the logits are a distribution over.
    output_stride
        8 or 4: one logit vector for so many input pixels in each direction.
    widths
        Decoder channels at strides 32, 16, 8 and 4; the last is unused when `output_stride` is 8.
    attention_depth, attention_heads
        Transformer blocks at stride 32 and again at stride 16.
    conv_depth
        Residual convolution blocks at each of the strides 16, 8 and 4.
    architecture
        What kind of network; `ClassificationNet` reads widths and depth in its own way.

    Raises
    ------
    WeightsError
        When no such network can be built.
    """

    color_space: ColorSpace = ColorSpace.LAB
    bins: int = 313
    output_stride: int = 8
    widths: tuple[int, int, int, int] = (256, 192, 128, 64)
    attention_depth: int = 1
    attention_heads: int = 4
    conv_depth: int = 1
    architecture: str = ARCHITECTURE

    def __post_init__(self) -> None:
        if self.architecture not in ARCHITECTURES:
            raise WeightsError(
                "The network is of the architecture {architecture}; this version knows {known}.",
                architecture=self.architecture,
                known=" and ".join(ARCHITECTURES),
            )
        if self.architecture == CLASSIFICATION and self.output_stride != 8:
            raise WeightsError(
                "A network of the architecture {architecture} has an output stride of 8.",
                architecture=CLASSIFICATION,
            )
        if len(self.widths) != 4:
            raise WeightsError(
                "The decoder has a width at 4 strides, not at {count}.", count=len(self.widths)
            )
        numbers = (self.bins, *self.widths, self.attention_heads)
        if not all(1 <= number <= _LARGEST for number in numbers):
            raise WeightsError("The network's bins, widths and heads must be 1 to {most}.", most=_LARGEST)
        if not all(0 <= depth <= _DEEPEST for depth in (self.attention_depth, self.conv_depth)):
            raise WeightsError("The network's depths must be 0 to {most}.", most=_DEEPEST)
        if self.output_stride not in (4, 8):
            raise WeightsError(
                "The network's output stride must be 4 or 8, not {stride}.", stride=self.output_stride
            )
        if any(width % self.attention_heads for width in self.widths[:2]):
            raise WeightsError("The decoder's widths must be multiples of its attention heads.")

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON or TOML."""
        return asdict(self) | {"widths": list(self.widths), "color_space": str(self.color_space)}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """Inverse of `to_dict`.

        Raises
        ------
        WeightsError
            For a key or a value that this version does not know.
        """
        try:
            parsed = dict(values)
            parsed |= {name: operator.index(parsed[name]) for name in _WHOLE_NUMBERS}
            parsed["widths"] = tuple(int(width) for width in parsed["widths"])
            parsed["color_space"] = ColorSpace(parsed["color_space"])
            return cls(**parsed)
        except (TypeError, ValueError, KeyError) as exc:
            raise WeightsError(
                "The network description is not one that this version knows: {reason}.", reason=exc
            ) from exc


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
        before = (self.kernel_size[0] - 2) // 2
        after = self.kernel_size[0] - 2 - before
        padded: Tensor = super().forward(F.pad(input, (before, after, before, after)))
        return padded


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
        self.residual = stride == 1 and inputs == spec.channels

    def forward(self, x: Tensor) -> Tensor:
        hidden = x if self.expand is None else F.relu6(self.expand(x), inplace=True)
        hidden = F.relu6(self.depthwise(hidden), inplace=True)
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
        x = F.relu6(self.stem((image - INPUT_MEAN) / INPUT_STD), inplace=True)
        outputs = []
        for stage in self.stages:
            x = stage(x)
            outputs.append(x)
        return Features(outputs[1], outputs[2], outputs[4], outputs[6])


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

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.position(x)
        n, c, h, w = x.shape
        tokens = x.permute(0, 2, 3, 1).reshape(n, h * w, c)
        qkv = self.qkv(self.norm1(tokens)).reshape(n, h * w, 3, self.heads, c // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(query, key, value)
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

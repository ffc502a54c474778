"""`NetworkConfig`: everything that is needed to build a network again, checked; no torch here."""

import operator
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

from colorizer_gui.core.color.conversion import ColorSpace
from colorizer_gui.core.common.errors import WeightsError

#: Names change whenever the same `NetworkConfig` would build other tensors.
ARCHITECTURE: Final = "fusion-lite2-v1"
#: See `token_network`.
TOKENS: Final = "fusion-vit-s14-v1"
#: See `pair_network`.
PAIR: Final = "fusion-pair-v1"
#: See `classification_network`.
CLASSIFICATION: Final = "classification-cnn-v1"
ARCHITECTURES: Final = (ARCHITECTURE, TOKENS, PAIR, CLASSIFICATION)
#: Blocks of the vision transformer of `TOKENS`.
TRANSFORMER_BLOCKS: Final = 12
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
        8 or 4 (7 for `TOKENS`): one logit vector for so many input pixels in each direction.
    widths
        Decoder channels at strides 32, 16, 8 and 4 (14 and 7 for `TOKENS`); the one at 4 is unused
        when `output_stride` is 8.
    attention_depth, attention_heads
        Transformer blocks at stride 32 and again at stride 16; at stride 14 for `TOKENS`.
    conv_depth
        Residual convolution blocks at each of the strides 16, 8 and 4; at stride 7 for `TOKENS`.
    architecture
        What kind of network; `ClassificationNet` reads widths and depth in its own way.
    tokens
        The network of tokens in a `PAIR`, whose other values are those of the convolutional one.

    Raises
    ------
    WeightsError
        When no such network can be built.
    """

    color_space: ColorSpace = ColorSpace.LAB
    bins: int = 313
    output_stride: int = 8
    widths: tuple[int, ...] = (256, 192, 128, 64)
    attention_depth: int = 1
    attention_heads: int = 4
    conv_depth: int = 1
    architecture: str = ARCHITECTURE
    tokens: "NetworkConfig | None" = None

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
        strides = 2 if self.architecture == TOKENS else 4
        if len(self.widths) != strides:
            raise WeightsError(
                "The decoder has a width at {strides} strides, not at {count}.",
                strides=strides,
                count=len(self.widths),
            )
        numbers = (self.bins, *self.widths, self.attention_heads)
        if not all(1 <= number <= _LARGEST for number in numbers):
            raise WeightsError("The network's bins, widths and heads must be 1 to {most}.", most=_LARGEST)
        if not all(0 <= depth <= _DEEPEST for depth in (self.attention_depth, self.conv_depth)):
            raise WeightsError("The network's depths must be 0 to {most}.", most=_DEEPEST)
        possible = (7,) if self.architecture == TOKENS else (4, 8)
        if self.output_stride not in possible:
            raise WeightsError(
                "The network's output stride must be {known}, not {stride}.",
                known=" or ".join(map(str, possible)),
                stride=self.output_stride,
            )
        attending = self.widths[:1] if self.architecture == TOKENS else self.widths[:2]
        if any(width % self.attention_heads for width in attending):
            raise WeightsError("The decoder's widths must be multiples of its attention heads.")
        self._check_pair()

    def _check_pair(self) -> None:
        if (self.architecture == PAIR) is not (self.tokens is not None):
            raise WeightsError(
                "A network of the architecture {architecture}, and no other, holds a second one.",
                architecture=PAIR,
            )
        if self.tokens is None:
            return
        if self.output_stride != 4 or self.tokens.architecture != TOKENS:
            raise WeightsError(
                "A network of the architecture {architecture} has an output stride of 4, and its second one "
                "is of the architecture {tokens}.",
                architecture=PAIR,
                tokens=TOKENS,
            )
        if (self.tokens.bins, self.tokens.color_space) != (self.bins, self.color_space):
            raise WeightsError("The two networks of a pair must have the same bins and colour space.")

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON or TOML."""
        plain = asdict(self) | {"widths": list(self.widths), "color_space": str(self.color_space)}
        if self.tokens is None:
            del plain["tokens"]  # as before there were pairs
        else:
            plain["tokens"] = self.tokens.to_dict()
        return plain

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
            if "tokens" in parsed:
                parsed["tokens"] = cls.from_dict(parsed["tokens"])
            return cls(**parsed)
        except (TypeError, ValueError, KeyError) as exc:
            raise WeightsError(
                "The network description is not one that this version knows: {reason}.", reason=exc
            ) from exc

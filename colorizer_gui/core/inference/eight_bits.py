"""Layers whose products are of 8-bit integers: half the time of 16-bit floats where a processor has VNNI.

Weights have a step for each output, which never changes; what comes in has one step and one zero for the
whole tensor, found anew each time from its least and greatest value. Sums are exact, and what goes
out is a float again. Which layers stand it was measured (docs/adr/0023): those of the vision transformer and
of the decoders move colours less than bfloat16 does, those of the convolutional encoder several times as
much, so that it keeps its floats. Without gradients, on a processor.
"""

import math
from collections.abc import Callable
from typing import Final

import torch
from torch import Tensor, nn

from colorizer_gui.core.inference.own_colorizer import no_usable_colours
from colorizer_gui.core.inference.packed import CELLS, NOTHING, TOKENS, After
from colorizer_gui.core.model.network import Decoder
from colorizer_gui.core.model.token_network import TokenDecoder
from colorizer_gui.core.model.vision_transformer import TransformerBlock

#: The steps on either side of zero that a weight has, and those of what comes in, whose zero is rounded.
_WEIGHT_STEPS: Final = 127
_STEPS: Final = 254
#: Fewer channels than that are hints: little to multiply, and not to be rounded.
_FEWEST_CHANNELS: Final = 16
_GELU: Final[After] = ("gelu", [], "none")
#: PyTorch has no public names for them: `can_multiply` asks for each.
_ORDER_LINEAR: Final = "qlinear_prepack"
_ORDER_CONV: Final = "qconv_prepack"
_LINEAR: Final = "qlinear_pointwise"
_CONV: Final = "qconv2d_pointwise"


class Linear8(nn.Module):
    """An `nn.Linear`, with GELU after it where `after` says so."""

    def __init__(self, layer: nn.Linear, after: After = NOTHING) -> None:
        super().__init__()
        whole, self._step = _weights_in_8_bits(layer.weight)
        self._zero = torch.zeros(len(whole), dtype=torch.int64)
        # oneDNN's order goes by rows, whatever the strides are.
        self._weight: Tensor = _kernel(_ORDER_LINEAR)(whole.contiguous(), [TOKENS, layer.in_features])
        self._bias = _detached(layer.bias)
        self._after = after

    def forward(self, x: Tensor) -> Tensor:
        weight = self._weight, self._step, self._zero, self._bias
        y: Tensor = _kernel(_LINEAR)(*_in_8_bits(x), *weight, 1.0, 0, _float_type(), *self._after)
        return y


class Conv8(nn.Module):
    """An `nn.Conv2d` of all channels at once."""

    def __init__(self, layer: nn.Conv2d) -> None:
        super().__init__()
        assert isinstance(layer.padding, tuple)
        whole, self._step = _weights_in_8_bits(layer.weight)
        self._zero = torch.zeros(len(whole), dtype=torch.int64)
        self._how = list(layer.stride), list(layer.padding), list(layer.dilation), layer.groups
        size = [1, layer.in_channels, *CELLS]
        # The step and the zero are not those that come: oneDNN wants to know only that there is a zero.
        self._weight: Tensor = _kernel(_ORDER_CONV)(whole, self._step, 1.0, 1, *self._how, size)
        self._bias = _detached(layer.bias)

    def forward(self, x: Tensor) -> Tensor:
        given = _in_8_bits(x.contiguous(memory_format=torch.channels_last))
        weight = self._weight, self._step, self._zero, self._bias
        y: Tensor = _kernel(_CONV)(*given, *weight, *self._how, 1.0, 0, _float_type(), *NOTHING)
        return y


def can_multiply() -> bool:
    """Whether this processor multiplies 8-bit integers fast (VNNI), and this PyTorch knows such layers."""
    names = _ORDER_LINEAR, _ORDER_CONV, _LINEAR, _CONV
    asked = getattr(torch.cpu, "get_capabilities", None)
    if asked is None or not all(hasattr(torch.ops.onednn, name) for name in names):
        return False
    if not torch.backends.mkldnn.is_available():  # type: ignore[no-untyped-call]
        return False  # the names are there without oneDNN, too
    has = asked()
    return bool(has.get("avx512_vnni") or has.get("avx_vnni"))


def keep_in_8_bits(network: nn.Module) -> None:
    """Take weights of 8 bits where they are stood; the network can no longer learn, move or be saved.

    Layers that have them already stay as they are.
    """
    for part in list(network.modules()):
        if isinstance(part, TransformerBlock):
            part.act = nn.Identity()
            for name, after in (("qkv", NOTHING), ("out", NOTHING), ("fc1", _GELU), ("fc2", NOTHING)):
                layer = getattr(part, name)
                if isinstance(layer, nn.Linear):
                    setattr(part, name, Linear8(layer, after))
        elif isinstance(part, Decoder | TokenDecoder):
            _keep_decoder(part)


def _keep_decoder(decoder: nn.Module) -> None:
    for part in list(decoder.modules()):
        for name, layer in list(part.named_children()):
            if isinstance(layer, nn.Linear):
                setattr(part, name, Linear8(layer))
            elif isinstance(layer, nn.Conv2d) and layer.groups == 1 and layer.in_channels >= _FEWEST_CHANNELS:
                setattr(part, name, Conv8(layer))


def _weights_in_8_bits(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Whole numbers in [-127, 127] and the (outputs,) steps that they count."""
    exact = weight.detach().float()
    greatest = exact.flatten(1).abs().amax(1).clamp(min=torch.finfo(torch.float32).tiny)
    step = greatest / _WEIGHT_STEPS
    whole = (exact / step.view(-1, *[1] * (exact.dim() - 1))).round().to(torch.int8)
    return whole, step


def _detached(bias: Tensor | None) -> Tensor | None:
    return None if bias is None else bias.detach().float()


def _in_8_bits(x: Tensor) -> tuple[Tensor, float, int]:
    """Whole numbers in [0, 255], the step that they count, and which of them is zero."""
    low, high = (float(bound) for bound in torch.aminmax(x))
    if not math.isfinite(high - low):
        raise no_usable_colours()
    low, high = min(low, 0.0), max(high, 0.0)
    step = max((high - low) / _STEPS, torch.finfo(torch.float32).tiny)
    zero = round(-low / step)
    rounded = torch.add(torch.tensor(zero + 0.5), x.float(), alpha=1 / step)
    # By way of 32 bits: from a float to 8 bits takes twice as long.
    return rounded.to(torch.int32).to(torch.uint8), step, zero


def _float_type() -> torch.dtype:
    """What the layers around compute in."""
    return torch.get_autocast_dtype("cpu") if torch.is_autocast_enabled("cpu") else torch.float32


def _kernel(name: str) -> Callable[..., Tensor]:
    kernel: Callable[..., Tensor] = getattr(torch.ops.onednn, name)
    return kernel

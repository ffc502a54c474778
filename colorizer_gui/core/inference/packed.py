"""Layers whose weights lie in memory as the processor's matrix units read them (oneDNN's blocks).

`torch.nn` has oneDNN bring the weights into that order anew for each photo. The answers are the same bits.
ReLU6 after a convolution is computed along with it. Without gradients, on a processor, in bfloat16.
"""

from collections.abc import Callable
from typing import Final

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorizer_gui.core.model.encoder import DownsamplingConv2d, Encoder, InvertedBottleneck, padding_around
from colorizer_gui.core.model.network import AttentionBlock
from colorizer_gui.core.model.vision_transformer import TransformerBlock

#: What the order is chosen for: tokens and cells of a photo of 3:2. Other sizes work as well.
TOKENS: Final = 385
CELLS: Final = (32, 48)
After = tuple[str, list[float], str]
NOTHING: Final[After] = ("none", [], "")
_RELU6: Final[After] = ("hardtanh", [0.0, 6.0], "")
#: PyTorch's names begin with an underscore, so that they may change: `can_pack` asks for each.
_ORDER_LINEAR: Final = "_reorder_linear_weight"
_ORDER_CONV: Final = "_reorder_convolution_weight"
_LINEAR: Final = "_linear_pointwise"
_CONV: Final = "_convolution_pointwise"
_BFLOAT16: Final = "_is_mkldnn_bf16_supported"


class PackedLinear(nn.Module):
    """An `nn.Linear` of bfloat16."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        self._weight: Tensor = _kernel(_ORDER_LINEAR)(layer.weight.detach(), TOKENS)
        self._bias = _detached(layer.bias)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = _kernel(_LINEAR)(x.to(torch.bfloat16), self._weight, self._bias, *NOTHING)
        return y


class PackedConv2d(nn.Module):
    """An `nn.Conv2d` of bfloat16, with ReLU6 after it where `after` says so."""

    def __init__(self, layer: nn.Conv2d, after: After = NOTHING) -> None:
        super().__init__()
        assert isinstance(layer.padding, tuple)
        self._how = list(layer.padding), list(layer.stride), list(layer.dilation), layer.groups
        self._after = after
        self._around = padding_around(layer) if isinstance(layer, DownsamplingConv2d) else None
        size = [1, layer.in_channels, *CELLS]
        self._weight: Tensor = _kernel(_ORDER_CONV)(layer.weight.detach(), *self._how, size)
        self._bias = _detached(layer.bias)

    def forward(self, x: Tensor) -> Tensor:
        x = x.to(torch.bfloat16)
        if self._around is not None:
            x = F.pad(x, self._around)
        x = x.contiguous(memory_format=torch.channels_last)
        y: Tensor = _kernel(_CONV)(x, self._weight, self._bias, *self._how, *self._after)
        return y


def can_pack() -> bool:
    """Whether this PyTorch has oneDNN, with layers of packed weights, and that bfloat16 on this processor."""
    names = _ORDER_LINEAR, _ORDER_CONV, _LINEAR, _CONV, _BFLOAT16
    there = all(hasattr(torch.ops.mkldnn, name) for name in names)
    if not there or not torch.backends.mkldnn.is_available():  # type: ignore[no-untyped-call]
        return False
    return bool(getattr(torch.ops.mkldnn, _BFLOAT16)())


def _detached(bias: Tensor | None) -> Tensor | None:
    return None if bias is None else bias.detach()


def _kernel(name: str) -> Callable[..., Tensor]:
    kernel: Callable[..., Tensor] = getattr(torch.ops.mkldnn, name)
    return kernel


def pack(network: nn.Module) -> None:
    """Pack the layers of a network that are bfloat16 already; it can no longer learn, move or be saved."""
    for module in list(network.modules()):
        if isinstance(module, InvertedBottleneck | Encoder):
            followed = ("stem",) if isinstance(module, Encoder) else ("expand", "depthwise")
            for name in followed:
                layer = getattr(module, name)
                if isinstance(layer, nn.Conv2d):
                    setattr(module, name, PackedConv2d(layer, _RELU6))
            module.act = nn.Identity()
        for name, layer in list(module.named_children()):
            if isinstance(layer, nn.Linear):
                setattr(module, name, PackedLinear(layer))
            elif isinstance(layer, nn.Conv2d):
                setattr(module, name, PackedConv2d(layer))


def attend_by_products(network: nn.Module) -> None:
    """Let all attention be two products of whole matrices with a softmax between them.

    In bfloat16 without AMX it takes half the time of PyTorch's own, which goes by small tiles.
    """
    for module in network.modules():
        if isinstance(module, TransformerBlock | AttentionBlock):
            module.attend = _attended


def _attended(query: Tensor, key: Tensor, value: Tensor) -> Tensor:
    """Scaled dot-product attention (Vaswani et al. 2017) of (N, heads, tokens, width)."""
    n, heads, count, width = query.shape
    queries, keys, values = (x.reshape(n * heads, count, width) for x in (query, key, value))
    likeness = torch.bmm(queries * width**-0.5, keys.transpose(1, 2))
    return torch.bmm(torch.softmax(likeness, -1), values).reshape(n, heads, count, width)

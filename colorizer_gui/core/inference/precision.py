"""In which numbers a network computes: 16-bit floats where the processor multiplies them faster."""

from contextlib import AbstractContextManager, nullcontext

import torch
from torch import nn

from colorizer_gui.core.inference.packed import can_pack, pack


def multiplies_bfloat16() -> bool:
    """Whether the processor multiplies matrices of bfloat16 in hardware (AMX, or AVX-512's BF16).

    Others compute in bfloat16 too, but slower than in float32.
    """
    names = ("_is_amx_tile_supported", "_is_avx512_bf16_supported")
    asked = (getattr(torch.cpu, name, None) for name in names)
    return any(supported is not None and bool(supported()) for supported in asked)


def fast_precision(device: torch.device) -> AbstractContextManager[object]:
    """Run a network in what is fast on a device; docs/performance.md has time and colours of both."""
    if device.type == "cpu" and multiplies_bfloat16():
        return torch.autocast("cpu", torch.bfloat16)
    return nullcontext()


def keep_in_fast_precision(network: nn.Module, device: torch.device) -> None:
    """Keep matrices and kernels in the numbers that they are multiplied in, and in the order.

    `fast_precision` would convert all of them anew for each photo, to the same numbers.
    """
    if device.type == "cpu" and multiplies_bfloat16():
        for module in network.modules():
            if isinstance(module, nn.Linear | nn.Conv2d):
                module.to(torch.bfloat16)
        if can_pack():
            pack(network)

"""In which numbers a network computes: of 16 or 8 bits where the processor multiplies them faster."""

from contextlib import AbstractContextManager, nullcontext
from typing import Final, NamedTuple

import torch
from torch import nn

from colorizer_gui.core.inference.eight_bits import can_multiply, keep_in_8_bits
from colorizer_gui.core.inference.packed import attend_by_products, can_pack, pack


class Numbers(NamedTuple):
    """What a processor multiplies faster than 32-bit floats.

    Attributes
    ----------
    bfloat16
        Matrices of bfloat16 (AMX, or AVX-512's BF16). Others compute in it too, but slower.
    int8
        Integers of 8 bits (VNNI). With AMX they stay out, since nobody has measured them there.
    whole_products
        Attention as two products of whole matrices; with AMX, PyTorch's own may be faster.
    """

    bfloat16: bool = False
    int8: bool = False
    whole_products: bool = False

    def __str__(self) -> str:
        floats = "bfloat16" if self.bfloat16 else "float32"
        return f"{floats} and integers of 8 bits" if self.int8 else floats


#: 32-bit floats alone.
SINGLE: Final = Numbers()


def fast_numbers() -> Numbers:
    """What this processor multiplies faster; docs/adr/0023 has time and colours of each."""
    tiles, bfloat16 = _has("_is_amx_tile_supported"), _has("_is_avx512_bf16_supported")
    return Numbers(
        bfloat16=tiles or bfloat16,
        int8=not tiles and can_multiply(),
        whole_products=not tiles and bfloat16,
    )


def _has(name: str) -> bool:
    supported = getattr(torch.cpu, name, None)
    return supported is not None and bool(supported())


def fast_precision(device: torch.device) -> AbstractContextManager[object]:
    """Run a network's layers of floats in those that are fast on a device."""
    if device.type == "cpu" and fast_numbers().bfloat16:
        return torch.autocast("cpu", torch.bfloat16)
    return nullcontext()


def keep_in_fast_precision(network: nn.Module, device: torch.device) -> None:
    """Keep matrices and kernels in the numbers that they are multiplied in, and in the order.

    `fast_precision` would convert all of them anew for each photo, to the same numbers.
    """
    if device.type != "cpu":
        return
    numbers = fast_numbers()
    if numbers.int8:
        keep_in_8_bits(network)
    if numbers.bfloat16:
        for module in network.modules():
            if isinstance(module, nn.Linear | nn.Conv2d):
                module.to(torch.bfloat16)
        if can_pack():
            pack(network)
    if numbers.whole_products:
        attend_by_products(network)

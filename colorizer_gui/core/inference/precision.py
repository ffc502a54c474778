"""In which numbers a network computes: 16-bit floats where the processor has units for their products."""

from contextlib import AbstractContextManager, nullcontext

import torch


def has_matrix_units() -> bool:
    """Whether the processor multiplies matrices of bfloat16 in hardware (AMX).

    Others compute in bfloat16 too, but slower than in float32.
    """
    supported = getattr(torch.cpu, "_is_amx_tile_supported", None)
    return supported is not None and bool(supported())


def fast_precision(device: torch.device) -> AbstractContextManager[object]:
    """Run a transformer in what is fast on a device; docs/performance.md has time and colours of both.

    The convolutions of the older network gain next to nothing by it.
    """
    if device.type == "cpu" and has_matrix_units():
        return torch.autocast("cpu", torch.bfloat16)
    return nullcontext()

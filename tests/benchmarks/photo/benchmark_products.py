"""How long a prediction takes beside its products alone, at the speed at which these cores multiply.

`.venv/bin/python -m tests.benchmarks.photo.benchmark_products [--repeats 9]`; docs/performance.md has its
figures. The products of matrices, convolutions and attention of one prediction are counted (PyTorch's
`FlopCounterMode`: a multiplication and its addition are two), and two large matrices are multiplied by the
same library, threads and numbers, in turn with predictions. No program with these networks can be faster than
the products take at that speed, whatever else it saves.
"""

import argparse
import time
from collections.abc import Callable
from typing import Any, Final

import torch
from torch.utils.flop_counter import FlopCounterMode, sdpa_flop_count

from tests.benchmarks.photo.benchmark_peers import INT8, PHOTO, kinds, ours

#: Large enough that nothing but multiplying counts.
SIDE: Final = 1536


def main() -> int:
    """Print a line for each type of numbers that the processor multiplies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=9)
    options = parser.parse_args()
    operations = counted(ours("float32"))
    print(
        f"{operations / 1e9:.1f} billion operations for {PHOTO[1]} x {PHOTO[0]} pixels, "
        f"{torch.get_num_threads()} threads, least of {options.repeats}"
    )
    for kind in kinds():
        product, prediction = in_turn((multiplier(kind), ours(kind)), options.repeats)
        alone = operations / (2 * SIDE**3) * product
        print(
            f"{kind}: {2 * SIDE**3 / product / 1e9:.0f} billion operations a second, "
            f"so {1000 * alone:.0f} ms for the products alone; "
            f"a prediction {1000 * prediction:.0f} ms, {prediction / alone:.2f} times that"
        )
    return 0


def counted(predict: Callable[[], object]) -> int:
    """Additions and multiplications of one call, after another that prepares."""
    predict()
    attention = torch.ops.aten._scaled_dot_product_flash_attention_for_cpu

    def attended(query: Any, key: Any, value: Any, *_: Any, out_shape: Any = None, **__: Any) -> int:
        return int(sdpa_flop_count(query, key, value))  # type: ignore[no-untyped-call]  # as in torch

    with FlopCounterMode(display=False, custom_mapping={attention: attended}) as counter:
        predict()
    return int(counter.get_total_flops())


def multiplier(kind: str) -> Callable[[], object]:
    """The product of two square matrices."""
    if kind == INT8:
        whole = torch.randint(-127, 128, (2, SIDE, SIDE), dtype=torch.int8)
        return lambda: torch._int_mm(whole[0], whole[1])
    left, right = torch.rand((2, SIDE, SIDE), dtype=torch.bfloat16 if kind == "bfloat16" else torch.float32)
    return lambda: left @ right


def in_turn(ways: tuple[Callable[[], object], ...], repeats: int) -> list[float]:
    """The least seconds of each, after one call that prepares."""
    least = [float("inf")] * len(ways)
    for number in range(repeats + 1):
        for place, way in enumerate(ways):
            begun = time.perf_counter()
            way()
            if number:
                least[place] = min(least[place], time.perf_counter() - begun)
    return least


if __name__ == "__main__":
    raise SystemExit(main())

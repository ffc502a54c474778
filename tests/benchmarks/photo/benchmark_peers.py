"""How long a prediction takes, beside the networks of three other colorizers at the sizes that they use.

`.venv/bin/python tests/benchmarks/photo/benchmark_peers.py [--repeats 5] [--processor]`; a table of
docs/performance.md comes from it, and `benchmark_colorize.py` prints it as well. The others are plain torch
modules with random weights, whose time does not depend on those: the network alone, without what their
programs do before and after it. Ours is the whole prediction of a photo of 3:2: scaling, network, readings,
confidence. All take turns; with --processor, seconds are the processor's, user and system.
"""

import argparse
import contextlib
import copy
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

# As the command does (`cli/main.py`), before NumPy and PyTorch are imported.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("GOMP_SPINCOUNT", "3000")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import torch

PROJECT: Final = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(PROJECT))

from colorizer_gui.core.inference import precision  # noqa: E402
from colorizer_gui.core.inference.colorizer import NetworkColorizer  # noqa: E402
from tests.support.networks.peer_networks import PEERS, Peer  # noqa: E402

#: As large as the network sees it.
PHOTO: Final = (256, 384)
#: Layers of 8-bit integers beside floats (`core/inference/eight_bits.py`).
INT8: Final = "8 bits"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--processor", action="store_true", help="count processor time")
    options = parser.parse_args()
    print_predictions(options.repeats, time.process_time if options.processor else time.perf_counter)
    return 0


def print_predictions(repeats: int, clock: Callable[[], float] = time.perf_counter) -> None:
    """A row for each network: parameters, input, and milliseconds of the median and the fastest."""
    ways: dict[tuple[str, str], Callable[[], object]] = {}
    sizes = {"Tintype": "31.4 | 384 × 256"}
    numbers = kinds()
    for kind in numbers:
        ways["Tintype", kind] = ours(kind)
    for peer in PEERS:
        net = peer.make().eval()
        net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stub lacks it
        millions = sum(value.numel() for value in net.parameters()) / 1e6
        sizes[peer.name] = f"{millions:.1f} | {peer.side} × {peer.side}"
        for kind in numbers:
            if kind != INT8:  # how their programs would round is not known
                ways[peer.name, kind] = _theirs(net, peer, kind)
    found: dict[tuple[str, str], list[float]] = {way: [] for way in ways}
    for number in range(repeats + 1):
        for way, predict in ways.items():
            begun = clock()
            predict()
            if number:  # the first one warms up
                found[way].append(1000 * (clock() - begun))
    print(f"| network | million parameters | input | {' | '.join(f'{kind}, ms' for kind in numbers)} |")
    print("|---" * (3 + len(numbers)) + "|")
    for name, size in sizes.items():
        cells = [_cell(found[name, kind]) if (name, kind) in found else "–" for kind in numbers]
        print(f"| {name} | {size} | {' | '.join(cells)} |", flush=True)


def _cell(milliseconds: list[float]) -> str:
    return f"{statistics.median(milliseconds):.0f} ({min(milliseconds):.0f})"


def kinds() -> dict[str, precision.Numbers]:
    """What the processor multiplies, from the exact to the fastest; the last is what the program takes."""
    fast = precision.fast_numbers()
    found = {"float32": precision.SINGLE}
    if fast.bfloat16:
        found["bfloat16"] = fast._replace(int8=False)
    if fast.int8:
        found[INT8] = fast
    return found


@contextlib.contextmanager
def computing_in(numbers: precision.Numbers) -> Iterator[None]:
    """Let networks that are made and asked meanwhile compute in these."""
    known = precision.fast_numbers
    precision.fast_numbers = lambda: numbers
    try:
        yield
    finally:
        precision.fast_numbers = known


def ours(kind: str) -> Callable[[], object]:
    """The released network; float32 is what a processor without anything faster computes."""
    numbers = kinds()[kind]
    with computing_in(numbers):
        colorizer = NetworkColorizer.load("cpu", None)
    rng = np.random.default_rng(0)

    def predict() -> object:
        lightness = rng.uniform(0, 100, PHOTO).astype(np.float32)  # what the encoder saw it knows again
        with computing_in(numbers):
            return colorizer.predict_ab(lightness)

    return predict


def _theirs(net: torch.nn.Module, peer: Peer, kind: str) -> Callable[[], object]:
    numbers = torch.bfloat16 if kind == "bfloat16" else torch.float32
    net = copy.deepcopy(net).to(numbers)
    picture = torch.rand(1, peer.planes, peer.side, peer.side, dtype=numbers)
    picture = picture.contiguous(memory_format=torch.channels_last)

    def predict() -> object:
        with torch.inference_mode():
            return net(picture)

    return predict


if __name__ == "__main__":
    raise SystemExit(main())

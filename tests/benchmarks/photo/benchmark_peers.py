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
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import torch

PROJECT: Final = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(PROJECT))

from colorizer_gui.core.inference import precision  # noqa: E402
from colorizer_gui.core.inference.colorizer import NetworkColorizer  # noqa: E402
from tests.support.networks.peer_networks import PEERS, Peer  # noqa: E402

#: As large as the network sees it.
PHOTO: Final = (256, 384)


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
    numbers = ["float32", *(["bfloat16"] if precision.multiplies_bfloat16() else [])]
    for kind in numbers:
        ways["Tintype", kind] = ours(kind)
    for peer in PEERS:
        net = peer.make().eval()
        net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stub lacks it
        millions = sum(value.numel() for value in net.parameters()) / 1e6
        sizes[peer.name] = f"{millions:.1f} | {peer.side} × {peer.side}"
        for kind in numbers:
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
        cells = [_cell(found[name, kind]) for kind in numbers]
        print(f"| {name} | {size} | {' | '.join(cells)} |", flush=True)


def _cell(milliseconds: list[float]) -> str:
    return f"{statistics.median(milliseconds):.0f} ({min(milliseconds):.0f})"


def ours(kind: str) -> Callable[[], object]:
    """The released network; float32 is what a processor without bfloat16 computes."""
    known = precision.multiplies_bfloat16
    with contextlib.ExitStack() as stack:
        if kind == "float32":
            precision.multiplies_bfloat16 = lambda: False
            stack.callback(setattr, precision, "multiplies_bfloat16", known)
        colorizer = NetworkColorizer.load("cpu", None)
    rng = np.random.default_rng(0)

    def predict() -> object:
        lightness = rng.uniform(0, 100, PHOTO).astype(np.float32)  # what the encoder saw it knows again
        if kind != "float32":
            return colorizer.predict_ab(lightness)
        precision.multiplies_bfloat16 = lambda: False
        try:
            return colorizer.predict_ab(lightness)
        finally:
            precision.multiplies_bfloat16 = known

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

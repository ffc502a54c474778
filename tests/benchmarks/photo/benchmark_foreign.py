"""What a network of another program costs per photo, beside the bare runtime with the same file.

`.venv/bin/python tests/benchmarks/photo/benchmark_foreign.py [--megapixels 12] [--repeats 5]
[--processor]`; the figures in docs/performance.md come from it. The networks are those of the tests, as
wide as in their papers, with random weights: their time and memory do not depend on those. Each way runs in
a process of its own, in turns; *around* is the share of Tintype's time that is not spent in the runtime,
which a busy machine changes least. With --processor the seconds are the processor's, user and system; then
OMP_NUM_THREADS=1 bounds both ways alike. The bare one is what a script does: shrink with OpenCV, and run.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

PROJECT: Final = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(PROJECT))

#: Name, planes of the inputs, height and width.
NETWORKS: Final = (("DDColor", (3,), 512), ("Zhang16", (1,), 256), ("DeOldify", (3,), 560))
_WIDTHS: Final = {"DDColor": 96, "Zhang16": 64, "DeOldify": 48}


def main() -> int:
    """Print seconds and megabytes of both ways, and by how much they differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megapixels", type=float, default=12.0)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--processor", action="store_true", help="count processor time")
    parser.add_argument("--one", nargs=2, metavar=("WAY", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(_measure(options.one[0], Path(options.one[1]), options)))
        return 0
    print(f"{options.megapixels:.0f} megapixels, {options.repeats} processes each, median (smallest)")
    print(f"{'network':<10}{'file MB':>9}{'bare s':>18}{'Tintype s':>18}{'time':>8}", end="")
    print(f"{'memory MB':>18}{'':>8}{'around':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for name, planes, side in NETWORKS:
            path = _exported(name, planes, side, Path(folder))
            ways: dict[str, list[dict[str, float]]] = {"bare": [], "tintype": []}
            for _ in range(options.repeats):
                for way, measures in ways.items():
                    measures.append(_in_a_process(way, path, options))
            _print(name, path.stat().st_size / 1e6, ways)
    return 0


def _print(name: str, size: float, ways: dict[str, list[dict[str, float]]]) -> None:
    seconds = {way: [each["seconds"] for each in measures] for way, measures in ways.items()}
    memory = {way: statistics.median(each["memory"] for each in ms) for way, ms in ways.items()}
    columns = [f"{statistics.median(s):.3f} ({min(s):.3f})" for s in seconds.values()]
    more = statistics.median(seconds["tintype"]) / statistics.median(seconds["bare"]) - 1
    text = f"{name:<10}{size:>9.1f}{columns[0]:>18}{columns[1]:>18}{more:>+8.1%}"
    both = f"{memory['bare']:.0f} / {memory['tintype']:.0f}"
    around = statistics.median(1 - each["inside"] / each["seconds"] for each in ways["tintype"])
    print(f"{text}{both:>18}{memory['tintype'] / memory['bare'] - 1:>+8.1%}{around:>10.1%}", flush=True)


def _exported(name: str, planes: tuple[int, ...], side: int, folder: Path) -> Path:
    import torch

    from tests.support.networks import foreign_networks

    torch.manual_seed(313)
    net = getattr(foreign_networks, name)(width=_WIDTHS[name])
    return foreign_networks.export(net, folder / f"{name}.onnx", [(count, side, side) for count in planes])


def _in_a_process(way: str, path: Path, options: argparse.Namespace) -> dict[str, float]:
    call = [sys.executable, __file__, "--one", way, str(path), "--megapixels", str(options.megapixels)]
    call += ["--processor"] if options.processor else []
    answer = subprocess.run(call, capture_output=True, text=True, check=True)
    values: dict[str, float] = json.loads(answer.stdout)
    return values


def _measure(way: str, path: Path, options: argparse.Namespace) -> dict[str, float]:
    """Seconds of the second photo of a process, and the most memory that it had, in MB."""
    import numpy as np

    clock = time.process_time if options.processor else time.perf_counter
    height = round((options.megapixels * 1e6 / 1.5) ** 0.5)
    lightness = np.linspace(5, 95, height * round(1.5 * height), dtype=np.float32).reshape(height, -1)
    inside: list[float] = []
    work = _tintype(path, inside, clock) if way == "tintype" else _bare(path)
    work(lightness)
    inside.clear()
    begun = clock()
    work(lightness)
    seconds = clock() - begun
    return {"seconds": seconds, "memory": _peak(), "inside": sum(inside)}


def _peak() -> float:
    """Megabytes. Not by `getrusage`, whose peak a process on Linux takes over from who started it."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1000
    return 0.0


def _tintype(path: Path, inside: list[float], clock: Callable[[], float]) -> Any:
    from colorizer_gui.core.foreign.colorizer import ForeignColorizer
    from colorizer_gui.core.foreign.engine import Signature
    from colorizer_gui.core.foreign.families import families_of
    from colorizer_gui.core.foreign.opening import load_engine
    from colorizer_gui.core.prediction.prediction import ModelIdentity

    engine = load_engine(path, "cpu")
    run = engine.run

    def timed(arrays: Any) -> Any:
        begun = clock()
        answer = run(arrays)
        inside.append(clock() - begun)
        return answer

    engine.run = timed  # type: ignore[method-assign]
    family = families_of(Signature.of(engine.inputs, engine.outputs))[0]
    colorizer = ForeignColorizer(engine, family.conventions[0], ModelIdentity("net", ""))
    return colorizer.predict_ab


def _bare(path: Path) -> Any:
    import cv2
    import numpy as np
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    if os.environ.get("OMP_NUM_THREADS"):  # as Tintype does; threads that wait would count otherwise
        settings.intra_op_num_threads = int(os.environ["OMP_NUM_THREADS"])
    session = onnxruntime.InferenceSession(str(path), settings, providers=["CPUExecutionProvider"])
    port = session.get_inputs()[0]
    _, planes, height, width = port.shape

    def work(lightness: Any) -> Any:
        small = cv2.resize(lightness, (width, height), interpolation=cv2.INTER_AREA)
        picture = np.repeat((small / 100.0)[None, None], planes, axis=1).astype(np.float32)
        return session.run(None, {port.name: picture})[0]

    return work


if __name__ == "__main__":
    raise SystemExit(main())

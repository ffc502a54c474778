"""How much memory a training from a million photos needs, as a curve.

`.venv/bin/python tests/benchmarks/size/benchmark_million.py --encoder vit.safetensors [--out FOLDER]`; Linux.
A thousand small synthetic photos are one shard, which a list names a thousand times. A training of the
network of tokens, whose frozen encoder looks at new views at each step, runs in a process of its own; its
memory and that of its loader process are looked at every second. FOLDER gets `memory.csv` and `memory.svg`.
"""

import argparse
import csv
import io
import json
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

import cv2
import numpy as np

from model_training.report.curves import svg_curve
from model_training.shards.shard_index import ShardIndex

PHOTOS, TIMES = 1000, 1000


def make_shards(folder: Path) -> Path:
    """A list of a thousand times the same shard of photos of ten sources and many sizes."""
    rng = np.random.default_rng(0)
    shard = folder / "000000.tar"
    with tarfile.open(shard, "w") as archive:
        for number in range(PHOTOS):
            height, width = rng.integers(96, 160, 2).tolist()
            small = rng.integers(0, 256, (4, 5, 3), dtype=np.uint8)
            photo = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
            data = cv2.imencode(".jpg", photo)[1].tobytes()
            member = tarfile.TarInfo(f"source-{number % 10}/{number:04}.jpg")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    ShardIndex.read(str(shard)).write(shard.with_suffix(".json"))
    listed = folder / "shards.json"
    listed.write_text(json.dumps({"shardlist": [{"url": shard.name}] * TIMES}), encoding="utf-8")
    return listed


def memory_of(process: int) -> float:
    """MB of a process and of all that it started, what they share counted once."""
    total = 0.0
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        for child in file.read_text(encoding="ascii").split():
            total += memory_of(int(child))
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return total
    return total + next((int(line.split()[1]) / 1e3 for line in lines if line.startswith("Pss:")), 0.0)


def last_step(run: Path) -> int:
    """The last step that the run has logged."""
    file = run / "figures.csv"
    rows = file.read_text(encoding="utf-8").splitlines()[1:] if file.exists() else []
    return max((int(row.partition(",")[0]) for row in rows), default=0)


def main() -> None:
    """Train, look, draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "million")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    run = options.out / "run"
    knobs = {
        "optimizer.steps": options.steps,
        "optimizer.batch": 4,
        "optimizer.warmup_steps": 20,
        "views.cached": 0,
        "data.validation_photos": 8,
        "validate_every": 10**6,
    }
    command = [
        sys.executable,
        "-m",
        "model_training",
        "train",
        "--recipe",
        "tokens-1-frozen",
        "--device",
        "cpu",
    ]
    command += [
        "--shards",
        str(make_shards(options.out)),
        "--encoder",
        str(options.encoder),
        "--out",
        str(run),
    ]
    for key, value in knobs.items():
        command += ["--set", f"{key}={value}"]
    points: list[tuple[float, float, int]] = []
    begun = time.monotonic()
    with subprocess.Popen(command) as training:
        while training.poll() is None:
            points.append((time.monotonic() - begun, memory_of(training.pid), last_step(run)))
            time.sleep(1)
    with (options.out / "memory.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("second", "MB", "step"), *points])
    curve = {"MB of both processes": [(second, megabytes) for second, megabytes, _ in points]}
    picture = svg_curve("Memory of a training from a million photos", curve, "second")
    (options.out / "memory.svg").write_text(picture, encoding="utf-8")
    for low in range(0, options.steps, max(1, options.steps // 5)):
        here = [mb for _, mb, step in points if low <= step < low + options.steps // 5]
        if here:
            print(f"steps {low} to {low + options.steps // 5}: {min(here):,.0f} to {max(here):,.0f} MB")


if __name__ == "__main__":
    main()

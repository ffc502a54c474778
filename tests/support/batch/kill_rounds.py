"""Kill a batch at random moments, start it again, and look at what is there in the end.

`python tests/support/batch/kill_rounds.py --photos 500 --kills 20` does so on a large box.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.support.batch import child
from tests.support.batch.box import Box, make_box
from tests.support.processes.template import start_program


def kill_rounds(box: Box, out: Path, report: Path, *, kills: int, seed: int, jobs: int = 1) -> int:
    """Run and kill; afterwards run to the end and check everything. The answer is how many kills hit.

    Each comes after a random number of printed lines and a little later, in the middle of something.
    """
    chance = random.Random(seed)
    done: list[str] = []
    hits = 0
    share = max(1, 2 * len(box.good) // max(kills, 1))
    for number in range(kills + 1):
        words = [str(box.folder), "-o", str(out), "--recursive", "--resume", "--report", str(report)]
        process = start_program(child.__name__, *words, "--json", "--jobs", str(jobs))
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        last = number == kills
        lines = -1 if last else chance.randrange(3 * share)
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "photo" and event["state"] == "done":
                done.append(event["file"])
            if lines == 0:
                time.sleep(chance.random() * 0.03)
                process.kill()
                hits += 1
            lines -= 1
        process.stdout.close()
        code = process.wait()
        if last:
            assert code == 1, f"4 photos are bad, so the exit code is 1, not {code}"
    assert len(done) == len(set(done)), "a finished photo was colorized again"
    box.check(out)
    photos = json.loads(report.read_text(encoding="utf-8"))["photos"]
    failed = {photo["file"]: photo["message"] for photo in photos if photo["state"] == "failed"}
    assert failed.keys() == {str(path) for path in box.bad}
    assert all(Path(file).name in message for file, message in failed.items())
    assert {photo["state"] for photo in photos} <= {"done", "skipped", "failed"}
    assert all(photo["output"] for photo in photos if photo["state"] != "failed")
    return hits


def main() -> int:
    """Print what happened."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos", type=int, default=500)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        box = make_box(Path(name) / "box", options.photos)
        out = Path(name) / "out"
        start = time.perf_counter()
        report = Path(name) / "report.json"
        hits = kill_rounds(box, out, report, kills=options.kills, seed=options.seed, jobs=options.jobs)
        seconds = time.perf_counter() - start
        print(f"{options.photos} photos, {hits} of {options.kills} kills hit, {seconds:.0f} s: all is there.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

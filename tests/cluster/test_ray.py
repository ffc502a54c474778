"""A batch on a cluster that is really one: Ray on this computer, in processes of its own."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.batch.box import make_box

pytestmark = pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed (the extra cluster)")


def test_a_batch_on_ray_does_what_a_local_one_does_and_goes_on(project: Path, tmp_path: Path) -> None:
    box, out, report = make_box(tmp_path / "box", 8), tmp_path / "out", tmp_path / "report.json"
    command = [sys.executable, str(project / "tests" / "support" / "cluster" / "child.py")]
    command += ["--cluster", "local", str(box.folder), "-o", str(out), "--recursive", "--resume"]
    command += ["--report", str(report)]
    environment = os.environ | {
        "PYTHONPATH": str(project),
        "RAY_AUTH_MODE": "disabled",
        "RAY_raylet_start_wait_time_s": "300",
    }
    states = []
    for _ in range(2):
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert ended.returncode == 1, ended.stdout + ended.stderr
        photos = json.loads(report.read_text())["photos"]
        states.append(sorted(photo["state"] for photo in photos))
        box.check(out)
    good, bad = len(box.good), len(box.bad)
    assert states == [["done"] * good + ["failed"] * bad, ["failed"] * bad + ["skipped"] * good]

"""A killed process loses nothing, repeats nothing, and leaves nothing half-done."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.batch import child, kill_rounds
from tests.support.batch.box import make_box


@pytest.mark.parametrize("jobs", [1, 2])
def test_random_kills(tmp_path: Path, jobs: int) -> None:
    """`python tests/support/batch/kill_rounds.py` does the same with 500 photos and 20 kills."""
    box = make_box(tmp_path / "box", 40)
    hits = kill_rounds.kill_rounds(
        box, tmp_path / "out", tmp_path / "report.json", kills=5, seed=3, jobs=jobs
    )
    assert hits > 2


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_in_a_process_of_its_own(project: Path, tmp_path: Path) -> None:
    box = make_box(tmp_path / "box", 12)
    command = [sys.executable, str(child.__file__), str(box.folder), "-o", str(tmp_path / "out")]
    command += ["--recursive", "--resume", "--json"]
    environment = os.environ | {"PYTHONPATH": str(project)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    with process.stdout:
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "photo" and event["state"] == "done":
                process.send_signal(signal.SIGINT)
                break
        *_, last = process.stdout
    assert process.wait() == 130
    assert json.loads(last)["stopped"] == "asked"
    again = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    assert again.returncode == 1, "four photos are bad"
    box.check(tmp_path / "out")


@pytest.mark.skipif(os.name == "nt", reason="forks")
def test_a_kill_at_any_step(project: Path) -> None:
    """Each fifth step; `python tests/support/batch/kill_sweep.py` takes them all."""
    script = project / "tests" / "support" / "batch" / "kill_sweep.py"
    answer = subprocess.run(
        [sys.executable, str(script), "5"],
        env=os.environ | {"PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.count("all survived") == 3

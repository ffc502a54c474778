"""Promise 7: Tintype works with the network forbidden, and never asks for it."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
import torch

from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.weights import save_weights
from tests.support.guards.no_network import NetworkForbiddenError

_PROGRAM = """
import sys
from tests.support.guards.no_network import forbid_network
forbid_network()
from colorizer_gui.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def test_connecting_is_forbidden_in_tests() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client, pytest.raises(NetworkForbiddenError):
        client.connect(("127.0.0.1", 9))
    with pytest.raises(NetworkForbiddenError):
        socket.create_connection(("localhost", 9))
    with pytest.raises((NetworkForbiddenError, urllib.error.URLError)):
        urllib.request.urlopen("http://localhost:9/")


def test_local_pipes_are_allowed() -> None:
    left, right = socket.socketpair()
    with left, right:
        left.sendall(b"x")
        assert right.recv(1) == b"x"


def run_offline(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments],
        env=os.environ | {"PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_a_photo_is_colorized_with_the_network_forbidden(
    project: Path, samples: Path, tmp_path: Path
) -> None:
    torch.manual_seed(1)
    weights = tmp_path / "untrained.safetensors"
    save_weights(weights, ColorizationNet(), {"recipe": "untrained"})
    arguments = ["--weights", str(weights), "--device", "cpu"]
    done = run_offline(project, "colorize", str(samples / "cat.jpg"), "-o", str(tmp_path), *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith('{"event": "finished"'), "a program reads it"
    assert (tmp_path / "cat-colorized.jpg").stat().st_size > 0
    assert run_offline(project, "doctor", *arguments).returncode == 0


@pytest.mark.weights
def test_the_release_weights_need_no_network(project: Path, samples: Path, tmp_path: Path) -> None:
    done = run_offline(project, "colorize", str(samples / "coffee.jpg"), "-o", str(tmp_path), "--text")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "1 photo colorized."


#: Colorizes without PyTorch, and tells which sockets are open afterwards.
_BY_ONNXRUNTIME = """
import os, sys
import numpy as np
from colorizer_gui.core.foreign.onnx.graphs import open_graphs
open_graphs(None, "cpu").predict_ab(np.full((64, 64), 50, dtype=np.float32))
assert "onnxruntime" in sys.modules and "torch" not in sys.modules
if os.path.isdir("/proc/self/fd"):
    there = [os.path.join("/proc/self/fd", name) for name in os.listdir("/proc/self/fd")]
    print([os.readlink(each) for each in there if os.path.islink(each) and "socket" in os.readlink(each)])
"""


@pytest.mark.weights
def test_onnxruntime_keeps_no_number_of_the_computer_and_sends_nothing(project: Path, tmp_path: Path) -> None:
    home = {name: str(tmp_path) for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME")}
    clean = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    done = subprocess.run(
        [sys.executable, "-c", _BY_ONNXRUNTIME],
        cwd=project, env=clean | home, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() in {"[]", ""}
    assert list(tmp_path.rglob("*")) == []

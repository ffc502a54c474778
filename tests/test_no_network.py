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
from no_network import NetworkForbiddenError

from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.weights import save_weights

_PROGRAM = """
import sys
from no_network import forbid_network
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
    support = project / "tests" / "support"
    return subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(project), str(support)])},
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

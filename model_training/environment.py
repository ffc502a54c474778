"""What a run was made with: versions, machine, revision of the source."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

ENVIRONMENT_FILE = "environment.json"
_PACKAGES = ("torch", "numpy", "opencv-python", "lightning-fabric")


def describe_environment() -> dict[str, object]:
    """Plain values for `environment.json`."""
    return {
        "python": platform.python_version(),
        "platform": platform.platform(),
        "cpus": os.cpu_count(),
        "packages": {name: version(name) for name in _PACKAGES},
        "revision": _git_revision(),
    }


def _git_revision() -> str:
    root = Path(__file__).resolve().parent.parent
    try:
        command = ["git", "-C", str(root), "describe", "--always", "--dirty"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"

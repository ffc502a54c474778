"""What a run was made with: versions, machine, revision of the source."""

import json
import os
import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

ENVIRONMENT_FILE = "environment.json"
_PACKAGES = ("torch", "numpy", "opencv-python", "lightning-fabric")


def describe_environment() -> dict[str, object]:
    """Plain values for `environment.json`."""
    return {
        "python": platform.python_version(),
        "platform": platform.platform(),
        "cpus": os.cpu_count(),
        "packages": {name: _version(name) for name in _PACKAGES},
        "revision": _git_revision(),
    }


def described_data(run: Path) -> dict[str, Any]:
    """How many photos a run learnt from, and their fingerprint."""
    file = run / ENVIRONMENT_FILE
    environment = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return {key: environment[key] for key in ("photos", "fingerprint", "revision") if key in environment}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # the same library may come under another name
        return "unknown"


def _git_revision() -> str:
    root = Path(__file__).resolve().parents[2]
    try:
        command = ["git", "-C", str(root), "describe", "--always", "--dirty"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"

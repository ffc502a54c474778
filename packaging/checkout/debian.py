"""Debian packages that pip cannot bring: installed where that is allowed, named where it is not."""

import os
import shutil
import subprocess
import threading
from collections.abc import Sequence

from checkout.console import SetupError, say

_UPDATE = ["apt-get", "update", "-qq"]
_INSTALL = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]


#: apt lets one at a time change what is installed.
_ONE_AT_A_TIME = threading.Lock()


class _Updated:
    """Whether the package lists were fetched in this run."""

    done = False


def may_install() -> bool:
    """Whether this user may install packages without being asked."""
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def require(packages: Sequence[str], reason: str) -> None:
    """Install packages, or say how to.

    Parameters
    ----------
    reason
        What is wrong, without a full stop.

    Raises
    ------
    SetupError
        When the packages are not there afterwards.
    """
    command = f"apt install {' '.join(packages)}"
    if not may_install():
        raise SetupError(f"{reason}; on Debian and Ubuntu this helps: sudo {command}")
    say(f"{reason}: {command} ...")
    variables = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    with _ONE_AT_A_TIME:
        if not _Updated.done:
            _quietly(_UPDATE, variables)  # an old list may still do, so its failure is not the end
            _Updated.done = True
        failure = _quietly([*_INSTALL, *packages], variables)
    if failure:
        raise SetupError(f"{reason}, and '{command}' failed: {failure}")


def _quietly(command: Sequence[str], variables: dict[str, str]) -> str:
    """Run a command; the answer is its last word of error, empty when it went well."""
    result = subprocess.run(
        command,
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if result.returncode == 0:
        return ""
    lines = (result.stderr or result.stdout).strip().splitlines()
    return lines[-1] if lines else f"exit code {result.returncode}"

"""What of the computer this process may use: a container may have less than the machine under it.

Linux tells by control groups, version 2: https://docs.kernel.org/admin-guide/cgroup-v2.html
"""

import os
from pathlib import Path
from typing import Final

_GROUPS: Final = Path("/sys/fs/cgroup")
_OWN: Final = Path("/proc/self/cgroup")


def usable_cores() -> int:
    """Processors that this process may keep busy, at least one."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    for folder in _groups():
        quota, _, period = _text(folder / "cpu.max").partition(" ")
        if quota.isdigit() and period.isdigit():
            cores = min(cores, int(quota) // int(period))
    return max(1, cores)


def memory_left() -> int | None:
    """Bytes that this process's groups may still take; None where there is no limit."""
    left = []
    for folder in _groups():
        most, now = _text(folder / "memory.max"), _text(folder / "memory.current")
        if most.isdigit() and now.isdigit():
            # What files have left in memory is given back when it is needed.
            files = dict(line.split() for line in _text(folder / "memory.stat").splitlines())
            left.append(max(0, int(most) - int(now) + int(files.get("inactive_file", 0))))
    return min(left, default=None)


def _groups() -> list[Path]:
    """The folders of this process's group and of those around it."""
    own = next((line[3:] for line in _text(_OWN).splitlines() if line.startswith("0::")), "")
    if not own:
        return []
    folder = _GROUPS / own.lstrip("/")
    return [each for each in (folder, *folder.parents) if each.is_relative_to(_GROUPS)]


def _text(path: Path) -> str:
    """A file's text; nothing where it is missing, as it is outside of Linux."""
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""

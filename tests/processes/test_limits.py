"""A container's share of cores and memory, as Linux's control groups tell it."""

import os
from pathlib import Path

import pytest

from colorizer_gui.processes import limits

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the group `box/inner`, which has no limits."""
    own = tmp_path / "cgroup"
    own.write_text("0::/box/inner\n", encoding="ascii")
    monkeypatch.setattr(limits, "_OWN", own)
    monkeypatch.setattr(limits, "_GROUPS", tmp_path / "groups")
    folder = tmp_path / "groups" / "box" / "inner"
    folder.mkdir(parents=True)
    (folder / "cpu.max").write_text("max 100000\n", encoding="ascii")
    (folder / "memory.max").write_text("max\n", encoding="ascii")
    return folder


def test_without_limits_there_is_the_whole_computer(group: Path) -> None:
    assert group.is_dir()
    assert limits.usable_cores() == CORES
    assert limits.memory_left() is None


@pytest.mark.parametrize(("quota", "cores"), [(150000, 1), (50000, 1), (64000000, CORES)])
def test_a_share_of_the_cores(group: Path, quota: int, cores: int) -> None:
    (group.parent / "cpu.max").write_text(f"{quota} 100000\n", encoding="ascii")
    assert limits.usable_cores() == cores


def test_the_smallest_limit_of_memory_counts_and_files_can_be_forgotten(group: Path) -> None:
    for folder, most, now, files in ((group, 4000, 1500, 500), (group.parent, 3000, 2000, 100)):
        (folder / "memory.max").write_text(f"{most}\n", encoding="ascii")
        (folder / "memory.current").write_text(f"{now}\n", encoding="ascii")
        (folder / "memory.stat").write_text(f"anon 1\ninactive_file {files}\n", encoding="ascii")
    assert limits.memory_left() == 1100
    (group.parent / "memory.current").write_text("9000\n", encoding="ascii")
    assert limits.memory_left() == 0


def test_where_there_are_no_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_OWN", tmp_path / "missing")
    assert limits.usable_cores() == CORES
    assert limits.memory_left() is None

"""What was freed goes back to the system."""

import subprocess
import sys
from pathlib import Path

import pytest

from colorizer_gui.core.common import memory

#: Many small pieces with one that stays on top of them, as a network and a photo leave them behind.
CODE = """
from pathlib import Path
from colorizer_gui.core.common.memory import give_back_memory

def resident():
    fields = Path("/proc/self/status").read_text().split()
    return int(fields[fields.index("VmRSS:") + 1])

pieces = [bytearray(100_000) for _ in range(1500)]
top = bytearray(100_000)
del pieces
before = resident()
give_back_memory()
print(before - resident())
"""


@pytest.mark.skipif(memory._trim() is None, reason="another library gives out memory here")
def test_freed_memory_is_given_back(project: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", CODE], cwd=project, capture_output=True, text=True, check=True, timeout=300
    )
    assert int(answer.stdout) > 75_000  # kilobytes, of 150,000


def test_elsewhere_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    memory._trim.cache_clear()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert memory._trim() is None
    memory.give_back_memory()
    memory._trim.cache_clear()

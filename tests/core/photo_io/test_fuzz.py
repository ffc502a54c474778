"""A small, seeded share of tests/fuzz/fuzz_readers.py."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.photos.mutations import seeds


@pytest.mark.parametrize("suffix", sorted({Path(name).suffix for name in seeds()}))
def test_damaged_files_give_a_photo_or_a_sentence(project: Path, suffix: str) -> None:
    script = project / "tests" / "fuzz" / "fuzz_readers.py"
    words = [sys.executable, str(script), "--child", suffix, "--count", "60", "--seed", "1"]
    answer = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    assert answer.returncode == 0, answer.stdout + answer.stderr

"""A small, seeded share of tests/fuzz/fuzz_readers.py."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.photos.mutations import seeds


@pytest.fixture(scope="module")
def answer(project: Path) -> subprocess.CompletedProcess[str]:
    """What came of 60 files of each format, each format in a process of its own."""
    words = [
        sys.executable,
        str(project / "tests" / "fuzz" / "fuzz_readers.py"),
        "--count",
        "60",
        "--seed",
        "1",
    ]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.parametrize("suffix", sorted({Path(name).suffix for name in seeds()}))
def test_damaged_files_give_a_photo_or_a_sentence(
    answer: subprocess.CompletedProcess[str], suffix: str
) -> None:
    verdicts = dict(line.split(": ", 1) for line in answer.stdout.splitlines())
    assert verdicts[suffix].startswith("ok, "), answer.stdout + answer.stderr

"""How large a result will be is estimated from its source and from both formats."""

from itertools import product
from pathlib import Path

from colorizer_gui.core.batch import JobRequest
from colorizer_gui.core.batch.run.disk_space import estimate
from colorizer_gui.core.photo_io.formats import SUPPORTED_SUFFIXES, WRITABLE_SUFFIXES


def estimated(source: str, target: str) -> int:
    return estimate(JobRequest(Path(f"a{source}"), Path(f"b{target}"), size=1000))


def test_there_is_an_estimate_for_every_pair_of_formats() -> None:
    pairs = product(SUPPORTED_SUFFIXES, WRITABLE_SUFFIXES)
    assert {estimated(*pair) for pair in pairs} == {1000, 2000, 3000, 12_000}


def test_a_lossless_result_of_a_lossy_photo_is_the_largest() -> None:
    assert estimated(".jpg", ".png") == 12_000
    assert estimated(".png", ".jpg") == 1000
    assert (estimated(".jpg", ".jpg"), estimated(".bmp", ".bmp")) == (2000, 3000)

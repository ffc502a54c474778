"""Documents point only to what is there."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
DOCUMENTS = [*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md"), *PROJECT.glob("resources/**/*.md")]
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_links_lead_somewhere(document: Path) -> None:
    targets = _LINK.findall(document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_every_sample_photo_has_its_source() -> None:
    folder = PROJECT / "resources" / "samples"
    stated = set(
        re.findall(r"^\| `(.+?)`", (folder / "SOURCES.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert stated == {path.name for path in folder.glob("*.jpg")}

"""Documents point only to what is there."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
DOCUMENTS = [*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md"), *PROJECT.glob("resources/**/*.md")]
SOURCES = ("colorizer_gui", "model_training", "packaging", "tests")
#: Draws how it was before, too.
HISTORY = PROJECT / "docs" / "adr" / "0010-rooms.md"
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_links_lead_somewhere(document: Path) -> None:
    targets = _LINK.findall(document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_modules_and_folders_that_are_named_are_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    if document == HISTORY:
        text = re.sub(r"<details>.*?</details>", "", text, flags=re.DOTALL)
    roots = [
        PROJECT,
        PROJECT / "colorizer_gui",
        PROJECT / "colorizer_gui" / "core",
        PROJECT / "model_training",
    ]
    places = set(re.findall(r"`((?:[a-z_]+/)+(?:\w+\.py)?)`", text))
    assert {place for place in places if not any((root / place).exists() for root in roots)} == set()
    modules = set(re.findall(r"`(\w+\.py)`", text))
    everywhere = {path.name for folder in SOURCES for path in (PROJECT / folder).rglob("*.py")}
    assert modules - everywhere == set()


def test_every_sample_photo_has_its_source() -> None:
    folder = PROJECT / "resources" / "samples"
    stated = set(
        re.findall(r"^\| `(.+?)`", (folder / "SOURCES.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert stated == {path.name for path in folder.glob("*.jpg")}

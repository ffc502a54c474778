"""Where modules and tests lie: told apart by rooms, not by prefixes, and tests in rooms of the same names."""

from collections import defaultdict
from pathlib import Path

PROJECT = Path(__file__).parents[1]
#: So many modules of one folder that begin with the same word are a room.
PREFIX = 3


def modules(*folders: str) -> list[Path]:
    """Paths from the checkout, without what only makes a folder a package."""
    found = [path for folder in folders for path in sorted((PROJECT / folder).rglob("*.py"))]
    assert found
    return [path.relative_to(PROJECT) for path in found if path.name != "__init__.py"]


def test_no_prefix_stands_for_a_room() -> None:
    alike: dict[tuple[Path, str], list[str]] = defaultdict(list)
    for path in modules("colorizer_gui", "model_training", "packaging", "tests/support"):
        alike[path.parent, path.stem.partition("_")[0]].append(path.name)
    assert {where: names for where, names in alike.items() if len(names) >= PREFIX} == {}

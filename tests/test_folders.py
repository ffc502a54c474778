"""Where modules and tests lie: told apart by rooms, not by prefixes, and tests in rooms of the same names."""

import ast
import re
from collections import defaultdict
from pathlib import Path

PROJECT = Path(__file__).parents[1]
#: So many modules of one folder that begin with the same word are a room.
PREFIX = 3
#: Folders of tests that are about what a user does in the window, and not about a room of one name.
OF_THE_WINDOW = {"window/layout", "window/saving", "window/work"}
#: Rooms that are tested where they are used, and there only.
USED = {
    "core/batch/lanes": "processes",
    "controllers/reference": "window/reference",
    "widgets/reference": "window/reference",
    "workers/models": "window/models",
    "workers/review": "window/review",
}


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


def rooms() -> set[str]:
    """As their tests name them: those of the program without its own name."""
    return {
        path.parent.relative_to(PROJECT).as_posix().removeprefix("colorizer_gui/")
        for folder in ("colorizer_gui", "model_training")
        for path in (PROJECT / folder).rglob("__init__.py")
        if len(list(path.parent.glob("*.py"))) > 1
    } - {"colorizer_gui"}


def test_tests_lie_in_rooms_of_the_same_names() -> None:
    tested = {path.parent.relative_to("tests").as_posix() for path in modules("tests") if is_test(path)}
    named = {room.rpartition("/")[2] for room in rooms()}
    in_window = OF_THE_WINDOW | {f"window/{name}" for name in named}
    assert tested - rooms() - in_window == {".", "packaging"}
    assert rooms() - tested == {"controllers", "model_training", *USED}, "what has its own modules has tests"
    assert set(USED.values()) <= tested


def is_test(path: Path) -> bool:
    return path.name.startswith("test_")


def test_what_is_called_slow_or_long_is_there() -> None:
    """A test that was moved would be among the fast ones without a word."""
    tree = ast.parse((PROJECT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    names = [
        name
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in {"SLOW", "LONGEST"}
        for name in ast.literal_eval(node.value)
    ]
    assert len(names) > 40
    assert [name for name in names if not is_there(name)] == []


def is_there(name: str) -> bool:
    """Whether tests begin like that: a folder, a file, or the first letters of either, or of a function."""
    place, _, function = name.partition("::")
    if not function:
        return any(PROJECT.glob(f"{place}*")) or (PROJECT / place).is_dir()
    text = (PROJECT / place).read_text(encoding="utf-8") if (PROJECT / place).is_file() else ""
    return re.search(rf"^def {re.escape(function)}", text, re.MULTILINE) is not None


def test_no_fixture_is_written_twice() -> None:
    """What several rooms need is in `tests/support`, and a room's own in its `conftest.py`."""
    places: dict[str, list[str]] = defaultdict(list)
    for path in modules("tests"):
        for node in ast.parse((PROJECT / path).read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and any(
                "fixture" in ast.unparse(d) for d in node.decorator_list
            ):
                body = node.body[1:] if ast.get_docstring(node) is not None else node.body
                text = "\n".join(map(ast.unparse, body))
                if text.count("\n"):
                    places[text].append(f"{path.as_posix()}: {node.name}")
    assert [where for where in places.values() if len(where) > 1] == []

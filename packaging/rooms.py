"""Draw which room imports which into ARCHITECTURE.md, list all in docs/rooms.md, and count how full they are.

python packaging/rooms.py               draws and lists anew
python packaging/rooms.py --of FOLDER   prints the picture and the figures of another checkout

An arrow is left out where other arrows lead to the same room, so each one is an import that is needed.
"""

import argparse
import ast
import functools
import json
import statistics
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
MAP = PROJECT / "ARCHITECTURE.md"
LIST = PROJECT / "docs" / "rooms.md"
_BEGIN, _END = "<!-- rooms: drawn by packaging/rooms.py -->\n", "<!-- end of rooms -->"
_PACKAGES = ("colorizer_gui", "model_training")
_CORE = "colorizer_gui.core"
#: Runs in a process of its own, so that another checkout can be looked at.
_IMPORTS = """
import json, sys, grimp
sys.path.insert(0, sys.argv[1])
application, core, training = sys.argv[2:]
graph = grimp.build_graph(application, training, cache_dir=None)
rooms = graph.find_children(application) - {core} | graph.find_children(core) | {training}
for room in rooms:
    graph.squash_module(room)
print(json.dumps({room: sorted(graph.find_modules_directly_imported_by(room) & rooms) for room in rooms}))
"""


def picture(checkout: Path) -> str:
    """A Mermaid flow chart of the rooms of the application and of its core; the training is one node."""
    arrows = needed(imports_of_rooms(checkout))
    core = sorted(room for room in arrows if room.startswith(f"{_CORE}."))
    others = sorted(set(arrows) - set(core))
    lines = ["```mermaid", "flowchart TD"]
    lines += [f"    {_id(room)}[{room.removeprefix('colorizer_gui.')}]" for room in others]
    lines += ["    subgraph core"]
    lines += [f"        {_id(room)}[{room.rpartition('.')[2]}]" for room in core]
    lines += ["    end"]
    lines += [f"    {_id(room)} --> {_id(below)}" for room in others + core for below in sorted(arrows[room])]
    return "\n".join([*lines, "```", ""])


def listed(checkout: Path = PROJECT) -> str:
    """A page of all rooms with what their docstrings say."""
    lines = [
        "# All rooms",
        "",
        "Made by `packaging/rooms.py` of what the packages say about themselves.",
        "",
        "| room | one reason to exist | may enter | leaves |",
        "|---|---|---|---|",
    ]
    for package in _PACKAGES:
        for path in sorted((checkout / package).rglob("__init__.py")):
            said = ast.get_docstring(_parsed(path)) or ""
            first, _, rest = said.partition("\n\nEnters: ")
            enters, _, leaves = rest.partition("\nLeaves: ")
            room = path.parent.relative_to(checkout).as_posix()
            lines.append(f"| `{room}/` | {' | '.join(map(_cell, (first, enters, leaves)))} |")
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    """As a sentence of a Markdown table."""
    line = " ".join(text.split()).replace("|", "\\|")
    return line[:1].upper() + line[1:]


def figures(checkout: Path) -> dict[str, float]:
    """How many modules lie loose or in one folder, how long they are, and how much the tests ask."""
    files = [
        path for name in _PACKAGES for path in (checkout / name).rglob("*.py") if path.name != "__init__.py"
    ]
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in files]
    folders = [path.parent for path in files]
    tests = [node for path in (checkout / "tests").rglob("*.py") for node in ast.walk(_parsed(path))]
    return {
        "modules": len(files),
        "loose in colorizer_gui": folders.count(checkout / "colorizer_gui"),
        "in the fullest folder": max(map(folders.count, folders)),
        "median of lines": statistics.median(lengths),
        "longest": max(lengths),
        "over 300 lines": sum(length > 300 for length in lengths),
        "assertions in tests": sum(isinstance(node, ast.Assert) for node in tests),
        "functions that test": sum(
            isinstance(node, ast.FunctionDef) and node.name.startswith("test_") for node in tests
        ),
    }


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of_rooms(checkout: Path) -> dict[str, set[str]]:
    """Of each room, the other rooms that it imports; modules that lie loose count as rooms."""
    command = [sys.executable, "-c", _IMPORTS, str(checkout), _PACKAGES[0], _CORE, _PACKAGES[1]]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, cwd=checkout)
    return {room: set(below) - {room} for room, below in json.loads(answer.stdout).items()}


def needed(arrows: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The transitive reduction of a graph without circles."""

    @functools.cache
    def reached(room: str) -> set[str]:
        return arrows[room].union(*(reached(below) for below in arrows[room]))

    return {
        room: {each for each in below if not any(each in reached(other) for other in below)}
        for room, below in arrows.items()
    }


def drawn(text: str, checkout: Path = PROJECT) -> str:
    """The text with the picture between its marks made anew."""
    before, _, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not end:
        raise SystemExit(f"{MAP.name} has no place for the picture of the rooms.")
    return before + _BEGIN + picture(checkout) + end + after


def _id(room: str) -> str:
    return room.removeprefix("colorizer_gui.").replace(".", "_").strip("_")


def main(arguments: list[str] | None = None) -> int:
    """Draw into the map, or print of another checkout."""
    parser = argparse.ArgumentParser(description="Draw which room imports which.")
    parser.add_argument("--of", type=Path, metavar="FOLDER", help="print those of this checkout")
    checkout: Path | None = parser.parse_args(arguments).of
    if checkout is None:
        MAP.write_text(drawn(MAP.read_text(encoding="utf-8")), encoding="utf-8")
        LIST.write_text(listed(), encoding="utf-8")
        checkout = PROJECT
    else:
        print(picture(checkout.resolve()))
    for name, value in figures(checkout.resolve()).items():
        print(f"{name}: {value:g}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

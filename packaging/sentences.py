"""Finds what the core says: the templates of its sentences, so that they can be translated.

The command line speaks English, so what only it says is left out. The core has no Qt to mark texts with.
But each template stands, written out, as the first argument of a
`Sentence` or of an error that is one, and so they are read out of the source.
"""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
APPLICATION = PROJECT / "colorizer_gui"
#: Where the window looks for their translations.
CONTEXT = "Sentences"
_ROOTS = {"Sentence", "SentenceError"}


class NotWrittenOutError(Exception):
    """A template that is put together, so that no tool can find it."""


def templates(folder: Path = APPLICATION) -> list[str]:
    """All templates, sorted.

    Raises
    ------
    NotWrittenOutError
        When a sentence is made of anything but a text that is written out, or another sentence.
    """
    sources = [path for path in sorted(folder.rglob("*.py")) if path.parent.name != "cli"]
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sources}
    names = _kinds(trees.values())
    found: set[str] = set()
    for path, tree in trees.items():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in names:
                found.update(_template(call, path))
    return sorted(found)


def _kinds(trees: Iterable[ast.Module]) -> set[str]:
    """`Sentence`, and the names of all errors that are sentences."""
    bases: dict[str, set[str]] = {}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                bases[node.name] = {base.id for base in node.bases if isinstance(base, ast.Name)}
    kinds = set(_ROOTS)
    while more := {name for name, above in bases.items() if above & kinds} - kinds:
        kinds |= more
    return kinds


def _template(call: ast.Call, path: Path) -> Iterator[str]:
    first = call.args[0] if call.args else None
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        yield first.value
    elif isinstance(first, ast.JoinedStr | ast.BinOp) or first is None:
        raise NotWrittenOutError(f"{path}:{call.lineno}")


def as_source(texts: list[str]) -> str:
    """A program that lupdate understands."""
    lines = [f'QCoreApplication.translate("{CONTEXT}", {text!r})' for text in texts]
    return "\n".join(["from PySide6.QtCore import QCoreApplication", *lines, ""])

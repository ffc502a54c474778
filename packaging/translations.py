"""Gather the texts of the window and compile their translations.

python packaging/translations.py

lupdate adds new texts, and the sentences of the core, to resources/translations/*.ts, where they are
translated with any editor; lrelease writes the .qm files that the program loads.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import sentences

from colorizer_gui.settings.settings import LANGUAGES as OFFERED

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / "resources" / "translations"
#: Those beside English, which is in the source.
LANGUAGES = tuple(code for code in OFFERED if code != "en")


def update(folder: Path = FOLDER) -> list[Path]:
    """Bring the lists of texts up to date; the answer is their files."""
    sources = sorted(str(path) for path in (PROJECT / "colorizer_gui").rglob("*.py"))
    files = [folder / f"tintype_{language}.ts" for language in LANGUAGES]
    with tempfile.TemporaryDirectory() as scratch:
        core = Path(scratch, "sentences.py")
        core.write_text(sentences.as_source(sentences.templates()), encoding="utf-8")
        for file in files:
            options = ("-no-obsolete", "-locations", "none", "-ts", str(file))
            _run("pyside6-lupdate", *sources, str(core), *options)
    return files


def main() -> int:
    """Gather and compile."""
    for file in update():
        _run("pyside6-lrelease", str(file), "-qm", str(file.with_suffix(".qm")))
    return 0


def _run(tool: str, *arguments: str) -> None:
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, cwd=PROJECT)
    if answer.returncode:
        raise SystemExit(answer.stdout + answer.stderr)


if __name__ == "__main__":
    sys.exit(main())

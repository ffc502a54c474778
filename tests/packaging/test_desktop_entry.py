"""The desktop entry: it is well-formed, opens photos, and is installed with the program's whole path."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import desktop_entry
import pytest

from colorizer_gui.core.photo_io import SUPPORTED_SUFFIXES

#: Kinds of files by suffix, as shared-mime-info names them; camera RAW goes by its general kind.
KINDS = {
    ".jpg": "image/jpeg", ".png": "image/png", ".tif": "image/tiff", ".webp": "image/webp",
    ".bmp": "image/bmp", ".pgm": "image/x-portable-graymap", ".ppm": "image/x-portable-pixmap",
    ".jp2": "image/jp2", ".avif": "image/avif", ".heic": "image/heic", ".dng": "image/x-adobe-dng",
    ".jxl": "image/jxl", ".gif": "image/gif",
}  # fmt: skip


def parsed(text: str) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(delimiters="=", comment_prefixes="#", strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(text)
    return parser["Desktop Entry"]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "a $b" / "50% tintype"
    path.parent.mkdir()
    path.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    path.chmod(0o755)
    return path


def test_each_format_that_is_read_is_opened_with_tintype() -> None:
    kinds = parsed(desktop_entry.ENTRY.read_text(encoding="utf-8"))["MimeType"].split(";")
    assert set(KINDS) <= SUPPORTED_SUFFIXES
    assert set(KINDS.values()) <= set(kinds)


def test_installing_writes_entry_and_icon_and_removing_takes_them_away(tmp_path: Path, program: Path) -> None:
    folder = tmp_path / "share"
    assert desktop_entry.main(["--folder", str(folder), "--program", str(program)]) == 0
    entry, icon = desktop_entry.places(folder)
    assert icon.read_bytes() == desktop_entry.ICON.read_bytes()
    values = parsed(entry.read_text(encoding="utf-8"))
    assert values["TryExec"] == str(program)
    # Undone as the specification says: first the escapes of a string, then the quotes, then the codes.
    quoted = re.fullmatch(r'"(.*)" %F', values["Exec"].replace("\\\\", "\\"))
    assert quoted
    assert re.sub(r"\\(.)", r"\1", quoted[1]).replace("%%", "%") == str(program)
    assert desktop_entry.main(["--folder", str(folder), "--remove"]) == 0
    assert not entry.exists()
    assert not icon.exists()


def test_no_program_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert desktop_entry.main(["--folder", str(tmp_path), "--program", str(tmp_path / "none")]) == 1
    assert "none" in capsys.readouterr().err


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs desktop-file-utils")
def test_the_entry_is_valid(tmp_path: Path, program: Path) -> None:
    whole = tmp_path / "tintype.desktop"
    whole.write_text(desktop_entry.entry_for(program), encoding="utf-8")
    for path in (desktop_entry.ENTRY, whole):
        answer = subprocess.run(
            ["desktop-file-validate", str(path)], capture_output=True, text=True, check=False
        )
        assert (answer.returncode, answer.stdout) == (0, "")

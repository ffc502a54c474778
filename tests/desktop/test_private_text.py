"""Logs and reports name photos, but not the folders that they lie in."""

import traceback
from pathlib import Path

import pytest

from colorizer_gui.desktop.private_text import without_folders


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('The photo "/home/anna/Box 3/scan 1.jpg" is empty.', 'The photo "…/scan 1.jpg" is empty.'),
        ("[Errno 2] No such file: '/media/Anna/x.tif'", "[Errno 2] No such file: '…/x.tif'"),
        ("PosixPath('/home/anna/Fotos')", "PosixPath('…/Fotos')"),
        ('No such file: "/home/anna/Oma\'s Box/x.tif"', 'No such file: "…/x.tif"'),
        ("Das Foto „/home/anna/Größe/ü.png“ fehlt.", "Das Foto „…/ü.png“ fehlt."),
        ("«~/Fotos/Italia/x.png» no existe", "«…/x.png» no existe"),
        ("'C:\\\\Users\\\\Anna\\\\x.jpg'", "'…/x.jpg'"),
        ('"C:\\Users\\Anna\\Old photos\\x y.jpg"', '"…/x y.jpg"'),
        ("QFile: /home/anna/My photos/x.jpg is gone", "QFile: …/x.jpg is gone"),
        ("file:///home/anna/x.jpg", "…/x.jpg"),
        ("photo 3/4 of 12, 20 m/s, a / b, and/or", "photo 3/4 of 12, 20 m/s, a / b, and/or"),
        ('text = "/".join(parts) + "/x"', 'text = "/".join(parts) + "/x"'),
        ("https://example.org/page", "https://example.org/page"),
        ("no path at all", "no path at all"),
    ],
)
def test_names_stay_and_folders_go(text: str, shown: str) -> None:
    assert without_folders(text) == shown
    assert without_folders(shown) == shown


def test_a_traceback_still_tells_where(tmp_path: Path) -> None:
    missing = tmp_path / "Anna" / "x.jpg"
    try:
        missing.read_bytes()
    except OSError:
        text = without_folders(traceback.format_exc())
    assert "Anna" not in text
    assert str(tmp_path) not in text
    assert "tests/desktop/test_private_text.py" in text
    assert "x.jpg" in text
    assert ", line " in text

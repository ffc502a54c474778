"""A batch on a disk that is really full: a small tmpfs, mounted where nobody else sees it (Linux).

`unshare --mount --map-root-user python tests/support/batch/full_disk.py FOLDER` fills it, enlarges it.
"""

import contextlib
import io
import subprocess
import sys
from pathlib import Path

from colorizer_gui.cli import colorize as cli_colorize
from colorizer_gui.cli import main as cli
from colorizer_gui.core.photo_io import read_photo
from tests.support.batch.box import make_box
from tests.support.batch.child import load


def mount(folder: Path, options: str) -> None:
    """Mount a tmpfs, or change one."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)


def colorize(folder: Path, out: Path) -> tuple[int, str]:
    """The exit code, and what was printed as errors."""
    errors = io.StringIO()
    words = [str(folder), "-o", str(out), "--recursive", "--resume", "--ignore-space"]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(errors):
        code = cli.main(["colorize", *words])
    return code, errors.getvalue()


def main(place: Path) -> int:
    """Print what happened."""
    cli_colorize._load = load
    box, out = make_box(place / "box", 30), place / "out"
    out.mkdir()
    mount(out, "size=160k")
    code, errors = colorize(box.folder, out)
    assert code == 1, code
    assert "is full; free some space and go on." in errors, errors
    photos = [path for path in out.rglob("*") if path.is_file() and not path.name.startswith(".")]
    assert 0 < len(photos) < len(box.good), len(photos)
    for path in photos:
        read_photo(path)
    mount(out, "remount,size=50m")
    code, errors = colorize(box.folder, out)
    assert code == 1, "the bad photos are still bad"
    assert "is full" not in errors
    box.check(out)
    print(f"{len(photos)} of {len(box.good)} photos fitted, then all were there")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

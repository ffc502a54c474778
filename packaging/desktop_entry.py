"""Install Tintype's entry in the menus of a Linux desktop, and its icon, for one user.

python packaging/desktop_entry.py [--program FILE] [--folder FOLDER] [--remove]

After that the file manager offers Tintype under "Open With" for photos. Without --program the entry starts
the checkout's own .venv/bin/tintype-window; --folder is $XDG_DATA_HOME, usually ~/.local/share.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parent.parent
ENTRY: Final = PROJECT / "packaging" / "linux" / "tintype.desktop"
ICON: Final = PROJECT / "resources" / "icons" / "tintype.svg"
_COMMAND: Final = "tintype-window"


def entry_for(program: Path) -> str:
    """The entry with the program's whole path in it, quoted as the desktop specification asks."""
    quoted = str(program)
    for special in ("\\", '"', "`", "$"):
        quoted = quoted.replace(special, f"\\{special}")
    quoted = f'"{quoted}"'.replace("\\", "\\\\").replace("%", "%%")
    lines = []
    for line in ENTRY.read_text(encoding="utf-8").splitlines():
        if line.startswith("TryExec="):
            lines.append(f"TryExec={program}")
        else:
            lines.append(line.replace(f"Exec={_COMMAND}", f"Exec={quoted}"))
    return "\n".join([*lines, ""])


def places(folder: Path) -> tuple[Path, Path]:
    """Where the entry and the icon go."""
    return folder / "applications" / ENTRY.name, folder / "icons/hicolor/scalable/apps" / ICON.name


def install(folder: Path, program: Path) -> None:
    """Write the entry and the icon, and tell the desktop."""
    entry, icon = places(folder)
    for place in (entry, icon):
        place.parent.mkdir(parents=True, exist_ok=True)
    entry.write_text(entry_for(program), encoding="utf-8")
    shutil.copyfile(ICON, icon)
    _tell(folder)


def remove(folder: Path) -> None:
    """Take both away again."""
    for place in places(folder):
        place.unlink(missing_ok=True)
    _tell(folder)


def _tell(folder: Path) -> None:
    """Desktops without these two look by themselves."""
    for command in (
        ["update-desktop-database", str(folder / "applications")],
        ["gtk-update-icon-cache", "-q", "-t", "-f", str(folder / "icons/hicolor")],
    ):
        if shutil.which(command[0]):
            subprocess.run(command, check=False)


def main(words: list[str] | None = None) -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--program", type=Path, default=PROJECT / ".venv" / "bin" / _COMMAND)
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    parser.add_argument("--folder", type=Path, default=Path(data))
    parser.add_argument("--remove", action="store_true")
    options = parser.parse_args(words)
    if options.remove:
        remove(options.folder)
        return 0
    program = options.program.absolute()
    if not program.is_file():
        print(
            f'There is no program "{program}"; run "python3 packaging/dev.py setup" first.', file=sys.stderr
        )
        return 1
    install(options.folder, program)
    print(f"Tintype is in the menus now: {places(options.folder)[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The system's dialogs for files and folders."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_photos(parent: QWidget, folder: Path, suffixes: frozenset[str]) -> list[Path]:
    """Ask which photos to open."""
    title = QCoreApplication.translate("Dialogs", "Open Photos")
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), photo_filter(suffixes))
    return [Path(name) for name in names]


def ask_folder(parent: QWidget, folder: Path) -> Path | None:
    """Ask which folder to open."""
    title = QCoreApplication.translate("Dialogs", "Open Folder")
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def ask_target(parent: QWidget, proposal: Path, suffixes: frozenset[str]) -> Path | None:
    """Ask where to save; nothing is ever overwritten, so the system need not warn of it."""
    title = QCoreApplication.translate("Dialogs", "Save Colorized Photo")
    name, _ = QFileDialog.getSaveFileName(
        parent,
        title,
        str(proposal),
        photo_filter(suffixes),
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    if not name:
        return None
    target = Path(name)
    return target if target.suffix else target.with_name(target.name + proposal.suffix)


def photo_filter(suffixes: frozenset[str]) -> str:
    """Name filters of a file dialog."""
    photos = QCoreApplication.translate("Dialogs", "Photos")
    everything = QCoreApplication.translate("Dialogs", "All files")
    patterns = " ".join(f"*{suffix}" for suffix in sorted(suffixes))
    return f"{photos} ({patterns});;{everything} (*)"

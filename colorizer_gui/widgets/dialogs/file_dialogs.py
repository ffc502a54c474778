"""Questions for files and folders: the system's dialogs, and the one that saves."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from colorizer_gui.widgets.common.screen_fit import open_dialog
from colorizer_gui.widgets.dialogs.save_dialog import SaveChoice, SaveDialog


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


def ask_output_folder(parent: QWidget, folder: Path | None) -> Path | None:
    """Ask where the results of a batch go."""
    title = QCoreApplication.translate("Dialogs", "Folder for the Results")
    name = QFileDialog.getExistingDirectory(parent, title, "" if folder is None else str(folder))
    return Path(name) if name else None


def ask_recipe(parent: QWidget, folder: Path, suffixes: frozenset[str]) -> Path | None:
    """Ask for a colorized photo, or the recipe beside it, whose settings are to be taken over."""
    title = QCoreApplication.translate("Dialogs", "Take Over the Settings of a Result")
    kinds = photo_filter(suffixes | {".tintype.json"})
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(name) if name else None


def ask_reference(parent: QWidget, folder: Path, suffixes: frozenset[str]) -> Path | None:
    """Ask for a photo in colour that others are to look like."""
    title = QCoreApplication.translate("Dialogs", "Reference Photo")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), photo_filter(suffixes))
    return Path(name) if name else None


def ask_report(parent: QWidget, folder: Path) -> Path | None:
    """Ask where to write the report of a batch; the suffix chooses its form."""
    title = QCoreApplication.translate("Dialogs", "Save Report")
    table = QCoreApplication.translate("Dialogs", "Table for spreadsheets")
    data = QCoreApplication.translate("Dialogs", "Data for programs")
    kinds = [f"{table} (*.csv)", f"{data} (*.json)"]
    proposal = str(folder / "tintype-report.csv")
    name, kind = QFileDialog.getSaveFileName(parent, title, proposal, ";;".join(kinds))
    if not name:
        return None
    target = Path(name)
    if target.suffix.lower() in {".csv", ".json"}:
        return target
    return target.with_name(target.name + (".json" if kind == kinds[1] else ".csv"))


def ask_save(parent: QWidget, proposal: Path, quality: int) -> SaveChoice | None:
    """Ask under which name, in which format and quality to save."""
    dialog = SaveDialog(proposal, quality, parent)
    open_dialog(dialog)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.choice if accepted else None


def ask_target(parent: QWidget, proposal: Path, suffixes: frozenset[str]) -> Path | None:
    """Ask where to save; nothing is ever overwritten, so the system need not warn of it."""
    title = QCoreApplication.translate("Dialogs", "Export")
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

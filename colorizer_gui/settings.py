"""What Tintype remembers between two starts; nothing in it is needed to work."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSettings, QStandardPaths, Signal

MOST_RECENT: Final = 10


class Settings(QObject):
    """A typed face of QSettings.

    Signals
    -------
    recent_files_changed()
    """

    recent_files_changed = Signal()

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    @property
    def recent_files(self) -> list[Path]:
        """Photos that were opened, the last one first."""
        stored = self._store.value("recentFiles", [])
        names = [stored] if isinstance(stored, str) else stored
        return [Path(name) for name in names if isinstance(name, str)] if isinstance(names, list) else []

    def add_recent_file(self, path: Path) -> None:
        """Put a photo in front."""
        paths = [path, *(other for other in self.recent_files if other != path)]
        self._store.setValue("recentFiles", [str(other) for other in paths[:MOST_RECENT]])
        self.recent_files_changed.emit()

    def clear_recent_files(self) -> None:
        """Forget all."""
        self._store.remove("recentFiles")
        self.recent_files_changed.emit()

    @property
    def last_folder(self) -> Path:
        """Where the user last opened a photo."""
        stored = self._store.value("lastFolder", "")
        if isinstance(stored, str) and stored and Path(stored).is_dir():
            return Path(stored)
        pictures = QStandardPaths.StandardLocation.PicturesLocation
        return Path(QStandardPaths.writableLocation(pictures) or Path.home())

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._store.setValue("lastFolder", str(folder))

    @property
    def window_geometry(self) -> QByteArray:
        """As `QWidget.saveGeometry` wrote it; empty at the first start."""
        stored = self._store.value("windowGeometry", QByteArray())
        return stored if isinstance(stored, QByteArray) else QByteArray()

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("windowGeometry", geometry)

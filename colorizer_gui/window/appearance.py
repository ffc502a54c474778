"""Light or dark: as the user has set it, or else as the system is."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.style.theme import apply_theme

_SCHEMES: Final = {
    "": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """Dresses the application again when the setting or the system changes."""

    def __init__(self, application: QApplication, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._settings = settings
        settings.appearance_changed.connect(self._on_changed)
        application.styleHints().colorSchemeChanged.connect(self._on_changed)
        if settings.appearance:
            self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        scheme = _SCHEMES[self._settings.appearance]
        hints = self._application.styleHints()
        if scheme != Qt.ColorScheme.Unknown:
            hints.setColorScheme(scheme)  # the system's own dialogs and frames follow, where they can
        else:
            hints.unsetColorScheme()
        apply_theme(self._application, None if scheme == Qt.ColorScheme.Unknown else scheme)

"""What Tintype remembers between two starts; nothing in it is needed to work."""

import json
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSettings, QStandardPaths, Signal, Slot

from colorizer_gui.core.common.existence import is_folder
from colorizer_gui.core.inference.devices import DEVICES
from colorizer_gui.core.photo_io import WriteOptions
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.settings.batch_choices import BatchChoices
from colorizer_gui.settings.saving_settings import SavingSettings

MOST_RECENT: Final = 10
FORMATS: Final = ("same", "jpg", "png", "tif", "webp")
#: Light or dark; "" is as the system.
APPEARANCES: Final = ("", "light", "dark")
#: Languages of the window by code, with their own names.
LANGUAGES: Final[Mapping[str, str]] = {"en": "English", "de": "Deutsch", "es": "Español"}


class Settings(QObject):
    """A typed face of QSettings.

    Signals
    -------
    recent_files_changed(), presets_changed(), display_profile_changed(), appearance_changed()

    Attributes
    ----------
    saving
        How photos are read and results written and labelled.
    """

    recent_files_changed = Signal()
    presets_changed = Signal()
    display_profile_changed = Signal()
    appearance_changed = Signal()

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.saving = SavingSettings(store)

    @property
    def recent_files(self) -> list[Path]:
        """Photos that were opened, the last one first."""
        stored = self._store.value("recentFiles", [])
        names = [stored] if isinstance(stored, str) else stored
        return [Path(name) for name in names if isinstance(name, str)] if isinstance(names, list) else []

    def add_recent_file(self, path: Path) -> None:
        """Put a photo first among the recent ones."""
        paths = [path, *(other for other in self.recent_files if other != path)]
        self._store.setValue("recentFiles", [str(other) for other in paths[:MOST_RECENT]])
        self.recent_files_changed.emit()

    @property
    def device(self) -> str:
        """Where to compute, one of `DEVICES`."""
        return self._choice("device", DEVICES)

    @device.setter
    def device(self, device: str) -> None:
        self._store.setValue("device", device)

    @property
    def weights(self) -> Path | None:
        """Another weights file than Tintype's own."""
        return self._path("weights")

    @weights.setter
    def weights(self, weights: Path | None) -> None:
        self._store.setValue("weights", "" if weights is None else str(weights))

    @property
    def save_format(self) -> str:
        """In which format results are saved, one of `FORMATS`: "same", or the suffix without its dot."""
        return self._choice("saveFormat", FORMATS)

    @save_format.setter
    def save_format(self, name: str) -> None:
        self._store.setValue("saveFormat", name)

    @property
    def save_suffix(self) -> str:
        """The suffix that results get; empty for the original's."""
        return "" if self.save_format == "same" else f".{self.save_format}"

    @property
    def restores_session(self) -> bool:
        """Whether the photos of last time are opened at the start, instead of offered."""
        return str(self._store.value("restoreSession", "false")).lower() == "true"

    @restores_session.setter
    def restores_session(self, restores: bool) -> None:
        self._store.setValue("restoreSession", restores)

    @property
    def notices_turned(self) -> bool:
        """Whether a photo that lies on its side is noticed, and its turning offered."""
        return str(self._store.value("noticeTurned", "true")).lower() != "false"

    @notices_turned.setter
    def notices_turned(self, notices: bool) -> None:
        self._store.setValue("noticeTurned", notices)

    @property
    def protects_gray(self) -> bool:
        """Whether places that are protected become gray, instead of keeping the colour that they have."""
        return str(self._store.value("protectGray", "false")).lower() == "true"

    @protects_gray.setter
    def protects_gray(self, gray: bool) -> None:
        self._store.setValue("protectGray", gray)

    @property
    def display_profile(self) -> Path | None:
        """The ICC file of the display; None shows sRGB."""
        return self._path("displayProfile")

    @display_profile.setter
    def display_profile(self, path: Path | None) -> None:
        self._store.setValue("displayProfile", "" if path is None else str(path))
        self.display_profile_changed.emit()

    @property
    def quality(self) -> int:
        """Of JPEG and WebP, 1 to 100."""
        try:
            quality = int(str(self._store.value("quality", 95)))
        except ValueError:
            quality = 95
        return min(max(quality, 1), 100)

    @quality.setter
    def quality(self, quality: int) -> None:
        self._store.setValue("quality", quality)

    @property
    def write_options(self) -> WriteOptions:
        """How results are written, apart from their format."""
        return self.saving.writing(self.quality)

    @property
    def language(self) -> str:
        """One of `LANGUAGES`; "" is that of the system."""
        return self._choice("language", ("", *LANGUAGES))

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def appearance(self) -> str:
        """One of `APPEARANCES`."""
        return self._choice("appearance", APPEARANCES)

    @appearance.setter
    def appearance(self, appearance: str) -> None:
        if appearance != self.appearance:
            self._store.setValue("appearance", appearance)
            self.appearance_changed.emit()

    def _path(self, name: str) -> Path | None:
        stored = self._store.value(name, "")
        return Path(stored) if isinstance(stored, str) and stored else None

    def _choice(self, name: str, choices: tuple[str, ...]) -> str:
        stored = self._store.value(name, choices[0])
        return stored if isinstance(stored, str) and stored in choices else choices[0]

    @property
    def presets(self) -> dict[str, Adjustments]:
        """The user's own presets by name; what cannot be read is left out."""
        try:
            stored = json.loads(str(self._store.value("presets", "{}")))
        except ValueError:
            return {}
        if not isinstance(stored, dict):
            return {}
        return {
            name: Adjustments.from_dict(values) for name, values in stored.items() if isinstance(values, dict)
        }

    def add_preset(self, name: str, adjustments: Adjustments) -> None:
        """Keep settings under a name; one of the same name is replaced."""
        self._store_presets({**self.presets, name: adjustments})

    @Slot(str)
    def remove_preset(self, name: str) -> None:
        """Forget the preset of that name."""
        self._store_presets({other: value for other, value in self.presets.items() if other != name})

    def _store_presets(self, presets: dict[str, Adjustments]) -> None:
        stored = {name: adjustments.to_dict() for name, adjustments in presets.items()}
        self._store.setValue("presets", json.dumps(stored))
        self.presets_changed.emit()

    @property
    def recent_colours(self) -> tuple[tuple[float, float], ...]:
        """The a*b* that points were lately given, the last one first; what cannot be read is left out."""
        try:
            stored = json.loads(str(self._store.value("recentColours", "[]")))
            colours = [(float(a), float(b)) for a, b in stored[:MOST_RECENT]]
        except (ValueError, TypeError, LookupError):
            return ()
        return tuple(ab for ab in colours if isfinite(ab[0]) and isfinite(ab[1]))

    def add_recent_colour(self, ab: tuple[float, float]) -> None:
        """Put a colour first among the recent ones."""
        chosen = (round(ab[0], 1), round(ab[1], 1))
        colours = [chosen, *(other for other in self.recent_colours if other != chosen)]
        self._store.setValue("recentColours", json.dumps(colours[:MOST_RECENT]))

    @property
    def batch_choices(self) -> BatchChoices:
        """What was last chosen for a batch."""
        try:
            stored = json.loads(str(self._store.value("batch", "{}")))
        except ValueError:
            return BatchChoices()
        return BatchChoices.from_dict(stored if isinstance(stored, dict) else {})

    @batch_choices.setter
    def batch_choices(self, choices: BatchChoices) -> None:
        self._store.setValue("batch", json.dumps(choices.to_dict()))

    @property
    def last_folder(self) -> Path:
        """Where the user last opened a photo."""
        stored = self._store.value("lastFolder", "")
        if isinstance(stored, str) and stored and is_folder(Path(stored)):
            return Path(stored)
        pictures = QStandardPaths.StandardLocation.PicturesLocation
        folder = Path(QStandardPaths.writableLocation(pictures))
        return folder if folder.is_absolute() and is_folder(folder) else Path.home()

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

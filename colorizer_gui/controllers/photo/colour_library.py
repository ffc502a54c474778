"""The user's own known colours, in a file of the program's data folder."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.guidance.known_colours import KnownColour, merged, read_colours, write_colours

LIBRARY_NAME: Final = "colours.json"


class ColourLibrary(QObject):
    """Keeps named colours for all photos.

    Signals
    -------
    changed()
        There are other colours.
    failed(Sentence)
        The file could not be read or written.

    Attributes
    ----------
    own
        The user's colours, in the order in which they came.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._is_read = False
        self.own: tuple[KnownColour, ...] = ()

    def load(self) -> None:
        """Read the library, once; without a file it is empty."""
        if self._is_read:
            return
        self._is_read = True
        if self._path.exists():
            try:
                self.own = read_colours(self._path)
            except ColorizationError as exc:
                self._set_aside(exc)
        self.changed.emit()

    def add(self, colours: tuple[KnownColour, ...]) -> None:
        """Keep colours; one of the same name is replaced."""
        self._store(merged(self.own, colours))

    def remove(self, name: str) -> None:
        """Forget the colour of that name."""
        self._store(tuple(colour for colour in self.own if colour.name != name))

    def take_in(self, path: Path) -> int | None:
        """Add the colours of a file; the answer is how many it holds, None where it cannot be read."""
        try:
            colours = read_colours(path)
        except ColorizationError as exc:
            self.failed.emit(exc.sentence)
            return None
        self.add(colours)
        return len(colours)

    def give_out(self, path: Path) -> bool:
        """Write all colours to a file; whether that succeeded."""
        return self._write(path, self.own)

    def _store(self, colours: tuple[KnownColour, ...]) -> None:
        self.own = colours
        self._write(self._path, colours)
        self.changed.emit()

    def _write(self, path: Path, colours: tuple[KnownColour, ...]) -> bool:
        try:
            write_colours(path, colours)
        except ColorizationError as exc:
            self.failed.emit(exc.sentence)
            return False
        return True

    def _set_aside(self, exc: ColorizationError) -> None:
        """Leave a file that cannot be read beside a new one."""
        self.failed.emit(exc.sentence)
        try:
            self._path.replace(self._path.with_suffix(".damaged.json"))
        except OSError:
            self.failed.emit(exc.sentence)

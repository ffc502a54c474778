"""Results for other programs: temporary files, written when somebody drags or pastes them."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QObject, Signal, Slot

from colorizer_gui.controllers.colorizing.colorization import ColorizationController
from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.core.photo_io import WriteOptions, default_target
from colorizer_gui.core.recipe.result_label import LabelOptions
from colorizer_gui.workers.photo.requests import TemporaryExportRequest


class TemporaryExport(QObject):
    """One result on its way out; the work begins at once, and who needs it waits for it.

    Signals
    -------
    ended()
        The file is there, or will never be.
    """

    ended = Signal()

    def __init__(self, colorization: ColorizationController, request: TemporaryExportRequest) -> None:
        super().__init__(colorization)
        self._request = request
        self._path: Path | None = None
        self._has_ended = False
        colorization.handed_out.connect(self._on_handed_out)

    def file(self) -> Path | None:
        """Wait for the file without holding up what else goes on; None if it could not be written."""
        if not self._has_ended:
            loop = QEventLoop()
            self.ended.connect(loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self._path

    def cancel(self) -> None:
        """Nobody wants it any more."""
        self._request.token.cancel()

    @Slot(object, object)
    def _on_handed_out(self, request: TemporaryExportRequest, path: Path | None) -> None:
        if request is self._request:
            self._path = path
            self._has_ended = True
            self.ended.emit()


class TemporaryExports(QObject):
    """Writes results to a temporary folder, one folder inside of it for each."""

    def __init__(self, colorization: ColorizationController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colorization = colorization
        self._folder: TemporaryDirectory[str] | None = None
        self._count = 0

    def begin(
        self, entry: Entry, suffix: str, options: WriteOptions, label: LabelOptions
    ) -> TemporaryExport | None:
        """Begin to write the result of a photo; None if it has no colour yet.

        Parameters
        ----------
        suffix
            Of the format; the original's if empty.
        """
        if entry.prediction is None:
            return None
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="tintype-", ignore_cleanup_errors=True)
        self._count += 1
        folder = Path(self._folder.name, str(self._count))
        folder.mkdir()
        proposal = default_target(entry.path or Path(f"{entry.name}.png"), photo=entry.photo)
        target = folder / proposal.name
        target = target.with_suffix(suffix) if suffix else target
        request = self._colorization.hand_out(entry, target, options, label)
        return TemporaryExport(self._colorization, request)

    def clean_up(self) -> None:
        """Remove what was written."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

"""Small pictures that follow the settings of their photos."""

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QColorSpace, QImage

from colorizer_gui.controllers.photo.previewing import PreviewController
from colorizer_gui.controllers.session.reading_requests import THUMBNAIL_SIDE
from colorizer_gui.controllers.session.session import Entry, Session

#: Sliders have come to rest.
_REST_MS: Final = 300


class StripPictures(QObject):
    """Makes the small picture of a photo from the large one that is on the screen."""

    def __init__(
        self, session: Session, previewing: PreviewController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._previewing = previewing
        self._drawn: tuple[Entry, QImage] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._make)
        previewing.colorized_drawn.connect(self._on_drawn)
        session.current_changed.connect(self._make)

    @Slot(object)
    def _on_drawn(self, image: QImage) -> None:
        entry = self._session.current
        if entry is not None and self._previewing.is_settled:
            self._drawn = entry, image
            self._rest.start()

    @Slot()
    def _make(self) -> None:
        drawn, self._drawn = self._drawn, None
        if drawn is None:
            return
        entry, image = drawn
        if entry in self._session and entry.prediction is not None:
            small = image
            if max(image.width(), image.height()) > THUMBNAIL_SIDE:
                aspect, smooth = (
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
                small = image.scaled(THUMBNAIL_SIDE, THUMBNAIL_SIDE, aspect, smooth)
            if small.colorSpace().isValid():  # that of the display
                small = small.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
            entry.thumbnail = small
            self._session.changed(entry)

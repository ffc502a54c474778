"""Where photos are looked at and decided about: a contact sheet, one photo large, and the keys."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from colorizer_gui.widgets.common.yielding_label import YieldingLabel
from colorizer_gui.widgets.compare.comparison_view import ComparisonView
from colorizer_gui.widgets.review.bar import KEYS, ReviewBar, ReviewCommand
from colorizer_gui.widgets.review.item import ReviewItem
from colorizer_gui.widgets.review.model import AFTER_ROLE, BEFORE_ROLE
from colorizer_gui.widgets.review.settings import ReviewSettings
from colorizer_gui.widgets.review.sheet import ReviewSheet
from colorizer_gui.widgets.review.words import Decision, decision_text
from colorizer_gui.widgets.style.theme import SPACE

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ReviewView(QWidget):
    """Puts the parts together; what commands do is known elsewhere.

    Signals
    -------
    command_requested(ReviewCommand)
        For the photos that are selected.
    rest_accepted(), export_requested()
    large_wanted(int | None)
        This photo is to be shown large, or none.

    Attributes
    ----------
    sheet, comparison, bar, settings
        What it is made of.
    counts_label, rest_button, export_button
        Over the sheet.
    """

    command_requested = Signal(object)
    rest_accepted = Signal()
    export_requested = Signal()
    large_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = ReviewSheet()
        self.comparison = ComparisonView()
        self.bar = ReviewBar()
        self.counts_label = YieldingLabel()
        self.counts_label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.rest_button = QPushButton(self.tr("Accept All the Rest"))
        self.rest_button.setToolTip(self.tr("All photos without a decision are to be saved as they are"))
        self.export_button = QPushButton()
        self.export_button.setProperty("primary", True)
        self._empty = QLabel(
            self.tr("Nothing to look at yet.\nPhotos appear here as soon as they have been colorized.")
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._pages = QStackedWidget()
        for page in (self._empty, self.sheet, self.comparison):
            self._pages.addWidget(page)
        for pane in (self.comparison.original_pane, self.comparison.colorized_pane):
            pane.installEventFilter(self)
        self._lay_out()
        self.settings = ReviewSettings(self)
        self.settings.hide()
        self.setFocusProxy(self.sheet)
        self.bar.command_requested.connect(self._on_command_requested)
        self.rest_button.clicked.connect(self.rest_accepted)
        self.export_button.setToolTip(self.tr("Writes the photos that were accepted, with their colours"))
        self.export_button.clicked.connect(self.export_requested)
        self.sheet.current_changed.connect(self._on_current_changed)
        self.sheet.doubleClicked.connect(self.show_large)
        self.settings.closing_requested.connect(self.close_settings)
        self.show_items([])

    @property
    def shows_large(self) -> bool:
        """Whether one photo is shown large."""
        return self._pages.currentWidget() is self.comparison

    def show_items(self, items: Sequence[ReviewItem]) -> None:
        """Show another list."""
        self.sheet.show_items(items)
        if not items:
            self.close_settings()
            self._pages.setCurrentWidget(self._empty)
        elif not self.shows_large:
            self._pages.setCurrentWidget(self.sheet)
        self._update_head()

    def update_items(self, items: Sequence[ReviewItem]) -> None:
        """Show photos as they are now."""
        self.sheet.photos.update(items)
        self._update_head()

    @Slot()
    def show_large(self) -> None:
        """Show the current photo large, or the sheet again."""
        if self.shows_large:
            self._pages.setCurrentWidget(self.sheet)
            self.sheet.setFocus()
            self.large_wanted.emit(None)
        elif self.sheet.current is not None:
            self._show_small()
            self._pages.setCurrentWidget(self.comparison)
            self.comparison.original_pane.setFocus()
            self.large_wanted.emit(self.sheet.current)
        self._update_head()

    def set_large(self, before: QImage, after: QImage | None) -> None:
        """Draw the photo that is shown large."""
        size = self.comparison.view.photo_size
        if (round(size.width()), round(size.height())) != (before.width(), before.height()):
            self.comparison.set_photo_size(before.width(), before.height())
        self.comparison.set_original(before)
        if after is not None:
            self.comparison.set_colorized(after)

    def open_settings(self) -> None:
        """Show the settings over the sheet; the keys go there."""
        self.settings.show()
        self.settings.raise_()
        self._place_settings()
        self.settings.rows["saturation"].slider.setFocus()

    @Slot()
    def close_settings(self) -> None:
        """Give the keys back to the photos."""
        if self.settings.isVisible():
            self.settings.hide()
            (self.comparison.original_pane if self.shows_large else self.sheet).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        command = KEYS.get(Qt.Key(event.key()))
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if event.key() == Qt.Key.Key_Escape and self.shows_large:
            self.show_large()
        elif command is not None and plain:
            self._on_command_requested(command)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._on_command_requested(ReviewCommand.UNDO)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrows go to the photo before and after, as long as there is nothing to pan."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _STEPS
            and not self.comparison.view.can_pan
        ):
            self.sheet.step(_STEPS[Qt.Key(event.key())])
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._update_head()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._place_settings()

    def _show_small(self) -> None:
        """Until the large pictures are there, those of the sheet."""
        self.comparison.clear()
        index = self.sheet.currentIndex()
        before, after = index.data(BEFORE_ROLE), index.data(AFTER_ROLE)
        if isinstance(before, QImage):
            self.set_large(before, after if isinstance(after, QImage) else None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, SPACE, 14, SPACE)
        head.setSpacing(SPACE)
        head.addWidget(self.counts_label, 1)
        head.addWidget(self.rest_button)
        head.addWidget(self.export_button)
        line = QFrame()
        line.setObjectName("line")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.bar)

    def _place_settings(self) -> None:
        self.settings.adjustSize()
        place = self._pages.geometry()
        right = place.right() - self.settings.width() - 2 * SPACE
        self.settings.move(QPoint(max(0, right), place.top() + 2 * SPACE))

    def _update_head(self) -> None:
        items = self.sheet.photos.items
        counts = dict.fromkeys(Decision, 0)
        for item in items:
            counts[item.decision] += 1
        if self.shows_large and self.sheet.current is not None:
            row = self.sheet.photos.row_of(self.sheet.current)
            assert row is not None
            item = items[row]
            self.counts_label.elide_mode = Qt.TextElideMode.ElideMiddle
            self.counts_label.setText(f"{item.name} · {decision_text(item.decision)}")
        else:
            parts = (
                (counts[Decision.OPEN], self.tr("{0} to review")),
                (counts[Decision.ACCEPTED], self.tr("{0} accepted")),
                (counts[Decision.KEPT_GRAY], self.tr("{0} kept black-and-white")),
                (counts[Decision.SAVED], self.tr("{0} saved")),
            )
            self.counts_label.elide_mode = Qt.TextElideMode.ElideRight
            self.counts_label.setText(" · ".join(text.format(count) for count, text in parts if count))
        accepted = counts[Decision.ACCEPTED]
        self.export_button.setText(
            self.tr("Save {0} Accepted").format(accepted) if accepted else self.tr("Save Accepted")
        )
        self.export_button.setEnabled(bool(accepted))
        self.rest_button.setEnabled(bool(counts[Decision.OPEN]))
        self.bar.setEnabled(bool(items))

    @Slot(object)
    def _on_command_requested(self, command: ReviewCommand) -> None:
        if command is ReviewCommand.LARGE:
            self.show_large()
        elif command is ReviewCommand.SETTINGS and self.settings.isVisible():
            self.close_settings()
        else:
            self.command_requested.emit(command)

    @Slot(object)
    def _on_current_changed(self, key: int | None) -> None:
        if self.shows_large and key is not None:
            self._show_small()
            self.large_wanted.emit(key)
        self._update_head()

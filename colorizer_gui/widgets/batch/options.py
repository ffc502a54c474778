"""Where the results of a batch go, under which names, as what, in which colour; and what starts it."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.core.batch import NameTemplate, OnExisting, PlanError
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.settings.batch_choices import FORMATS, BatchChoices
from colorizer_gui.widgets.batch.field_button import FieldButton
from colorizer_gui.widgets.common.choices import number_box
from colorizer_gui.widgets.common.setting_scroll import SettingScroll
from colorizer_gui.widgets.panel.colour_menu import ColourMenu
from colorizer_gui.widgets.reference.reference_tools import ReferenceTools
from colorizer_gui.widgets.style.theme import PANEL_WIDTH, SPACE

_MARGIN: Final = 14
#: Width of the panel in lines of text, for users with large fonts.
_LINES_WIDE: Final = 17
_WITH_QUALITY: Final = frozenset({"same", "jpeg", "webp"})
_ON_EXISTING: Final = (OnExisting.NUMBER, OnExisting.SKIP)


class BatchOptions(QWidget):
    """The panel beside the list.

    Signals
    -------
    choices_requested(BatchChoices)
        The user chose something else for the whole batch.
    folder_requested()
        Another output folder is to be chosen.
    folder_allowed()
        The output folder is to be used although it lies among the originals.

    Attributes
    ----------
    folder_button, name_edit, format_box, quality_box, existing_box, colour_button
    reference, split_box, turn_box, colours_box, review_box
        What can be chosen.
    preview_label, name_error, folder_error, allow_button
        What comes of it.
    colours
        The menu of the colour button.
    """

    choices_requested = Signal(object)
    folder_requested = Signal()
    folder_allowed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adjustPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(max(PANEL_WIDTH, _LINES_WIDE * self.fontMetrics().height()))
        self._choices = BatchChoices()
        self._make_folder_rows()
        self._make_name_rows()
        self._make_format_rows()
        self._make_colour_rows()
        self._make_boxes()
        self._lay_out()
        self.show_choices(self._choices)

    def show_choices(self, choices: BatchChoices) -> None:
        """Show what is chosen."""
        self._choices = choices
        self.folder_button.setText(self._short(choices.output))
        self.folder_button.setToolTip(
            self.tr("Results are written into this folder") if choices.output is None else str(choices.output)
        )
        if self.name_edit.text() != choices.template and not self.name_error.isVisibleTo(self):
            with QSignalBlocker(self.name_edit):
                self.name_edit.setText(choices.template)
        self.format_box.setCurrentIndex(FORMATS.index(choices.format_name))
        self.existing_box.setCurrentIndex(_ON_EXISTING.index(choices.on_existing))
        with QSignalBlocker(self.quality_box):
            self.quality_box.setValue(choices.quality)
        self.quality_box.setEnabled(choices.format_name in _WITH_QUALITY)
        self.colour_button.setText(self.colours.name_of(choices.adjustments))
        for name, box in self._boxes.items():
            box.setChecked(getattr(choices, name))

    def show_preview(self, source: str, result: str) -> None:
        """Show what a photo of the list will be called; nothing, where there is none."""
        self.preview_label.setText(f"{source}\n→ {result}" if result else "")

    def show_folder_problem(self, sentence: str) -> None:
        """Say why the output folder is refused; empty where it is not."""
        self.folder_error.setText(sentence)
        self.folder_error.setVisible(bool(sentence))
        self.allow_button.setVisible(bool(sentence))

    def set_locked(self, locked: bool) -> None:
        """While a run lasts, its settings stay as they are."""
        self._rows.setEnabled(not locked)
        self._lock_label.setVisible(locked)

    @property
    def has_error(self) -> bool:
        """Whether a name or a folder cannot be used."""
        return not self.name_error.isHidden() or not self.folder_error.isHidden()

    def add_button(self, button: QPushButton) -> None:
        """Put a button at the bottom."""
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons.addWidget(button)

    def _make_folder_rows(self) -> None:
        self.folder_button = QPushButton()
        self.folder_button.setObjectName("batchFolder")
        self.folder_button.clicked.connect(self.folder_requested)
        self.folder_error = _error_label()
        self.allow_button = QPushButton(self.tr("Use This Folder Anyway"))
        self.allow_button.setToolTip(
            self.tr("Writes the results among the originals, which stay as they are")
        )
        self.allow_button.clicked.connect(self.folder_allowed)
        self.allow_button.hide()

    def _make_name_rows(self) -> None:
        self.name_edit = QLineEdit()
        self.name_edit.setToolTip(self.tr("What results are called; braces are filled in for each photo"))
        self.name_edit.textChanged.connect(self._on_name_changed)
        self.name_error = _error_label()
        self.preview_label = QLabel()
        self.preview_label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.preview_label.setWordWrap(True)
        self.preview_label.setTextFormat(Qt.TextFormat.PlainText)

    def _make_format_rows(self) -> None:
        self.format_box = QComboBox()
        self.format_box.setToolTip(self.tr("In which kind of file the results are written"))
        self.format_box.addItems([self.tr("Same as the original"), "JPEG", "PNG", "TIFF", "WebP"])
        self.format_box.activated.connect(self._on_format_activated)
        self.quality_box = number_box((1, 100), BatchChoices().quality)
        self.quality_box.setToolTip(
            self.tr("Of JPEG and WebP: 100 loses hardly anything and makes large files")
        )
        self.quality_box.valueChanged.connect(self._on_quality_changed)
        self.existing_box = QComboBox()
        self.existing_box.setToolTip(
            self.tr("Where a result of that name is there already; it is never replaced")
        )
        self.existing_box.addItems([self.tr("Add a number"), self.tr("Skip the photo")])
        self.existing_box.activated.connect(self._on_existing_activated)

    def _make_colour_rows(self) -> None:
        self.colours = ColourMenu(self.tr("Colour"), self)
        self.colours.chosen.connect(self._on_colour_chosen)
        self.colour_button = QPushButton()
        self.colour_button.setToolTip(self.tr("The sliders of all photos that have none of their own"))
        self.colour_button.setMenu(self.colours)
        self.reference = ReferenceTools(swatches=False)

    def _make_boxes(self) -> None:
        self.split_box = QCheckBox(self.tr("S&plit scans with several photos"))
        self.split_box.setToolTip(self.tr("Each photo that is found on a scan gets a result of its own"))
        self.turn_box = QCheckBox(self.tr("Turn pho&tos that lie on their side"))
        self.turn_box.setToolTip(self.tr("Only where that is certain; the others stay as they are"))
        self.colours_box = QCheckBox(self.tr("&Keep colours that photos have"))
        self.colours_box.setToolTip(self.tr("Those are only cleaned of specks; the others are colorized"))
        self.review_box = QCheckBox(self.tr("Revie&w before saving"))
        self.review_box.setToolTip(self.tr("Nothing is written before you have accepted it"))
        self._boxes = {"split": self.split_box, "turn": self.turn_box}
        self._boxes |= {"keep_colours": self.colours_box, "review_first": self.review_box}
        for box in self._boxes.values():
            box.clicked.connect(self._on_box_clicked)

    def _lay_out(self) -> None:
        self._rows = QWidget()
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        rows.setSpacing(5)
        name = QHBoxLayout()
        name.setSpacing(4)
        name.addWidget(self.name_edit, 1)
        name.addWidget(FieldButton(self.name_edit))
        quality = QHBoxLayout()
        quality.addWidget(self._title(self.tr("&Quality"), self.quality_box), 1)
        quality.addWidget(self.quality_box)
        rows.addWidget(self._title(self.tr("Save &into"), self.folder_button))
        rows.addWidget(self.folder_button)
        rows.addWidget(self.folder_error)
        rows.addWidget(self.allow_button)
        rows.addSpacing(SPACE)
        rows.addWidget(self._title(self.tr("&Names"), self.name_edit))
        rows.addLayout(name)
        rows.addWidget(self.name_error)
        rows.addWidget(self.preview_label)
        rows.addSpacing(SPACE)
        rows.addWidget(self._title(self.tr("Fo&rmat"), self.format_box))
        rows.addWidget(self.format_box)
        rows.addLayout(quality)
        rows.addSpacing(SPACE)
        rows.addWidget(self._title(self.tr("I&f a file exists"), self.existing_box))
        rows.addWidget(self.existing_box)
        rows.addSpacing(SPACE)
        rows.addWidget(self._title(self.tr("&Colour of all photos"), self.colour_button))
        rows.addWidget(self.colour_button)
        rows.addSpacing(SPACE)
        rows.addWidget(self._title(self.tr("&Like a reference photo"), self.reference.well))
        rows.addWidget(self.reference)
        rows.addSpacing(SPACE)
        for box in self._boxes.values():
            rows.addWidget(box)
        rows.addStretch()
        self._make_bottom()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        layout.setSpacing(SPACE)
        layout.addWidget(SettingScroll(self._rows), 1)
        layout.addLayout(self._buttons)

    def _make_bottom(self) -> None:
        self._lock_label = QLabel(self.tr("Settings can be changed again when the batch has ended."))
        self._lock_label.setWordWrap(True)
        self._lock_label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._lock_label.hide()
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(SPACE)
        self._buttons.setContentsMargins(_MARGIN, SPACE, _MARGIN, 0)
        self._buttons.addWidget(self._lock_label)

    @staticmethod
    def _title(text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text)
        label.setBuddy(buddy)
        buddy.setAccessibleName(text.replace("&", ""))
        return label

    def _short(self, folder: Path | None) -> str:
        if folder is None:
            return self.tr("Choose a Folder…")
        width = self.width() - 2 * _MARGIN - 34
        text = self.fontMetrics().elidedText(str(folder), Qt.TextElideMode.ElideLeft, width)
        return text.replace("&", "&&")

    def _request(self, choices: BatchChoices) -> None:
        if choices != self._choices:
            self.choices_requested.emit(choices)

    @Slot(str)
    def _on_name_changed(self, text: str) -> None:
        try:
            template = NameTemplate(text)
        except PlanError as exc:
            self.name_error.setText(in_own_language(exc.sentence))
            self.name_error.show()
            self.preview_label.hide()
            self.choices_requested.emit(self._choices)  # the same, but whether it can start is another matter
            return
        self.name_error.hide()
        self.preview_label.show()
        self.choices_requested.emit(replace(self._choices, template=template.text))

    @Slot(int)
    def _on_format_activated(self, index: int) -> None:
        self._request(replace(self._choices, format_name=FORMATS[index]))

    @Slot(int)
    def _on_quality_changed(self, quality: int) -> None:
        self._request(replace(self._choices, quality=quality))

    @Slot(int)
    def _on_existing_activated(self, index: int) -> None:
        self._request(replace(self._choices, on_existing=_ON_EXISTING[index]))

    @Slot(object)
    def _on_colour_chosen(self, adjustments: Adjustments | None) -> None:
        self._request(replace(self._choices, adjustments=adjustments or Adjustments()))

    @Slot()
    def _on_box_clicked(self) -> None:
        chosen: dict[str, Any] = {name: box.isChecked() for name, box in self._boxes.items()}
        self._request(replace(self._choices, **chosen))


def _error_label() -> QLabel:
    label = QLabel()
    label.setObjectName("inlineError")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.hide()
    return label

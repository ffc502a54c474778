"""Save As: name, folder, format and quality where they are chosen, and what is wrong with them at once."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from colorizer_gui.core.common.existence import is_folder
from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io import free_path
from colorizer_gui.core.photo_io.formats import format_of_suffix
from colorizer_gui.widgets.common.choices import number_box
from colorizer_gui.widgets.common.setting_scroll import PageScroll
from colorizer_gui.widgets.dialogs.file_choice import FolderChoice
from colorizer_gui.widgets.dialogs.setting_form import SettingForm

#: What is offered, and the suffix that a name gets with it.
FORMATS: Final = {
    PhotoFormat.JPEG: ".jpg",
    PhotoFormat.PNG: ".png",
    PhotoFormat.TIFF: ".tif",
    PhotoFormat.WEBP: ".webp",
}
_LOSSY: Final = frozenset({PhotoFormat.JPEG, PhotoFormat.WEBP})
_WIDEST: Final = QSize(520, 0)


@dataclass(frozen=True, slots=True)
class SaveChoice:
    """Where a photo is to be saved, and with which quality where the format has one."""

    target: Path
    quality: int


class SaveDialog(QDialog):
    """The suffix of the name and the format always agree.

    Attributes
    ----------
    name_edit, folder_choice, format_box, quality_box, save_button
        What can be chosen.
    note
        What is wrong, or what will happen.
    """

    def __init__(self, proposal: Path, quality: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save Colorized Photo"))
        self._folder = proposal.parent
        self.name_edit = QLineEdit(proposal.name)
        self.folder_choice = FolderChoice(self.tr("Folder for the Photo"), "", (self.tr("Change…"), ""))
        self.folder_choice.none_button.hide()
        self.folder_choice.show_file(self._folder)
        self.format_box = QComboBox()
        self.format_box.addItems(["JPEG", "PNG", "TIFF", "WebP"])
        self.quality_box = number_box((1, 100), quality)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setMinimumHeight(2 * self.fontMetrics().height())
        box = QDialogButtonBox()
        self.save_button = box.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save_button.setProperty("primary", True)
        box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.addWidget(PageScroll(self._page()), 1)
        layout.addWidget(box)
        self.resize(self.sizeHint().expandedTo(_WIDEST))
        self.name_edit.setSelection(0, len(proposal.stem))
        self.name_edit.textChanged.connect(self._on_name_changed)
        self.format_box.activated.connect(self._on_format_activated)
        self.folder_choice.file_chosen.connect(self._on_folder_chosen)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self._on_name_changed()

    def _page(self) -> QWidget:
        page = QWidget()
        form = SettingForm(page)
        form.add(self.tr("&Name"), self.name_edit, tip=self.tr("The end of the name says the kind of file"))
        form.add(self.tr("Folder"), self.folder_choice)
        form.add(self.tr("&Format"), self.format_box, tip=self.tr("PNG and TIFF lose nothing; JPEG is small"))
        form.add(
            self.tr("&Quality"),
            self.quality_box,
            tip=self.tr(
                "With 100 hardly any detail is lost and files are large; below 80 blocks can be seen"
            ),
        )
        form.add("", self.note)
        return page

    @property
    def choice(self) -> SaveChoice:
        """What is chosen; the name that the file gets is free."""
        return SaveChoice(free_path(self._target), self.quality_box.value())

    @property
    def _target(self) -> Path:
        name = self.name_edit.text().strip()
        return self._folder / (name if Path(name).suffix else name + self._suffix)

    @property
    def _suffix(self) -> str:
        """Of the format that is chosen; PNG loses nothing where none is."""
        index = self.format_box.currentIndex()
        return list(FORMATS.values())[index] if index >= 0 else ".png"

    def _problem(self) -> str:
        """Why it cannot be saved under that name; empty where it can."""
        name = self.name_edit.text().strip()
        if not name or name.startswith("."):
            return self.tr("Give the photo a name.")
        if "/" in name or "\\" in name:
            return self.tr("A name has no slashes in it; the folder is chosen apart.")
        suffix = Path(name).suffix
        if suffix and format_of_suffix(Path(name)) is None:
            return self.tr("Tintype writes no files that end in “{0}”; choose another format.").format(suffix)
        if not is_folder(self._folder):
            return self.tr("This folder is not there any more; choose another one.")
        return ""

    @Slot()
    def _on_name_changed(self) -> None:
        """Show the format that the name asks for, and what comes of it."""
        asked = format_of_suffix(Path(self.name_edit.text().strip()))
        if asked is not None:
            with QSignalBlocker(self.format_box):
                self.format_box.setCurrentIndex(list(FORMATS).index(asked) if asked in FORMATS else -1)
        self.quality_box.setEnabled(format_of_suffix(Path("x" + self._suffix)) in _LOSSY)
        problem, note = self._problem(), ""
        if not problem:
            free = self.choice.target
            if free != self._target:
                note = self.tr("There is such a file; the photo is saved as “{0}”.").format(free.name)
            elif not Path(self.name_edit.text().strip()).suffix:
                note = self.tr("The photo is saved as “{0}”.").format(free.name)
        role = self.palette().ColorRole
        self.note.setForegroundRole(role.BrightText if problem else role.PlaceholderText)
        self.note.setText(problem or note)
        self.save_button.setEnabled(not problem)

    @Slot(int)
    def _on_format_activated(self, _index: int) -> None:
        """Let the name end as the format wants it."""
        name = self.name_edit.text().strip()
        self.name_edit.setText((Path(name).stem if Path(name).suffix else name) + self._suffix)

    @Slot(object)
    def _on_folder_chosen(self, folder: Path) -> None:
        self._folder = folder
        self._on_name_changed()

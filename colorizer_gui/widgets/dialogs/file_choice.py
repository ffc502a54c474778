"""A file, or a folder, to choose in a form, or to do without."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from colorizer_gui.widgets.style.theme import SPACE


class FileChoice(QWidget):
    """Names a file, with a button for another one and a button for none.

    Signals
    -------
    file_chosen(Path | None)

    Attributes
    ----------
    label
        The file's name.
    choose_button, none_button
        What can be pressed.
    """

    file_chosen = Signal(object)

    def __init__(self, title: str, none: str, buttons: tuple[str, str], name_filter: str) -> None:
        super().__init__()
        self._title = title
        self._none = none
        self._filter = name_filter
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setMinimumHeight(2 * self.fontMetrics().height())  # as `setting_form` expects
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setForegroundRole(QPalette.ColorRole.BrightText)
        self.choose_button = QPushButton(buttons[0])
        self.none_button = QPushButton(buttons[1])
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.choose_button)
        row.addWidget(self.none_button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.label)
        layout.addWidget(self._problem)
        layout.addLayout(row)
        self.choose_button.clicked.connect(self._on_choose_clicked)
        self.none_button.clicked.connect(self._on_none_clicked)
        self.show_file(None)

    def show_file(self, path: Path | None) -> None:
        """Name a file, or none."""
        self.label.setText(self._none if path is None else path.name)
        self.label.setToolTip("" if path is None else str(path))
        self.none_button.setEnabled(path is not None)
        self._problem.hide()

    def show_problem(self, text: str) -> None:
        """Say why the file that was chosen cannot be used."""
        self._problem.setText(text)
        self._problem.show()

    def choose(self, path: Path | None) -> None:
        """Take a file, or none."""
        self.show_file(path)
        self.file_chosen.emit(path)

    @Slot()
    def _on_choose_clicked(self) -> None:
        chosen = self._ask()
        if chosen is not None:
            self.choose(chosen)

    def _ask(self) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self, self._title, "", self._filter)
        return Path(name) if name else None

    @Slot()
    def _on_none_clicked(self) -> None:
        self.choose(None)


class FolderChoice(FileChoice):
    """Names a folder; where there is none, what stands for it."""

    def __init__(self, title: str, none: str, buttons: tuple[str, str]) -> None:
        super().__init__(title, none, buttons, "")
        self._folder: Path | None = None

    def show_file(self, path: Path | None) -> None:
        super().show_file(path)
        self._folder = path
        if path is not None:
            self.label.setText(str(path))

    def _ask(self) -> Path | None:
        name = QFileDialog.getExistingDirectory(self, self._title, str(self._folder or ""))
        return Path(name) if name else None

"""A question before something is lost, with answers that say what they do."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QMessageBox, QPushButton, QWidget

from colorizer_gui.widgets.common.screen_fit import room_for
from colorizer_gui.widgets.style.icons import drawn_icon

_ICON: Final = 32


class QuestionBox(QMessageBox):
    """Opened with `open_dialog`; each answer is a button whose click is listened to."""

    def __init__(self, text: str, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        accent = self.palette().color(QPalette.ColorRole.Accent)  # the style's own icon has its own colour
        self.setIconPixmap(drawn_icon("info", accent, _ICON, window.devicePixelRatioF()))
        self.setWindowTitle("Tintype")
        self.setText(text)
        words = self.findChild(QLabel, "qt_msgbox_label")
        if isinstance(words, QLabel):  # a sentence of one line stands beside the middle of the icon
            words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            words.setMinimumHeight(_ICON)

    def add_answer(self, text: str, *, destroys: bool = False, is_default: bool = False) -> QPushButton:
        """Add a button that carries something out."""
        role = QMessageBox.ButtonRole.DestructiveRole if destroys else QMessageBox.ButtonRole.AcceptRole
        button = self.addButton(text, role)
        if is_default:
            self.setDefaultButton(button)
        return button

    def add_way_back(self, *, is_default: bool = False) -> None:
        """Add the button that changes nothing, which Esc presses, after all others."""
        back = self.addButton(self.tr("Back"), QMessageBox.ButtonRole.RejectRole)
        self.setEscapeButton(back)
        if is_default:
            self.setDefaultButton(back)
        buttons = self.findChild(QDialogButtonBox)
        assert isinstance(buttons, QDialogButtonBox)
        if buttons.sizeHint().width() > room_for(self._window).width() - 2 * _ICON:
            buttons.setOrientation(Qt.Orientation.Vertical)  # large letters on a small screen

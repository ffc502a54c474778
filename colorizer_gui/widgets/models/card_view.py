"""What a card says, in rows."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from colorizer_gui.core.common.existence import is_there
from colorizer_gui.core.foreign.card import ModelCard
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.widgets.style.theme import SPACE


class CardView(QWidget):
    """Shows one network, Tintype's own where there is no card.

    Attributes
    ----------
    name
        The heading.
    values
        The texts by their label.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLabel()
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.name.setFont(font)
        self.name.setWordWrap(True)
        self.values: dict[str, str] = {}
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(2 * SPACE)
        self._form.setVerticalSpacing(SPACE)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.name)
        layout.addLayout(self._form)
        layout.addStretch()

    def show_card(self, card: ModelCard | None) -> None:
        """Show another network."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self.values = {}
        if card is None:
            self.name.setText(self.tr("Tintype's own"))
            self._add("", self.tr("The model that comes with Tintype."))
            return
        self.name.setText(card.name)
        locale = QLocale()
        self._add(self.tr("Family"), card.family or self.tr("Of no known family"))
        if card.convention is not None:
            self._add(self.tr("Reads"), in_own_language(card.convention.words))
        any_size = self.tr("Any size")
        self._add(self.tr("Looks at"), any_size if card.input is None else "{} × {}".format(*card.input))
        speed = self.tr("Not measured")
        if card.seconds:
            speed = self.tr("{0} s a photo, on {1}").format(
                locale.toString(card.seconds, "f", 2), card.device
            )
        self._add(self.tr("Speed here"), speed)
        self._add(self.tr("Size"), locale.formattedDataSize(card.size))
        self._add(self.tr("Licence"), card.licence or self.tr("Not stated in the file"))
        file = (
            str(card.path) if is_there(card.path) else self.tr("{0} (not there any more)").format(card.path)
        )
        self._add(self.tr("File"), file)
        self._add("SHA-256", card.sha256)

    def _add(self, label: str, value: str) -> None:
        self.values[label] = value
        text = QLabel(_breakable(value))
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        text.setAccessibleName(label or self.name.text())
        if not label:
            self._form.addRow(text)
            return
        title = QLabel(label)
        title.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._form.addRow(title, text)


def _breakable(value: str) -> str:
    """Paths and hashes may go on in the next line after any separator, or every eight digits."""
    if len(value) == 64 and value.isalnum():
        return "\u200b".join(value[start : start + 8] for start in range(0, 64, 8))
    return value.replace("/", "/\u200b").replace("\\", "\\\u200b")

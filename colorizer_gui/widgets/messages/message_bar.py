"""One sentence for the user, over the photo, without stopping the work; sometimes a question."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QWidget

from colorizer_gui.widgets.common.dismiss_button import DismissButton
from colorizer_gui.widgets.messages.toast import Toast

NOTICE_MS: Final = 7000
#: Characters of a line, below which the buttons go under the sentence.
_LEAST_WORDS: Final = 32


class MessageBar(Toast):
    """Errors and questions stay until they are dismissed, notices leave by themselves; all are read aloud.

    Signals
    -------
    action_requested(str)
        The user pressed the button of the message that has this key.
    offer_accepted(str)
        The user pressed the button of the offer of that name.
    offer_declined(str)
        The user dismissed the offer of that name.
    answered(str)
        The key of the answer that was pressed.

    Attributes
    ----------
    answer_buttons
        Of the question that is shown, by key.
    """

    action_requested = Signal(str)
    offer_accepted = Signal(str)
    offer_declined = Signal(str)
    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label.setWordWrap(True)
        self.label.setMinimumWidth(_LEAST_WORDS * self.fontMetrics().averageCharWidth())
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action_button = QToolButton()
        self.action_button.setObjectName("messageAction")
        self.action_button.clicked.connect(self._on_action_clicked)
        self._offer = self._key = self._covered_error = ""
        self._pending: tuple[str, str, str] | None = None
        self.dismiss_button = DismissButton(self.tr("Dismiss"), self.tr("Dismiss message"))
        self.dismiss_button.clicked.connect(self._on_dismiss_clicked)
        self.answer_buttons: dict[str, QToolButton] = {}
        self._actions = QHBoxLayout()
        self._actions.addWidget(self.action_button)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.removeWidget(self.label)
        self._words.addWidget(self.label, 1)
        self._words.addLayout(self._actions)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.dismiss_button)
        self._timer = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._timer.timeout.connect(self.dismiss)

    @property
    def text(self) -> str:
        """The sentence that is shown, or empty."""
        return "" if self.isHidden() else self.label.text()

    @property
    def offer(self) -> str:
        """The name of what is offered, be it shown or covered; empty for nothing."""
        return "" if self._pending is None else self._pending[2]

    @Slot(object)
    def show_error(self, text: str) -> None:
        """Show an error until it is dismissed."""
        self._covered_error = ""
        self._show(text, "failed", "", QAccessible.AnnouncementPoliteness.Assertive)

    @Slot(object)
    def show_notice(self, text: str, action: str = "", key: str = "") -> None:
        """Show something good to know, for some seconds; an error or a question that is shown stays."""
        if not self.isHidden() and (self._sign == "failed" or self.answer_buttons):
            return
        self._show(text, "info", action, QAccessible.AnnouncementPoliteness.Polite)
        self._key = key
        self._timer.start()

    def show_confirmation(self, text: str, action: str = "", key: str = "") -> None:
        """Say that what was asked for is done; an error that this covers shows again afterwards."""
        covered = self.text if self._sign == "failed" else self._covered_error
        if covered:
            self.hide()
        self.show_notice(text, action, key)
        self._covered_error = covered

    def withdraw_error(self) -> None:
        """Take an error away, but no other message."""
        self._covered_error = ""
        if not self.isHidden() and self._sign == "failed":
            self.dismiss()

    def show_offer(self, text: str, action: str, offer: str) -> None:
        """Offer something by name until it is accepted or dismissed; other messages cover it for a while."""
        self._pending = (text, action, offer)
        if self.isHidden() or self._offer:
            self._show_pending()

    def withdraw_offer(self, offer: str) -> None:
        """Take an offer back that makes no sense any more."""
        if self._pending is not None and self._pending[2] == offer:
            self._pending = None
            if self._offer:
                self.dismiss()

    def withdraw(self, text: str) -> None:
        """Take a message back that is not true any more, whether it is shown or covered; others stay."""
        if self._pending is not None and self._pending[0] == text:
            self.withdraw_offer(self._pending[2])
        elif text and self._covered_error == text:
            self._covered_error = ""
        elif self.text == text:
            self.dismiss()

    def show_question(self, text: str, answers: dict[str, str]) -> None:
        """Ask something that can be answered at any time, or not at all."""
        self._show(text, "info", "", QAccessible.AnnouncementPoliteness.Polite)
        for key, answer in answers.items():
            button = QToolButton()
            button.setObjectName("messageAction")
            button.setText(answer)
            button.setAccessibleDescription(text)
            button.setProperty("answerKey", key)
            button.clicked.connect(self._on_answer_clicked)
            self.answer_buttons[key] = button
            self._actions.addWidget(button)
        self._share_room()

    def withdraw_question(self) -> None:
        """Take a question away, but no other message."""
        if self.answer_buttons:
            self.dismiss()

    @Slot()
    def _on_answer_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.dismiss()
            self.answered.emit(str(button.property("answerKey")))

    def _forget_answers(self) -> None:
        for button in self.answer_buttons.values():
            self._actions.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.answer_buttons = {}

    @Slot()
    def dismiss(self) -> None:
        """Take the message away; an error or an offer that it covered shows again."""
        self._timer.stop()
        self._forget_answers()
        if self._offer:
            self._offer, self._pending = "", None
        self.hide()
        if self._covered_error:
            self.show_error(self._covered_error)
        else:
            self._show_pending()

    @Slot()
    def _on_dismiss_clicked(self) -> None:
        offer = self._offer
        self.dismiss()
        if offer:
            self.offer_declined.emit(offer)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._share_room()

    def event(self, event: QEvent) -> bool:
        """Share the room anew when the words of buttons have got their size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_room()
        return super().event(event)

    def _share_room(self) -> None:
        """Put the buttons under the sentence where both do not fit side by side."""
        margins, beside = self._row.contentsMargins(), 3 * self._row.spacing()
        beside += self._icon.sizeHint().width() + self.dismiss_button.sizeHint().width()
        room = self.width() - margins.left() - margins.right() - beside
        narrow = self.label.minimumWidth() + self._actions.sizeHint().width() > room
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if wanted != self._words.direction():
            self._words.setDirection(wanted)
            self._words.setAlignment(self._actions, Qt.AlignmentFlag.AlignRight)

    def _show_pending(self) -> None:
        if self._pending is not None:
            text, action, offer = self._pending
            self._show(text, "info", action, QAccessible.AnnouncementPoliteness.Polite)
            self._offer = offer

    def _show(
        self, text: str, sign: str, action: str, politeness: QAccessible.AnnouncementPoliteness
    ) -> None:
        self._timer.stop()
        self._offer = ""
        self._forget_answers()
        self.set_sign(sign)
        self.label.setText(text)
        self.setAccessibleName(text)
        self.action_button.setText(action)
        self.action_button.setVisible(bool(action))
        self._share_room()
        self.show()
        event = QAccessibleAnnouncementEvent(self, text)
        event.setPoliteness(politeness)
        QAccessible.updateAccessibility(event)

    @Slot()
    def _on_action_clicked(self) -> None:
        offer = self._offer
        if offer:
            self.dismiss()
            self.offer_accepted.emit(offer)
        else:
            key = self._key
            self.dismiss()
            self.action_requested.emit(key)

"""Says that a photo seems to lie on its side, and has it turned if that is wanted."""

from PySide6.QtCore import QObject, Slot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.messages.message_bar import MessageBar

_TURN = "turn upright"


class UprightPresenter(QObject):
    """Between the controller that looks how photos lie, the message bar, and the turn."""

    def __init__(
        self, workspace: Workspace, settings: Settings, bar: MessageBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = workspace.session
        self._uprightness = workspace.uprightness
        self._treating = workspace.treating
        self._bar = bar
        self._uprightness.is_wanted = lambda: settings.notices_turned
        self._uprightness.found.connect(self._on_found)
        self._session.current_changed.connect(self._on_current_changed)
        for changed in (self._session.treatment_changed, self._session.guidance_changed):
            changed.connect(self._on_changed)
        self._session.adjustments_changed.connect(self._on_changed)
        bar.offer_accepted.connect(self._on_offer_accepted)
        bar.offer_declined.connect(self._on_offer_declined)

    @Slot(object)
    def _on_found(self, entry: Entry) -> None:
        if entry is not self._session.current or self._bar.offer not in {"", _TURN}:
            return  # a scan with several photos is to be split, and then each of them is looked at
        if self._uprightness.turns_for(entry) == 2:
            text = self.tr("This photo seems to stand on its head.")
        else:
            text = self.tr("This photo seems to lie on its side.")
        self._bar.show_offer(text, self.tr("Turn It"), _TURN)

    @Slot(object)
    def _on_current_changed(self, entry: Entry | None) -> None:
        self._bar.withdraw_offer(_TURN)
        if entry is not None and self._uprightness.turns_for(entry):
            self._on_found(entry)

    @Slot(object)
    def _on_changed(self, entry: Entry) -> None:
        """The user has turned it, or gone on as it is."""
        if entry is self._session.current and not self._uprightness.turns_for(entry):
            self._bar.withdraw_offer(_TURN)

    @Slot(str)
    def _on_offer_accepted(self, offer: str) -> None:
        entry = self._session.current
        if offer == _TURN and entry is not None:
            self._treating.turn(self._uprightness.turns_for(entry))

    @Slot(str)
    def _on_offer_declined(self, offer: str) -> None:
        entry = self._session.current
        if offer == _TURN and entry is not None:
            self._uprightness.leave(entry)

"""Carries out what is asked in the film strip's menu, for one photo or several."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.widgets.film_strip.film_strip import FilmStrip
from colorizer_gui.widgets.film_strip.strip_menu import StripCommand
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.window.closing import ClosingActions
from colorizer_gui.window.saving import SavingActions


class StripPresenter(QObject):
    """Between the film strip's menu and the controllers."""

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        strip: FilmStrip,
        saving: SavingActions,
        closing: ClosingActions,
        bar: MessageBar,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._session = workspace.session
        self._strip = strip
        self._saving = saving
        self._closing = closing
        self._bar = bar
        strip.menu_opening.connect(self._on_menu_opening)
        strip.menu.command_requested.connect(self._on_command_requested)
        workspace.referring.likened.connect(self._on_likened)

    @property
    def _chosen(self) -> list[Entry]:
        """The chosen photos in the order of the strip."""
        chosen = set(self._strip.chosen)
        return [entry for entry in self._session if entry.key in chosen]

    @Slot()
    def _on_menu_opening(self) -> None:
        chosen, everything = self._chosen, list(self._session)
        shown = self._session.current
        self._strip.menu.show_count(len(chosen))
        possible = {StripCommand.REMOVE}
        if any(entry.prediction is not None for entry in chosen):
            possible.add(StripCommand.SAVE)
        if any(entry.prediction is not None for entry in everything):
            possible.add(StripCommand.SAVE_ALL)
        if shown is not None and any(entry is not shown for entry in chosen):
            possible.add(StripCommand.APPLY)
            if shown.prediction is not None and shown.photo is not None:
                possible.add(StripCommand.LIKE)
        if shown is not None and len(everything) > 1:
            possible.add(StripCommand.APPLY_ALL)
        if any(map(_is_ended, chosen)):
            possible.add(StripCommand.AGAIN)
        self._strip.menu.set_possible(possible)

    @Slot(object)
    def _on_command_requested(self, command: StripCommand) -> None:
        chosen, everything = self._chosen, list(self._session)
        match command:
            case StripCommand.SAVE:
                self._save(chosen)
            case StripCommand.SAVE_ALL:
                self._save(everything)
            case StripCommand.APPLY:
                self._apply(chosen)
            case StripCommand.APPLY_ALL:
                self._apply(everything)
            case StripCommand.LIKE:
                self._workspace.referring.liken(chosen)
            case StripCommand.AGAIN:
                for entry in filter(_is_ended, chosen):
                    self._workspace.retry(entry)
            case StripCommand.REMOVE:
                self._closing.close(chosen)

    @Slot(object, object)
    def _on_likened(self, name: str, count: int) -> None:
        text = self.tr("Photos that look like “{0}” now: {1}.")
        self._bar.show_notice(text.format(name, count))

    def _save(self, entries: list[Entry]) -> None:
        """Those that have colour; of the others their row says how far they are."""
        for entry in entries:
            if entry.prediction is not None:
                self._saving.save_entry(entry)

    def _apply(self, entries: list[Entry]) -> None:
        shown = self._session.current
        if shown is not None:
            others = [entry for entry in entries if entry is not shown]
            count = self._workspace.adjusting.apply_to(others, shown.adjustments)
            text = self.tr("The settings of “{0}” were applied. Photos that changed: {1}.")
            self._bar.show_notice(text.format(shown.name, count))


def _is_ended(entry: Entry) -> bool:
    """Whether a photo has no colour, and gets none by itself."""
    return entry.state in {EntryState.FAILED, EntryState.STOPPED}

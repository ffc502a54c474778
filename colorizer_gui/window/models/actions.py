"""What the user does with networks: the shelf, the question, the comparison, another one to work with."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QMainWindow, QMessageBox

from colorizer_gui.controllers.models.models import ModelsController
from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.foreign.card import Kind, ModelCard
from colorizer_gui.core.foreign.conventions import Convention
from colorizer_gui.core.foreign.files import kind_of
from colorizer_gui.core.foreign.pytorch.architectures import LICENCES
from colorizer_gui.desktop.display_profile import for_display
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.common.screen_fit import open_dialog
from colorizer_gui.widgets.models.compare_dialog import CompareDialog
from colorizer_gui.widgets.models.shelf_dialog import ShelfDialog
from colorizer_gui.widgets.models.unknown_dialog import UnknownDialog
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.workers.models.requests import CompareRequest, Drawn, ModelUnknown


class ModelActions(QObject):
    """Between the dialogs about networks and their controller.

    Attributes
    ----------
    shelf_dialog, unknown_dialog, compare_dialog, licence_box
        The dialogs that are open.
    """

    def __init__(
        self, window: QMainWindow, workspace: Workspace, settings: Settings, actions: WindowActions
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._models: ModelsController = workspace.models
        self._settings = settings
        self._actions = actions
        self._works = settings.weights
        self._compared: list[Path | None] = []
        self._drawn: dict[int, Drawn] = {}
        self._entry: Entry | None = None
        self.shelf_dialog: ShelfDialog | None = None
        self.unknown_dialog: UnknownDialog | None = None
        self.compare_dialog: CompareDialog | None = None
        self.licence_box: QMessageBox | None = None
        actions.models.triggered.connect(self.open_shelf)
        actions.compare_models.triggered.connect(self.open_comparison)
        models = self._models
        models.cards_changed.connect(self._show_cards)
        models.added.connect(self._on_added)
        models.unknown.connect(self._on_unknown)
        models.guess_drawn.connect(self._on_guess_drawn)
        models.compared.connect(self._on_compared)
        models.failed.connect(self._on_failed)
        models.busy_changed.connect(self._on_busy_changed)
        workspace.colorization.reloaded.connect(self._on_reloaded)

    @Slot()
    def open_shelf(self) -> None:
        """Show the models shelf."""
        dialog = ShelfDialog(self._window)
        dialog.addition_requested.connect(self.add)
        dialog.removal_requested.connect(self._models.remove)
        dialog.check_requested.connect(self._models.check)
        dialog.use_requested.connect(self.use)
        dialog.finished.connect(self._on_shelf_closed)
        self.shelf_dialog = dialog
        self._show_cards()
        _open(dialog)

    @Slot(object)
    def add(self, path: Path) -> None:
        """Put a network on the shelf; of a checkpoint, say first under which licences it is opened."""
        try:
            kind = kind_of(path)
        except ColorizationError as exc:
            self._on_failed(in_own_language(exc.sentence))
            return
        if kind is not Kind.CHECKPOINT:
            self._say(self.tr("“{0}” is being tried…").format(path.name))
            self._models.add(path)
            return
        box = QMessageBox(self.shelf_dialog or self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("Tintype")
        box.setText(in_own_language(LICENCES))
        open_button = box.addButton(self.tr("Open It"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setProperty("path", str(path))
        open_button.clicked.connect(self._on_licences_read)
        self.licence_box = box
        _open(box)

    @Slot(object)
    def use(self, card: ModelCard | None) -> None:
        """Colorize with another network from now on, the photo that is shown at once."""
        self._settings.weights = None if card is None else card.path
        name = self.tr("Tintype's own") if card is None else card.name
        self._say(self.tr("“{0}” is being loaded…").format(name))
        self._workspace.colorization.reload()

    @Slot()
    def open_comparison(self) -> None:
        """Compare networks on the photo that is shown."""
        entry = self._workspace.session.current
        if entry is None or entry.photo is None:
            return
        cards = self._models.cards
        self._compared = [None, *(card.path for card in cards)]
        self._drawn, self._entry = {}, entry
        used = self._settings.weights
        at = self._compared.index(used) if used in self._compared else 0
        names = [self.tr("Tintype's own"), *(card.name for card in cards)]
        dialog = CompareDialog(names, at, self._window)
        width, height = entry.photo.size
        dialog.set_photo_size(width, height)
        dialog.models_requested.connect(self._on_models_requested)
        dialog.taken.connect(self._on_taken)
        dialog.finished.connect(self._on_comparison_closed)
        self.compare_dialog = dialog
        _open(dialog)
        dialog.start()

    @Slot()
    def _show_cards(self) -> None:
        if self.shelf_dialog is not None:
            self.shelf_dialog.show_cards(self._models.cards, self._settings.weights)

    @Slot()
    def _on_licences_read(self) -> None:
        if self.licence_box is not None:
            path = Path(str(self.licence_box.property("path")))
            self._say(self.tr("“{0}” is being tried…").format(path.name))
            self._models.add(path)

    @Slot(object)
    def _on_added(self, card: ModelCard) -> None:
        if self.shelf_dialog is not None:
            self.shelf_dialog.choose(card.sha256)
        self._say(self.tr("“{0}” works.").format(card.name))

    @Slot(object)
    def _on_unknown(self, asked: ModelUnknown) -> None:
        dialog = UnknownDialog(asked.path.name, asked.guesses, self.shelf_dialog or self._window)
        dialog.setProperty("path", str(asked.path))
        dialog.answered.connect(self._on_answered)
        dialog.finished.connect(self._on_question_closed)
        self.unknown_dialog = dialog
        self._say("")
        _open(dialog)
        entry = self._workspace.session.current
        self._models.draw_guesses(asked, entry.photo if entry is not None else None)

    @Slot(object)
    def _on_answered(self, convention: Convention) -> None:
        if self.unknown_dialog is not None:
            self._models.stop_guessing()
            self._models.add(Path(str(self.unknown_dialog.property("path"))), convention)

    @Slot(object)
    def _on_guess_drawn(self, drawn: Drawn) -> None:
        if self.unknown_dialog is not None:
            image = drawn.image
            if image is not None:
                image = for_display(image, self._workspace.previewing.display)
            self.unknown_dialog.show_picture(drawn.index, image)

    @Slot(object)
    def _on_models_requested(self, rows: tuple[int, ...]) -> None:
        if self._entry is not None:
            self._models.compare(tuple(self._compared[row] for row in rows), self._entry)

    @Slot(object, object)
    def _on_compared(self, request: CompareRequest, drawn: Drawn) -> None:
        model = request.models[drawn.index]
        if request.taken:
            self._take(request.key, drawn)
        elif self.compare_dialog is not None and model in self._compared:
            row = self._compared.index(model)
            self._drawn[row] = drawn
            image = drawn.image
            if image is not None:
                image = for_display(image, self._workspace.previewing.display)
            self.compare_dialog.show_picture(row, image, drawn.problem)

    @Slot(int)
    def _on_taken(self, row: int) -> None:
        """The photo gets that colour, and the network is used from now on."""
        if self._entry is not None:
            self._take(self._entry.key, self._drawn[row])
        if self._compared[row] != self._settings.weights:
            self._settings.weights = self._compared[row]
            self._entry = None  # it has the colour already
            self._workspace.colorization.reload()

    def _take(self, key: int, drawn: Drawn) -> None:
        entry = self._workspace.session.current
        if drawn.prediction is not None and drawn.thumbnail is not None:
            if entry is not None and entry.key == key:
                self._workspace.adjusting.take(drawn.prediction, drawn.thumbnail)
        elif drawn.problem:
            self._workspace.colorization.noticed.emit(drawn.problem)

    @Slot(bool)
    def _on_reloaded(self, works: bool) -> None:
        """Keep the network that works; the photo that is shown gets the colour of a new one."""
        if not works:
            self._settings.weights = self._works
        elif self._settings.weights != self._works:
            self._works = self._settings.weights
            entry = self._workspace.session.current
            if self.shelf_dialog is not None and entry is not None and entry.prediction is not None:
                self._models.compare((self._works,), entry, taken=True)
            self._say(self.tr("It is used from now on, also for the photo that is shown."))
        self._show_cards()

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        if self.shelf_dialog is not None:
            self.shelf_dialog.show_message(message, problem=True)
        else:
            self._workspace.colorization.failed.emit(message, None)

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:
        for dialog in (self.shelf_dialog, self.compare_dialog):
            if dialog is not None:
                dialog.show_busy(busy)

    def _say(self, text: str) -> None:
        if self.shelf_dialog is not None:
            self.shelf_dialog.show_message(text)

    @Slot()
    def _on_shelf_closed(self) -> None:
        self.shelf_dialog = None

    @Slot()
    def _on_question_closed(self) -> None:
        self._models.stop_guessing()
        self.unknown_dialog = None

    @Slot()
    def _on_comparison_closed(self) -> None:
        self._models.stop_comparing()
        self.compare_dialog = None


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    open_dialog(dialog)

"""The actions of the window: texts, shortcuts and icons; what they do is connected elsewhere."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence, QPalette, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from colorizer_gui.widgets.batch.status import BatchStatus
from colorizer_gui.widgets.style.icons import themed_icon
from colorizer_gui.window.action_tips import action_tips
from colorizer_gui.window.tool_bar import ToolBar

_ICON: Final = 20
#: Height of an icon in heights of a line, for users of large fonts.
_LETTERS_HIGH: Final = 1.2
_Keys = QKeySequence.StandardKey
_ShortcutLike = QKeySequence.StandardKey | str | list[str]


class WindowActions(QObject):
    """All actions, and the menus and the tool bar that hold them.

    Attributes
    ----------
    recent_menu
        Filled by the presenter.
    zoom_label
        How large the photo is shown.
    export_menu
        What can be written besides the photo.
    batch_status
        See `show_batch_status`.
    """

    def __init__(self, window: QMainWindow, undo_group: QUndoGroup) -> None:
        super().__init__(window)
        self._window = window
        self._icons: dict[QAction, str] = {}
        self._photo_shown, self._zoom = True, ""
        self._icon_side = max(_ICON, round(_LETTERS_HIGH * window.fontMetrics().height()))
        self._add_of_files()
        self._add_of_colour(undo_group)
        self._add_of_view()
        self._add_others()
        self.recent_menu = QMenu(self.tr("Open &Recent"), window)
        self._explain()
        self._fill_menus()
        self._fill_tool_bar()
        self._of_photo = QActionGroup(self)
        self._of_photo.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        for action in self.all():
            if action not in self._always():
                self._of_photo.addAction(action)
        self.set_palette(window.palette())

    def _add_of_files(self) -> None:
        """What is opened, written and closed."""
        add = self._add
        self.open = add(self.tr("&Open Photos…"), _Keys.Open, "open")
        self.open_folder = add(self.tr("Open &Folder…"), "Ctrl+Shift+O")
        self.paste = add(self.tr("&Paste"), _Keys.Paste)
        self.save = add(self.tr("&Save"), _Keys.Save, "save")
        self.save_as = add(self.tr("Save &As…"), "Ctrl+Shift+S")
        self.export_layer = add(self.tr("Colour &Alone…"))
        self.export_planes = add(self.tr("Lightness and Colour A&part…"))
        self.copy = add(self.tr("&Copy Colorized Photo"), _Keys.Copy, "copy")
        self.close_photo = add(self.tr("&Close Photo"), "Ctrl+W")
        self.reopen = add(self.tr("&Reopen Closed Photo"), "Ctrl+Shift+T")
        self.reopen.setEnabled(False)
        self.quit = add(self.tr("&Quit"), "Ctrl+Q")

    def _add_of_colour(self, undo_group: QUndoGroup) -> None:
        """What changes the photo that is shown."""
        add = self._add
        self.undo = undo_group.createUndoAction(self, self.tr("Undo"))
        self.redo = undo_group.createRedoAction(self, self.tr("Redo"))
        self.undo.setShortcut(_Keys.Undo)
        # Each system knows one of them, and hands have learnt the other: the system's own is shown first.
        both, own = {"Ctrl+Shift+Z", "Ctrl+Y"}, QKeySequence(_Keys.Redo)
        self.redo.setShortcuts([own, *map(QKeySequence, sorted(both - {own.toString()}))])
        self._icons |= {self.undo: "undo", self.redo: "redo"}
        self.reset = add(self.tr("&Reset Colour"), "Ctrl+R")
        self.copy_settings = add(self.tr("Copy Se&ttings"), "Ctrl+Shift+C")
        self.paste_settings = add(self.tr("Paste Sett&ings"), "Ctrl+Shift+V")
        self.turn_left = add(self.tr("Turn &Left"), "L")
        self.turn_right = add(self.tr("Turn &Right"), "R")
        self.flip = add(self.tr("Flip &Horizontally"), "H")
        self.flip_vertically = add(self.tr("Flip &Vertically"), "Shift+H")
        self.crop = add(self.tr("&Straighten and Crop…"), "X")
        self.split_scan = add(self.tr("Spl&it Scan…"), "Shift+X")
        self.negative = add(self.tr("This Is a &Negative"), "Ctrl+I")
        self.colour_mount = add(self.tr("Colorize the &Mount, Too"))
        for action in (self.negative, self.colour_mount):
            action.setCheckable(True)
        self.candidates = add(self.tr("Other C&olours"), "C", "candidates")
        self.candidates_large = add(self.tr("Other Colours Side &by Side"), "Shift+C")
        self.candidates_large.setIconText(self.tr("Side by Side"))
        for action in (self.candidates, self.candidates_large):
            action.setCheckable(True)
        self.points = add(self.tr("Put Colour Point&s"), "P", "points")
        self.points.setCheckable(True)
        self.region = add(self.tr("Mark an Area"), "A", "region")
        self.protect = add(self.tr("Protect wit&h a Brush"), "K", "protect")
        for action in (self.region, self.protect):
            action.setCheckable(True)
        self.reference = add(self.tr("Re&ference Photo…"), "Shift+P")
        self.remove_points = add(self.tr("Remove A&ll Colour Points"))
        self.colorize_again = add(self.tr("Colorize &Again"), "F5")
        self.stop = add(self.tr("S&top All"), "Shift+Esc")
        self.compare_models = add(self.tr("Compare &Models…"), "M")

    def _add_of_view(self) -> None:
        """How the photo is shown."""
        add = self._add
        self.fit = add(self.tr("&Fit in Window"), "Ctrl+0", "fit")
        self.actual_size = add(self.tr("&Actual Size"), "Ctrl+1", "actual-size")
        self.double_size = add(self.tr("&Double Size"), "Ctrl+2")
        self.fill = add(self.tr("Fi&ll Window"), "Ctrl+9")
        self.zoom_in = add(self.tr("Zoom &In"), ["Ctrl++", "Ctrl+="], "zoom-in")
        self.zoom_out = add(self.tr("Zoom &Out"), _Keys.ZoomOut, "zoom-out")
        self.original = add(self.tr("Show &Original"), "O", "original")
        self.split = add(self.tr("S&plit View"), "S", "split")
        self.colour_alone = add(self.tr("&Colour without the Photo"), "D")
        self.confidence = add(self.tr("Show &Unsure Places"), "G", "confidence")
        for action in (self.original, self.split, self.colour_alone, self.confidence):
            action.setCheckable(True)

    def _add_others(self) -> None:
        """Where to go, and what the window offers besides."""
        add = self._add
        self.previous = add(self.tr("&Previous Photo"), ["PgUp", "Alt+Left"])
        self.next = add(self.tr("&Next Photo"), ["PgDown", "Alt+Right"])
        self.batch = add(self.tr("&Batch"), "Ctrl+B", "batch")
        self.batch.setCheckable(True)
        self.full_screen = add(self.tr("F&ull Screen"), "F11")
        self.full_screen.setCheckable(True)
        self.preferences = add(self.tr("Se&ttings…"), "Ctrl+,")
        self.models = add(self.tr("&Models…"), "Ctrl+M")
        self.shortcuts = add(self.tr("&Keyboard Shortcuts"), "F1")
        self.guide = add(self.tr("&Guide"), "Shift+F1")
        self.show_log = add(self.tr("Show &Log"))
        self.report = add(self.tr("&Report a Problem…"))
        self.about = add(self.tr("&About Tintype"))

    def all(self) -> list[QAction]:
        """Every action, in the order of the menus."""
        return [
            value
            for name, value in vars(self).items()
            if isinstance(value, QAction) and not name.startswith("_")
        ]

    def set_photo_shown(self, shown: bool) -> None:
        """Whether there may be something to do with a photo: not while the batch is shown in its place."""
        self._of_photo.setEnabled(shown)
        self._photo_shown = shown
        self.show_zoom(self._zoom)

    def show_zoom(self, text: str) -> None:
        """Say how large the photo is, as long as it is shown."""
        self._zoom = text
        self.zoom_label.setText(text if self._photo_shown else "")

    def show_batch_status(self, shown: bool) -> None:
        """Show how far the batch is, or not."""
        self._status_place.setVisible(shown)

    def _always(self) -> list[QAction]:
        return [
            *(self.open, self.open_folder, self.paste, self.quit, self.batch, self.full_screen),
            *(self.preferences, self.models, self.shortcuts, self.about),
            *(self.guide, self.show_log, self.report),
        ]

    def set_palette(self, palette: QPalette) -> None:
        """Draw the icons again for other colours."""
        for action, name in self._icons.items():
            action.setIcon(themed_icon(name, palette))

    def _add(self, text: str, keys: _ShortcutLike = "", icon: str = "") -> QAction:
        action = QAction(text, self)
        if isinstance(keys, list):
            action.setShortcuts([QKeySequence(key) for key in keys])
        else:
            action.setShortcut(keys)
        if icon:
            self._icons[action] = icon
            action.setIcon(QIcon())
        return action

    def _fill_menus(self) -> None:
        bar = self._window.menuBar()
        file = bar.addMenu(self.tr("&File"))
        file.addActions([self.open, self.open_folder])
        file.addMenu(self.recent_menu)
        file.addSeparator()
        file.addActions([self.save, self.save_as])
        self.export_menu = file.addMenu(self.tr("&Export"))
        self.export_menu.addActions([self.export_layer, self.export_planes])
        file.addSeparator()
        file.addActions([self.close_photo, self.reopen, self.quit])
        edit = bar.addMenu(self.tr("&Edit"))
        edit.addActions([self.undo, self.redo, self.reset])
        edit.addSeparator()
        edit.addActions([self.copy, self.paste])
        edit.addSeparator()
        edit.addActions([self.copy_settings, self.paste_settings])
        edit.addSeparator()
        turning = edit.addMenu(self.tr("T&urn and Crop"))
        turning.addActions([self.turn_left, self.turn_right, self.flip, self.flip_vertically])
        turning.addActions([self.crop, self.split_scan])
        edit.addActions([self.negative, self.colour_mount])
        edit.addSeparator()
        edit.addActions([self.points, self.remove_points, self.reference, self.region, self.protect])
        edit.addSeparator()
        edit.addActions([self.candidates, self.candidates_large])
        edit.addActions([self.compare_models, self.colorize_again, self.stop])
        edit.addSeparator()
        edit.addActions([self.models, self.preferences])
        view = bar.addMenu(self.tr("&View"))
        view.addActions([self.fit, self.fill, self.actual_size, self.double_size])
        view.addActions([self.zoom_in, self.zoom_out])
        view.addSeparator()
        view.addActions([self.split, self.original, self.colour_alone, self.confidence])
        view.addSeparator()
        view.addActions([self.previous, self.next])
        view.addSeparator()
        view.addActions([self.batch, self.full_screen])
        help_menu = bar.addMenu(self.tr("&Help"))
        help_menu.addActions([self.guide, self.shortcuts])
        help_menu.addSeparator()
        help_menu.addActions([self.show_log, self.report])
        help_menu.addSeparator()
        help_menu.addAction(self.about)
        for menu in (file, self.export_menu, edit, view, help_menu):
            menu.setToolTipsVisible(True)
            for action in menu.actions():
                action.setIconVisibleInMenu(False)

    def _fill_tool_bar(self) -> None:
        bar = ToolBar(self.tr("Tools"), self._icon_side)
        for action, word in self._words().items():
            action.setIconText(word)
            bar.important.append(action)
        bar.add(self.open, self.save, self.copy)
        bar.add(self.undo, self.redo)
        bar.add(self.batch)
        self.batch_status = BatchStatus()
        self._status_place = bar.addWidget(self.batch_status)
        self.show_batch_status(False)
        bar.add_stretch()
        bar.add(self.split, self.original, self.confidence, self.candidates, self.points)
        bar.add(self.zoom_out, self.zoom_in, self.fit, self.actual_size)
        bar.addWidget(bar.zoom_label)
        self.zoom_label = bar.zoom_label
        self._window.addToolBar(bar)

    def _words(self) -> dict[QAction, str]:
        """What stands beside the icons of the tool bar, where there is no room for all the first of them."""
        return {
            self.candidates: self.tr("Other Colours"),
            self.points: self.tr("Points"),
            self.batch: self.tr("Batch"),
            self.confidence: self.tr("Unsure"),
            self.split: self.tr("Split"),
            self.original: self.tr("Original"),
            self.open: self.tr("Open"),
            self.save: self.tr("Save"),
            self.copy: self.tr("Copy"),
            self.undo: self.tr("Undo"),
            self.redo: self.tr("Redo"),
        }

    def _explain(self) -> None:
        """Let each action say what it does to the picture, and with which key."""
        for name, tip in action_tips().items():
            action: QAction = getattr(self, name)
            shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{tip} ({shortcut})" if shortcut else tip)
            action.setWhatsThis(tip)

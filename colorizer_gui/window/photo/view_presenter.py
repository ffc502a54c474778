"""Joins the actions of the view with the panes, and the panes with what draws them."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.widgets.compare.comparison_view import ComparisonView
from colorizer_gui.window.actions import WindowActions


class ViewPresenter(QObject):
    """Zooms, splits, and has drawn what is seen."""

    def __init__(
        self, window: QWidget, workspace: Workspace, comparison: ComparisonView, actions: WindowActions
    ) -> None:
        super().__init__(window)
        view = comparison.view
        for action, slot in (
            (actions.fit, view.fit),
            (actions.actual_size, view.show_actual_size),
            (actions.double_size, view.show_double_size),
            (actions.fill, view.fill),
            (actions.zoom_in, view.zoom_in),
            (actions.zoom_out, view.zoom_out),
        ):
            action.triggered.connect(slot)
        actions.split.toggled.connect(comparison.set_split)
        actions.original.toggled.connect(comparison.show_original)
        comparison.visible_side_changed.connect(workspace.previewing.set_visible_side)

"""Puts the page of the batch and its presenters together; only `face` imports this, when it has to."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.window.batch.actions import BatchActions
from colorizer_gui.window.batch.defaults import BatchDefaults
from colorizer_gui.window.batch.presenter import BatchPresenter
from colorizer_gui.window.batch.reference_presenter import BatchReferencePresenter
from colorizer_gui.window.batch.review_editing import ReviewEditing
from colorizer_gui.window.batch.review_presenter import ReviewPresenter


def assembled(
    window: QWidget,
    workspace: Workspace,
    settings: Settings,
    *,
    defaults: BatchDefaults,
    bar: MessageBar,
    to_batch: QAction,
) -> tuple[BatchPage, BatchActions]:
    """A page that shows the list as it is by now, and what carries out what is asked for on it.

    Parameters
    ----------
    bar
        Where messages beside a photo are shown.
    to_batch
        Checked while the page is shown.
    """
    page = BatchPage()
    BatchPresenter(window, workspace, settings, page)
    ReviewPresenter(page.review, workspace.batch.review, settings)
    BatchReferencePresenter(window, workspace, settings, page)
    ReviewEditing(window, workspace, page, bar, to_batch)
    return page, BatchActions(window, workspace, settings, page, defaults)

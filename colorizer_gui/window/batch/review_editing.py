"""A photo under review is opened in the editor, with points and all else, and its work is brought back."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.batch import Job, Recipe
from colorizer_gui.core.batch.jobs.states import UNDER_REVIEW
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.core.prediction.prediction import same_guidance
from colorizer_gui.core.rendering.adjustments import looks_of
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.widgets.review.bar import ReviewCommand

_BACK = "back to the review"


@dataclass(frozen=True, slots=True, eq=False)
class _Edited:
    """The photo that is away, and whether it was opened for that."""

    key: int
    entry: Entry
    is_guest: bool


class ReviewEditing(QObject):
    """Between the review and the editor.

    However the user comes back to the batch, what was changed becomes the photo's recipe; what only the
    network can follow, such as points, sends the photo there once more.
    """

    def __init__(
        self, parent: QObject, workspace: Workspace, page: BatchPage, bar: MessageBar, to_batch: QAction
    ) -> None:
        super().__init__(parent)
        self._session = workspace.session
        self._work, self._earlier = workspace.work, workspace.earlier
        self._review = workspace.batch.review
        self._page = page
        self._bar = bar
        self._to_batch = to_batch
        self._edited: _Edited | None = None
        page.review.command_requested.connect(self._on_command_requested)
        to_batch.toggled.connect(self._on_batch_toggled)
        bar.offer_accepted.connect(self._on_offer_accepted)

    @Slot(object)
    def _on_command_requested(self, command: ReviewCommand) -> None:
        key = self._page.review.sheet.current
        job = None if key is None else self._review.job(key)
        if command is not ReviewCommand.EDIT or job is None or job.state not in UNDER_REVIEW:
            return
        source = job.request.source
        entry = self._session.find_path(source, job.request.part)
        self._edited = _Edited(job.id, entry or self._opened(job), is_guest=entry is None)
        self._to_batch.setChecked(False)
        self._session.select(self._edited.entry)
        text = self.tr("“{0}” is edited for the review.").format(job.request.name)
        self._bar.show_offer(text, self.tr("Back to the Review"), _BACK)

    def _opened(self, job: Job) -> Entry:
        """With all that the review has of it; work on it that was done elsewhere is offered."""
        recipe = job.request.recipe
        entry = self._session.add(job.request.source, job.request.name, job.request.part)
        entry.adjustments = recipe.adjustments_for(job.source_sha256)
        entry.guidance = recipe.guidance_for(job.source_sha256)
        entry.candidate = recipe.candidate
        entry.treatment = Treatment(
            page=recipe.reading.page,
            negative=recipe.reading.negative,
            ignore_mount=recipe.ignore_mount,
            anew=True,
            geometry=recipe.reading.geometry,
            own_colours=recipe.reading.own_colours,
        )
        self._work.take_as_kept([entry])
        self._earlier.look_for(entry)
        return entry

    @Slot(str)
    def _on_offer_accepted(self, offer: str) -> None:
        if offer == _BACK:
            self._to_batch.setChecked(True)

    @Slot(bool)
    def _on_batch_toggled(self, shown: bool) -> None:
        edited = self._edited
        if not shown or edited is None:
            return
        self._edited = None
        self._bar.withdraw_offer(_BACK)
        if edited.entry in tuple(self._session):
            self._bring_back(edited)
        self._page.show_view(self._page.review)
        self._page.review.sheet.choose(edited.key)
        self._page.review.sheet.setFocus()

    def _bring_back(self, edited: _Edited) -> None:
        job, entry = self._review.job(edited.key), edited.entry
        if job is not None and job.state in UNDER_REVIEW:
            before = job.request.recipe
            after = _recipe_of(entry, job)
            if _is_seen_alike(before, after):
                self._review.take(edited.key, after)
            else:
                self._review.ask_again([edited.key], lambda _before: after)
        if edited.is_guest:
            self._session.remove(entry)  # its work is in the review now


def _recipe_of(entry: Entry, job: Job) -> Recipe:
    treatment, recipe = entry.treatment, job.request.recipe
    reading = replace(
        recipe.reading,
        page=treatment.page,
        negative=treatment.negative,
        geometry=treatment.geometry,
        own_colours=treatment.own_colours,
    )
    return replace(
        recipe,
        adjustments=entry.adjustments,
        reading=reading,
        guidance=entry.guidance,
        guided=job.source_sha256 if _is_of_photo(entry) else "",
        candidate=entry.candidate,
        ignore_mount=treatment.ignore_mount,
    )


def _is_of_photo(entry: Entry) -> bool:
    """Whether what was done has places, and so fits no other photo."""
    return entry.guidance is not None or entry.adjustments.areas is not None


def _is_seen_alike(one: Recipe, other: Recipe) -> bool:
    """Whether the network's answer to both is the same."""
    asked = [(each.reading, each.candidate, each.ignore_mount) for each in (one, other)]
    kept = [
        look.candidate == other.candidate and same_guidance(look.guidance, other.guidance)
        for look in looks_of(other.adjustments)
    ]
    return asked[0] == asked[1] and same_guidance(one.guidance, other.guidance) and all(kept)

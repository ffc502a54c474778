"""A batch whose photos wait to be reviewed, and the view in which that happens, for one test."""

from dataclasses import replace
from pathlib import Path

from colorizer_gui.controllers.review.reviewing import ReviewController
from colorizer_gui.core.batch import JobState, RunOptions
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.review.view import ReviewView
from colorizer_gui.window.batch.review_presenter import ReviewPresenter
from tests.support.batch.bench import Bench


class ReviewBench:
    """Everything that a review needs.

    Attributes
    ----------
    runs
        How often the controller wanted a run; `run` does what waits.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.bench = Bench(folder)
        self.bench.options = RunOptions(reserve=0, review_first=True)
        self.view = ReviewView()
        self.controller = ReviewController(self.view)
        self.presenter = ReviewPresenter(self.view, self.controller, settings)
        self.runs = 0
        self.controller.run_wanted.connect(self._on_run_wanted)

    def fill(self, photos: int, *, review_first: bool = True) -> None:
        """Predict photos, and show them."""
        self.bench.options = replace(self.bench.options, review_first=review_first)
        self.bench.fill(photos)
        self.bench.run()
        self.controller.show_queue(self.bench.queue)

    def run(self) -> None:
        """Do what waits, and tell."""
        self.bench.run()
        self.controller.note(self.bench.queue.jobs)

    def states(self) -> list[JobState]:
        return self.bench.states()

    def _on_run_wanted(self) -> None:
        self.runs += 1

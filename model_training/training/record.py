"""What a training says and logs while it lasts."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Self

from lightning_fabric import Fabric

from colorizer_gui.core.color.conversion import ByteArray
from model_training.batches.batches import MOST_SHEETS
from model_training.common.progress import Progress
from model_training.recipe.recipe import Recipe
from model_training.report.curves import EPOCH_LOSS, EPOCH_SHEET
from model_training.runs.figures import FigureLog
from model_training.training.learner import StepFigures
from model_training.training.validation import ValidationReport

#: Steps from one row of figures to the next.
_EVERY: Final = 20
#: Bytes that the sheets of all validations take in the events, and those of all epochs.
_OF_VALIDATIONS: Final = 16_000_000
_OF_EPOCHS: Final = 8_000_000


class RunRecord:
    """Progress on the terminal and figures in the run folder, by the first process; a context manager.

    Parameters
    ----------
    step
        The step that the run begins with; figures of later ones are forgotten when it is resumed.
    error_name
        See `Output.error_name`.
    """

    def __init__(
        self, fabric: Fabric, run: Path, recipe: Recipe, step: int, error_name: str, *, resume: bool
    ) -> None:
        self._log = FigureLog(run, step, resume=resume) if fabric.is_global_zero else None
        self._batch, self._error_name = recipe.optimizer.batch, error_name
        self._sheet_bytes = _OF_VALIDATIONS // (recipe.optimizer.steps // recipe.validate_every + 2)
        self._progress = Progress(
            recipe.optimizer.steps * self._batch, unit="img", shown=fabric.is_global_zero
        )

    def begin(self, step: int, description: Sequence[str]) -> None:
        """Say what the run is, unless it was said before, and how far it is."""
        for line in description:
            self._progress.write(line)
        self._progress.to(step * self._batch)

    def stepped(self, step: int, figures: StepFigures) -> None:
        """A step was done."""
        self._progress.to(step * self._batch)
        if self._log and step % _EVERY == 0:
            scalars = {
                "loss": figures.loss,
                self._error_name: figures.error,
                "gradient_norm": figures.gradient_norm,
                "learning_rate": figures.learning_rate,
            }
            self._log.scalars(step, {f"train/{name}": value for name, value in scalars.items()})
            self._progress.to(step * self._batch, note=f"step {step}, loss {figures.loss:.4f}")

    def epoch_ended(self, step: int, loss: float, sheet: Callable[[], ByteArray] | None) -> None:
        """All photos were seen once more.

        Parameters
        ----------
        loss
            The mean of the epoch's steps.
        sheet
            Draws the sheet of this epoch; None after an epoch that has none.
        """
        if self._log:
            self._log.scalars(step, {EPOCH_LOSS: loss})
            if sheet:
                self._log.sheet(step, EPOCH_SHEET, sheet(), _OF_EPOCHS // MOST_SHEETS)

    def judged(self, step: int, report: ValidationReport) -> None:
        """The photos that were kept apart were looked at."""
        if self._log:
            report.log(self._log, step, self._sheet_bytes)
            self._progress.write(f"step {step}: {report.line()}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._progress.close()
        if self._log:
            self._log.close()  # also when the training failed: the figures before say why

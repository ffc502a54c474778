"""A photo of the review, with what is shown of it."""

from dataclasses import dataclass

from colorizer_gui.widgets.review.words import Decision, decision_text


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One photo of the sheet.

    Attributes
    ----------
    key
        The number of its job.
    settings
        Its colour settings in words, where they are not those of the prediction.
    message
        What the user should know about it, or nothing.
    """

    key: int
    name: str
    decision: Decision
    settings: str = ""
    message: str = ""

    @property
    def text(self) -> str:
        """What is read aloud."""
        parts = (f"{self.name}: {decision_text(self.decision)}", self.settings, self.message)
        return ". ".join(filter(None, parts))

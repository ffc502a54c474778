"""What can be wrong with a batch as a whole; each message is one sentence for the user."""

from colorizer_gui.core.common.errors import ColorizationError


class PlanError(ColorizationError):
    """Sources, output folder and names do not go together."""


class JournalError(ColorizationError):
    """The journal cannot be read or written, or another program uses it.

    Attributes
    ----------
    disk_full
        Whether space is what is missing.
    """

    def __init__(self, template: str, /, *, disk_full: bool = False, **fields: object) -> None:
        super().__init__(template, **fields)
        self.disk_full = disk_full


class BatchStartError(ColorizationError):
    """A run is asked of an engine that is running."""

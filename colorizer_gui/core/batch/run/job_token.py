"""A request to stop that concerns one photo, or all of them."""

from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import Cancelled


class JobToken(CancelToken):
    """Cancelled when the run is to stop, or this photo is not wanted any more.

    Parameters
    ----------
    run
        The token of the whole run.
    unwanted
        Numbers of cancelled jobs; the engine adds to it at any time.
    """

    def __init__(self, job_id: int, run: CancelToken, unwanted: set[int]) -> None:
        super().__init__()
        self._job_id, self._run, self._unwanted = job_id, run, unwanted

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._run.cancelled or self._job_id in self._unwanted

    def raise_if_cancelled(self) -> None:
        """See `CancelToken.raise_if_cancelled`."""
        if self.cancelled:
            raise Cancelled

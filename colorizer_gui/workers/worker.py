"""The promise that every worker keeps: each request ends exactly once."""

import logging
from typing import final

from PySide6.QtCore import QObject, Signal, Slot

from colorizer_gui.core.common.errors import Cancelled, ColorizationError
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.workers.requests import Failed, Finished, Progress, Request

_log = logging.getLogger(__name__)


class Worker(QObject):
    """Carries out requests in the thread that it was moved to.

    Signals
    -------
    progressed(Progress)
        Any number of times per request.
    finished(Finished), failed(Failed), cancelled(Request)
        Exactly one of the three per request.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal(object)

    @final
    @Slot(object)
    def carry_out(self, request: Request) -> None:
        """Do the work and tell how it ended.

        Final: Qt would call a slot of a class derived from this one in the thread that emits.
        """
        try:
            request.token.raise_if_cancelled()
            result = self._work(request)
        except Cancelled:
            self.cancelled.emit(request)
        except ColorizationError as exc:
            _log.warning("%s: %s", type(request).__name__, exc, exc_info=exc.__cause__)
            self.failed.emit(Failed(request, in_own_language(exc.sentence)))
        except MemoryError:
            _log.exception("%s", type(request).__name__)
            message = self.tr(
                "There is not enough memory for this photo; close other programs and try again."
            )
            self.failed.emit(Failed(request, message))
        except Exception as exc:  # noqa: BLE001 - a broken request must end too, or the queue would stand still
            _log.exception("%s", type(request).__name__)
            message = self.tr("Something unexpected went wrong ({0}); the log has the details.")
            self.failed.emit(Failed(request, message.format(type(exc).__name__)))
        else:
            self.finished.emit(Finished(request, result))

    def _work(self, request: Request) -> object:
        """Return the answer; raises `ColorizationError` or `Cancelled`."""
        raise NotImplementedError

    def _report(self, request: Request, stage: object) -> None:
        self.progressed.emit(Progress(request, stage))  # type: ignore[arg-type]

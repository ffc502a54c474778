"""Three threads in a row: one reads, one predicts, one writes, each with one photo in its hands."""

import threading
from collections.abc import Callable
from typing import Final

from colorizer_gui.core.batch.jobs.job import Job
from colorizer_gui.core.batch.run.channel import Channel, Closed
from colorizer_gui.core.batch.run.steps import OpenedPhoto, PredictedPhoto
from colorizer_gui.core.common.cancellation import CancelToken

_POLL_SECONDS: Final = 0.1


class StageThreads:
    """Carries photos from thread to thread.

    Parameters
    ----------
    take
        The next job, or None when there is none.
    read, predict, write
        The steps; None ends the way of that photo.
    token
        Ends all three threads when it is set.
    guarded
        Runs a loop and takes care of what it raises.
    """

    def __init__(
        self,
        take: Callable[[], Job | None],
        read: Callable[[Job], OpenedPhoto | None],
        predict: Callable[[OpenedPhoto], PredictedPhoto | None],
        write: Callable[[PredictedPhoto], None],
        token: CancelToken,
        guarded: Callable[[Callable[[], None]], None],
    ) -> None:
        self._take, self._read, self._predict, self._write = take, read, predict, write
        self._token = token
        self._guarded = guarded

    def run(self) -> None:
        """Carry until no job is left; the caller's thread predicts."""
        opened: Channel[OpenedPhoto] = Channel(lambda: self._token.cancelled)
        predicted: Channel[PredictedPhoto] = Channel(lambda: self._token.cancelled)
        threads = [
            self._thread("batch-read", lambda: self._read_all(opened)),
            self._thread("batch-write", lambda: self._write_all(predicted)),
        ]
        try:
            self._guarded(lambda: self._predict_all(opened, predicted))
            for thread in threads:
                # In short waits, since Windows does not let Ctrl-C through a long one.
                while thread.is_alive():
                    thread.join(_POLL_SECONDS)
        except BaseException:
            self._token.cancel()
            raise

    def _thread(self, name: str, loop: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=self._guarded, args=(loop,), name=name, daemon=True)
        thread.start()
        return thread

    def _read_all(self, opened: Channel[OpenedPhoto]) -> None:
        try:
            while self._read_next(opened):
                pass
        except Closed:
            pass
        finally:
            opened.close()

    def _predict_all(self, opened: Channel[OpenedPhoto], predicted: Channel[PredictedPhoto]) -> None:
        try:
            while True:
                self._predict_next(opened, predicted)
        except Closed:
            pass
        finally:
            predicted.close()

    def _write_all(self, predicted: Channel[PredictedPhoto]) -> None:
        try:
            while True:
                self._write(predicted.get())
        except Closed:
            pass

    # One photo each, so that no loop holds on to a photo while it waits for the next one.

    def _read_next(self, opened: Channel[OpenedPhoto]) -> bool:
        opened.wait_for_room()
        job = self._take()
        if job is None:
            return False
        photo = self._read(job)
        if photo is not None:
            opened.put(photo)
        return True

    def _predict_next(self, opened: Channel[OpenedPhoto], predicted: Channel[PredictedPhoto]) -> None:
        predicted.wait_for_room()
        photo = self._predict(opened.get())
        if photo is not None:
            predicted.put(photo)

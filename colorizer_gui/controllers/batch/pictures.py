"""Small pictures of the rows that are seen, made when they are seen."""

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColorSpace, QImage

from colorizer_gui.core.batch import Job
from colorizer_gui.core.geometry.geometry import AS_IT_IS, Geometry
from colorizer_gui.core.photo_io import ReadOptions
from colorizer_gui.desktop.display_profile import for_display
from colorizer_gui.workers.batch.requests import PictureRequest
from colorizer_gui.workers.requests import Failed, Finished
from colorizer_gui.workers.work_queue import WorkQueue

#: Physical pixels of the longer side.
PICTURE_SIDE: Final = 112
#: A file, and how it is turned and cropped.
_Shown = tuple[Path, Geometry]
#: A picture takes up to 50 kB.
_MOST_KEPT: Final = 1000


class BatchPictures(QObject):
    """Makes pictures for the rows that are wanted, and keeps the last ones.

    Signals
    -------
    made(int, QImage)
        The picture of the job of that number.

    Attributes
    ----------
    display
        The colours of the display, if not sRGB.
    """

    made = Signal(object, object)

    def __init__(self, files: WorkQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.display: QColorSpace | None = None
        self._files = files
        self._kept: OrderedDict[_Shown, QImage | None] = OrderedDict()
        files.finished.connect(self._on_finished)
        files.failed.connect(self._on_failed)

    def want(self, jobs: Sequence[Job]) -> None:
        """Have pictures of these jobs, and no longer of others: those rows were scrolled away."""
        wanted = {_shown(job): job for job in jobs}
        self._files.cancel(lambda r: isinstance(r, PictureRequest) and _asked(r) not in wanted)
        asked = {_asked(request) for request in self._files.requests if isinstance(request, PictureRequest)}
        for shown, job in wanted.items():
            kept = self._kept.get(shown)
            if kept is not None:
                self._kept.move_to_end(shown)
                self.made.emit(job.id, for_display(kept, self.display))
            elif shown not in self._kept and shown not in asked:
                self._files.submit(
                    PictureRequest(
                        key=job.id,
                        path=shown[0],
                        colored=job.output is not None,
                        long_side=PICTURE_SIDE,
                        reading=ReadOptions(geometry=shown[1]),
                    )
                )

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        request, image = finished.request, finished.result
        if isinstance(request, PictureRequest) and isinstance(image, QImage):
            self._keep(_asked(request), image)
            self.made.emit(request.key, for_display(image, self.display))

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if isinstance(failed.request, PictureRequest):
            self._keep(_asked(failed.request), None)  # the run will say what is wrong with it

    def _keep(self, shown: _Shown, image: QImage | None) -> None:
        self._kept[shown] = image
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)


def _shown(job: Job) -> _Shown:
    """The result of a job, once there is one, or its original."""
    if job.output is not None:
        return job.output, AS_IT_IS
    return job.request.source, job.request.recipe.reading.geometry


def _asked(request: PictureRequest) -> _Shown:
    return request.path, request.reading.geometry

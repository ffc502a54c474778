"""The rows of a batch as its table is told of them."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from colorizer_gui.core.batch import Job, JobRequest, JobState
from colorizer_gui.widgets.batch.model import PHOTO, BatchModel


def test_a_photo_keeps_its_picture_until_that_of_the_result_is_there(qapp: QApplication) -> None:
    del qapp
    model = BatchModel()
    job = Job(1, JobRequest(Path("a.jpg"), Path("out/a.jpg")))
    gray, colored = (QImage(4, 4, QImage.Format.Format_RGB32) for _ in range(2))
    gray.fill(Qt.GlobalColor.gray)
    colored.fill(Qt.GlobalColor.red)
    model.set_jobs([job], set())
    model.set_picture(1, gray)
    model.update([replace(job, state=JobState.DONE, output=Path("out/a.jpg"))])
    index = model.index(0, PHOTO)
    assert index.data(Qt.ItemDataRole.DecorationRole) == gray
    model.set_picture(1, colored)
    assert index.data(Qt.ItemDataRole.DecorationRole) == colored

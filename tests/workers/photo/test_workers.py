"""The workers themselves, without threads."""

import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.photo.notice import ColorKind
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.photo_io.reading import need
from colorizer_gui.core.prediction.prediction import Colorizer
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.workers.photo.answers import PathsListed, PhotoColorized, PhotoLoaded
from colorizer_gui.workers.photo.colorization_worker import ColorizationWorker
from colorizer_gui.workers.photo.photo_worker import PhotoWorker
from colorizer_gui.workers.photo.render_worker import RenderWorker
from colorizer_gui.workers.photo.requests import (
    ColorizeRequest,
    CopyRequest,
    ListRequest,
    ReadRequest,
    RenderRequest,
    SaveRequest,
    Subject,
    ThumbnailRequest,
)
from colorizer_gui.workers.requests import Request
from colorizer_gui.workers.shared_network import SharedNetwork
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.worker_answers import answer, failure

pytestmark = pytest.mark.usefixtures("qapp")


def colorize_request(path: Path) -> ColorizeRequest:
    return ColorizeRequest(subject=Subject(source=path), thumbnail_side=32)


def test_the_colorizer_is_made_once_and_late(make_photo: PhotoMaker, colorizer: FakeColorizer) -> None:
    made: list[int] = []

    def make() -> Colorizer:
        made.append(threading.get_ident())
        return colorizer

    worker = ColorizationWorker(SharedNetwork(make))
    assert not made
    for name in ("a.png", "b.png"):
        result = answer(worker, colorize_request(make_photo(name)))
        assert isinstance(result, PhotoColorized)
        assert max(result.thumbnail.width(), result.thumbnail.height()) == 32
    assert len(made) == 1


def test_broken_weights_are_a_sentence_and_the_next_request_tries_again(
    make_photo: PhotoMaker, colorizer: FakeColorizer
) -> None:
    attempts: list[int] = []

    def make() -> Colorizer:
        attempts.append(1)
        if len(attempts) == 1:
            raise WeightsError("The weights are missing.")
        return colorizer

    worker = ColorizationWorker(SharedNetwork(make))
    path = make_photo()
    assert failure(worker, colorize_request(path)) == "The weights are missing."
    assert isinstance(answer(worker, colorize_request(path)), PhotoColorized)


def test_saving_writes_a_photo_of_the_same_size_and_leaves_the_original(
    make_photo: PhotoMaker, colorizer: FakeColorizer
) -> None:
    path = make_photo("photo.png", 65, 33)
    before = path.read_bytes()
    worker = ColorizationWorker(SharedNetwork(lambda: colorizer))
    result = answer(worker, colorize_request(path))
    assert isinstance(result, PhotoColorized)
    request = SaveRequest(
        subject=Subject(source=path), prediction=result.prediction, target=path.with_name("x.png")
    )
    target = answer(worker, request)
    assert isinstance(target, Path)
    assert path.read_bytes() == before
    saved = read_photo(target)
    assert saved.size == (65, 33)
    assert saved.notice.color is not ColorKind.NEUTRAL
    again = answer(worker, request)
    assert again != target
    assert isinstance(again, Path)
    assert again.exists()


def test_copying_renders_the_whole_photo(make_photo: PhotoMaker, colorizer: FakeColorizer) -> None:
    path = make_photo("photo.png", 65, 33)
    worker = ColorizationWorker(SharedNetwork(lambda: colorizer))
    result = answer(worker, colorize_request(path))
    assert isinstance(result, PhotoColorized)
    image = answer(
        worker,
        CopyRequest(subject=Subject(source=path, adjustments=Adjustments(0.0)), prediction=result.prediction),
    )
    assert isinstance(image, QImage)
    rgb = rgb_from_image(image)
    assert rgb.shape == (33, 65, 3)
    assert np.ptp(rgb.astype(int), axis=2).max() <= 1


def test_rendering_follows_settings_and_size(make_photo: PhotoMaker, colorizer: FakeColorizer) -> None:
    photo = read_photo(make_photo("photo.png", 200, 100))
    prediction = colorizer.predict_ab(photo.lightness)
    worker = RenderWorker()

    def render(saturation: float, long_side: int | None, *, color: bool = True) -> QImage:
        request = RenderRequest(
            photo=photo,
            prediction=prediction if color else None,
            adjustments=Adjustments(saturation),
            long_side=long_side,
            generation=1,
        )
        image = answer(worker, request)
        assert isinstance(image, QImage)
        return image

    assert render(1, 50).size().toTuple() == (50, 25)
    assert render(1, None).size().toTuple() == (200, 100)
    assert render(1, 9000).size().toTuple() == (200, 100)
    assert render(1, 40).size().toTuple() == (40, 20)
    assert render(1, 40, color=False).format() == QImage.Format.Format_Grayscale8
    chroma = [np.ptp(rgb_from_image(render(s, 50)).astype(int), axis=2).mean() for s in (0, 0.5, 1, 2)]
    assert chroma[0] <= 1
    assert chroma == sorted(chroma)


def test_a_cancelled_request_is_not_begun(make_photo: PhotoMaker, colorizer: FakeColorizer) -> None:
    worker = ColorizationWorker(SharedNetwork(lambda: colorizer))
    token = CancelToken()
    token.cancel()
    request = ColorizeRequest(subject=Subject(source=make_photo()), thumbnail_side=8, token=token)
    cancelled: list[Request] = []
    worker.cancelled.connect(cancelled.append)
    worker.carry_out(request)
    assert cancelled == [request]
    assert not colorizer.threads


def test_folders_are_listed_in_order_and_empty_ones_named(make_photo: PhotoMaker, tmp_path: Path) -> None:
    folder, empty = tmp_path / "box", tmp_path / "empty"
    (folder / "inner").mkdir(parents=True)
    empty.mkdir()
    names = (
        "b 10.png",
        "b 9.png",
        "a.JPG",
        "inner/c.tif",
        ".hidden.png",
        "._a.JPG",
        "Thumbs.db",
        "notes.txt",
    )
    for name in (f"box/{name}" for name in names):
        (tmp_path / name).write_bytes(b"")
    named = tmp_path / "strange.xyz"
    listed = answer(PhotoWorker(), ListRequest(paths=(folder, empty, named, named)))
    assert isinstance(listed, PathsListed)
    assert [path.name for path in listed.paths] == ["a.JPG", "b 9.png", "b 10.png", "c.tif", "strange.xyz"]
    assert listed.empty == (empty,)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif", ".bmp", ".webp"])
def test_thumbnails_of_every_format(make_photo: PhotoMaker, suffix: str) -> None:
    image = answer(PhotoWorker(), ThumbnailRequest(path=make_photo(f"p{suffix}", 200, 100), long_side=50))
    assert isinstance(image, QImage)
    assert image.size().toTuple() == (50, 25)


def test_what_a_large_photo_needs_is_said_before_it_is_read(
    make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = make_photo()
    monkeypatch.setattr(need, "LARGE_PIXELS", 1)
    monkeypatch.setattr(need, "_LEAST_BYTES", 0)
    worker = PhotoWorker()
    told: list[str] = []
    worker.progressed.connect(lambda progress: told.append(progress.notice))
    worker.finished.connect(lambda _finished: told.append("read"))
    worker.carry_out(ReadRequest(source=photo, preview_side=64, thumbnail_side=16))
    assert told[1:] == ["read"]
    assert photo.name in told[0]
    assert "GB" in told[0]


def test_a_pasted_picture_becomes_a_photo() -> None:
    image = QImage(7, 5, QImage.Format.Format_ARGB32)
    image.fill(QColor(90, 90, 90, 120))
    loaded = answer(PhotoWorker(), ReadRequest(source=image, preview_side=64, thumbnail_side=16))
    assert isinstance(loaded, PhotoLoaded)
    assert loaded.photo.size == (7, 5)
    assert loaded.photo.alpha is not None
    assert loaded.preview.size().toTuple() == (7, 5)

"""Whether what the window shows is what its photo and settings make, computed anew."""

from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.guidance.colour_points import points_of
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import photo_from_rgb, read_photo
from colorizer_gui.core.pipeline.pipeline import colorize_photo
from colorizer_gui.core.prediction.prediction import Colorizer, Prediction
from colorizer_gui.core.rendering.adjustments import settings_of
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.window.main_window import MainWindow
from colorizer_gui.workers.photo.originals import original_image
from tests.support.window.photo_user import pause

_Picture = npt.NDArray[np.int16]
#: Of 255; the same network in another order of additions.
_ROUNDING: Final = 3
_PATIENCE_MS: Final = 300_000
_STEP_MS: Final = 50
_ON_THE_WAY: Final = {EntryState.WAITING, EntryState.COLORIZING}
_WITHOUT_COLOUR: Final = {EntryState.STOPPED, EntryState.FAILED, EntryState.IN_COLOUR, EntryState.LEFT}


class Truth:
    """Looks at a window that rests.

    Parameters
    ----------
    colorizer
        Another one than the window's.
    """

    def __init__(self, colorizer: Colorizer) -> None:
        self._colorizer = colorizer

    def look(self, window: MainWindow) -> list[str] | None:
        """What is not true, in sentences; None where no photo in colour is shown.

        Tools and views are put away first, as a user does, by keys and actions.
        """
        session = window.workspace.session
        window.window_actions.batch.setChecked(False)
        window.activateWindow()
        window.window_actions.colorize_again.trigger()  # where the photo was stopped
        _wait_for_colour(window)
        _put_away(window)
        if not _wait_until_settled(window):
            return [f"{_about(session.current)}: it never rests; {_state(window)}"]
        entry, comparison = session.current, window.viewer.comparison
        if entry is None or entry.state not in {EntryState.DONE, EntryState.SAVED}:
            return None
        photo = _read(window, entry)
        colorized = colorize_photo(
            photo,
            self._colorizer,
            guidance=entry.guidance,
            ignore_mount=entry.treatment.ignore_mount,
            candidate=entry.candidate,
            adjustments=entry.adjustments,
        )
        fresh = colorized.recomposition()
        found = []
        shown = comparison.colorized_pane.image
        if shown is None:
            return [f"{_about(entry)}: no picture is shown"]
        side = max(shown.width(), shown.height())
        if side < max(photo.size):
            fresh = fresh.scaled(side)
        wrong = _difference(rgb_from_image(shown), fresh.image(entry.adjustments, depth=8))
        assert entry.prediction is not None
        if entry.prediction.is_sketch:
            found.append(f"{_about(entry)}: what its points are guessed to mean stayed")
        if wrong:
            apart = _apart(entry.prediction, colorized.prediction)
            found.append(f"{_about(entry)}, in colour: {wrong}; {apart}; {_state(window)}")
        if comparison.original_pane.isVisible():
            found += _wrong_original(entry, photo, comparison.original_pane.image)
        return found + _wrong_widgets(window, entry)


def _wrong_original(entry: Entry, photo: Photo, shown: QImage | None) -> list[str]:
    if shown is None:
        return [f"{_about(entry)}: no original is shown"]
    side = max(shown.width(), shown.height())
    fresh = rgb_from_image(original_image(photo, side if side < max(photo.size) else None))
    wrong = _difference(rgb_from_image(shown), fresh)
    return [f"{_about(entry)}, the original: {wrong}"] if wrong else []


def _wrong_widgets(window: MainWindow, entry: Entry) -> list[str]:
    """Name, sliders, markers and the strip belong to the photo that is shown."""
    panel, strip = window.panel, window.film_strip
    settings = settings_of(entry.adjustments, window.workspace.adjusting.target).to_dict()
    found = []
    if panel.name_label.text() != entry.name:
        found.append(f"{_about(entry)}: the panel names {panel.name_label.text()}")
    for field, row in panel.rows.items():
        steps = round(settings[field] * row._steps)
        if {row.slider.value(), row.spin_box.value()} != {steps}:
            found.append(f"{_about(entry)}: {field} stands at {row.slider.value()} instead of {steps}")
    markers, points = window.viewer.comparison.points[0].markers, points_of(entry.guidance)
    if len(markers) not in {0, len(points)}:
        found.append(f"{_about(entry)}: {len(markers)} markers for {len(points)} points")
    if strip.isVisible() and strip.photos.item(strip.currentIndex().row()).key != entry.key:
        found.append(f"{_about(entry)}: the strip marks another photo")
    return found


def _put_away(window: MainWindow) -> None:
    actions = window.window_actions
    for action in (
        *(actions.original, actions.colour_alone, actions.confidence),
        *(actions.points, actions.region, actions.protect, actions.candidates_large, actions.candidates),
    ):
        if action.isChecked():
            action.trigger()


def _wait_for_colour(window: MainWindow) -> None:
    """What the views and tools are for; without it they cannot be put away."""
    for _ in range(_PATIENCE_MS // _STEP_MS):
        entry = window.workspace.session.current
        if entry is None or entry.prediction is not None or entry.state not in _ON_THE_WAY:
            return
        pause(_STEP_MS)


def _wait_until_settled(window: MainWindow) -> bool:
    workspace = window.workspace
    previewing, session = workspace.previewing, workspace.session
    for _ in range(_PATIENCE_MS // _STEP_MS):
        pause(_STEP_MS)
        entry = session.current
        if entry is None or entry.state in _WITHOUT_COLOUR:
            return True
        is_idle = previewing._on_its_way is None and not previewing._rest.isActive()
        is_drawn = entry.photo is not None and is_idle and previewing.is_settled
        is_busy = workspace.colorization.is_busy_with_shown
        if entry.state in {EntryState.DONE, EntryState.SAVED} and is_drawn and not is_busy:
            return True
    return False


def _read(window: MainWindow, entry: Entry) -> Photo:
    if entry.path is not None:
        return read_photo(entry.path, window.workspace.session.reading(entry))
    assert entry.pasted is not None
    treatment = entry.treatment
    pixels = rgb_from_image(entry.pasted)
    return photo_from_rgb(pixels, options=treatment.reading())


def _difference(shown: npt.NDArray[np.generic], fresh: npt.NDArray[np.generic]) -> str:
    """What is different, or nothing."""
    if shown.shape != fresh.shape:
        return f"{shown.shape} instead of {fresh.shape}"
    apart = np.abs(shown.astype(np.int16) - fresh.astype(np.int16)).max(axis=-1)
    most = int(apart.max())
    return f"by {most} of 255, {(apart > _ROUNDING).mean():.1%} of it" if most > _ROUNDING else ""


def _apart(one: Prediction, other: Prediction) -> str:
    """How far two predictions are from each other, in chroma."""
    if one.ab.shape != other.ab.shape:
        return f"predictions of {one.ab.shape} and {other.ab.shape}"
    most = float(np.abs(one.ab - other.ab).max())
    return f"the predictions ({one.candidate}, {other.candidate}) are {most:.1f} apart"


def _state(window: MainWindow) -> str:
    """What is drawn and what is under way."""
    previewing = window.workspace.previewing
    drawn = previewing._colorized
    entry = window.workspace.session.current
    told = "nothing drawn"
    if drawn is not None and entry is not None:
        told = (
            f"drawn as {drawn.layer} at {drawn.side}, marked {len(drawn.marked)}, "
            f"of its photo {drawn.photo is entry.photo}, "
            f"of its prediction {drawn.prediction is entry.prediction}"
        )
    requests = [type(request).__name__ for queue in window.workspace._queues for request in queue.requests]
    tried = previewing._tried is not None
    is_drawing = previewing._on_its_way is not None
    return f"{told}; another tried: {tried}; on its way: {is_drawing}; asked: {requests}"


def _about(entry: Entry | None) -> str:
    if entry is None:
        return "nothing"
    points = len(points_of(entry.guidance))
    done = f"candidate {entry.candidate}, {points} points, {entry.treatment}, {entry.adjustments}"
    return f"{entry.name} ({entry.state.value}; {done})"

"""Puts networks on the shelf: tries them, times them, and writes their cards."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Final

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.common.sentences import reason_of
from colorizer_gui.core.foreign.card import ModelCard
from colorizer_gui.core.foreign.conventions import Convention
from colorizer_gui.core.foreign.families import OWN
from colorizer_gui.core.foreign.files import IN_ONNX, kind_of, licence_of
from colorizer_gui.core.foreign.onnx.header import files_beside, read_header
from colorizer_gui.core.foreign.opening import (
    OF_TINTYPE,
    Loaded,
    load_foreign,
    locate,
    open_colorizer,
)
from colorizer_gui.core.foreign.recognition import UnknownModelError, sample_picture
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.inference.devices import AUTO
from colorizer_gui.core.prediction.prediction import Colorizer, model_of

#: Height and width of the photo on which networks are timed.
TIMED: Final = (1000, 1500)


def make_card(
    path: Path,
    loaded: Loaded | Colorizer,
    convention: Convention | None = None,
    *,
    name: str | None = None,
) -> ModelCard:
    """The card of a network; not measured yet.

    Parameters
    ----------
    loaded
        A foreign network, or a colorizer of Tintype's own training.

    Raises
    ------
    WeightsError
        When the file cannot be read.
    """
    kind = kind_of(path)
    try:
        status = path.stat()
        beside = files_beside(path, read_header(path)) if kind in IN_ONNX else ()
        size = status.st_size + sum(file.stat().st_size for file in beside)
    except OSError as exc:
        raise WeightsError(
            "{path} cannot be read ({reason}); choose another file.", path=path, reason=reason_of(exc)
        ) from exc
    card = ModelCard(
        name or path.stem, path.resolve(), kind, "", size, status.st_mtime_ns, licence=licence_of(path, kind)
    )
    if not isinstance(loaded, Loaded):
        return replace(card, sha256=model_of(loaded).sha256, family=OWN)
    taken = loaded.engine.inputs[0].size
    return replace(
        card,
        sha256=loaded.sha256,
        family=loaded.recognition.family,
        convention=convention,
        input=None if taken is None else (taken[1], taken[0]),
    )


def measured(card: ModelCard, colorizer: Colorizer, clock: Callable[[], float] = perf_counter) -> ModelCard:
    """The card with the seconds that a photo takes here; the network is run twice, the first to warm up.

    Raises
    ------
    InferenceError
        When the network does not work.
    """
    photo = sample_picture(*TIMED)
    colorizer.predict_ab(photo)
    begun = clock()
    colorizer.predict_ab(photo)
    engine = getattr(colorizer, "engine", colorizer)
    return replace(card, seconds=clock() - begun, device=str(getattr(engine, "device", "")))


def add_to_shelf(
    shelf: Shelf,
    path: Path,
    device: str = AUTO,
    *,
    name: str | None = None,
    convention: Convention | None = None,
) -> ModelCard:
    """Open a network, try it, time it, and put it on the shelf.

    Parameters
    ----------
    convention
        What the user says that it takes and gives; by default what is recognised or was said before.

    Raises
    ------
    UnknownModelError
        When that has to be asked.
    ColorizationError
    """
    if kind_of(path) in OF_TINTYPE:
        colorizer = open_colorizer(path, device, shelf=shelf)
        return shelf.put(measured(make_card(path, colorizer, name=name), colorizer))
    loaded = load_foreign(path, device)
    said = convention or shelf.answer_for(loaded.sha256) or loaded.recognition.convention
    if said is None:
        raise UnknownModelError(path, loaded.recognition.guesses)
    card = make_card(path, loaded, said, name=name)
    return shelf.put(measured(card, loaded.colorizer(said, card.name)))


def check_on_shelf(shelf: Shelf, card: ModelCard, device: str = AUTO) -> ModelCard:
    """Look whether a network is still what it was, and works; the answer has the new time.

    Raises
    ------
    WeightsError
        When its file is gone or another one.
    ColorizationError
    """
    path, _ = locate(card.name, shelf)
    assert path is not None
    colorizer = open_colorizer(path, device, shelf=shelf)
    if model_of(colorizer).sha256 != card.sha256:
        raise WeightsError(
            "{path} is another file than the one that was added; add it again to use it.", path=path
        )
    return shelf.put(measured(replace(card, changed=path.stat().st_mtime_ns), colorizer))

"""The one door to every network: Tintype's own weights, ONNX files and PyTorch checkpoints."""

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from colorizer_gui.core.common.errors import InferenceError, WeightsError
from colorizer_gui.core.common.existence import is_there
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.foreign.card import Kind, ModelCard
from colorizer_gui.core.foreign.colorizer import ForeignColorizer
from colorizer_gui.core.foreign.conventions import Convention
from colorizer_gui.core.foreign.engine import Engine
from colorizer_gui.core.foreign.files import IN_ONNX, foreign_sha256, kind_of
from colorizer_gui.core.foreign.onnx.header import read_header
from colorizer_gui.core.foreign.pytorch.architectures import LICENCES
from colorizer_gui.core.foreign.recognition import Recognition, UnknownModelError, recognise
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.inference.devices import AUTO
from colorizer_gui.core.prediction.prediction import Colorizer, ModelIdentity

#: Networks that describe themselves.
OF_TINTYPE: Final = (Kind.OWN, Kind.OWN_ONNX)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A foreign network that is loaded, before or after it is known what it takes and gives."""

    path: Path
    kind: Kind
    sha256: str
    engine: Engine
    recognition: Recognition

    def colorizer(self, convention: Convention, name: str) -> ForeignColorizer:
        """The network behind the seam, under one convention; the engine is shared."""
        return ForeignColorizer(self.engine, convention, ModelIdentity(name, self.sha256))


def open_colorizer(
    weights: Path | str | None,
    device: str = AUTO,
    *,
    shelf: Shelf | None = None,
    threads: int | None = None,
) -> Colorizer:
    """Open whatever the user names.

    Parameters
    ----------
    weights
        A file, the name of a model on the shelf, or None for Tintype's own weights.
    threads
        See `OnnxEngine`.

    Raises
    ------
    UnknownModelError
        When it has to be asked what the network takes and gives.
    WeightsError
        When there is no such file or model, or it is damaged or no colorizer.
    InferenceError
        When the device, or what runs such files, is not there.
    """
    shelf = shelf or Shelf()
    path, card = locate(weights, shelf)
    if path is None or kind_of(path) in OF_TINTYPE:
        return _open_own(path, device, threads)
    known = card if card is not None and card.is_unchanged() else None
    sha256 = known.sha256 if known is not None else foreign_sha256(path)
    card = known or shelf.of_hash(sha256)
    convention = card.convention if card is not None else shelf.answer_for(sha256)
    name = card.name if card is not None else path.stem
    if convention is not None:
        return ForeignColorizer(load_engine(path, device, threads), convention, ModelIdentity(name, sha256))
    loaded = load_foreign(path, device, threads=threads, sha256=sha256)
    if loaded.recognition.convention is None:
        raise UnknownModelError(path, loaded.recognition.guesses)
    return loaded.colorizer(loaded.recognition.convention, name)


def has_pytorch() -> bool:
    """Whether PyTorch is installed; the bundle comes without. It is not imported for that."""
    return importlib.util.find_spec("torch") is not None


def _open_own(path: Path | None, device: str, threads: int | None) -> Colorizer:
    if path is not None and kind_of(path) is Kind.OWN_ONNX:
        from colorizer_gui.core.foreign.onnx.own import open_own
        from colorizer_gui.core.foreign.onnx.runtime import OnnxEngine

        engine = OnnxEngine(path, device, threads=threads)
        return open_own(path, read_header(path), engine, foreign_sha256(path))
    if not has_pytorch():
        from colorizer_gui.core.foreign.onnx.graphs import open_graphs

        return open_graphs(path, device, threads)
    # Here PyTorch is imported, which takes seconds.
    from colorizer_gui.core.inference.colorizer import NetworkColorizer

    return NetworkColorizer.load(device, path)


def computes_with_torch(weights: Path | str | None, shelf: Shelf | None = None) -> bool:
    """Whether a network needs PyTorch, which takes seconds to import.

    Raises
    ------
    WeightsError
        See `locate`.
    """
    path, _ = locate(weights, shelf or Shelf())
    return has_pytorch() and (path is None or kind_of(path) not in IN_ONNX)


def licence_notice(weights: Path | str | None, shelf: Shelf | None = None) -> Sentence | None:
    """What has to be said before a file is opened for the first time.

    Raises
    ------
    WeightsError
        See `locate`.
    """
    path, card = locate(weights, shelf or Shelf())
    asked = path is not None and card is None and kind_of(path) is Kind.CHECKPOINT
    return LICENCES if asked else None


def locate(weights: Path | str | None, shelf: Shelf) -> tuple[Path | None, ModelCard | None]:
    """The file that is meant, and its card where it was named by that.

    Raises
    ------
    WeightsError
        When there is neither a file nor a model of that name.
    """
    if weights is None:
        return None, None
    path = Path(weights)
    if is_there(path):
        return path, None
    card = shelf.find(str(weights))
    if card is None:
        raise WeightsError(
            "There is no weights file {path} and no model of that name on the shelf; check the name.",
            path=path,
        )
    if not is_there(card.path):
        raise WeightsError(
            'The model "{name}" is not at {path} any more; put its file back, or add it again.',
            name=card.name,
            path=card.path,
        )
    return card.path, card


def load_foreign(
    path: Path, device: str = AUTO, *, threads: int | None = None, sha256: str | None = None
) -> Loaded:
    """Load a foreign network and find out what it is.

    Raises
    ------
    WeightsError, InferenceError
        See `open_colorizer`.
    """
    engine = load_engine(path, device, threads)
    try:
        recognition = recognise(engine)
    except WeightsError as exc:
        raise WeightsError("{path} cannot be used: {reason}", path=path, reason=exc.sentence) from exc
    return Loaded(path, kind_of(path), sha256 or foreign_sha256(path), engine, recognition)


def load_engine(path: Path, device: str, threads: int | None = None) -> Engine:
    """What runs a foreign network."""
    if kind_of(path) is Kind.CHECKPOINT:
        if not has_pytorch():
            raise InferenceError(
                "PyTorch checkpoints need PyTorch, without which this installation comes; install Tintype "
                "with pipx: pipx install tintype[checkpoints]."
            )
        from colorizer_gui.core.foreign.pytorch.checkpoint import TorchEngine  # imports PyTorch

        return TorchEngine(path, device)
    from colorizer_gui.core.foreign.onnx.runtime import OnnxEngine

    return OnnxEngine(path, device, threads=threads)

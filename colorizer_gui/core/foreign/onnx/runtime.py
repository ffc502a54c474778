"""`OnnxEngine`: an ONNX file in onnxruntime, on the graphics card if there is one, else on the processor."""

import importlib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import DeviceMemoryError, InferenceError, WeightsError
from colorizer_gui.core.foreign.engine import (
    FLOAT,
    FLOAT16,
    MOVED,
    check_room,
    failed,
    memory_ran_out,
    short_of_memory,
    too_large,
)
from colorizer_gui.core.foreign.onnx.header import files_beside, read_header
from colorizer_gui.core.foreign.onnx.quiet import silence
from colorizer_gui.core.inference.devices import AUTO

if TYPE_CHECKING:
    import onnxruntime

#: Of the devices that a user may ask for, the runtime's doors to them.
PROVIDERS: Final = {
    "cuda": ("CUDAExecutionProvider", "ROCMExecutionProvider", "MIGraphXExecutionProvider"),
    "mps": ("CoreMLExecutionProvider",),
    "cpu": (),
}
_ANY: Final = (*PROVIDERS["cuda"], "DmlExecutionProvider", *PROVIDERS["mps"])
_CPU: Final = "CPUExecutionProvider"
_TYPES: Final = {FLOAT: np.float32, FLOAT16: np.float16}
#: How its sentences begin, and how they name an operator that it lacks, by version.
_HEAD: Final = re.compile(r"^\[ONNXRuntimeError\] : \d+ : \w+ : ")
_NO_OPERATOR: Final = re.compile(
    r"No Op registered for (\w+)|([\w.]+)(?:\(-?\d+\))? is not a registered function/op"
)
SessionMaker = Callable[[Path, Sequence[str], int], "onnxruntime.InferenceSession"]


class OnnxEngine:
    """See `Engine`.

    Parameters
    ----------
    device
        "auto", "cpu", "cuda" or "mps".
    threads
        Of the processor; by default as many as it has cores, or as OMP_NUM_THREADS says.
    make
        Makes the session.
    all_outputs
        Whether `run` answers with each of the outputs, and not with the first alone.

    Raises
    ------
    WeightsError
        When the file is damaged, needs files from elsewhere, or cannot be run by this runtime.
    DeviceMemoryError
        When it does not fit into memory.
    InferenceError
        When onnxruntime or the device that was asked for is not there.
    """

    def __init__(
        self,
        path: Path,
        device: str = AUTO,
        *,
        threads: int | None = None,
        make: SessionMaker | None = None,
        all_outputs: bool = False,
    ) -> None:
        header = read_header(path)
        beside = files_beside(path, header)
        self.path = path
        self.inputs, self.outputs = header.inputs, header.outputs
        odd = [port for port in (*self.inputs, *self.outputs[:1]) if port.kind not in _TYPES]
        if odd:
            raise WeightsError(
                '{path} takes or gives no decimal numbers at "{port}", so it is no network for pictures.',
                path=path,
                port=odd[0].name,
            )
        check_room(path, sum(file.stat().st_size for file in (path, *beside)))
        self._threads = threads or _cores()
        self._make = make or make_session
        self._asked = [port.name for port in (self.outputs if all_outputs else self.outputs[:1])]
        self._notice = ""
        self.device = "cpu"
        self._session: onnxruntime.InferenceSession | None = None
        for provider in _providers(device):
            if self._opens_on(provider):
                break
        else:
            self._open([_CPU], "cpu")

    def run(self, arrays: Sequence[FloatArray]) -> list[FloatArray]:
        """See `Engine.run`."""
        feeds = {
            port.name: np.ascontiguousarray(array, dtype=_TYPES[port.kind])
            for port, array in zip(self.inputs, arrays, strict=True)
        }
        answers = self._run(feeds)
        if answers is None:
            self._open([_CPU], "cpu")
            self._notice = MOVED
            answers = self._run(feeds)
        assert answers is not None
        return [np.asarray(answer, dtype=np.float32) for answer in answers]

    def take_notice(self) -> str:
        """See `Engine.take_notice`."""
        notice, self._notice = self._notice, ""
        return notice

    def _run(self, feeds: dict[str, "np.ndarray[Any, Any]"]) -> "list[np.ndarray[Any, Any]] | None":
        """What is asked for, or None when the graphics card failed."""
        assert self._session is not None
        try:
            return list(self._session.run(self._asked, feeds))
        except _failures() as exc:
            if self.device == "cpu":
                raise short_of_memory() if memory_ran_out(exc) else failed(exc) from exc
            return None  # and not from here to the processor: the exception still holds the card's memory

    def _opens_on(self, provider: str) -> bool:
        try:
            self._open([provider, _CPU], provider)
        except (WeightsError, DeviceMemoryError):
            self._notice = MOVED
            return False
        return True

    def _open(self, providers: Sequence[str], device: str) -> None:
        self._session = None
        try:
            self._session = self._make(self.path, providers, self._threads)
        except _failures() as exc:
            if memory_ran_out(exc):
                raise too_large(self.path) from exc
            raise _why_not(self.path, exc) from exc
        self.device = device


def available_providers() -> list[str]:
    """The runtime's doors here.

    Raises
    ------
    InferenceError
        When onnxruntime is not installed.
    """
    return list(_runtime().get_available_providers())


def chosen_device(device: str) -> str:
    """Where an engine tries to compute first: the name of a graphics card's door, or "cpu".

    Raises
    ------
    InferenceError
        When there is no such device.
    """
    return next(iter(_providers(device)), "cpu")


def _providers(device: str) -> list[str]:
    there = available_providers()
    if device == AUTO:
        return [provider for provider in _ANY if provider in there]
    found = [provider for provider in PROVIDERS.get(device, ()) if provider in there]
    if device != "cpu" and not found:
        raise InferenceError(
            'The installed onnxruntime cannot compute on {name}; choose "Automatic" or "Processor" in the '
            "settings (--device auto or cpu).",
            name=device.upper(),
        )
    return found


def _runtime() -> ModuleType:
    silence()
    try:
        onnxruntime = importlib.import_module("onnxruntime")
    except ImportError as exc:
        raise InferenceError(
            "ONNX networks need onnxruntime, which is not installed; "
            "get it with: pip install tintype[models]."
        ) from exc
    return onnxruntime


def _failures() -> tuple[type[BaseException], ...]:
    """What onnxruntime raises; its errors have no common class of their own."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    names = (
        "EPFail EngineError Fail InvalidArgument InvalidGraph InvalidProtobuf ModelLoaded NoModel NoSuchFile "
        "NotImplemented RuntimeException ModelLoadCanceled ModelRequiresCompilation NotFound"
    )
    found = (getattr(state, name, None) for name in names.split())
    return MemoryError, RuntimeError, ValueError, *(kind for kind in found if kind is not None)


def make_session(
    path: Path, providers: Sequence[str], threads: int, values: Mapping[str, FloatArray] | None = None
) -> "onnxruntime.InferenceSession":
    """A session of onnxruntime, which raises its own errors.

    Parameters
    ----------
    values
        What takes the place of tensors that the file says to lie elsewhere.
    """
    runtime = _runtime()
    options = runtime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Idle threads that spin would take the cores from whoever reads and writes files (docs/performance.md).
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 4
    if values:
        held = [runtime.OrtValue.ortvalue_from_numpy(value) for value in values.values()]
        options.add_external_initializers(list(values), held)
    # Its own way to fall back prints and hides why; ours says so.
    return runtime.InferenceSession(str(path), options, providers=list(providers), enable_fallback=0)


def _cores() -> int:
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    cores = os.cpu_count() or 1
    return min(int(wanted), cores) if wanted.isdigit() and int(wanted) else cores


def _why_not(path: Path, exc: BaseException) -> WeightsError:
    """Why the runtime does not open a file."""
    kind, reason = type(exc).__name__, _HEAD.sub("", " ".join(str(exc).split())).rstrip(".")
    if kind == "InvalidProtobuf":
        return WeightsError("{path} is no whole ONNX file; copy it again.", path=path)
    missing = _NO_OPERATOR.search(reason)
    if missing is not None:
        reason = missing.group(1) or missing.group(2)
    if kind == "NotImplemented" or missing is not None or "opset" in reason:
        return WeightsError(
            "{path} uses an operator that the installed onnxruntime does not know: {reason}.",
            path=path,
            reason=reason,
        )
    return WeightsError("{path} cannot be run: {reason}.", path=path, reason=reason)

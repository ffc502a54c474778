"""Encoder features of every photo and its mirror image, computed once for a frozen encoder.

Row 2 i is photo i, row 2 i + 1 its mirror image. Files are float16, NHWC, memory-mapped; an
interrupted computation goes on where it stopped.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from colorizer_gui.core.model.encoder import LITE2_STAGES, Encoder, Features
from colorizer_gui.core.model.pair_network import PairEncoder, Seen
from colorizer_gui.core.model.vision_transformer import PATCH, SEEN_BLOCKS, WIDTH, Tokens
from model_training.common.json_files import write_json
from model_training.data.kaggle import KaggleArrays

_CHUNK = 32
_STATE_FILE = "state.json"
_COARSE: Final = ("stride8", "stride16", "stride32")
_FINE: Final = ("stride4",)
_OF_TOKENS: Final = ("tokens", "summary", "small")
#: Of one picture of 224 pixels; `small` is the picture as the vision transformer sees it.
_SHAPES: Final = {
    "stride4": (56, 56, LITE2_STAGES[1].channels),
    "stride8": (28, 28, 48),
    "stride16": (14, 14, 120),
    "stride32": (7, 7, 352),
    "tokens": (14, 14, len(SEEN_BLOCKS) * WIDTH),
    "summary": (1, 1, WIDTH),
    "small": (14 * PATCH, 14 * PATCH, 1),
}


class FeatureCache:
    """Features of the photos of a Kaggle folder: at strides 8, 16 and 32, at stride 4, and of tokens."""

    def __init__(self, folder: Path, names: Sequence[str] = _COARSE) -> None:
        self.folder, self._names = folder, tuple(names)
        self._arrays = {name: np.lib.format.open_memmap(folder / f"{name}.npy", mode="r+") for name in names}

    def __reduce__(self) -> tuple[type["FeatureCache"], tuple[Path, tuple[str, ...]]]:
        """Loader processes open the files themselves: arrays would be copied, gigabytes of them."""
        return FeatureCache, (self.folder, self._names)

    @classmethod
    def build(
        cls,
        folder: Path,
        data: KaggleArrays,
        encoder: Encoder | PairEncoder,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        *,
        fine: bool = False,
    ) -> "FeatureCache":
        """Open the cache, computing what is missing.

        A cache of another encoder or of other photos is thrown away.

        Parameters
        ----------
        progress
            Called with the photos done and the total.
        fine
            Whether the decoder needs features at stride 4.
        """
        folder.mkdir(parents=True, exist_ok=True)
        names = _COARSE + _FINE * fine + _OF_TOKENS * isinstance(encoder, PairEncoder)
        key = _fingerprint(encoder, data)
        state_file = folder / _STATE_FILE
        state = _read_state(state_file, names)
        if state.get("key") != key:
            state_file.unlink(missing_ok=True)  # first: it must never speak of files that came later
            for name in names:
                _create(folder / f"{name}.npy", (2 * len(data), *_SHAPES[name]))
            state = {"key": key, "done": 0}
        cache = cls(folder, names)
        device = next(encoder.parameters()).device
        encoder.eval()
        for start in range(int(state["done"]), len(data), _CHUNK):
            stop = min(start + _CHUNK, len(data))
            gray = np.stack([data.gray(index) for index in range(start, stop)])
            pairs = np.stack([gray, gray[:, :, ::-1]], axis=1).reshape(-1, 1, *gray.shape[1:])
            with torch.inference_mode():
                batch = torch.from_numpy(pairs).contiguous(memory_format=torch.channels_last)
                planes = _planes(encoder(batch.to(device)))
            for name, array in cache._arrays.items():
                array[2 * start : 2 * stop] = planes[name].permute(0, 2, 3, 1).cpu().numpy()
            state["done"] = stop
            if stop == len(data) or start // _CHUNK % 20 == 0:
                for array in cache._arrays.values():
                    array.flush()
                write_json(state_file, state)
            progress(stop, len(data))
        return cache

    def load(self, rows: npt.NDArray[np.int64]) -> Features | Seen:
        """Features of the given rows, float32, (N, C, h, w) in channels-last memory; what a pair saw."""
        tensors = {
            name: torch.from_numpy(array[rows].astype(np.float32)).permute(0, 3, 1, 2)
            for name, array in self._arrays.items()
        }
        fine, coarse = tensors.get("stride4"), (tensors[name] for name in _COARSE)
        features = Features(fine, *coarse)
        if "tokens" not in tensors:
            return features
        return Seen(features, Tokens(tensors["tokens"], tensors["summary"].flatten(1), tensors["small"]))


def _planes(seen: Features | Seen) -> dict[str, Tensor]:
    """What an encoder answers, by name, (N, C, h, w) each."""
    if isinstance(seen, Features):
        return {name: plane for name, plane in seen._asdict().items() if plane is not None}
    tokens = seen.tokens
    kept = {"tokens": tokens.grid, "summary": tokens.summary[..., None, None], "small": tokens.gray}
    return _planes(seen.features) | kept


def _fingerprint(encoder: Encoder | PairEncoder, data: KaggleArrays) -> str:
    digest = hashlib.sha256(data.fingerprint().encode())
    for tensor in encoder.state_dict().values():
        digest.update(np.ascontiguousarray(tensor.detach().cpu().numpy()).tobytes())
    return digest.hexdigest()


def _create(file: Path, shape: tuple[int, ...]) -> None:
    file.unlink(missing_ok=True)
    np.lib.format.open_memmap(file, mode="w+", dtype=np.float16, shape=shape).flush()


def _read_state(file: Path, names: Sequence[str]) -> dict[str, Any]:
    try:
        state = json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    whole = isinstance(state, dict) and all((file.parent / f"{name}.npy").exists() for name in names)
    return state if whole else {}

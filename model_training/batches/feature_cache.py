"""Encoder features of every photo and its mirror image, computed once for a frozen encoder.

Row 2 i is photo i, row 2 i + 1 its mirror image. Files are float16, NHWC, memory-mapped; an
interrupted computation goes on where it stopped.
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from colorizer_gui.core.model.encoder import Encoder, Features
from model_training.common.json_files import write_json
from model_training.data.kaggle import KaggleArrays

_CHUNK = 32
_STATE_FILE = "state.json"
_SHAPES = {"stride8": (28, 28, 48), "stride16": (14, 14, 120), "stride32": (7, 7, 352)}


class FeatureCache:
    """Features at strides 8, 16 and 32 of the photos of a Kaggle folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._arrays = {
            name: np.lib.format.open_memmap(folder / f"{name}.npy", mode="r+") for name in _SHAPES
        }

    def __reduce__(self) -> tuple[type["FeatureCache"], tuple[Path]]:
        """Loader processes open the files themselves: arrays would be copied, gigabytes of them."""
        return FeatureCache, (self.folder,)

    @classmethod
    def build(
        cls,
        folder: Path,
        data: KaggleArrays,
        encoder: Encoder,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> "FeatureCache":
        """Open the cache, computing what is missing.

        A cache of another encoder or of other photos is thrown away.

        Parameters
        ----------
        progress
            Called with the photos done and the total.
        """
        folder.mkdir(parents=True, exist_ok=True)
        key = _fingerprint(encoder, data)
        state_file = folder / _STATE_FILE
        state = _read_state(state_file)
        if state.get("key") != key:
            state_file.unlink(missing_ok=True)  # first: it must never speak of files that came later
            for name, shape in _SHAPES.items():
                _create(folder / f"{name}.npy", (2 * len(data), *shape))
            state = {"key": key, "done": 0}
        cache = cls(folder)
        device = next(encoder.parameters()).device
        encoder.eval()
        for start in range(int(state["done"]), len(data), _CHUNK):
            stop = min(start + _CHUNK, len(data))
            gray = np.stack([data.gray(index) for index in range(start, stop)])
            pairs = np.stack([gray, gray[:, :, ::-1]], axis=1).reshape(-1, 1, *gray.shape[1:])
            with torch.inference_mode():
                batch = torch.from_numpy(pairs).contiguous(memory_format=torch.channels_last)
                features = encoder(batch.to(device))
            for name, array in cache._arrays.items():
                tensor: Tensor = getattr(features, name)
                array[2 * start : 2 * stop] = tensor.permute(0, 2, 3, 1).cpu().numpy()
            state["done"] = stop
            if stop == len(data) or start // _CHUNK % 20 == 0:
                for array in cache._arrays.values():
                    array.flush()
                write_json(state_file, state)
            progress(stop, len(data))
        return cache

    def load(self, rows: npt.NDArray[np.int64]) -> Features:
        """Features of the given rows, float32, (N, C, h, w) in channels-last memory."""
        tensors = {
            name: torch.from_numpy(array[rows].astype(np.float32)).permute(0, 3, 1, 2)
            for name, array in self._arrays.items()
        }
        return Features(stride4=None, **tensors)


def _fingerprint(encoder: Encoder, data: KaggleArrays) -> str:
    digest = hashlib.sha256(data.fingerprint().encode())
    for tensor in encoder.state_dict().values():
        digest.update(np.ascontiguousarray(tensor.detach().cpu().numpy()).tobytes())
    return digest.hexdigest()


def _create(file: Path, shape: tuple[int, ...]) -> None:
    file.unlink(missing_ok=True)
    np.lib.format.open_memmap(file, mode="w+", dtype=np.float16, shape=shape).flush()


def _read_state(file: Path) -> dict[str, Any]:
    try:
        state = json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    whole = isinstance(state, dict) and all((file.parent / f"{name}.npy").exists() for name in _SHAPES)
    return state if whole else {}

"""What networks are asked in tests, and where they run."""

import numpy as np
import torch

from colorizer_gui.core.color.conversion import FloatArray

CPU = torch.device("cpu")


def random_lightness(height: int, width: int) -> FloatArray:
    return np.random.default_rng(0).uniform(0, 100, (height, width)).astype(np.float32)

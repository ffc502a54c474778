"""The processor computes as IEEE 754 asks, but for a training."""

import torch

from model_training.common.processor import denormals_as_zero


def smallest() -> float:
    return float((torch.tensor([1e-38]) * 0.01).item())


def test_denormal_numbers_are_zero_within_only() -> None:
    assert smallest() > 0
    with denormals_as_zero():
        assert smallest() == 0
    assert smallest() > 0

"""The processor computes as IEEE 754 asks, but for a training, which takes no more of it than there is."""

import os
import sys

import pytest
import torch

from model_training.common.processor import denormals_as_zero, loader_context, loader_processes


def smallest() -> float:
    return float((torch.tensor([1e-38]) * 0.01).item())


def test_denormal_numbers_are_zero_within_only() -> None:
    assert smallest() > 0
    with denormals_as_zero():
        assert smallest() == 0
    assert smallest() > 0


def test_photos_are_loaded_by_no_more_processes_than_there_are_processors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(8)), raising=False)
    assert [loader_processes(wanted) for wanted in (0, 6, 11)] == [0, 6, 8]
    assert [loader_processes(11, beside) for beside in (2, 3, 16)] == [4, 2, 1]


def test_processes_that_load_photos_come_from_one_without_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    for platform, method in (("linux", "forkserver"), ("darwin", "spawn"), ("win32", "spawn")):
        if platform == sys.platform or method == "spawn":
            monkeypatch.setattr(sys, "platform", platform)
            assert loader_context("model_training.training.trainer").get_start_method() == method
            monkeypatch.undo()

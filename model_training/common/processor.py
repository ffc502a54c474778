"""What makes a training on the CPU fast: memory that is kept, and denormal numbers that are zero.

glibc returns every large block to the system at once, so each step of a training maps and clears
hundreds of megabytes again; keeping them makes a step on the CPU up to twice as fast.

The gradients of confident pixels are denormal numbers, with which a CPU computes ten times slower.
"""

import ctypes
import multiprocessing
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import BaseContext

import torch

_M_TRIM_THRESHOLD = -1
_M_MMAP_MAX = -4


def keep_freed_memory() -> bool:
    """Set glibc's mallopt; does nothing elsewhere. Returns whether it was set."""
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "mallopt"):
        return False
    return bool(libc.mallopt(_M_MMAP_MAX, 0) and libc.mallopt(_M_TRIM_THRESHOLD, 2**31 - 1))


def loader_processes(wanted: int, beside: int = 1) -> int:
    """Processes that load photos: as many as a recipe wants, at most the processors that there are.

    Parameters
    ----------
    beside
        Processes on this machine that share its processors.
    """
    there = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(wanted, max(1, there // beside))


def loader_context(module: str) -> BaseContext:
    """What starts processes that load photos, where threads of OpenCV or OpenMP have run in this one.

    Forked from it, a process would wait for those threads for ever. So on Linux processes are forked from one
    that has imported what they need and done nothing else, and elsewhere each imports it anew.

    Parameters
    ----------
    module
        What they need.
    """
    if not sys.platform.startswith("linux"):
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([module])
    return context


@contextmanager
def denormals_as_zero() -> Iterator[None]:
    """Compute with zeros in the place of denormal numbers; threads that are started within, too."""
    torch.set_flush_denormal(True)
    try:
        yield
    finally:
        torch.set_flush_denormal(False)

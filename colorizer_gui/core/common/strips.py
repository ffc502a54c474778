"""Work on a picture in bands of rows, small enough for the processor's cache, on a few threads."""

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, TypeVar

import cv2

T = TypeVar("T")

_STRIP_PIXELS: Final = 2**16
#: NumPy and OpenCV let go of the interpreter's lock; beyond a few threads memory is the limit.
THREADS: Final = min(4, os.cpu_count() or 1)


def leave_threads_to_strips() -> None:
    """Have OpenCV start no threads of its own; holds for the whole process, so whoever runs it decides.

    With them, `cv2.resize` keeps 0.9 kB for each thread that ever called it, also when that has ended, and
    strips begin threads anew for each picture: a slider that moves for a minute would cost megabytes.
    """
    cv2.setNumThreads(1)


def strips(height: int, width: int, grain: int = 1) -> Iterator[slice]:
    """Rows of each band from top to bottom, as many as a multiple of `grain` but for the last one."""
    step = max(grain, _STRIP_PIXELS // width // grain * grain)
    return (slice(top, min(top + step, height)) for top in range(0, height, step))


def in_order(
    height: int, width: int, work: Callable[[slice], T], grain: int = 1
) -> Iterator[tuple[slice, T]]:
    """Do work on all bands and answer from top to bottom; only a few bands are worked on ahead."""
    ahead: deque[tuple[slice, Future[T]]] = deque()
    with ThreadPoolExecutor(THREADS) as pool:
        try:
            for rows in strips(height, width, grain):
                ahead.append((rows, pool.submit(work, rows)))
                if len(ahead) > 2 * THREADS:
                    done, future = ahead.popleft()
                    yield done, future.result()
            while ahead:
                done, future = ahead.popleft()
                yield done, future.result()
        finally:
            pool.shutdown(cancel_futures=True)


def for_each_strip(height: int, width: int, work: Callable[[slice], None]) -> None:
    """Do work on all bands, several at a time and in no promised order.

    What the work raises is raised here, after the bands that had begun.
    """
    with ThreadPoolExecutor(THREADS) as pool:
        futures = [pool.submit(work, rows) for rows in strips(height, width)]
        try:
            for future in futures:
                future.result()
        finally:
            pool.shutdown(cancel_futures=True)

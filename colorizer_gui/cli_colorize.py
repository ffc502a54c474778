"""`tintype colorize`: photos from file to file without a window, one line for each."""

import argparse
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from colorizer_gui.cli_plan import Job, Problem, UsageError, plan
from colorizer_gui.core.adjustments import Adjustments
from colorizer_gui.core.cancellation import CancelToken
from colorizer_gui.core.color import FloatArray
from colorizer_gui.core.errors import Cancelled, ColorizationError
from colorizer_gui.core.photo_io import WriteOptions
from colorizer_gui.core.pipeline import colorize_file
from colorizer_gui.core.prediction import Colorizer, Guidance, Prediction


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every photo of one call."""

    adjustments: Adjustments
    options: WriteOptions


def run(options: argparse.Namespace) -> int:
    """Do what the command line asks for; the answer is the exit code (see `cli.main`)."""
    try:
        steps = plan(options.inputs, options.output, format_name=options.format, recursive=options.recursive)
    except UsageError as exc:
        print(f"error: {exc}.", file=sys.stderr)
        return 2
    write = WriteOptions() if options.quality is None else WriteOptions(quality=options.quality)
    settings = Settings(Adjustments(saturation=options.saturation / 100), write)
    try:
        colorizer = _load(options.device, options.weights)
    except ColorizationError as exc:
        print(f"error: {exc}", file=sys.stderr)
        return 1
    token = CancelToken()
    with _ctrl_c(token):
        return process(steps, _Noticing(colorizer), settings, token)


class _Noticing:
    """Prints what a colorizer wants the user to know, for example that the graphics card was full."""

    def __init__(self, colorizer: Colorizer) -> None:
        self._colorizer = colorizer

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        """See `Colorizer.predict_ab`."""
        prediction = self._colorizer.predict_ab(lightness, guidance)
        if prediction.notice:
            print(f"note: {prediction.notice}", file=sys.stderr, flush=True)
        return prediction


def process(
    steps: Sequence[Job | Problem], colorizer: Colorizer, settings: Settings, token: CancelToken
) -> int:
    """Colorize photo after photo; a bad one is reported and the next one comes.

    Returns
    -------
    0, or 1 when a photo failed, or 130 when the token was set.
    """
    done = 0
    for step in steps:
        if isinstance(step, Problem):
            print(f"error: {step.text}", file=sys.stderr, flush=True)
            continue
        try:
            print(f"{step.source} -> {_colorize(step, colorizer, settings, token)}", flush=True)
            done += 1
        except (Cancelled, KeyboardInterrupt):
            print(f"Stopped: {_count(done)} of {len(steps)} colorized.", file=sys.stderr)
            return 130
        except ColorizationError as exc:
            print(f"error: {exc}", file=sys.stderr, flush=True)
        except Exception as exc:  # noqa: BLE001 - whatever is wrong with one photo, the others are still done
            print(f"error: {step.source}: {type(exc).__name__}: {exc}", file=sys.stderr, flush=True)
    failed = len(steps) - done
    print(f"{_count(done)} colorized" + (f", {failed} failed." if failed else "."))
    return 1 if failed else 0


def _colorize(job: Job, colorizer: Colorizer, settings: Settings, token: CancelToken) -> Path:
    job.target.parent.mkdir(parents=True, exist_ok=True)
    return colorize_file(
        job.source, job.target, colorizer, settings.adjustments, options=settings.options, token=token
    )


def _load(device: str, weights: Path | None) -> Colorizer:
    from colorizer_gui.core.colorizer import NetworkColorizer

    return NetworkColorizer.load(device=device, weights=weights)


def _count(photos: int) -> str:
    return "1 photo" if photos == 1 else f"{photos} photos"


@contextmanager
def _ctrl_c(token: CancelToken) -> Iterator[None]:
    """The first Ctrl-C stops at the next safe point, the second one at once."""

    def on_interrupt(_number: int, _frame: FrameType | None) -> None:
        if token.cancelled:
            raise KeyboardInterrupt
        token.cancel()

    previous = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)

"""`tintype colorize`: a batch without a window."""

import argparse
import logging
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from colorizer_gui.cli.cluster_order import check
from colorizer_gui.cli.display import Display, choose_display
from colorizer_gui.cli.plan import Order, Scanner, model_name
from colorizer_gui.cli.printing import printable
from colorizer_gui.cli.streams import log_to
from colorizer_gui.core.batch import (
    BatchEngine,
    JobQueue,
    JobState,
    ModelIdentity,
    PlanError,
    StopReason,
    Summary,
    scan,
    write_report,
)
from colorizer_gui.core.batch.lanes.engine import LaneEngine
from colorizer_gui.core.batch.lanes.lane import LaneMaker
from colorizer_gui.core.batch.planning.omissions import Omissions
from colorizer_gui.core.batch.run.other_models import OtherModels
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.common.existence import is_folder
from colorizer_gui.core.common.sentences import reason_of
from colorizer_gui.core.common.strips import leave_threads_to_strips
from colorizer_gui.core.prediction.prediction import Colorizer, model_of


def run(options: argparse.Namespace) -> int:
    """Do what the command line asks for; the answer is the exit code (see `cli.main`)."""
    display = choose_display(as_json=options.json, as_text=options.text, lists_left_out=options.list_left_out)
    # It complains about damaged files in words of its own; ours are enough.
    logging.getLogger("tifffile").setLevel(logging.CRITICAL)
    try:
        _start_log(options.log)
        order = order_of(options)
    except PlanError as exc:
        display.problem(str(exc))
        return 2
    try:
        colorizer, model = _load(options.device, options.weights)
        if order.journal is not None:
            _make_folder(order.journal.parent)
        elif order.named_result is not None:
            _make_folder(order.folder)
        queue = JobQueue() if order.journal is None else JobQueue.open(order.journal)
    except ColorizationError as exc:
        display.problem(str(exc))
        return 1
    try:
        if queue.notice:
            display.problem(queue.notice)
        return colorize(order, queue, colorizer, model, display, options)
    except PlanError as exc:
        display.problem(str(exc))
        return 2
    except ColorizationError as exc:
        display.problem(str(exc))
        return 1
    except BrokenPipeError:
        # Whoever read the lines is gone; the journal knows how far it came. Python would print once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    finally:
        queue.close()


def colorize(
    order: Order,
    queue: JobQueue,
    colorizer: Colorizer,
    model: ModelIdentity,
    display: Display,
    options: argparse.Namespace,
) -> int:
    """Run the batch; the answer is the exit code.

    Raises
    ------
    PlanError, JournalError, ClusterError
        Before the work begins.
    """
    for report in order.reports:
        if not is_folder(report.parent):
            raise PlanError('There is no folder for the report "{report}"; create it.', report=report)
    counters = queue.counters() if order.options.skip_done else {}
    queue.start_over()
    found, requests = order.requests(queue.results(), counters, _scanner(options))
    display.scanned(found)
    queue.add(requests)
    token = CancelToken()
    engine = _engine(order, queue, colorizer, model, display, options, token)
    with _ctrl_c(token):
        summary = engine.run()
    code = _exit_code(summary, len(found.problems))
    for report in order.reports:
        try:
            write_report(report, queue.jobs, Omissions().with_more(found))
        except OSError as exc:
            display.problem(f'The report "{report}" was not written ({reason_of(exc)}).')
            code = code or 1
    display.finished(summary, len(found.problems))
    return code


def order_of(options: argparse.Namespace) -> Order:
    """What was typed, checked.

    Raises
    ------
    PlanError
    """
    return check(Order.of(options), options)


def _engine(
    order: Order,
    queue: JobQueue,
    colorizer: Colorizer,
    model: ModelIdentity,
    display: Display,
    options: argparse.Namespace,
    token: CancelToken,
) -> BatchEngine:
    """What works: this computer, or a cluster that was asked for."""
    others = _others(order, options.device)
    if options.cluster is not None:
        from colorizer_gui.cli.cluster import engine

        return engine(order, queue, colorizer, model, options, token, display.on_event, others)
    return LaneEngine(
        queue,
        colorizer,
        model=model,
        output=order.folder,
        options=order.options,
        token=token,
        on_event=display.on_event,
        others=others,
        make_lanes=_lanes(options.device, options.weights, options.jobs),
    )


def _lanes(device: str, weights: Path | None, jobs: int | None) -> LaneMaker:
    """The processes beside this one."""
    from colorizer_gui.processes.lanes import ProcessLanes
    from colorizer_gui.processes.network import ChosenNetwork

    network = ChosenNetwork(weights, device)
    most = None if jobs is None else jobs - 1
    return ProcessLanes(network, network.is_on_the_processor, most)


def _scanner(options: argparse.Namespace) -> Scanner:
    if options.cluster is None:
        return scan
    from colorizer_gui.cluster.scanning import scan_everywhere

    return scan_everywhere


def _exit_code(summary: Summary, problems: int) -> int:
    if summary.reason is StopReason.ASKED:
        return 130
    failed = summary.reason is not None or summary.counts.get(JobState.FAILED) or problems
    return 1 if failed else 0


def _others(order: Order, device: str) -> OtherModels | None:
    if not order.plan.models:
        return None
    from colorizer_gui.core.foreign.others import ShelfModels

    return ShelfModels(device=device, threads=_half_of_the_cores())


def _half_of_the_cores() -> int:
    return max(1, (os.cpu_count() or 1) // 2)


def _start_log(path: Path | None) -> None:
    if path is None:
        return
    try:
        log_to(path)
    except OSError as exc:
        raise PlanError(
            'The log "{path}" cannot be written ({reason}); choose another one.',
            path=path,
            reason=reason_of(exc),
        ) from exc


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise PlanError(
            'The output folder "{folder}" cannot be made ({reason}); choose another one.',
            folder=folder,
            reason=reason_of(exc),
        ) from exc


def _load(device: str, weights: Path | None) -> tuple[Colorizer, ModelIdentity]:
    from colorizer_gui.core.foreign.opening import computes_with_torch, licence_notice, open_colorizer

    leave_threads_to_strips()
    notice = licence_notice(weights)
    if notice:
        print(printable(notice), file=sys.stderr)
    if computes_with_torch(weights):
        from colorizer_gui.core.inference.colorizer import leave_cores_to_files

        leave_cores_to_files()
    colorizer = open_colorizer(weights, device, threads=_half_of_the_cores())
    return colorizer, ModelIdentity(model_name(weights), model_of(colorizer).sha256)


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

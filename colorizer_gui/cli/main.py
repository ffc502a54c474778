"""The command `tintype`: reads the command line and hands over to the window or to a subcommand.

Nothing heavy is imported before the command line is understood, so `--help`, `--version` and
mistakes in typing are answered at once.
"""

import gc
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from colorizer_gui.core.common.version import VERSION

FAILED: Final = 1
INTERRUPTED: Final = 130
#: Rounds of a waiting loop, of some 20 to 50 nanoseconds each.
_SHORT_WAIT: Final = "3000"
#: What the loader of Linux says of a library that is not there.
_NO_LIBRARY: Final = "cannot open shared object file"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the answer is its exit code.

    0 when all went well, 1 when something failed, 2 for a command line that makes no sense, 130
    after Ctrl-C.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    _let_idle_threads_sleep()
    if words == ["--version"]:  # even what reads a command line takes longer than this answer
        print(f"Tintype {VERSION}")
        return 0
    from colorizer_gui.cli.parsers import colorize_parser, doctor_parser, export_parser, window_parser
    from colorizer_gui.cli.streams import prepare_streams

    prepare_streams()
    try:
        # These words are no photos; a photo of such a name is written ./colorize.
        if words[:1] == ["colorize"]:
            options = colorize_parser().parse_args(words[1:])
            from colorizer_gui.cli import colorize as cli_colorize

            return cli_colorize.run(options)
        if words[:1] == ["export"]:
            options = export_parser().parse_args(words[1:])
            from colorizer_gui.cli import export as cli_export

            return cli_export.run(options)
        if words[:1] == ["models"]:
            from colorizer_gui.cli import models as cli_models

            return cli_models.run(cli_models.models_parser().parse_args(words[1:]))
        if words[:1] == ["doctor"]:
            options = doctor_parser().parse_args(words[1:])
            from colorizer_gui.cli import doctor as cli_doctor

            return cli_doctor.run(options)
        asked = window_parser().parse_args(words)
        return _open_window(asked.photos, asked.weights, asked.device, new_window=asked.new_window)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED
    except ImportError as exc:
        if _NO_LIBRARY not in str(exc):
            raise
        hint = "install the package that it belongs to (on Debian 'apt-file search' tells which)"
        print(f"error: A library of the system is missing ({exc}); {hint}.", file=sys.stderr)
        return FAILED


def has_display(variables: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window can open; only Linux can be without a display."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(variables.get(name) for name in names)


def _let_idle_threads_sleep() -> None:
    """Have no thread wait long in a busy loop, on a core that other work needs, unless it is chosen.

    To be done before NumPy and PyTorch are imported. A network's next layer follows within a tenth of a
    millisecond, for which GNU's OpenMP (on Linux) stays awake: waking up takes as long. NumPy's OpenBLAS
    cannot be told to sleep; its products are small here, and one thread is enough (docs/performance.md).
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("GOMP_SPINCOUNT", _SHORT_WAIT)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """For imports: what they bring along stays, and Python's walks over it take a tenth of the time."""
    was_automatic = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_automatic:
            gc.enable()


def _open_window(photos: list[Path], weights: Path | None, device: str, *, new_window: bool) -> int:
    if not has_display():
        hint = "'tintype colorize PHOTO -o FOLDER' works without one."
        print(f"error: There is no display to open a window on; {hint}", file=sys.stderr)
        return FAILED
    from colorizer_gui.cli.system_libraries import missing_for_window

    missing = missing_for_window()
    if missing:
        hint = "install the library, or the package that it belongs to; 'tintype doctor' tells more."
        print(f"error: The window cannot open ({missing}); {hint}", file=sys.stderr)
        return FAILED
    from colorizer_gui.desktop import qt_environment

    qt_environment.prepare()  # before all modules of the window are imported, which it makes faster
    with no_garbage_collection():
        from colorizer_gui.app import run_window

    return run_window(photos, weights, device, new_window=new_window)

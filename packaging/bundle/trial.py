"""Try a bundle as a user gets it: elsewhere, read-only, without Python, and on Linux as another user.

python packaging/bundle/trial.py dist/tintype [--user nobody]

Its folder has spaces and letters beyond ASCII in its name. The window needs a display that the user may use;
a virtual one will do: xvfb-run -s "-screen 0 1440x900x24 -ac" python packaging/bundle/trial.py …
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

PROJECT: Final = Path(__file__).resolve().parents[2]
SAMPLE: Final = PROJECT / "resources" / "samples" / "cat.jpg"
_PATIENCE_S: Final = 120.0


class TrialError(Exception):
    """The bundle does not do what it should."""


class Trial:
    """A bundle in its new place, and how it is called."""

    def __init__(self, bundle: Path, home: Path, user: str | None = None) -> None:
        self._bundle = bundle
        self._home = home
        self._user = user

    def doctor(self) -> str:
        """Everything that is needed is there."""
        report = self._run("tintype", "doctor")
        if "MISSING" in report or str(self._bundle) not in report:
            raise TrialError(report)
        return report

    def colorize(self) -> Path:
        """A photo gets its colour."""
        photo = self._home / "Großmutters Kätzchen.jpg"
        shutil.copyfile(SAMPLE, photo)
        self._run("tintype", "colorize", str(photo), "-o", str(self._home / "out"), "--text")
        (result,) = (self._home / "out").glob("*.jpg")
        if result.stat().st_size < 10_000:
            raise TrialError(f"{result} is too small for a photo")
        return result

    def window(self) -> str:
        """How long it takes until the window is on the display, and how long the processor works for it."""
        photo = shutil.copyfile(
            SAMPLE, self._home / SAMPLE.name
        )  # the project may be out of the user's reach
        begun, worked = time.monotonic(), _processor_seconds()
        with subprocess.Popen(
            self._command("tintype-window", "--new-window", str(photo)),
            env=self._variables(),
            user=self._user,
            cwd=self._home,
        ) as process:
            try:
                while not _is_shown():
                    if process.poll() is not None or time.monotonic() > begun + _PATIENCE_S:
                        raise TrialError(f"no window; exit code {process.poll()}")
                    time.sleep(0.02)
                seconds = time.monotonic() - begun
            finally:
                process.terminate()
        return f"{seconds:.2f} s ({_processor_seconds() - worked:.2f} s of work)"

    def _run(self, *words: str) -> str:
        ended = subprocess.run(
            self._command(*words),
            env=self._variables(),
            user=self._user,
            cwd=self._home,
            capture_output=True,
            text=True,
            check=False,
        )
        if ended.returncode != 0:
            raise TrialError(f"{words} ended with {ended.returncode}:\n{ended.stdout}{ended.stderr}")
        return ended.stdout

    def _command(self, program: str, *words: str) -> Sequence[str]:
        return [str(self._bundle / program), *words]

    def _variables(self) -> dict[str, str]:
        """Nothing of this environment but the display."""
        kept = {name: os.environ[name] for name in ("DISPLAY", "SYSTEMROOT", "TEMP") if name in os.environ}
        return kept | {
            "LANG": "C.UTF-8",
            "HOME": str(self._home),
            "PATH": os.defpath,
            "XDG_RUNTIME_DIR": str(self._home),
        }


def _processor_seconds() -> float:
    """Of all processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _is_shown() -> bool:
    """Whether a window of that title is on the display; Qt makes others before it that nobody sees."""
    # It fails where a window goes while it looks.
    tree = subprocess.run(["xwininfo", "-root", "-tree"], capture_output=True, text=True, check=False)
    windows = [line.split()[0] for line in tree.stdout.splitlines() if f'"{SAMPLE.name} – Tintype"' in line]
    return any("IsViewable" in _facts(window) for window in windows)


def _facts(window: str) -> str:
    answer = subprocess.run(["xwininfo", "-id", window], capture_output=True, text=True, check=False)
    return answer.stdout


def forget(folder: Path) -> None:
    """Have the system read a folder's files from the disk again; only Linux can be asked to."""
    if not hasattr(os, "posix_fadvise"):
        return
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            descriptor = os.open(path, os.O_RDONLY)
            os.fsync(descriptor)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)


def main(words: list[str] | None = None) -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--user", help="who starts it; only root may ask for another one")
    options = parser.parse_args(words)
    with TemporaryDirectory(prefix="Tintype ‚ausprobiert‘ ñ ") as temporary:
        place, home = Path(temporary, "Programme für Fotos", "tintype"), Path(temporary, "home")
        shutil.copytree(options.bundle, place, symlinks=True)
        home.mkdir()
        for path in (place, *place.rglob("*")):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode & ~0o222)
        Path(temporary).chmod(0o755)
        if options.user:
            shutil.chown(home, options.user)
        trial = Trial(place, home, options.user)
        print(trial.doctor())
        print(f"colorized: {trial.colorize().name}")
        if os.environ.get("DISPLAY") and shutil.which("xwininfo"):
            forget(place)
            print("window, files not in memory:", trial.window())
            print("window after", ", ".join(trial.window() for _ in range(3)))
        for path in (place, *place.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except TrialError as exc:
        sys.exit(f"error: {exc}")

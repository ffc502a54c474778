"""Damage files of every format many times, and read them: a photo or a sentence, never a crash or a hang.

python tests/fuzz/fuzz_readers.py [--count 10000] [--seed 0] [--only .tif]

Each format is read in a process of its own with a limit of memory and time, so that a crash of a decoder
is seen and told with the file that caused it. tests/core/photo_io/test_fuzz.py runs a small share.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

#: Bytes of address space above what the imports need; and seconds of the processor for one file.
MEMORY = 3 << 29
SECONDS = 10.0
_LEAST_LEAK = 300 << 20


def main() -> int:
    """Run one child for each format; the answer is the number of those that went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="mutations of each format")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="", help="only formats of this suffix")
    parser.add_argument("--child", default="", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return _read_damaged(options.child, options.count, options.seed)
    import colorizer_gui.core.photo_io  # noqa: F401 - once, for all that are forked
    from tests.support.photos.mutations import seeds

    failed = 0
    for suffix in sorted({Path(name).suffix for name in seeds()}):
        if options.only in {"", suffix}:
            failed += _run_child(suffix, options.count, options.seed)
    return failed


def _run_child(suffix: str, count: int, seed: int) -> int:
    start = time.monotonic()
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complaints:
        code = _child(suffix, count, seed, said.fileno(), complaints.fileno())
        said.seek(0)
        complaints.seek(0)
        words = said.read().decode(errors="replace")
        last = (words.strip().splitlines() or ["nothing"])[-1]
        verdict = "ok" if code == 0 else f"FAILED ({code})"
        print(f"{suffix}: {verdict}, {time.monotonic() - start:.0f} s; {last}", flush=True)
        if code:
            print(complaints.read().decode(errors="replace")[-2000:], file=sys.stderr)
    return int(code != 0)


def _child(suffix: str, count: int, seed: int, said: int, complaints: int) -> int:
    """Read in another process: a fork, where there is one, which imports nothing again; its exit code."""
    if not hasattr(os, "fork"):
        words = [sys.executable, __file__, "--child", suffix, "--count", str(count), "--seed", str(seed)]
        return subprocess.run(words, stdout=said, stderr=complaints, check=False).returncode
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    code = 1
    try:
        os.dup2(said, 1)
        os.dup2(complaints, 2)
        code = _read_damaged(suffix, count, seed)
    except BaseException:  # noqa: BLE001 - the end of a process, whatever ends it
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _read_damaged(suffix: str, count: int, seed: int) -> int:
    from colorizer_gui.core.common.errors import PhotoReadError
    from colorizer_gui.core.photo_io import ReadOptions, read_photo
    from colorizer_gui.core.photo_io.metadata.xmp import marked_packet
    from tests.support.photos.mutations import mutated, seeds

    warnings.simplefilter("ignore")
    _limit_memory()
    files = {name: data for name, data in seeds().items() if name.endswith(suffix)}
    random_source = random.Random(f"{seed}{suffix}")
    limit = ReadOptions(max_pixels=4_000_000)
    photos = refused = 0
    before = _resident()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            name, data = random_source.choice(list(files.items()))
            path = Path(folder) / name
            path.write_bytes(mutated(data, random_source))
            try:
                with _limited_time():
                    photo = read_photo(path, limit)
                    marked_packet(photo.metadata.xmp)
                assert 0 <= photo.lightness.min() <= photo.lightness.max() <= 100.01, "L* out of range"
                photos += 1
            except PhotoReadError as exc:
                if str(path) not in str(exc) or "\n" in str(exc):
                    raise ValueError(f"no sentence: {exc}") from exc
                refused += 1
            except BaseException:
                kept = Path(tempfile.gettempdir()) / f"fuzz-{seed}-{number}{suffix}"
                kept.write_bytes(path.read_bytes())
                print(f"kept as {kept}", file=sys.stderr)
                raise
            if number == count // 10:
                before = _resident()
    leaked = _resident() - before
    print(f"{photos} photos, {refused} sentences, {leaked >> 20} MB more in use")
    return int(leaked > _LEAST_LEAK)


@contextmanager
def _limited_time() -> Iterator[None]:
    """End the process where a decoder does not come back, whatever it is in; its file stays where it is."""
    if sys.platform == "win32":
        yield
        return
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))


def _resident() -> int:
    if sys.platform != "linux":
        return 0
    import resource

    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize()


if __name__ == "__main__":
    sys.exit(main())

"""Set up, run and test Tintype from a checkout, with nothing but Python.

python3 packaging/dev.py run [-- PHOTO...]   make .venv, install what the program needs, open the window
python3 packaging/dev.py test [--fast]       make .venv, install everything, run all checks, or the quick ones
python3 packaging/dev.py setup               make .venv as for test, and stop there
python3 packaging/dev.py photos FOLDER       make .venv for training, and pictures to practise it with
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this file alone stays readable for an old Python
    sys.exit("Tintype needs Python 3.11 or newer, and this is Python " + sys.version.split()[0] + ".")

import argparse
from pathlib import Path

from checkout import checks, program
from checkout.console import SetupError
from checkout.environment import Environment

PROJECT = Path(__file__).resolve().parent.parent
EVERYTHING = ("checkpoints", "development", "heif", "models", "raw", "training")


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks for; the answer is the exit code."""
    options = _parser().parse_args(arguments)
    environment = Environment(PROJECT)
    try:
        if options.command == "run":
            environment.prepare(())
            forwarded = [word for word in options.arguments if word != "--"]
            return program.run(environment, forwarded)
        if options.command == "photos":
            environment.prepare(("training",))
            return program.make_photos(environment, options.folder, options.count)
        if options.command == "test":
            checks.prepare(environment, EVERYTHING)
            return checks.run(environment, fast=options.fast)
        environment.prepare(EVERYTHING)
    except SetupError as exc:
        print(f"error: {exc}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr, flush=True)
        return 130
    print(f"The environment is ready: {environment.folder}", flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py", description="Set up, run and test Tintype from a checkout."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="run | test | setup | photos")
    run = commands.add_parser("run", help="open the window; without a display, colorize a sample photo")
    run.add_argument("arguments", nargs=argparse.REMAINDER, help="what follows -- goes to the program")
    test = commands.add_parser("test", help="run everything that CI runs")
    test.add_argument("--fast", action="store_true", help="leave out slow tests")
    commands.add_parser("setup", help="make the environment only")
    photos = commands.add_parser("photos", help="make pictures for docs/walk-through.md")
    photos.add_argument("folder", help="where they go")
    photos.add_argument("--count", type=int, default=300)
    return parser


if __name__ == "__main__":
    sys.exit(main())

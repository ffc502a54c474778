"""`tintype models`: the shelf of networks without a window."""

import argparse
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.common.existence import is_there
from colorizer_gui.core.common.plain_data import to_plain
from colorizer_gui.core.foreign.card import ModelCard
from colorizer_gui.core.foreign.conventions import Convention, Gives, Hints, Takes
from colorizer_gui.core.foreign.opening import licence_notice
from colorizer_gui.core.foreign.placing import add_to_shelf, check_on_shelf
from colorizer_gui.core.foreign.recognition import UnknownModelError
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.inference.devices import DEVICES

_INDENT: Final = 10


def models_parser() -> argparse.ArgumentParser:
    """`tintype models list|add|check|remove`."""
    parser = argparse.ArgumentParser(
        prog="tintype models",
        description="Networks that colorize: Tintype's own, those that you trained, and those of other "
        "programs. Files stay where they are, and nothing is downloaded.",
        epilog="Their names can be given to --weights of all other commands.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="list | add | check | remove")
    listing = commands.add_parser("list", help="the models on the shelf")
    listing.add_argument("--json", action="store_true", help="for other programs")
    adding = commands.add_parser(
        "add", help="try a model, time it, and put it on the shelf", epilog=_explained()
    )
    adding.formatter_class = argparse.RawDescriptionHelpFormatter
    adding.add_argument(
        "file", type=Path, help="weights of Tintype, an ONNX file, or a checkpoint of DDColor"
    )
    adding.add_argument("--name", help="(default: the file's)")
    adding.add_argument("--takes", choices=[str(each) for each in Takes], metavar="RANGE")
    adding.add_argument("--gives", choices=[str(each) for each in Gives], metavar="RANGE")
    adding.add_argument("--side", type=int, default=256, help="short side of the input, where that is free")
    checking = commands.add_parser("check", help="whether models are unchanged and work, and how fast")
    checking.add_argument("names", nargs="*", metavar="NAME", help="(default: all)")
    removing = commands.add_parser("remove", help="take models from the shelf; their files stay")
    removing.add_argument("names", nargs="+", metavar="NAME")
    for command in (adding, checking):
        command.add_argument("--device", choices=DEVICES, default="auto", help="(default: auto)")
    return parser


def run(options: argparse.Namespace, shelf: Shelf | None = None) -> int:
    """Do what the command line asks for; the answer is the exit code (see `cli.main`)."""
    shelf = shelf or Shelf()
    if options.command == "list":
        return _list(shelf, as_json=options.json)
    if options.command == "add":
        return _tried(partial(_add, shelf, options))
    names = options.names or [card.name for card in shelf.cards]
    work = _remove if options.command == "remove" else _check
    return max([_tried(partial(work, shelf, name, options)) for name in names], default=0)


def described(card: ModelCard) -> str:
    """A card as lines of text."""
    facts = {
        "file": card.path if is_there(card.path) else f"{card.path} (gone)",
        "family": card.family or "of no known family",
        "reads": None if card.convention is None else card.convention.words,
        "input": "any size" if card.input is None else f"{card.input[0]} x {card.input[1]}",
        "size": f"{card.size / 1e6:.1f} MB",
        "licence": card.licence or "not stated in the file",
        "speed": f"{card.seconds:.2f} s a photo on {card.device}" if card.seconds else "not measured",
        "SHA-256": card.sha256,
    }
    lines = [f"  {label + ':':<{_INDENT}}{fact}" for label, fact in facts.items() if fact is not None]
    return "\n".join([card.name, *lines])


def _list(shelf: Shelf, *, as_json: bool) -> int:
    cards = shelf.cards
    if as_json:
        print(json.dumps([to_plain(card) for card in cards], indent=1))
    elif cards:
        print("\n\n".join(described(card) for card in cards))
    else:
        print(
            "The shelf is empty; Tintype's own network needs no place on it. Add others with: "
            "tintype models add FILE"
        )
    return 0


def _add(shelf: Shelf, options: argparse.Namespace) -> None:
    notice = licence_notice(options.file, shelf)
    if notice:
        print(notice, file=sys.stderr)
    convention = None
    if options.takes or options.gives:
        if not (options.takes and options.gives):
            raise ColorizationError("Say both what it takes and what it gives: --takes and --gives.")
        convention = Convention(Takes(options.takes), Gives(options.gives), Hints.NONE, side=options.side)
    try:
        card = add_to_shelf(shelf, options.file, options.device, name=options.name, convention=convention)
    except UnknownModelError as exc:
        ways = "\n".join(
            f"  --takes {guess.takes} --gives {guess.gives}    ({guess.words})" for guess in exc.guesses
        )
        raise ColorizationError("{problem}\nIt may be one of:\n{ways}", problem=exc, ways=ways) from exc
    print(described(card))


def _check(shelf: Shelf, name: str, options: argparse.Namespace) -> None:
    card = shelf.find(name)
    if card is None:
        raise ColorizationError('There is no model "{name}" on the shelf.', name=name)
    checked = check_on_shelf(shelf, card, options.device)
    print(f"{checked.name}: works, {checked.seconds:.2f} s a photo on {checked.device}")


def _remove(shelf: Shelf, name: str, _options: argparse.Namespace) -> None:
    card = shelf.remove(name)
    print(f"{card.name}: off the shelf; its file stays at {card.path}")


def _tried(work: Callable[[], None]) -> int:
    try:
        work()
    except ColorizationError as exc:
        print(f"error: {exc}", file=sys.stderr)
        return 1
    return 0


def _explained() -> str:
    """What the words of --takes and --gives mean."""
    lines = ["Where a network is of no known family, say what it takes and gives:", ""]
    lines += [f"  --takes {each:<18} {each.words}" for each in Takes]
    lines += [f"  --gives {each:<18} {each.words}" for each in Gives]
    return "\n".join(lines)

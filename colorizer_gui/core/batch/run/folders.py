"""Folders for results."""

from pathlib import Path


def make_below(output: Path, folder: Path) -> None:
    """Make a folder below the output folder, but never that one again: it may be an unplugged drive.

    Level by level, so that this holds also when the output folder goes at this very moment.
    """
    if not folder.is_relative_to(output):
        # A photo of an earlier run, retried while this one lasts, belongs where it was to go then.
        folder.mkdir(parents=True, exist_ok=True)
        return
    below = folder.relative_to(output).parts
    for depth in range(1, len(below) + 1):
        output.joinpath(*below[:depth]).mkdir(exist_ok=True)

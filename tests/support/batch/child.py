"""`tintype colorize` with a colorizer that costs nothing: the process that tests kill."""

import sys
from pathlib import Path

from colorizer_gui.cli import colorize as cli_colorize
from colorizer_gui.cli import main as cli
from colorizer_gui.core.batch import ModelIdentity
from colorizer_gui.core.prediction.prediction import Colorizer
from colorizer_gui.processes.lanes import ProcessLanes
from tests.support.batch.box import WarmColorizer
from tests.support.batch.lanes import known


def load(device: str, weights: Path | None) -> tuple[Colorizer, ModelIdentity]:
    """Instead of the network."""
    return WarmColorizer(), ModelIdentity("warm", "0" * 64)


def lanes(device: str, weights: Path | None, jobs: int | None) -> ProcessLanes:
    """As many processes as are asked for, and none where nobody asks."""
    return ProcessLanes(known, most=(jobs or 1) - 1)


def main() -> int:
    """The command with the words that the process was started with."""
    cli_colorize._load = load
    cli_colorize._lanes = lanes
    return cli.main(["colorize", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())

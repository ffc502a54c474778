"""`tintype colorize --cluster` with a network that costs nothing, here and in the workers."""

import os
import sys
import time
from pathlib import Path
from typing import Any

from colorizer_gui.cli import colorize as cli_colorize
from colorizer_gui.cli import main as cli
from colorizer_gui.cluster import worker
from colorizer_gui.cluster.messages import Plain
from colorizer_gui.core.batch import ModelIdentity
from colorizer_gui.core.prediction.prediction import Colorizer
from tests.support.batch.box import WarmColorizer

#: Seconds that each photo takes besides.
SECONDS = "TINTYPE_TEST_SECONDS"


class WarmWorker(worker.PhotoWorker):
    """A worker without weights."""

    def __init__(self, setup: Plain) -> None:
        worker.open_network = open_nothing  # type: ignore[assignment]
        super().__init__(setup)

    def colorize(self, record: Plain, known: list[tuple[str, Plain]]) -> Plain:
        time.sleep(float(os.environ.get(SECONDS, "0")))
        return super().colorize(record, known)


def open_nothing(_weights: str | None, _device: str) -> Any:
    return WarmColorizer()


def load(device: str, weights: Path | None) -> tuple[Colorizer, ModelIdentity]:
    """Instead of the network."""
    del device, weights
    return WarmColorizer(), ModelIdentity("warm", "")


if __name__ == "__main__":
    # By its module's own name, so that other processes find it.
    from tests.support.cluster import child

    worker.PhotoWorker = child.WarmWorker  # type: ignore[misc]
    cli_colorize._load = load
    sys.exit(cli.main(["colorize", *sys.argv[1:]]))

"""`model_training` as an agent of torchrun forks it: it ends by coming back, since the agent waits for that.

With TINTYPE_TEST_LOST it is on a machine that is lost: at a checkpoint, its agent and itself are killed.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from model_training.commands.cli import main
from model_training.runs.checkpoint import save_checkpoint
from model_training.training import trainer

_STEP = 3


def _save_and_die(path: Path, state: dict[str, Any]) -> None:
    save_checkpoint(path, state)
    if state["step"] == _STEP:
        for process in (os.getppid(), os.getpid()):
            os.kill(process, signal.SIGKILL)


if __name__ == "__main__":
    if "TINTYPE_TEST_LOST" in os.environ:
        trainer.save_checkpoint = _save_and_die  # type: ignore[attr-defined]
    code = main()
    if code:
        sys.exit(code)

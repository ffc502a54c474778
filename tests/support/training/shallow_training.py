"""`model_training` with encoders of a few blocks: see `shallow_trainings`."""

import sys

from model_training.commands.cli import main
from tests.support.networks.shallow import shallow_trainings

if __name__ == "__main__":
    with shallow_trainings():
        sys.exit(main())

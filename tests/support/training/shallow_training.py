"""`model_training` with vision transformers of three blocks in the place of twelve, as for `shallow`."""

import sys

from colorizer_gui.core.model import vision_transformer
from model_training.commands.cli import main

if __name__ == "__main__":
    for name, value in (("DEPTH", 3), ("SEEN_BLOCKS", (1, 2, 3))):
        setattr(vision_transformer, name, value)
    sys.exit(main())

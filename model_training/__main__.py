"""`python -m model_training`."""

import sys

from model_training.commands.cli import main

sys.exit(main())

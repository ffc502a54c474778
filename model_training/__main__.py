"""`python -m model_training`."""

import os
import sys

from model_training.commands.cli import main

if __name__ == "__main__":  # loader processes import this as well
    # Before NumPy and torch are imported: threads that wait for work leave the processor to others.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(main())

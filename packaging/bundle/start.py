"""Where the bundle begins: the same as the command `tintype`."""

import multiprocessing
import os
import sys

# Products of matrices are small here; several threads for one wait for each other longer than they compute.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from colorizer_gui.cli.main import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())

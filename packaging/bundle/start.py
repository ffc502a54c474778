"""Where the bundle begins: the same as the command `tintype`."""

import multiprocessing
import sys

from colorizer_gui.cli.main import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())

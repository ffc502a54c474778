"""`python -m colorizer_gui`, the same as the command `tintype`."""

import sys

from colorizer_gui.cli.main import main

if __name__ == "__main__":
    sys.exit(main())

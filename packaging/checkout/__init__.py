"""What `dev.py` does with a checkout: its environment, what the system lacks, its checks, its start.

Enters: the environment, Debian's packages, the checks.
Leaves: everything to `dev.py`, the libraries of Debian to `bundle`.
"""

"""Further processes that take photos of a batch from files to files, each with a network of its own.

Enters: what starts such a process, what it does, and what is said between the two.
Leaves: `ProcessLanes`, for the command line and `app`; the run knows `core.batch.lanes.Lane` alone.
"""

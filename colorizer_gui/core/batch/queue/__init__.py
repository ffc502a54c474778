"""The jobs in their order, kept alike in memory and in the journal.

Enters: what may be asked of a list of jobs: order, review, report.
Leaves: `JobQueue` and `Review`; thread-safe.
"""

"""The list and the run of a batch.

Enters: what changes the list, the run, or asks for their pictures; no photo of the session.
Leaves: `Batch`, for `workspace` and the window.
"""

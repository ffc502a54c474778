"""A job: one photo of a batch, what was asked, how far it is.

Enters: frozen data, legal changes and hashes; no file is opened.
Leaves: `Job`, `JobState`, `Recipe`, for all of the batch.
"""

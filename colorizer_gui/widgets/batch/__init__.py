"""The page of a batch: table, filters, choices and progress.

Enters: parts of the page and the words for states.
Leaves: `BatchPage`, for the window; the words, for presenters.
"""

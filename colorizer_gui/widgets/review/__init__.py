"""The contact sheet on which photos are decided about.

Enters: parts of the review: sheet, bar, settings, words.
Leaves: `ReviewView`, for the page of a batch.
"""

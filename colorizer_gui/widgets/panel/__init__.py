"""The panel beside the photo: its colour settings and notes.

Enters: rows of settings, presets and notes about the photo.
Leaves: `AdjustPanel`; rows and menus of settings, for the batch and the review as well.
"""

"""Colours of a reference photo: by brightness, and by what a network sees.

Enters: how places of two photos are matched, and how predictions follow that.
Leaves: `reference_of` a photo, and `ReferenceGuide` for the `Guide`.
"""

"""The dialog in which a photo is straightened and cropped.

Enters: the picture with its frame, and what belongs around it.
Leaves: `CropDialog`, for the window.
"""

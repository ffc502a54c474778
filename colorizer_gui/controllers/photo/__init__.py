"""What can be done with an open photo.

Enters: a controller for each thing that can be done with a photo: colour, adjust, point, preview, hand out.
Leaves: controllers and what they tell by signals, for `workspace` and the window.
"""

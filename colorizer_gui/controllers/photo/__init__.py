"""What can be done with an open photo.

Enters: a controller for each thing that can be done with a photo: adjust, point, treat, frame, preview.
Leaves: controllers and what they tell by signals, for `workspace` and the window.
"""

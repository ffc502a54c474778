"""The reference photo that a photo, or a batch, is to look like.

Enters: what reads a reference or changes how much and where it counts; as guidance, it is undone like points.
Leaves: `ReferringController`, for the workspace and the window.
"""

"""What the window shows and asks about colours that the user knows: points, strokes and the colour they have.

Enters: the controller of points.
Leaves: `PointPresenter`, for the presenter of the photo.
"""

"""Areas of the photo that is open: marked, listed, adjusted and protected.

Enters: objects between the controller of areas and its widgets.
Leaves: a presenter, for the main window.
"""

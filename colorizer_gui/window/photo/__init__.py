"""What the window shows and asks about the photo that is open.

Enters: objects between the controllers of a photo and its widgets.
Leaves: presenters, for the main window.
"""

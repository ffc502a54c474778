"""What the window shows and asks about many photos and their review.

Enters: objects between the controllers of a batch and its page.
Leaves: presenters and the photo-or-batch switch, for the main window.
"""

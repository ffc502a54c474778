"""What the window shows and asks about the reference photo.

Enters: the referring controller.
Leaves: `ReferencePresenter`, for the main window.
"""

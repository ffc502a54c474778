"""What the window shows and asks about networks.

Enters: the models controller.
Leaves: `ModelActions`, for the main window.
"""

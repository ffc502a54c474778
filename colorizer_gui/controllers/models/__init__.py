"""What can be done with networks: keep them, try them, compare them, use another one.

Enters: wishes of the window.
Leaves: `ModelsController`.
"""

"""What can be done with networks: keep them, try them, compare them, use another one.

Enters: what the window asks of networks.
Leaves: `ModelsController`.
"""

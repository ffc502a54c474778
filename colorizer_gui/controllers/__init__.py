"""What the window can do, apart from how it looks: objects in the GUI thread that give work away.

Enters: rooms by feature; they import `workers` and `core`, of `widgets` only models and words.
Leaves: `Workspace`, which has them all, for the window.
"""

"""What the user sees and touches; widgets ask by signals and never do the work themselves.

Enters: rooms by feature; they import `core`, `settings` and `desktop`, never a controller.
Leaves: widgets and their signals, for the window.
"""

"""The assembled window: widgets, actions and controllers are connected here and nowhere else.

Enters: what belongs to the window as a whole; it may import everything but torch and `cli`.
Leaves: `MainWindow` and `ErrorFunnel`, for `app`.
"""

"""The row of open photos, and what is dragged out of it.

Enters: what draws the strip or goes with a drag.
Leaves: `FilmStrip`, for the window.
"""

"""Small widgets that know nothing of photos.

Enters: what at least two rooms use, or could.
Leaves: buttons, labels, rows and bars, for every other room.
"""

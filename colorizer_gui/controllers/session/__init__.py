"""Which photos are open, how they are opened, and that they are there again at the next start.

Enters: what owns or fills the list of open photos.
Leaves: `Session` and its entries, which all other controllers look at.
"""

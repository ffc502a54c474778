"""Networks of other programs behind the seam: recognised, asked about, opened, kept on a shelf.

Enters: files with networks, and what a user says about one.
Leaves: `open_colorizer`, `Shelf`, `ModelCard`.
"""

"""From pixels to a file that is complete, checked, and in nobody's place.

Enters: naming, checking and publishing of results.
Leaves: `write_photo`, `publish` and names.
"""

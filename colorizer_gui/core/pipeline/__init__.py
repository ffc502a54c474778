"""One photo from file to file, and what is decided about it on the way.

Enters: steps that join reading, prediction, rendering and writing.
Leaves: `colorize_file` and its halves; exports; stored sessions.
"""

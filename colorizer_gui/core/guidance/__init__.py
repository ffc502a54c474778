"""What the user tells about colour: points, strokes, and which colours are possible.

Enters: kinds of hints and what the network is told of them.
Leaves: `ColourPoint` and what turns points into `Guidance`.
"""

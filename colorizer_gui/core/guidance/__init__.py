"""What the user tells about colour: points, strokes, what they mean, and which colours are possible.

Enters: kinds of hints and what the network is told of them.
Leaves: `ColourPoint`, what turns points into `Guidance`, and the `Guide` that lets predictions follow it.
"""

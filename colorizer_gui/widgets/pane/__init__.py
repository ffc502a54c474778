"""One picture drawn through a zoom that panes share, and the gestures on it.

Enters: what draws or moves a single pane.
Leaves: `PhotoPane` and `ViewTransform`, for points and comparison.
"""

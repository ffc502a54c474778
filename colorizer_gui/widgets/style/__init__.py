"""How everything looks: colours, style sheet and icons.

Enters: what a theme decides.
Leaves: `theme` and `icons`, for every widget.
"""

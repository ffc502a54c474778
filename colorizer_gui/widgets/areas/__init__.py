"""Areas of a photo: the brush that marks them, and the tools in the panel.

Enters: widgets that mark places, or list what was marked; no formula.
Leaves: the brush for the comparison, tools for the panel.
"""

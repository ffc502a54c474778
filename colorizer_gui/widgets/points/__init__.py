"""Colour points on the photo and the colours that are offered for them.

Enters: markers, tools and pickers of colour points and strokes.
Leaves: a layer over panes, and a tool with the chooser of its colour.
"""

"""The reference photo in the panel, and the dialog in which its swatches are drawn.

Enters: what shows a reference, or asks for another one.
Leaves: `ReferenceTools` for the panel, `SwatchDialog` for the window.
"""

"""Lightness and chroma put together: upsampling, adjustments, sRGB, strip by strip.

Enters: arithmetic that follows a prediction; a slider's formula goes here.
Leaves: `ColorizedPhoto`, `Adjustments`; arrays.
"""

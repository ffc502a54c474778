"""ICC profiles: from samples to lightness, and back to the source's colour space.

Enters: what a profile says about samples.
Leaves: lightness planes and converted samples.
"""

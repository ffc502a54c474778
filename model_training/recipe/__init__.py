"""Every knob of a training, read strictly from TOML.

Enters: dataclasses of knobs and their checks.
Leaves: `Recipe`.
"""

"""The training loop and what it asks at each step.

Enters: the loop, optimization, averages, validation, the train command's frame.
Leaves: `train` and `job`.
"""

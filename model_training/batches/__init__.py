"""From arrays to batches, each a function of its step.

Enters: augmentation, hints, weights of bins, cached features; photos as views are in `views`.
Leaves: batches of tensors.
"""

"""From arrays to batches, each a function of its step.

Enters: augmentation, hints, weights of bins, cached features.
Leaves: batches of tensors.
"""

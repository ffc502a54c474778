"""The run folder: what a training leaves and can go on from.

Enters: its files, checkpoints, weights to begin with.
Leaves: opened runs and checkpoints.
"""

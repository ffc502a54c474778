"""PyTorch checkpoints of foreign networks, opened without running what is in them.

Enters: a path.
Leaves: `TorchEngine`.
"""

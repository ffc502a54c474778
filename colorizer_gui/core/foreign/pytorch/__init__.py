"""PyTorch checkpoints of foreign networks."""

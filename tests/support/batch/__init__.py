"""Boxes of photos, queues and engines that cost nothing, and batches that are killed or run out of disk."""

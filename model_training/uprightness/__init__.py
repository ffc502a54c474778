"""What tells how a photo lies: a small network on what the release's encoders see of it.

Enters: tar shards of upright photos.
Leaves: `make_head`, for the command line.
"""

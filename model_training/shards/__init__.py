"""Tar shards of encoded photos of any size and shape, near or far, each photo reached by its number.

Enters: locations of shards; bytes and photos.
Leaves: `PhotoShards`, written shards.
"""

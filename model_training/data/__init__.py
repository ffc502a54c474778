"""From photos to arrays on the disk.

Enters: sources, preparation and opened arrays; nothing random.
Leaves: memory-mapped arrays and photos in a fixed order.
"""

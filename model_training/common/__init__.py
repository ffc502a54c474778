"""What every room of the training needs and that knows nothing of photos.

Enters: progress, JSON files, the machine.
Leaves: everything.
"""

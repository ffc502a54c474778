"""What every room of the core needs and that knows nothing of photos.

Enters: errors, sentences, stopping, hashes, the program's own files; no import from another room.
Leaves: everything.
"""

"""From a file, or a pasted picture, to a `Photo`.

Enters: what happens between a decoder and a photo.
Leaves: `read_photo` and its siblings.
"""

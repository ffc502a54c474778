"""A photo as Tintype sees it, and what is noticed about it before it is colorized.

Enters: facts about one photo; no file format and no network.
Leaves: `Photo` and its parts.
"""

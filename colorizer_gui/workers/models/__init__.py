"""The worker that opens, tries and compares networks.

Enters: files of networks, and a photo to try them on.
Leaves: cards, pictures and predictions for `controllers.models`.
"""

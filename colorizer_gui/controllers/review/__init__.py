"""Deciding about the photos of a batch before anything is written.

Enters: decisions, taking them back, and the pictures that they need.
Leaves: `Reviewing`, for the batch and the window.
"""

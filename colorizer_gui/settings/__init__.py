"""What is remembered between two starts.

Enters: stored choices with their defaults and their reading from a store that may hold nonsense.
Leaves: frozen dataclasses and `Settings`; nothing that is shown.
"""

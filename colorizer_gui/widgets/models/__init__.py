"""Dialogs about networks: the shelf, the question about an unknown one, the comparison.

Enters: cards, guesses and pictures.
Leaves: what the user asks for, as signals.
"""

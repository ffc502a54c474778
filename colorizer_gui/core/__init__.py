"""The photographic and colour logic of Tintype: no Qt, no printing, no global state.

Enters: rooms by subject in the order that pyproject.toml states: an import goes to the same room or lower.
Leaves: what each room's docstring says, for the command line, the window and the training.
"""

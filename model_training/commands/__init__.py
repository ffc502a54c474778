"""The command line of the training: flags, and what each command does with them.

Enters: a function for each command; heavy things are imported when needed.
Leaves: `cli.main`.
"""

"""The command line: what is typed, what is printed, what a subcommand does.

Enters: a module for each subcommand and for what they share; they import `core` only, heavy things late.
Leaves: `main.main`, for the entry points; the window is imported in it when it is asked for.
"""

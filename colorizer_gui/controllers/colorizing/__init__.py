"""Colour for every open photo, and what is written or copied of it.

Enters: what asks the worker that owns the network, and takes its answers.
Leaves: `ColorizationController`, `TemporaryExports`, and requests that are filled out, for rooms beside this.
"""

"""Tintype: colorize black-and-white photos on the owner's own computer."""

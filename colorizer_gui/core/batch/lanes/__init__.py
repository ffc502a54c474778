"""Photos of a run that are carried beside its own threads, each through all of its steps by one helper.

Enters: what carries one photo at a time, whatever that is.
Leaves: `LaneEngine`, and `Lane`, which it asks.
"""

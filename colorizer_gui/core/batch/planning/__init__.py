"""Which photos are meant, and where each result goes.

Enters: scanning, names and places; nothing is written.
Leaves: requests for jobs, and what was left out.
"""

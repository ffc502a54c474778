"""One run of a queue: three threads, their steps, what stops them and what they tell.

Enters: what lives as long as a run.
Leaves: `BatchEngine`, its options and events.
"""

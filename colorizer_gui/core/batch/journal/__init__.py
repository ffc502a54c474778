"""What survives of a batch on the disk.

Enters: the journal's file, its records, recovery, stored predictions.
Leaves: records and stores, for the queue.
"""

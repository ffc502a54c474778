"""A batch on several machines, over Ray; see docs/adr/0016.

Enters: what a cluster adds to `core.batch`; Ray and fsspec are imported here alone, when asked for.
Leaves: `ClusterEngine` with its crew and places, for the command line.
"""

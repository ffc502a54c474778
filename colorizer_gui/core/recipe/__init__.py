"""How a result was made, and what its file says about it.

Enters: what is stored beside or in a result to make it again.
Leaves: `Recipe` and `ResultLabel` as plain data.
"""

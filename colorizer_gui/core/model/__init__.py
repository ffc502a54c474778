"""Networks, their description and their weights files.

Enters: architectures, encoders and what builds or loads them; torch lives here and in `inference`.
Leaves: modules by `architectures.build`, weights by `weights`.
"""

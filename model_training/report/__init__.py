"""What is shown or given away of a run: curves, sheets, a page, weights files.

Enters: drawings and files made of figures or checkpoints.
Leaves: files.
"""

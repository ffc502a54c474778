"""The seam between networks and everything else: what a colorizer is asked and answers.

Enters: what can be said of a distribution of chroma without a network; no torch.
Leaves: `Colorizer`, `Prediction`, `Guidance`.
"""

"""The models that a recipe names, what their outputs mean, and how wrong they are.

Enters: networks only for training, losses, baselines, starting weights.
Leaves: models by name.
"""

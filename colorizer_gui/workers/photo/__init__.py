"""The workers of the photos that are open.

Enters: reading, predicting, saving and drawing of single photos.
Leaves: workers for `controllers.workspace`, pictures for the workers of a batch.
"""

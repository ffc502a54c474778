"""The worker that draws photos under review.

Enters: pictures from stored predictions.
Leaves: its requests and answers, for `controllers.review`.
"""

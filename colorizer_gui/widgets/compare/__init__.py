"""The middle of the window: before and after, other colorizations, or an invitation.

Enters: what takes the place of the photo or lies beside it.
Leaves: `Viewer`, `ComparisonView` and `CandidateBar`, for the window and the review.
"""

"""Objects that live in threads of their own and do the slow work.

Enters: workers by feature, and what all share: requests, the queue, the one network; no widget, no torch.
Leaves: workers, requests and answers, for the controllers.
"""

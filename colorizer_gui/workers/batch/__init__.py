"""The workers of a batch, and what is asked and told between them and the window.

Enters: running the engine, preparing a list, gathering events.
Leaves: workers, requests and the events' inbox, for `controllers.batch`.
"""

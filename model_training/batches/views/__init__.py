"""Views of photos, parts of any shape and size, as what is learnt from.

Enters: which view is drawn when, how it is drawn, and what is kept of it.
Leaves: batches of views, or of what a frozen encoder saw of them.
"""

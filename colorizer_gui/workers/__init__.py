"""Objects that live in threads of their own and do the slow work."""

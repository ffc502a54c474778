"""A window with a colorizer that waits and fails on command, its user, and the truth about what it shows."""

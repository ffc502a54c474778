"""Trainings and shards that read from servers, each in a process of its own."""

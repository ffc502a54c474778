"""Trainings and shards in processes of their own: far away, or killed."""

"""Colorizers judged as the application would use them.

Enters: methods, metrics, trials and their summaries.
Leaves: figures of photos, tables.
"""

"""Colour science: conversions and the bins of chroma.

Enters: arithmetic on colour values, float32, one conversion for training and use.
Leaves: pure functions of arrays.
"""

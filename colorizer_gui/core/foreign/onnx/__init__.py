"""ONNX files: what they say about themselves, and what runs them.

Enters: a path.
Leaves: `OnnxHeader`, `OnnxEngine`, and `OnnxColorizer` for networks that were trained here.
"""

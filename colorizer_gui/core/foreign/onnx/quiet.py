"""onnxruntime is told to send nothing."""

import os


def silence() -> None:
    """Have onnxruntime send nothing; it has to be told before it is imported.

    Its builds count what they are used for, keep a number for the computer and report both to their maker,
    unless they find this (its Privacy.md, "Disabling Telemetry").
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"

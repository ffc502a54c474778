"""Tintype: colorize black-and-white photos on the owner's own computer."""

import os

# onnxruntime counts what it is used for, keeps a number for the computer and sends both to its maker, unless it
# finds this before it starts (its Privacy.md, "Disabling Telemetry"). Nothing of this program is to be sent.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

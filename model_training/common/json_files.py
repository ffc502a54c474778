"""Small JSON files beside arrays and checkpoints."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def write_json(file: Path, values: Mapping[str, Any], indent: int | None = None) -> None:
    """Write the file whole or not at all."""
    temporary = file.with_suffix(".tmp")
    temporary.write_text(json.dumps(values, indent=indent), encoding="utf-8")
    temporary.replace(file)

"""What a bundle is made of, written into it: licence texts, and a bill of materials."""

import ast
import json
import sys
from datetime import datetime
from importlib import metadata
from pathlib import Path

from bundle import contents, licences, sbom


class UndeclaredError(Exception):
    """Something is inside of the bundle of which nobody knows the licence."""


def check(table: Path) -> None:
    """Compare PyInstaller's table of modules (`PYZ-00.toc`) with what is declared.

    Raises
    ------
    UndeclaredError
    """
    _, modules = ast.literal_eval(table.read_text(encoding="utf-8"))
    packages = {str(name).partition(".")[0] for name, *_ in modules}
    known = metadata.packages_distributions()
    declared = {_plain(name) for name in contents.distributions()}
    foreign = {
        package
        for package in packages - sys.stdlib_module_names
        if package in known and not declared & set(map(_plain, known[package]))
    }
    if foreign:
        raise UndeclaredError(f"declare or leave out, in contents.py: {', '.join(sorted(foreign))}")


def _plain(distribution: str) -> str:
    return distribution.lower().replace("_", "-")


def write(bundle: Path, project: Path, made: datetime) -> None:
    """Put the texts into `licences` and the bill into `sbom.cdx.json`."""
    licences.gather(bundle / "licences", project)
    licences.gather_system(bundle / "licences" / "system", bundle)
    text = json.dumps(sbom.bill(bundle, made), indent=1, ensure_ascii=False)
    (bundle / "sbom.cdx.json").write_text(text + "\n", encoding="utf-8")

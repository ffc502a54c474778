"""Which Debian package a shared library of this system belongs to."""

import subprocess
from collections.abc import Collection
from pathlib import Path


def places(libraries: Collection[str]) -> dict[str, str]:
    """Where the loader finds each of these libraries; those that it does not know are left out."""
    known = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True)
    found = {}
    for line in known.stdout.splitlines():
        name, arrow, place = line.strip().partition(" => ")
        if arrow and ("x86-64" in name or "AArch64" in name):
            found[name.partition(" ")[0]] = place
    return {name: found[name] for name in libraries if name in found}


def owner(library: str) -> str | None:
    """The package of a library, by its path; None where no package has it."""
    # The loader names /lib, which is a link to /usr/lib; dpkg knows one of the two.
    for path in (library, str(Path(library).resolve()), library.removeprefix("/usr")):
        answer = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True, check=False)
        if answer.returncode == 0:
            return answer.stdout.partition(":")[0]
    return None

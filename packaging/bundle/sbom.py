"""A bill of materials in the form of CycloneDX 1.6: packages, weights, and libraries of the system."""

import json
import platform
import uuid
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from bundle import contents

from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.common.version import VERSION

FORMAT: Final = "1.6"
_PLACES: Final = ("lib*.so*", "*.libs/*.so*")


def bill(bundle: Path, made: datetime) -> dict[str, Any]:
    """What is inside of a bundle; the same for the same content and moment."""
    components = [_python(), *(_package(name) for name in contents.distributions() if name != "tintype")]
    weights = sorted(bundle.rglob("*.safetensors"))
    components += [_file(path, bundle, "machine-learning-model") for path in weights]
    # At the top lies what came from the system that built it, in `.libs` what packages brought along.
    libraries = [path for place in _PLACES for path in (bundle / "_internal").glob(place)]
    components += [_file(path, bundle, "file") for path in sorted(libraries) if not path.is_symlink()]
    content = json.dumps(components, sort_keys=True)
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{FORMAT}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": FORMAT,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}",
        "version": 1,
        "metadata": {
            "timestamp": made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": "tintype",
                "name": "Tintype",
                "version": VERSION,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            },
        },
        "components": components,
        "dependencies": [{"ref": "tintype", "dependsOn": [each["bom-ref"] for each in components]}],
    }


def _python() -> dict[str, Any]:
    version = platform.python_version()
    described = {"type": "platform", "name": "Python", "version": version, "bom-ref": "python"}
    return described | {"licenses": [{"license": {"id": "PSF-2.0"}}], "purl": f"pkg:generic/python@{version}"}


def _package(distribution: str) -> dict[str, Any]:
    facts = metadata.metadata(distribution)
    version = metadata.version(distribution)
    name = facts["Name"].lower().replace("_", "-")
    described = {"type": "library", "name": facts["Name"], "version": version}
    place = f"pkg:pypi/{name}@{version.replace('+', '%2B')}"
    return described | {"bom-ref": place, "purl": place, "licenses": _licences(facts)}


def _licences(facts: "metadata.PackageMetadata") -> list[dict[str, Any]]:
    if "License-Expression" in facts:
        return [{"expression": facts["License-Expression"]}]
    kinds = [
        value.rpartition(" :: ")[2] for value in facts.get_all("Classifier") or [] if "License ::" in value
    ]
    (stated, *_) = facts.get_all("License") or [""]
    names = [stated.splitlines()[0].strip()] if stated.strip() else kinds
    return [{"license": {"name": name}} for name in names]


def _file(path: Path, bundle: Path, kind: str) -> dict[str, Any]:
    return {
        "type": kind,
        "bom-ref": path.relative_to(bundle).as_posix(),
        "name": path.name,
        "hashes": [{"alg": "SHA-256", "content": file_sha256(path)}],
    }

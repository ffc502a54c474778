"""Build what people install who have no Python: the bundle, and of it a package for the system.

python packaging/build.py            the folder dist/tintype, with licence texts and an SBOM
python packaging/build.py --deb      and of it a package for Debian and Ubuntu
python packaging/build.py --only-deb that package alone, of the folder that is there

Python is that of an environment of its own, without PyTorch and with what bundle/requirements.txt names:

python3 -m venv build/environment
build/environment/bin/pip install -c packaging/constraints.txt -r packaging/bundle/requirements.txt
build/environment/bin/pip install --no-deps -e .

SOURCE_DATE_EPOCH, the commit's time where it is not set, is the time that everything is given.
"""

import argparse
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parent.parent
SPEC: Final = PROJECT / "packaging" / "bundle" / "tintype.spec"


def main(words: list[str] | None = None) -> int:
    """Do what the command line says."""
    sys.path.insert(0, str(PROJECT))
    import native
    from bundle import contents, deb, hollow, made_of, shared_libraries

    from colorizer_gui.core.foreign.onnx.quiet import silence

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--deb", action="store_true")
    parser.add_argument("--only-deb", action="store_true")
    parser.add_argument("--output", type=Path, default=PROJECT / "dist")
    options = parser.parse_args(words)
    lacking = [name for name in contents.DISTRIBUTIONS if not contents.is_installed(name)]
    if lacking:
        print(f"error: {', '.join(lacking)} not installed; --help says how.", file=sys.stderr)
        return 1
    os.environ.setdefault("SOURCE_DATE_EPOCH", _time_of_commit())
    silence()  # PyInstaller imports onnxruntime to see what it needs
    output = options.output.absolute()
    bundle = output / "tintype"
    if not options.only_deb:
        if not native.build():
            print("note: without a C compiler the bundle saves photos more slowly")
        _bundle(output)
        made_of.check(PROJECT / "build" / "bundle" / "tintype" / "PYZ-00.toc")
        if sys.platform == "linux":
            (bundle / "tintype-window").symlink_to("tintype")
            print("emptied:", *(hollow.empty(bundle) if hollow.can_be_made() else ["nothing, without gcc"]))
            print("left out:", *shared_libraries.prune(bundle))
            shared_libraries.strip(bundle)
        made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
        made_of.write(bundle, PROJECT, made)
    print(f"{bundle}: {size_of(bundle) / 1e6:.0f} MB")
    if options.deb or options.only_deb:
        package = deb.build(bundle, PROJECT, output)
        print(f"{package}: {package.stat().st_size / 1e6:.0f} MB")
    return 0


def size_of(folder: Path) -> int:
    """Bytes of all files; a link takes none."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _bundle(output: Path) -> None:
    work = PROJECT / "build" / "bundle"
    command = [sys.executable, "-m", "PyInstaller", str(SPEC), "--noconfirm"]
    command += ["--distpath", str(output), "--workpath", str(work), "--log-level", "WARN"]
    # Python's hashes of strings decide an order in the archive.
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    subprocess.run(command, cwd=PROJECT, env=environment, check=True)


def _time_of_commit() -> str:
    answer = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    return answer.stdout.strip() or "0"


if __name__ == "__main__":
    sys.exit(main())

"""Wheel and source distribution hold all that the program needs, and work where the checkout is not."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

#: Indexes refuse 100 MB.
MOST_BYTES = 90_000_000
_FOLDER = "colorizer_gui/resources/"


def build(source: Path, folder: Path, *targets: str) -> None:
    """Make what is asked for of a tree."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1700000000"}
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    command += [word for target in targets for word in ("-t", target)]
    subprocess.run(command, cwd=source, env=environment, check=True, capture_output=True, timeout=300)


@pytest.fixture(scope="module")
def built(project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The wheel and the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    build(project, folder, "sdist", "wheel")
    (wheel,), (archive,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return wheel, archive


def tracked(project: Path, *folders: str) -> set[str]:
    """Files of the tree that belong to the program."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", *folders],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return {name for name in listed.stdout.split("\0") if name and (project / name).is_file()}


def test_the_wheel_holds_the_whole_program(project: Path, built: tuple[Path, Path]) -> None:
    wheel, _ = built
    assert wheel.stat().st_size < MOST_BYTES
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
        assert archive.testzip() is None
        for path in (project / "resources").rglob("*.safetensors"):
            held = archive.read(_FOLDER + path.relative_to(project / "resources").as_posix())
            assert held == path.read_bytes()
    program = tracked(project, "colorizer_gui", "model_training")
    resources = {name.replace("resources/", _FOLDER, 1) for name in tracked(project, "resources")}
    assert any(name.endswith(".qm") for name in resources)
    assert any(name.endswith(".safetensors") for name in resources)
    about = {name for name in names if ".dist-info/" in name}
    assert program | resources <= names - about
    assert not {name for name in names if name.startswith(("tests", "packaging", "docs"))}
    assert {name.rpartition("/")[2] for name in about} >= {"LICENSE", "THIRD_PARTY.md", "METADATA"}


def test_the_wheel_says_what_it_needs_and_starts(project: Path, built: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(built[0]) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        facts = Parser().parsestr(archive.read(metadata).decode())
        (entries,) = (name for name in archive.namelist() if name.endswith("/entry_points.txt"))
        text = archive.read(entries).decode()
    assert facts["Name"] == "tintype"
    assert {"heif", "raw", "training"} <= set(facts.get_all("Provides-Extra") or [])
    assert "tintype = " in text.partition("[console_scripts]")[2]
    assert "tintype-window = " in text.partition("[gui_scripts]")[2]


def test_the_source_makes_the_same_wheel(project: Path, built: tuple[Path, Path], tmp_path: Path) -> None:
    wheel, source = built
    assert source.stat().st_size < MOST_BYTES
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (tree,) = (tmp_path / "unpacked").iterdir()
    missing = {name for name in tracked(project, "tests", "packaging") if not (tree / name).is_file()}
    assert not missing, "what a distribution of Linux tests with"
    build(tree, tmp_path / "dist", "wheel")
    (again,) = (tmp_path / "dist").glob("*.whl")
    assert again.name == wheel.name
    assert contents(again) == contents(wheel), "builds are reproducible"


def contents(wheel: Path) -> dict[str, tuple[bytes, object]]:
    """Each file of a wheel and its time, but what was compiled, which is no part of the source."""
    with zipfile.ZipFile(wheel) as archive:
        return {
            entry.filename: (archive.read(entry), entry.date_time)
            for entry in archive.infolist()
            if not entry.filename.startswith(f"{_FOLDER}native/") and not entry.filename.endswith("/RECORD")
        }


@pytest.mark.installs
@pytest.mark.weights
@pytest.mark.skipif(os.name == "nt", reason="the scripts have other names there")
def test_what_is_installed_from_the_wheel_colorizes(
    built: tuple[Path, Path], samples: Path, tmp_path: Path
) -> None:
    """The packages that Tintype needs are those of the tests; Tintype itself is the wheel's."""
    folder = tmp_path / "environment with ü"
    venv.create(folder, symlinks=True)
    scripts = folder / "bin"
    pip = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install"]
    pip += ["--quiet", "--no-compile", "--no-deps", "--no-index", str(built[0])]
    kept = {name: value for name, value in os.environ.items() if name == "PYTHONPYCACHEPREFIX"}
    clean = kept | {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    subprocess.run(pip, env=clean, check=True, timeout=300)
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    # A path that is named here brings packages, but none of its own .pth files, and so not the checkout.
    Path(paths["purelib"], "needed.pth").write_text(sysconfig.get_paths()["purelib"], encoding="utf-8")

    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words, cwd=tmp_path, env=clean, capture_output=True, text=True, check=False, timeout=300
        )

    where = run(scripts / "python", "-c", "import colorizer_gui; print(colorizer_gui.__file__)")
    assert Path(where.stdout.strip()).is_relative_to(folder), where
    doctor = run(scripts / "tintype", "doctor")
    assert (doctor.returncode, "MISSING" in doctor.stdout) == (0, False), doctor
    assert str(folder) in doctor.stdout, "the weights are the wheel's own"
    ended = run(scripts / "tintype", "colorize", samples / "cat.jpg", "-o", "out", "--text")
    assert ended.returncode == 0, ended
    assert [path.name for path in (tmp_path / "out").glob("*.jpg")] == ["cat-colorized.jpg"]
    assert run(scripts / "tintype-window", "--version").stdout.startswith("Tintype ")
    recipes = run(
        scripts / "python", "-m", "model_training", "train", "--recipe", "no", "--data", ".", "--out", "x"
    )
    assert "fusion-short" in recipes.stderr + recipes.stdout, recipes

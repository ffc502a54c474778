"""Rules about the source that the import contracts in pyproject.toml cannot state."""

import ast
import functools
import re
import statistics
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from colorizer_gui.core.common.version import VERSION

PROJECT = Path(__file__).parents[1]
APPLICATION = PROJECT / "colorizer_gui"
NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib",
    "urllib3",
    "requests",
    "httpx",
    "aiohttp",
    "ftplib",
    "smtplib",
    "telnetlib",
    "xmlrpc",
    "socketserver",
    "webbrowser",
    "ray",
    "fsspec",
    "s3fs",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebSockets",
}
#: Sockets of the file system, for programs of one user on one computer: all that may be used of QtNetwork.
LOCAL = {"QLocalServer", "QLocalSocket"}
#: What a cluster is asked for that the user names on the command line.
FAR = [
    "colorizer_gui/cluster/connection.py: ray",
    "colorizer_gui/cluster/storage.py: fsspec.core",
    "colorizer_gui/cluster/storage.py: fsspec.core.url_to_fs",
]
#: Where PyTorch's checkpoints are opened, by the unpickler that makes nothing but tensors.
CHECKPOINTS = "colorizer_gui/core/foreign/pytorch/checkpoint.py"
UNPICKLING = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}


def sources(*folders: Path) -> list[Path]:
    found = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    assert found
    return found


@functools.cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@functools.cache
def imports(path: Path) -> tuple[str, ...]:
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    """Full names of the modules, and of what is taken out of them."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def importing(paths: list[Path], forbidden: set[str]) -> list[str]:
    return [
        f"{path.relative_to(PROJECT)}: {name}"
        for path in paths
        for name in imports(path)
        if any(name == word or name.startswith(f"{word}.") for word in forbidden)
    ]


def test_the_application_never_asks_for_the_network() -> None:
    allowed = ["PySide6.QtNetwork", *(f"PySide6.QtNetwork.{name}" for name in sorted(LOCAL))]
    assert importing(sources(APPLICATION), NETWORK) == [
        *FAR,
        *(f"colorizer_gui/desktop/single_instance.py: {name}" for name in allowed),
    ]


def test_the_application_unpickles_nothing() -> None:
    # The class of the error by which torch refuses what is no tensor.
    assert importing(sources(APPLICATION), UNPICKLING | {"torch.load", "numpy.load"}) == [
        f"{CHECKPOINTS}: pickle",
        f"{CHECKPOINTS}: pickle.UnpicklingError",
    ]
    loads = re.compile(r"\b(torch|np|numpy)\.load\(|allow_pickle")
    loading = {
        path.relative_to(PROJECT).as_posix(): [
            line.strip() for line in path.read_text(encoding="utf-8").splitlines() if loads.search(line)
        ]
        for path in sources(APPLICATION)
    }
    assert {path: lines for path, lines in loading.items() if lines} == {
        CHECKPOINTS: ['held = torch.load(path, map_location="cpu", weights_only=True)']
    }


def test_qt_stays_out_of_the_core_and_of_training() -> None:
    assert (
        importing(sources(APPLICATION / "core", PROJECT / "model_training"), {"PySide6", "qimage2ndarray"})
        == []
    )


def test_the_core_prints_nothing() -> None:
    printing = [
        path.name
        for path in sources(APPLICATION / "core")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


def test_the_package_is_only_a_docstring() -> None:
    (statement,) = parsed(APPLICATION / "__init__.py").body
    assert isinstance(statement, ast.Expr)


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("colorizer_gui.window.main_window", {"torch", "tensorboard", "lightning_fabric"}),
        ("colorizer_gui.cli.main", {"torch", "PySide6", "cv2", "numpy", "PIL"}),
        ("colorizer_gui.core.pipeline.pipeline", {"PySide6", "torch"}),
        ("colorizer_gui.cli.colorize", {"PySide6", "torch", "ray", "fsspec"}),
        ("colorizer_gui.cli.cluster", {"PySide6", "torch", "ray", "fsspec"}),
    ],
)
def test_importing_stays_light(module: str, forbidden: set[str]) -> None:
    code = f"import sys, {module}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True, timeout=300
    )
    assert set(answer.stdout.split()) & forbidden == set()


#: A room that holds more has two reasons to exist.
MOST_MODULES = 15


def rooms() -> list[Path]:
    """Every package of the program and of the training."""
    return sorted(
        path.parent
        for folder in (APPLICATION, PROJECT / "model_training")
        for path in folder.rglob("__init__.py")
    )


def test_every_room_says_what_may_enter_and_what_leaves() -> None:
    silent = [
        room.relative_to(PROJECT).as_posix()
        for room in rooms()
        if not re.search(
            r"\A\"\"\"\S.*\n\nEnters: .+\nLeaves: .+\n\"\"\"",
            (room / "__init__.py").read_text(encoding="utf-8"),
        )
    ]
    assert silent == ["colorizer_gui", "model_training"]


def test_no_room_is_crowded() -> None:
    """Whatever is written in Python: the program, the training, the tests, what builds and packs."""
    paths = sources(APPLICATION, PROJECT / "model_training", PROJECT / "packaging", PROJECT / "tests")
    crowds = Counter(
        path.parent.relative_to(PROJECT).as_posix() for path in paths if path.name != "__init__.py"
    )
    assert {room: count for room, count in crowds.items() if count > MOST_MODULES} == {}
    assert crowds["colorizer_gui"] <= 6


#: Lines of code, without the signature and the docstring.
LONGEST_FUNCTION = 50
LONGEST_CONSTRUCTOR = 40
LONGEST_MODULE = 300
MEDIAN_MODULE = 110


def long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0  # type: ignore[operator]
            if lines > (LONGEST_CONSTRUCTOR if node.name == "__init__" else LONGEST_FUNCTION):
                yield f"{path.relative_to(PROJECT).as_posix()}: {node.name} has {lines} lines"


def test_no_function_is_long_and_no_module_either() -> None:
    paths = sources(APPLICATION, PROJECT / "model_training", PROJECT / "packaging", PROJECT / "tests")
    assert [found for path in paths for found in long_functions(path)] == []
    lines = {
        path.relative_to(PROJECT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in paths
    }
    assert {path: count for path, count in lines.items() if count > LONGEST_MODULE} == {}
    assert statistics.median(lines.values()) <= MEDIAN_MODULE


def test_the_version_is_stated_once() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


@pytest.mark.parametrize(
    ("folder", "extras"),
    [
        (APPLICATION, ("checkpoints", "cluster", "heif", "models", "raw")),
        (PROJECT / "model_training", ("training",)),
    ],
    ids=["application", "training"],
)
def test_what_is_imported_is_a_dependency(folder: Path, extras: tuple[str, ...]) -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    lines = [*project["dependencies"], *(line for extra in extras for line in optional[extra])]
    stated = {re.match(r"[\w.-]+", line).group().replace("-", "_").lower() for line in lines}  # type: ignore[union-attr]
    imported = {name.partition(".")[0] for path in sources(folder) for name in imports(path)}
    foreign = imported - sys.stdlib_module_names - {"colorizer_gui", "model_training"}
    distributions = packages_distributions()
    missing = {
        name
        for name in foreign
        if not {each.replace("-", "_").lower() for each in distributions.get(name, [name])} & stated
    }
    # What spandrel asks for of torchvision is replaced where it is not there.
    assert missing - {"torchvision"} == set()


def test_every_dependency_is_pinned_exactly_and_named_in_the_licences() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(line for extra in extras for line in extra)]
    names = {re.match(r"[\w.-]+", line).group().lower() for line in wanted}  # type: ignore[union-attr]
    lines = (PROJECT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    assert names <= pins.keys()
    assert all(re.fullmatch(r"[0-9.]+(post[0-9]+)?", version) for version in pins.values())
    licences = (PROJECT / "THIRD_PARTY.md").read_text(encoding="utf-8").lower()
    assert [name for name in names if f"| {name} |" not in licences] == []

"""What can compute is known without PyTorch, and nothing else is offered."""

import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from colorizer_gui.desktop import devices


def test_it_agrees_with_pytorch_and_does_not_import_it(project: Path) -> None:
    code = (
        "import sys\n"
        "from colorizer_gui.desktop.devices import possible_devices\n"
        "found = possible_devices()\n"
        "assert 'torch' not in sys.modules\n"
        "import torch\n"
        "assert ('mps' in found) == torch.backends.mps.is_available(), found\n"
        "assert 'cuda' in found or not torch.cuda.is_available(), found\n"
        "assert {'auto', 'cpu'} <= found\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=project, check=True)


@pytest.mark.parametrize(("driver", "library", "offered"), [(0, 1, False), (1, 0, False), (1, 1, True)])
def test_cuda_needs_a_driver_and_a_build_for_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, driver: int, library: int, offered: bool
) -> None:
    (tmp_path / "lib").mkdir()
    if library:
        (tmp_path / "lib" / "libtorch_cuda.so").touch()
    spec = ModuleSpec("torch", None, origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(
        "colorizer_gui.desktop.devices.importlib.util.find_spec",
        lambda name: spec if name == "torch" else None,
    )

    def load(name: str) -> str:
        if not driver:
            raise OSError(name)
        return name

    monkeypatch.setattr("colorizer_gui.desktop.devices.ctypes.CDLL", load)
    assert ("cuda" in devices.possible_devices()) is offered


@pytest.mark.parametrize(
    ("system", "machine", "offered"),
    [("darwin", "arm64", True), ("darwin", "x86_64", False), ("linux", "aarch64", False)],
)
def test_mps_is_on_some_macs_only(
    monkeypatch: pytest.MonkeyPatch, system: str, machine: str, offered: bool
) -> None:
    monkeypatch.setattr("colorizer_gui.desktop.devices.sys.platform", system)
    monkeypatch.setattr("colorizer_gui.desktop.devices.platform.machine", lambda: machine)
    assert ("mps" in devices.possible_devices()) is offered

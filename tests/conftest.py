"""What holds for every test: no network, no settings of the user, a display or none."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication

# Before NumPy and PyTorch are imported: no thread waits in a busy loop, on a core that others need.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import colorizer_gui.desktop.qt_environment  # noqa: F401 - before anything imports OpenCV or opens a window
from tests.support.guards import gui_garbage_collection
from tests.support.guards.no_network import forbid_network
from tests.support.guards.patient_bot import PatientBot

forbid_network()
os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # as `onnx.quiet`, before a test imports it by itself

# A busy machine is no fault of the program; and examples share a test's fixtures on purpose.
settings.register_profile(
    "tintype",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("tintype")

#: What takes more than half a second: it drives the window, learns, kills processes, or handles large photos.
SLOW = (
    "tests/window/",
    "tests/cluster/test_ray.py",
    "tests/packaging/test_distribution.py",
    "tests/packaging/test_rooms.py",
    "tests/packaging/test_vit_encoder.py",
    "tests/model_training/",
    "tests/desktop/test_devices.py::test_it_agrees_with_pytorch",
    "tests/desktop/test_garbage_collection.py",
    "tests/desktop/test_single_instance.py",
    "tests/desktop/test_translation.py",
    "tests/core/batch/queue/test_review_kept.py::test_half_a_line",
    "tests/core/batch/queue/test_review.py::test_the_estimate",
    "tests/core/batch/run/test_dividing.py",
    "tests/core/batch/run/test_requests.py::test_every_job_that_runs",
    "tests/core/batch/run/test_failures.py::test_a_disk_that_is_really_full",
    "tests/core/batch/run/test_kill.py",
    "tests/core/color/test_ab_bins.py::test_far_outside",
    "tests/core/foreign/onnx/",
    "tests/core/foreign/pytorch/",
    "tests/core/foreign/test_graphs.py",
    "tests/core/foreign/test_shelf.py::test_weights_of_tintype",
    "tests/core/inference/test_precision.py",
    "tests/core/model/test_quantization.py",
    "tests/core/photo_io/codecs/",
    "tests/core/photo_io/test_choices.py",
    "tests/core/photo_io/test_fuzz.py",
    "tests/core/photo_io/test_matrix",
    "tests/core/rendering/test_confidence.py",
    "tests/widgets/pane/test_photo_pane.py::test_100_percent",
    "tests/widgets/style/test_system_theme.py",
    "tests/test_no_network.py",
    "tests/test_architecture.py::test_importing_stays_light",
    "tests/test_architecture.py::test_the_application_never_asks",
    "tests/core/common/test_strips.py::test_threads_that_have_ended",
    "tests/core/model/test_network.py::test_a_network_grown",
    "tests/core/photo_io/reading/test_read_errors.py::test_damage_gives",
    "tests/core/batch/journal/test_journal.py::test_a_journal_cut_anywhere",
    "tests/core/batch/journal/test_journal.py::test_garbage_is_said",
    "tests/core/color/test_ab_bins.py::test_soft_encoding",
    "tests/core/foreign/test_torch_families.py",
    "tests/cli/test_split.py",
    "tests/cli/test_models.py",
    "tests/core/photo_io/writing/test_strips.py::test_photos_in_files",
    "tests/desktop/test_qt_environment.py::test_none_survives",
    "tests/packaging/test_bundle.py",
    "tests/cli/test_resuming.py::test_only_my_colours",
    "tests/cli/test_system_libraries.py::test_the_command",
    "tests/core/foreign/test_peer_networks.py",
    "tests/core/guidance/reference/test_release.py",
    "tests/core/inference/test_eight_bits.py",
    "tests/core/inference/test_release_head.py",
    "tests/core/photo_io/writing/test_jpeg_check.py::test_every_sector",
    "tests/core/pipeline/test_same_colours.py",
    "tests/core/rendering/test_kernel.py::test_both_give",
    "tests/core/rendering/test_same_results.py",
    "tests/processes/test_lanes.py",
    "tests/workers/photo/test_glancing.py",
    "tests/test_stored_files.py::test_what_the_running",
)
#: What takes longest, and waits for other processes: begun first, so that nothing long is left for the end.
LONGEST = (
    "tests/model_training/commands/test_walk_through.py",
    "tests/model_training/training/test_machines.py",
    "tests/core/photo_io/test_choices.py",
    "tests/core/batch/run/test_kill.py",
    "tests/window/work/test_killed_programs.py",
)
# `dev.py test` gives each process a display of its own, since focus is there once for each.
_DISPLAYS = os.environ.get("TINTYPE_TEST_DISPLAYS", "").split()
if _DISPLAYS and "PYTEST_XDIST_WORKER" in os.environ:
    _process = int(os.environ["PYTEST_XDIST_WORKER"].removeprefix("gw"))
    os.environ["DISPLAY"] = _DISPLAYS[_process % len(_DISPLAYS)]

_HAS_DISPLAY = not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY"))
_HOME = Path(tempfile.mkdtemp(prefix="tintype-tests-"))
_WEIGHTS = Path(__file__).parents[1] / "resources" / "weights"

for _name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = str(_HOME / _name.lower())
if not _HAS_DISPLAY:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config: pytest.Config) -> None:
    """Tests of Qt share the process with threads."""
    config.pluginmanager.register(gui_garbage_collection)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even import what the fast tests leave out whole: that takes longer than many of them."""
    if config.getoption("markexpr") != "not slow":
        return None
    place = collection_path.relative_to(Path(__file__).parents[1]).as_posix()
    return f"{place}/".startswith(SLOW) or place.startswith(SLOW) or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, mark what is slow, and skip what this machine cannot do."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))
    weights = any(_WEIGHTS.glob("*.safetensors"))
    for item in items:
        if item.nodeid.startswith(SLOW):
            item.add_marker("slow")
        if item.get_closest_marker("display") and not _HAS_DISPLAY:
            item.add_marker(pytest.mark.skip(reason="needs an X display; dev.py test brings one"))
        if item.get_closest_marker("weights") and not weights:
            item.add_marker(pytest.mark.skip(reason="the release weights are not in this checkout"))


@pytest.fixture(scope="session", autouse=True)
def _home() -> Iterator[None]:
    """Throw away what the program stored for its user."""
    yield
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's own, with more patience."""
    del qapp
    return PatientBot(request)


@pytest.fixture(scope="session")
def project() -> Path:
    """The checkout."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def samples(project: Path) -> Path:
    """The folder of sample photos."""
    return project / "resources" / "samples"

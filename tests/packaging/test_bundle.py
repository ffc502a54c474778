"""What goes into the bundle, what it says about itself, and the package that is made of it."""

import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import imagecodecs.imagecodecs
import pytest
from bundle import contents, deb, hollow, licences, made_of, sbom, shared_libraries

from colorizer_gui.cli.doctor import INSTEAD, NEEDED, RUNTIMES
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.settings.settings import LANGUAGES

MADE = datetime(2026, 11, 28, 12, tzinfo=UTC)
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian packages are Linux's")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Not the real one, which takes minutes to make; but of its shape."""
    folder = tmp_path / "tintype"
    inside = folder / "_internal" / "colorizer_gui" / "resources" / "weights"
    inside.mkdir(parents=True)
    (inside / "net.safetensors").write_bytes(b"weights")
    shutil.copyfile(shutil.which("true") or "/bin/true", folder / "tintype")
    (folder / "tintype").chmod(0o755)
    (folder / "tintype-window").symlink_to("tintype")
    (folder / "_internal" / "libx.so.1").write_bytes(b"no library")
    return folder


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("torch/lib/libtorch_cpu.so", False),
        ("torchx/y.py", True),
        ("onnxruntime/capi/onnxruntime_pybind11_state.cpython-311-x86_64-linux-gnu.so", True),
        ("onnxruntime/capi/libonnxruntime.so.1.32.0", False),
        ("onnxruntime/capi/libonnxruntime_providers_shared.so", True),
        ("onnxruntime/transformers/optimizer.py", False),
        ("scipy/linalg/_fblas.so", True),
        ("scipyx/y.py", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", True),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_ko.qm", False),
        ("colorizer_gui/resources/translations/tintype_es.qm", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\sqldrivers\\qsqlite.dll", False),
    ],
)
def test_what_is_kept(name: str, *, stays: bool) -> None:
    assert contents.wanted(name) is stays
    assert bool(contents.kept([(name, "/somewhere", "BINARY")])) is stays


def test_all_that_the_doctor_asks_for_is_inside() -> None:
    inside = {name.lower() for name in contents.DISTRIBUTIONS}
    assert {INSTEAD.get(name, name).lower() for name in NEEDED} <= inside
    assert inside & set(RUNTIMES)
    assert not set(NEEDED.values()) & set(contents.LEFT_OUT_MODULES)


def test_all_folders_that_the_program_reads_are_inside(project: Path) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (project / "colorizer_gui").rglob("*.py"))
    read = set(re.findall(r"\bresource\(\s*\"(\w+)\"", source))
    assert {"colours", "weights"} <= read
    assert read == {*contents.RESOURCES, "native", "translations"}


def test_the_environment_to_build_in_has_what_goes_inside(project: Path) -> None:
    lines = (project / "packaging/bundle/requirements.txt").read_text(encoding="utf-8").splitlines()
    named = {line.lower() for line in lines if line and not line.startswith("#")}
    brought = {"tintype", "shiboken6"}
    assert named == {name.lower() for name in contents.DISTRIBUTIONS} - brought | {"pyinstaller"}
    pinned = (project / "packaging/constraints.txt").read_text(encoding="utf-8")
    assert {name for name in named if f"\n{name.replace('_', '-')}==" not in pinned} == set()


def test_each_system_builds_in_such_an_environment(project: Path) -> None:
    text = (project / ".github/workflows/release.yml").read_text(encoding="utf-8")
    jobs = [job for job in re.split(r"\n(?=  \w+:\n)", text) if "packaging/build.py" in job]
    assert len(jobs) == 3
    for job in jobs:
        assert "-r packaging/bundle/requirements.txt" in job.partition("packaging/build.py")[0]
        assert "packaging/bundle/trial.py dist/tintype" in job.partition("packaging/build.py")[2]
        assert "upload-artifact" in job


def test_each_package_comes_with_its_licence(tmp_path: Path, project: Path) -> None:
    written = licences.gather(tmp_path / "licences", project)
    places = {path.relative_to(tmp_path / "licences").parts[0] for path in written}
    qt = {"PySide6-Essentials", "shiboken6", "tintype"}
    assert set(contents.distributions()) - qt <= places
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "LICENSE", "THIRD_PARTY.md"} <= places
    assert all(path.stat().st_size > 20 for path in written)


@linux
@pytest.mark.skipif(shutil.which("dpkg") is None, reason="Debian says whose a library is")
def test_libraries_of_the_system_come_with_what_debian_says_of_them(bundle: Path, tmp_path: Path) -> None:
    (bundle / "_internal" / "libc.so.6").write_bytes(b"no library")
    (text,) = licences.gather_system(tmp_path / "system", bundle)
    assert text.name == "libc6.txt"
    assert "GNU C Library" in text.read_text(encoding="utf-8")


def test_a_package_that_nobody_declared_is_found_out(tmp_path: Path) -> None:
    table = tmp_path / "PYZ-00.toc"
    inside = [
        ("numpy.linalg", "/x", "PYMODULE"),
        ("json", "/x", "PYMODULE"),
        ("colorizer_gui.app", "/x", "PYMODULE"),
    ]
    table.write_text(repr(("/a.pyz", inside)))
    made_of.check(table)
    table.write_text(repr(("/a.pyz", [*inside, ("hypothesis.core", "/x", "PYMODULE")])))
    with pytest.raises(made_of.UndeclaredError, match="hypothesis"):
        made_of.check(table)


def test_the_bill_of_materials_names_packages_weights_and_libraries(bundle: Path) -> None:
    bill = sbom.bill(bundle, MADE)
    assert bill == sbom.bill(bundle, MADE), "the same for the same content"
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == VERSION
    parts = {part["name"]: part for part in bill["components"]}
    assert len(parts) == len(bill["components"]) == len({part["bom-ref"] for part in bill["components"]})
    assert parts["onnxruntime"]["purl"].startswith("pkg:pypi/onnxruntime@1.")
    assert parts["Python"]["type"] == "platform"
    assert parts["net.safetensors"]["type"] == "machine-learning-model"
    assert len(parts["net.safetensors"]["hashes"][0]["content"]) == 64
    assert parts["libx.so.1"]["type"] == "file"
    packages = [part for part in parts.values() if part["type"] == "library"]
    assert all(part["licenses"] for part in packages), [p["name"] for p in packages if not p["licenses"]]
    json.dumps(bill)


def test_the_metainfo_fits_the_program(project: Path) -> None:
    path = project / "packaging/linux/io.github.tintype.tintype.metainfo.xml"
    root = ET.parse(path).getroot()
    release = root.find("releases/release")
    assert release is not None
    assert release.get("version") == VERSION
    assert root.findtext("launchable") == "tintype.desktop"
    for tag in ("summary", "description/p"):
        languages = {
            each.get("{http://www.w3.org/XML/1998/namespace}lang", "en") for each in root.iterfind(tag)
        }
        assert languages == set(LANGUAGES)
    if shutil.which("appstreamcli") is None:
        pytest.skip("appstreamcli judges it")
    judged = subprocess.run(
        ["appstreamcli", "validate", "--no-net", "--pedantic", str(path)],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert judged.returncode == 0, judged.stdout


@linux
@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="Debian's own tools make the package")
def test_the_package_holds_program_menu_entry_and_icon(bundle: Path, project: Path, tmp_path: Path) -> None:
    made = deb.build(bundle, project, tmp_path / "out")
    assert made.name.startswith(f"tintype_{VERSION}_")

    def ask(*words: str) -> str:
        return subprocess.run(
            ["dpkg-deb", *words], capture_output=True, text=True, check=True, timeout=300
        ).stdout

    lines = [line.split() for line in ask("--contents", str(made)).splitlines()]
    assert {line[1] for line in lines} == {"root/root"}
    files = {line[5].removeprefix("."): line[0] for line in lines}
    assert files["/usr/lib/tintype/tintype"] == "-rwxr-xr-x"
    assert files["/usr/lib/tintype/_internal/libx.so.1"] == "-rw-r--r--"
    assert {
        "/usr/bin/tintype",
        "/usr/bin/tintype-window",
        "/usr/share/applications/tintype.desktop",
        "/usr/share/icons/hicolor/scalable/apps/tintype.svg",
        "/usr/share/metainfo/io.github.tintype.tintype.metainfo.xml",
        "/usr/share/doc/tintype/copyright",
    } <= files.keys()
    assert "libc6" in ask("--field", str(made), "Depends")
    target = tmp_path / "unpacked"
    ask("--extract", str(made), str(target))
    assert (target / "usr/bin/tintype-window").resolve() == (target / "usr/lib/tintype/tintype").resolve()


@linux
@pytest.mark.skipif(shutil.which("readelf") is None, reason="readelf knows what a library asks for")
def test_libraries_that_nobody_asks_for_go(bundle: Path) -> None:
    inside = bundle / "_internal"
    asked = min(shared_libraries.asked_for(bundle / "tintype"))
    assert asked in shared_libraries.outside(bundle)
    for name in (asked, "libspare.so.3", "libpython3.11.so.1.0"):
        (inside / name).write_bytes(b"no library")
    (inside / "some.libs").mkdir()
    (inside / "some.libs" / "libold-12ab.so.1").write_bytes(b"no library")
    (inside / "PySide6/Qt/lib").mkdir(parents=True)
    (inside / "PySide6/Qt/lib" / "libQt6Spare.so.6").write_bytes(b"no library")
    removed = ["libspare.so.3", "libx.so.1", "libold-12ab.so.1", "libQt6Spare.so.6"]
    assert shared_libraries.prune(bundle) == removed
    assert asked not in shared_libraries.outside(bundle)
    assert (inside / asked).exists()
    assert (inside / "libpython3.11.so.1.0").exists()


#: A program and a library of which it uses one function of two, told apart by versions as FFmpeg's are.
USER = "int used(int); int main(void) { return PROBE ? used(3) : 0; }"
LIBRARY = "int used(int x) { return x; } int spare(void) { return 2; }"


@linux
@pytest.mark.skipif(not hollow.can_be_made() or shutil.which("readelf") is None, reason="it is compiled")
def test_a_library_is_emptied_of_all_but_names(tmp_path: Path) -> None:
    library = tmp_path / "libavnone-1a2b.so.7"
    (tmp_path / "map").write_text("LIBAVNONE_7 { global: used; spare; };")

    def build(*words: str | Path, source: str) -> None:
        (tmp_path / "x.c").write_text(source)
        subprocess.run(["gcc", tmp_path / "x.c", *words], check=True, timeout=300)

    linked = [f"-Wl,-soname,{library.name}", f"-Wl,--version-script,{tmp_path / 'map'}"]
    build("-shared", "-fPIC", *linked, "-o", library, source=LIBRARY)
    programs = {name: tmp_path / name for name in ("asks", "leaves")}
    for probe, path in enumerate(reversed(programs.values())):
        build(f"-DPROBE={probe}", "-O0", library, f"-Wl,-rpath,{tmp_path}", "-o", path, source=USER)
    assert subprocess.run([programs["asks"]], check=False, timeout=300).returncode == 3
    hollow.replace(programs["asks"], library)
    names = subprocess.run(
        ["readelf", "--dyn-syms", "-W", library], capture_output=True, text=True, check=True
    )
    assert "used@@LIBAVNONE_7" in names.stdout
    assert "spare" not in names.stdout
    assert subprocess.run([programs["leaves"]], check=False, timeout=300).returncode == 0
    assert subprocess.run([programs["asks"]], check=False, timeout=300).returncode < 0
    with pytest.raises(hollow.HollowError, match=r"asks libother\.so for nothing"):
        hollow.replace(programs["asks"], tmp_path / "libother.so")


def test_nothing_of_opencv_is_used_that_wants_ffmpeg(project: Path) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (project / "colorizer_gui").rglob("*.py"))
    assert not re.findall(r"cv2\.(?:VideoCapture|VideoWriter|videoio\w*)", source)


@linux
@pytest.mark.skipif(shutil.which("dpkg") is None, reason="dpkg knows whose a library is")
def test_a_library_that_is_nowhere_is_said() -> None:
    assert deb.packages({"libc.so.6"}) == {"libc6"}
    with pytest.raises(deb.DebError, match=r"libnowhere\.so\.9"):
        deb.packages({"libnowhere.so.9"})


def test_each_codec_that_the_program_calls_is_inside(project: Path) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (project / "colorizer_gui").rglob("*.py"))
    called = set(re.findall(r"imagecodecs\.(\w+_(?:decode|encode|transform))\b", source))
    assert len(called) > 8
    # Its table of what each of its modules has; jpeg_decode and the like are made of others.
    having = {name: module for module, names in imagecodecs.imagecodecs._MODULES.items() for name in names}
    loaded = {having[name].removeprefix("_") for name in called if name in having}
    assert {"png", "zlib", "imcd"} <= loaded
    assert loaded - {""} <= set(contents.CODECS)

"""The picture of the rooms is that of the imports, and figures about rooms are counted right."""

from pathlib import Path

import pytest
import rooms


def test_the_map_shows_the_imports() -> None:
    text = rooms.MAP.read_text(encoding="utf-8")
    assert rooms.drawn(text) == text, "draw it anew: python packaging/rooms.py"


def test_the_list_says_what_the_rooms_say() -> None:
    text = rooms.LIST.read_text(encoding="utf-8")
    assert rooms.listed() == text, "list them anew: python packaging/rooms.py"
    assert "| `colorizer_gui/core/photo_io/codecs/png/` | PNG. |" in text


def test_an_arrow_that_others_stand_for_is_left_out() -> None:
    arrows = {"a": {"b", "c", "d"}, "b": {"c"}, "c": {"d"}, "d": set(), "e": {"d"}}
    assert rooms.needed(arrows) == {"a": {"b"}, "b": {"c"}, "c": {"d"}, "d": set(), "e": {"d"}}


def test_a_small_program_is_drawn_and_counted(tmp_path: Path) -> None:
    files = {
        "colorizer_gui/__init__.py": "",
        "colorizer_gui/app.py": "import colorizer_gui.core.low.sum\nimport colorizer_gui.window.main\n",
        "colorizer_gui/window/__init__.py": "",
        "colorizer_gui/window/main.py": "import colorizer_gui.core.low.sum\n",
        "colorizer_gui/core/__init__.py": "",
        "colorizer_gui/core/low/__init__.py": "",
        "colorizer_gui/core/low/sum.py": "x = 1\n" * 301,
        "model_training/__init__.py": "",
        "tests/low/test_sum.py": "def test_x():\n    assert x == 1\n    assert x\ndef y():\n    assert x\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert rooms.picture(tmp_path).splitlines()[2:-1] == [
        "    app[app]",
        "    window[window]",
        "    model_training[model_training]",
        "    subgraph core",
        "        core_low[low]",
        "    end",
        "    app --> window",
        "    window --> core_low",
    ]
    counted = rooms.figures(tmp_path)
    assert (counted["modules"], counted["loose in colorizer_gui"]) == (3, 1)
    assert (counted["longest"], counted["over 300 lines"], counted["median of lines"]) == (301, 1, 2)
    assert (counted["assertions in tests"], counted["functions that test"]) == (3, 1)


def test_modules_are_short() -> None:
    counted = rooms.figures(rooms.PROJECT)
    assert counted["over 300 lines"] == 0
    assert counted["median of lines"] <= 110


def test_a_map_without_a_place_is_found_out() -> None:
    with pytest.raises(SystemExit, match="no place"):
        rooms.drawn("# Architecture")

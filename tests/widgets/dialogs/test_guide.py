"""The guide, in each language that it is written in."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.settings.settings import LANGUAGES
from colorizer_gui.widgets.dialogs.help_dialogs import GuideDialog

GUIDES = {path.stem for path in resource("guide").glob("*.md")}


@pytest.mark.parametrize("language", [*sorted(GUIDES), "xx"])
def test_the_guide_is_a_page_with_pictures(qtbot: QtBot, language: str) -> None:
    dialog = GuideDialog(language)
    qtbot.addWidget(dialog)
    text = dialog.view.toPlainText()
    assert len(text) > 1200
    known = GuideDialog("en")
    qtbot.addWidget(known)
    assert (text == known.view.toPlainText()) is (language in {"en", "xx"})
    own = language if language in GUIDES else "en"
    for name in (f"window-{own}.jpg", f"points-{own}.jpg"):
        assert f"]({name})" in (resource("guide") / f"{own}.md").read_text(encoding="utf-8")
        picture = dialog.view.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
        assert picture is not None, name


def test_there_are_guides_in_these_languages_at_least() -> None:
    assert {"en", "de", "es"} <= GUIDES <= set(LANGUAGES)

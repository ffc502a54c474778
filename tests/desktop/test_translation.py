"""No visible text escapes translation, the translations are complete, and everything has a name."""

import re
import shutil
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
import sentences
import translations
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.desktop.translation import in_own_language, install_translation
from colorizer_gui.settings.settings import LANGUAGES, Settings
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.dialogs.error_dialog import ErrorDialog
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.batch_page import fill_batch
from tests.support.window.fixtures import PhotoMaker
from tests.support.window.hands import opened

#: Names, units and formats that are the same in every language.
SAME_EVERYWHERE = re.compile(
    "|".join(LANGUAGES.values())
    + r"|\{[a-z]+\}|\S*-colorized\S*|Tintype|/\S*|\S*photo\.png|CUDA|MPS|JPEG|PNG|TIFF|WebP|sRGB|Deflate|LZW"
    r"|\[(?:[^][]|\[[^]]*])*]|<[^>]*>|[A-Z][a-z]*\+\S+"
)


class Brackets(QTranslator):
    """Puts what it translates into brackets."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, _context: str, text: str, _hint: str | None = None, _n: int = -1) -> str:
        return f"[{text}]"


@pytest.fixture
def brackets(qapp: QApplication) -> Iterator[None]:
    translator = Brackets()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def texts(widget: QWidget) -> Iterator[str]:
    """What is to be read on a widget, and what a screen reader says."""
    for name in ("text", "title", "windowTitle", "toolTip", "accessibleName", "placeholderText", "suffix"):
        value = getattr(widget, name, None)
        if callable(value):
            yield str(value())


def escaped(root: QWidget) -> list[str]:
    widgets = [root, *root.findChildren(QWidget)]
    found = [
        text for widget in widgets if not widget.objectName().startswith("qt_") for text in texts(widget)
    ]
    for action in root.findChildren(QAction):
        found += [action.text(), action.toolTip()]
    return sorted({text for text in found if re.search(r"[^\W\d]{2}", SAME_EVERYWHERE.sub("", text))})


def cells(page: BatchPage) -> list[str]:
    model = page.table.filter
    places = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    headers = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    return [str(text) for text in [*headers, *(model.index(*place).data() for place in places)] if text]


def test_no_visible_text_escapes_translation(
    qtbot: QtBot,
    brackets: None,
    workspace: Workspace,
    settings: Settings,
    make_photo: PhotoMaker,
    tmp_path: Path,
) -> None:
    window = MainWindow(workspace, settings)
    qtbot.addWidget(window)
    window.show()
    settings.add_preset("[mine]", window.panel._adjustments)
    assert escaped(window) == []
    opened(window, qtbot, make_photo())
    window.window_actions.candidates.trigger()
    qtbot.waitUntil(lambda: bool(window.candidate_bar.buttons))
    workspace.pointing.put(ColourPoint(0.5, 0.5, (0.0, 40.0)))
    window.window_actions.points.setChecked(True)
    window.viewer.comparison.points[0].markers[0].click()
    chooser = window.panel.points.chooser
    qtbot.waitUntil(lambda: bool(chooser.suggested.swatches))
    assert escaped(window) == []
    with qtbot.waitSignal(workspace.colorization.saved):
        window.window_actions.save.trigger()
    assert escaped(window) == []
    actions = window.window_actions
    for action in (actions.preferences, actions.shortcuts):
        action.trigger()
        dialog = window.dialogs.last
        assert isinstance(dialog, QDialog)
        assert escaped(dialog) == []
        dialog.close()
    fill_batch(qtbot, window, tmp_path)
    assert escaped(window) == []
    error = ErrorDialog("[path]")
    qtbot.addWidget(error)
    assert escaped(error) == []


def test_the_languages_that_are_offered_are_those_that_are_gathered() -> None:
    assert {"en", "de", "es"} <= set(LANGUAGES)
    for suffix in ("ts", "qm"):
        gathered = {path.stem.removeprefix("tintype_") for path in translations.FOLDER.glob(f"*.{suffix}")}
        assert {"en"} | gathered == set(LANGUAGES)


def test_translations_are_complete_and_up_to_date(tmp_path: Path) -> None:
    for language in translations.LANGUAGES:
        shutil.copy(translations.FOLDER / f"tintype_{language}.ts", tmp_path)
    for fresh in translations.update(tmp_path):
        assert "unfinished" not in fresh.read_text(encoding="utf-8")
        assert fresh.read_bytes().count(b"<message>") > 150


def test_texts_are_translated_where_they_are_gathered() -> None:
    """`other.tr("…")` is gathered under the name of the variable, and never found under it."""
    source = Path(translations.PROJECT, "colorizer_gui")
    for path in source.rglob("*.py"):
        assert not re.search(r"(?<!self)\.tr\(", path.read_text(encoding="utf-8")), path.name


def test_every_sentence_of_the_core_is_translated_with_its_fields() -> None:
    templates = sentences.templates()
    assert len(templates) > 100
    for language in translations.LANGUAGES:
        translator = QTranslator()
        assert translator.load(str(translations.FOLDER / f"tintype_{language}.qm"))
        for template in templates:
            translated = translator.translate(sentences.CONTEXT, template)
            assert translated, template
            assert fields(translated) == fields(template)


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_a_template_that_is_put_together_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text('class A(SentenceError): ...\nclass B(A): ...\nraise B(f"{1}")\n')
    with pytest.raises(sentences.NotWrittenOutError):
        sentences.templates(tmp_path)


def test_an_error_of_the_core_is_read_in_the_language_of_the_window(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, settings: Settings, tmp_path: Path
) -> None:
    locale = QLocale()
    try:
        install_translation(qapp, "de")
        window = MainWindow(workspace, settings)
        qtbot.addWidget(window)
        window.show()
        window.open_paths([tmp_path / "weg.jpg"])
        label = window.viewer.error_state.label
        qtbot.waitUntil(label.isVisible)
        assert label.text() == "Das Foto „weg.jpg“ gibt es nicht; prüfen Sie Name und Ordner."
    finally:
        install_translation(qapp, "en")
        QLocale.setDefault(locale)


def test_a_sentence_within_a_sentence_is_translated_too(qapp: QApplication) -> None:
    inner = Sentence(
        "has {count}, so there is no page {page}; choose another page", count=Sentence("1 page"), page=3
    )
    sentence = Sentence('The photo "{path}" {reason}.', path=Path("a{b}.tif"), reason=inner)
    try:
        install_translation(qapp, "es")
        assert (
            in_own_language(sentence)
            == "La foto «a{b}.tif» tiene 1 página, así que no hay página 3; elija otra."
        )
    finally:
        install_translation(qapp, "en")
    assert in_own_language(sentence) == sentence.replace('"', "“", 1).replace('"', "”", 1)
    assert in_own_language("plain {text}") == "plain {text}"


@pytest.mark.parametrize(
    ("language", "word"), [("de", "Sättigung"), ("es", "Saturación"), ("en", "Saturation")]
)
def test_the_window_speaks_the_language(
    qtbot: QtBot,
    qapp: QApplication,
    workspace: Workspace,
    settings: Settings,
    language: str,
    word: str,
) -> None:
    locale = QLocale()
    try:
        assert install_translation(qapp, language) == language
        window = MainWindow(workspace, settings)
        qtbot.addWidget(window)
        assert window.panel.rows["saturation"].slider.accessibleName() == word
    finally:
        install_translation(qapp, "en")
        QLocale.setDefault(locale)


def test_the_table_of_a_batch_escapes_no_translation(
    qtbot: QtBot, brackets: None, window: MainWindow, tmp_path: Path
) -> None:
    fill_batch(qtbot, window, tmp_path)
    assert len(cells(window.batch_page)) > 8
    left = [SAME_EVERYWHERE.sub("", text) for text in cells(window.batch_page)]
    assert [text for text in left if re.search(r"[^\W\d]{2}", text)] == []

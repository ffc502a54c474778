"""Loads the texts of the window in the user's language; English is in the source."""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.common.sentences import Sentence

#: The context of what the core says; `packaging/sentences.py` gathers it.
_CORE: Final = "Sentences"
#: The core quotes as a command line does, the window as a book.
_QUOTED: Final = re.compile(r'"([^"]*)"')


def in_own_language(text: str) -> str:
    """What the core said in English, in the language of the window; any other text stays as it is."""
    if not isinstance(text, Sentence):
        return text
    template = QCoreApplication.translate(_CORE, text.template)
    if template == text.template:
        template = _QUOTED.sub("“\\1”", template)
    fields = {
        name: in_own_language(value) if isinstance(value, str) else value
        for name, value in text.fields.items()
    }
    return template.format(**fields) if fields else template


def install_translation(application: QCoreApplication, language: str = "") -> str:
    """Translate everything that is shown from now on; what was shown before stays as it is.

    Parameters
    ----------
    language
        A code, such as "de"; "" takes the system's, and English where there is no translation.

    Returns
    -------
    The name of the language that is shown.
    """
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    own = QTranslator(application)
    if language == "en" or not own.load(locale, "tintype", "_", str(resource("translations"))):
        own.deleteLater()
        return "en"
    application.installTranslator(own)
    qt = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qt.load(locale, "qtbase", "_", folder):
        application.installTranslator(qt)
    return own.language().partition("_")[0]

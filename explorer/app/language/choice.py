"""The language of the window: which there are, which is chosen, and its texts loaded."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from explorer import resources
from explorer.app.language import messages

ENGLISH = "en"
LANGUAGES = {"en": "English", "it": "Italiano"}
"""By their codes, each under its own name."""

_installed: list[QTranslator] = []


def of_system() -> str:
    """The first of the system's languages that there is, else English."""
    for name in QLocale.system().uiLanguages():
        code = name.split("-")[0].split("_")[0]
        if code in LANGUAGES:
            return code
    return ENGLISH


def chosen(setting: str) -> str:
    """The language that a setting means; an empty one is the system's."""
    return setting if setting in LANGUAGES else of_system()


def install(app: QCoreApplication, language: str) -> None:
    """Have all texts from now on in a language; what is already shown stays as it is."""
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    if language != ENGLISH:
        _load(app, "explorer", str(resources.path("translations")), language)
        # Qt's own dialogs and menus
        place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _load(app, "qtbase", place, language)
    messages.speak(language)


def _load(app: QCoreApplication, name: str, folder: str, language: str) -> None:
    translator = QTranslator(app)
    if translator.load(f"{name}_{language}", folder):
        app.installTranslator(translator)
        _installed.append(translator)

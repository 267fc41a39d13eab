"""Actions of the View menu’s “Language”: what the window's texts are written in."""

from __future__ import annotations

from explorer.app.actions.spec import QT_TRANSLATE_NOOP, ActionSpec
from explorer.app.language import LANGUAGES

MENU = QT_TRANSLATE_NOOP("Actions", "Language")


def _row(code: str, text: str, divided: bool = False) -> ActionSpec:
    return ActionSpec(
        f"language_{code or 'system'}",
        "View",
        text,
        "",
        lambda w: w.choose_language(code),
        checked=lambda w: w.settings.language == code,
        submenu=MENU,
        divided=divided,
    )


LANGUAGE = (
    _row("", QT_TRANSLATE_NOOP("Actions", "Language of the system"), divided=True),
    # each under its own name, so that who reads no other finds it
    *(_row(code, name) for code, name in LANGUAGES.items()),
)

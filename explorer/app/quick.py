"""What makes the window open sooner without the window knowing of it."""

from __future__ import annotations

import gc
import sys


def read_no_sources() -> None:
    """Keep Qt for Python from reading the source of every module that is imported.

    It looks for the word PySide6, for modules that ask for ``__feature__``, which none does here;
    that takes a sixth of all imports. What it then believes of a module is what it believes where
    there is no source. Versions without this function read as they like.
    """
    import PySide6.QtCore  # noqa: F401 - brings the module in question

    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = _never


def _never(module: object) -> bool:
    return False


def collect_later() -> None:
    """No search for garbage while the window is made: nearly all of it stays."""
    gc.disable()


def collect_now() -> None:
    """Search for garbage again, among what comes from now on."""
    gc.freeze()
    gc.enable()

"""Languages for a while."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from explorer.app import language


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Have texts in a language from now on; in English again after the test."""
    yield lambda code: language.install(qapp, code)
    language.install(qapp, "en")

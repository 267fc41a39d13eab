"""Languages: the window's texts are translated by Qt, those of the layers below by ``say``."""

from __future__ import annotations

from explorer.app.language.choice import ENGLISH, LANGUAGES, chosen, install, of_system
from explorer.app.language.messages import say

__all__ = ["ENGLISH", "LANGUAGES", "chosen", "install", "of_system", "say"]

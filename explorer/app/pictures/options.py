"""What a picture is to look like, and what stands against it."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from explorer.app.theme import ThemeName

Format = Literal["svg", "pdf", "png", "tikz"]
Look = Literal["graph", "volumes"]

FORMATS: tuple[Format, ...] = ("svg", "pdf", "png", "tikz")
SUFFIXES: dict[Format, str] = {"svg": ".svg", "pdf": ".pdf", "png": ".png", "tikz": ".tex"}
SCALES = (1.0, 4.0)
"""The least and the greatest scale of a PNG."""


class PictureError(Exception):
    """Why there is no picture, and what would help."""


class Options(NamedTuple):
    """The choices of one picture."""

    format: Format = "svg"
    look: Look = "graph"
    theme: ThemeName = "light"
    scale: float = 2.0
    """Pixels per unit, of a PNG."""
    transparent: bool = False
    selection_only: bool = False

    def as_text(self) -> str:
        """For the settings; what belongs to one picture alone is left out."""
        shown = (self.format, self.theme, f"{self.scale:g}", "clear" if self.transparent else "")
        return " ".join(shown).strip()


def from_text(text: str) -> Options:
    """The choices that were remembered, as far as they still make sense."""
    words = text.split()
    options = Options()
    chosen = next((f for f in FORMATS if words and f == words[0]), None)
    if chosen is not None:
        options = options._replace(format=chosen)
    if len(words) > 1 and words[1] in ("light", "dark"):
        options = options._replace(theme=cast("ThemeName", words[1]))
    if len(words) > 2 and words[2] in ("1", "2", "3", "4"):
        options = options._replace(scale=float(words[2]))
    return options._replace(transparent="clear" in words[3:])

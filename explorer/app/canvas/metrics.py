"""How large things are drawn, and texts that are measured and prepared once."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText

from explorer.app.theme import mono_font, ui_font
from explorer.blocks.description import Role

RADIUS = 7.0
FRAME_RADIUS = 12.0
BAR = 6.0
"""Width of the bar in the role's colour."""
CARD_HALF = 34.0
"""Half the height of a card of three rows."""
SMALL_HALF = 26.0
"""Half the height of a card of two rows."""
CARD_USUAL, CARD_MOST = 176.0, 264.0
CARD_LEAST = {Role.PORT: 120.0, Role.ACTIVATION: 152.0}
"""The least width of a card, by role: enough for what it says at its foot, whatever that is."""
PAD_LEFT, PAD_RIGHT = 18.0, 14.0
SYMBOL_RADIUS = 19.0
PORT_RADIUS = 4.5
PORT_STEP = 15.0
"""Between ports of one block."""
STACK = 4.0
"""How far each sheet of a stack peeps out."""
FRAME_LEFT = FRAME_RIGHT = 40.0
FRAME_TITLE = 34.0
FRAME_HEAD = FRAME_TITLE + 38.0
"""From the upper edge of a frame to the first block, where it runs downwards."""
FRAME_TOP = FRAME_BOTTOM = 22.0
DETAIL = 0.35
"""Below this scale, blocks are drawn without text."""

NEAR_TEXT = 0.72
"""How large the figures of a card seen from nearby are."""
TITLES = 0.16
"""From here on they show their title, large."""

Style = Literal[
    "far",
    "title",
    "name",
    "summary",
    "shape",
    "count",
    "label",
    "badge",
    "symbol",
    "frame",
    "value",
]


@cache
def font(style: Style) -> QFont:
    match style:
        case "title":
            return ui_font(13, 600)
        case "frame":
            return ui_font(13, 600)
        case "summary":
            return ui_font(12)
        case "name" | "shape" | "count":
            return mono_font(12)
        case "value":
            return ui_font(12, 600)
        case "label":
            return mono_font(11)
        case "far":
            return ui_font(26, 500)
        case "badge":
            return ui_font(11, 600)
        case "symbol":
            return ui_font(20, 500)


@cache
def _metrics(style: Style) -> QFontMetricsF:
    return QFontMetricsF(font(style))


@lru_cache(maxsize=20_000)
def width(text: str, style: Style) -> float:
    return _metrics(style).horizontalAdvance(text)


def height(style: Style) -> float:
    return _metrics(style).height()


@lru_cache(maxsize=20_000)
def elided(text: str, style: Style, room: float) -> str:
    """The text, with an ellipsis in its middle where it does not fit."""
    if width(text, style) <= room:
        return text
    return _metrics(style).elidedText(text, Qt.TextElideMode.ElideMiddle, room)


@lru_cache(maxsize=20_000)
def cut(text: str, style: Style, room: float) -> str:
    """The text, with an ellipsis at its end where it does not fit."""
    if width(text, style) <= room:
        return text
    return _metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, room)


@lru_cache(maxsize=20_000)
def prepared(text: str, style: Style) -> QStaticText:
    """The text laid out for painting again and again."""
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.prepare(font=font(style))
    return static

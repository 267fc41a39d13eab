"""Colours, type and icons of the window, light and dark.

Qt's own colour-scheme hint does nothing on some platforms, so both themes are explicit: one Fusion
palette and one style sheet for the whole application.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Literal

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from explorer import resources
from explorer.blocks.description import Role
from explorer.graph.model import Color

ThemeName = Literal["light", "dark"]


@dataclass(frozen=True)
class Theme:
    """The colours of one theme, as ``#rrggbb``."""

    name: ThemeName
    dark: bool
    window: str
    panel: str
    canvas: str
    card: str
    """Blocks on the canvas, and what floats."""
    field: str
    """Where something is typed or chosen."""
    hover: str
    line: str
    """Hairlines between panels."""
    edge: str
    """Borders of fields and buttons, which have to be seen: 3:1 with what is around them."""
    ink: str
    secondary: str
    selection: str
    selection_fill: str
    on_selection: str
    """Text upon the selection colour."""
    wire: str
    frame: str
    """The ground of an opened block."""
    warning: str
    error: str
    ok: str
    moved: str
    """Of what is wired elsewhere, beside what is ok, warned of or wrong: as readable as these."""


LIGHT = Theme(
    name="light",
    dark=False,
    window="#F6F7F9",
    panel="#FFFFFF",
    canvas="#FAFBFC",
    card="#FFFFFF",
    field="#F3F5F8",
    hover="#EDF0F4",
    line="#E3E7EC",
    edge="#C9D1DB",
    ink="#1B2430",
    secondary="#5B6675",
    selection="#0B6BCB",
    selection_fill="#E7F1FC",
    on_selection="#FFFFFF",
    wire="#8592A3",
    frame="#EEF1F6",
    warning="#8A5300",
    error="#B3261E",
    ok="#0A6B4B",
    moved="#7A3E9D",
)

DARK = Theme(
    name="dark",
    dark=True,
    window="#14171C",
    panel="#1B1F26",
    canvas="#15181D",
    card="#20252D",
    field="#232932",
    hover="#272D37",
    line="#2C323B",
    edge="#414A57",
    ink="#E8ECF1",
    secondary="#9AA6B4",
    selection="#5AA9F5",
    selection_fill="#1D3148",
    on_selection="#0B1622",
    wire="#75808F",
    frame="#1A1D27",
    warning="#F0B34A",
    error="#FF8A80",
    ok="#5CC8A1",
    moved="#D3A4F0",
)

_THEMES: dict[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK)}

# Okabe and Ito's palette, which people see apart whatever colours their eyes lack.
_ROLES: dict[Role, str] = {
    Role.CONVOLUTION: "#0072B2",
    Role.NORM: "#56B4E9",
    Role.ACTIVATION: "#E69F00",
    Role.POOLING: "#D55E00",
    Role.MERGE: "#CC79A7",
    Role.LINEAR: "#009E73",
    Role.COMPOSITE: "#5E6AD2",
    Role.PORT: "#6B7787",
    Role.SHAPE: "#94A0AE",
}


class _Notifier(QObject):
    changed = Signal()
    """Another theme holds: what painted itself, or keeps icons, does so anew."""


_current = LIGHT


@cache
def notifier() -> _Notifier:
    """Who says that the theme has changed, by ``notifier().changed``."""
    return _Notifier()


def theme() -> Theme:
    """The theme that holds."""
    return _current


def set_theme(name: ThemeName) -> None:
    """Colour the whole application, now and at runtime."""
    choose_theme(name)
    apply_sheet()
    notifier().changed.emit()


def choose_theme(name: ThemeName) -> None:
    """Colour what is made from now on; ``apply_sheet`` is still to come."""
    global _current
    _current = _THEMES[name]
    application = QApplication.instance()
    if isinstance(application, QApplication):
        if application.style().name().lower() != "fusion":
            application.setStyle("Fusion")
        application.setFont(ui_font())
        application.setPalette(_palette(_current))


def apply_sheet() -> None:
    """Have the theme's style sheet hold. Qt looks at every widget again for it, and where it holds
    already, whenever a widget gets another parent: a window is built first, and then styled."""
    from explorer.app.style import sheet

    application = QApplication.instance()
    wanted = sheet(_current)
    if isinstance(application, QApplication) and application.styleSheet() != wanted:
        application.setStyleSheet(wanted)


@contextmanager
def painted_in(name: ThemeName) -> Iterator[None]:
    """What is painted within has the colours of a theme; the window around keeps its own."""
    global _current
    kept, _current = _current, _THEMES[name]
    try:
        yield
    finally:
        _current = kept


def role_color(role: Role) -> QColor:
    """The colour of what a block does; the same in both themes."""
    return QColor(_ROLES[role])


@dataclass(frozen=True)
class Syntax:
    """The colours of source code on a panel, its chosen lines and fields: 4.5:1 on each."""

    keyword: str
    name: str
    """Of what is being defined."""
    text: str
    number: str
    comment: str


_SYNTAX = {
    "light": Syntax("#7A3E9D", "#8A5300", "#0A6B4B", "#0B5CB0", "#5B6675"),
    "dark": Syntax("#D3A4F0", "#F0B34A", "#5CC8A1", "#7DBCF8", "#9AA6B4"),
}


def syntax() -> Syntax:
    """The colours of source code in the theme that holds."""
    return _SYNTAX[_current.name]


@dataclass(frozen=True)
class Tint:
    """The colours of a note or frame, as ``#rrggbb``."""

    fill: str
    """A note's sheet."""
    ground: str
    """Behind the blocks of a frame."""
    edge: str
    strong: str
    ink: str
    """A frame's title."""


_HUES: dict[Color, str] = {
    "amber": "#E69F00",
    "blue": "#0072B2",
    "green": "#009E73",
    "orange": "#D55E00",
    "pink": "#CC79A7",
    "violet": "#5E6AD2",
    "grey": "#6B7787",
}


def tint(color: Color) -> Tint:
    """How a note or frame of a colour looks in the theme that holds."""
    return _tint(_HUES[color], _current)


@cache
def _tint(hue: str, t: Theme) -> Tint:
    return Tint(
        fill=_mixed(t.card, hue, 0.20 if t.dark else 0.16),
        ground=_mixed(t.canvas, hue, 0.13 if t.dark else 0.08),
        edge=_mixed(t.canvas, hue, 0.55 if t.dark else 0.45),
        strong=_mixed(t.canvas, hue, 0.95),
        ink=_mixed(t.ink, hue, 0.25),
    )


def _mixed(one: str, other: str, share: float) -> str:
    """A colour between two, ``share`` of the way to the other."""
    a, b = QColor(one), QColor(other)
    parts = zip(a.getRgb()[:3], b.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(x + (y - x) * share) for x, y in parts)).name()


def ui_font(px: int = 13, weight: int = 400) -> QFont:
    """The face for words: Inter, or the system's own."""
    return _font(_families()[0], QFont.StyleHint.SansSerif, px, weight)


def mono_font(px: int = 12, weight: int = 400) -> QFont:
    """The face for names, shapes and numbers: JetBrains Mono, or the system's own."""
    return _font(_families()[1], QFont.StyleHint.Monospace, px, weight)


def _font(family: str, hint: QFont.StyleHint, px: int, weight: int) -> QFont:
    font = QFont(family)
    font.setStyleHint(hint)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    return font


@cache
def _families() -> tuple[str, str]:
    """Names of the two faces, registered with Qt on the first call."""
    found = []
    for stem, system in (
        ("Inter", QFontDatabase.SystemFont.GeneralFont),
        ("JetBrainsMono", QFontDatabase.SystemFont.FixedFont),
    ):
        family = QFontDatabase.systemFont(system).family()
        try:
            files = sorted(resources.path("fonts").glob(f"{stem}-*.[ot]tf"))
        except FileNotFoundError:
            files = []
        for file in files:
            names = QFontDatabase.applicationFontFamilies(
                QFontDatabase.addApplicationFont(str(file))
            )
            family = names[0] if names else family
        found.append(family)
    return found[0], found[1]


def icon(name: str, color: str | None = None) -> QIcon:
    """A Lucide icon in the theme's ink, or in ``color``; empty where there is no such icon.

    An icon keeps the colour it was made with: ask for it again when the theme changes.
    """
    return _icon(name, color or _current.ink, _current.secondary, _current.selection)


@cache
def _icon(name: str, ink: str, faint: str, selected: str) -> QIcon:
    try:
        text = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        return QIcon()
    found = QIcon()
    modes = (
        (QIcon.Mode.Normal, QIcon.State.Off, ink, 1.0),
        (QIcon.Mode.Normal, QIcon.State.On, selected, 1.0),
        (QIcon.Mode.Disabled, QIcon.State.Off, faint, 0.5),
    )
    for mode, state, color, opacity in modes:
        renderer = QSvgRenderer(QByteArray(text.replace("currentColor", color).encode()))
        for size in (16, 24, 32, 48):
            found.addPixmap(_drawn(renderer, size, opacity), mode, state)
    return found


def app_icon() -> QIcon:
    """The program's own mark."""
    return _icon("app", "", "", "")


def _drawn(renderer: QSvgRenderer, size: int, opacity: float) -> QPixmap:
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return QPixmap.fromImage(image)


def _palette(t: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    colors = {
        role.Window: t.window,
        role.WindowText: t.ink,
        role.Base: t.panel,
        role.AlternateBase: t.window,
        role.Text: t.ink,
        role.Button: t.field,
        role.ButtonText: t.ink,
        role.BrightText: t.error,
        role.ToolTipBase: t.card,
        role.ToolTipText: t.ink,
        role.PlaceholderText: t.secondary,
        role.Highlight: t.selection,
        role.HighlightedText: t.on_selection,
        role.Accent: t.selection,
        role.Link: t.selection,
        role.LinkVisited: t.selection,
        role.Light: t.hover,
        role.Midlight: t.line,
        role.Mid: t.line,
        role.Dark: t.edge,
        role.Shadow: "#000000",
    }
    for key, value in colors.items():
        palette.setColor(key, QColor(value))
    faint = QColor(t.secondary)
    faint.setAlpha(140)
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, faint)
    return palette

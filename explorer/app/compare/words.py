"""How a difference is told apart: by a sign, a word and, besides, a colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.analysis.compare import Kind, Pair
from explorer.analysis.compare_report import SIGNS, change_text
from explorer.app import format as f
from explorer.app.theme import theme


def kind_color(kind: Kind) -> str:
    """A colour of the theme that can be read on panels and on the canvas."""
    t = theme()
    match kind:
        case "added":
            return t.ok
        case "removed":
            return t.error
        case "changed":
            return t.warning
        case "moved":
            return t.moved
    return t.secondary


def kind_word(kind: Kind) -> str:
    def tr(text: str) -> str:
        return QCoreApplication.translate("Compare", text)

    words: dict[Kind, str] = {
        "added": tr("added"),
        "removed": tr("removed"),
        "changed": tr("changed"),
        "moved": tr("wired elsewhere"),
        "same": tr("same"),
    }
    return words[kind]


def signed_word(kind: Kind) -> str:
    """``+ added``."""
    return f"{SIGNS[kind]} {kind_word(kind)}"


def pair_words(pair: Pair) -> str:
    """What became of a block, in a few words."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Compare", text)

    if pair.kind in ("added", "removed"):
        return kind_word(pair.kind)
    words = [change_text(c) for c in pair.changes]
    if pair.moved:
        words.append(kind_word("moved"))
    if pair.changed_within and not words:
        words.append(tr("changed within"))
    if words:
        return ", ".join(words)
    return tr("same; its figures follow") if pair.follows else kind_word("same")


def difference(value: int) -> str:
    """A signed figure in a few digits: ``+1.2 M``, ``−64``."""
    if not value:
        return f.NONE
    return f"{'+' if value > 0 else '−'}{f.compact(abs(value))}"


def whole_difference(value: int) -> str:
    """A signed figure with all its digits."""
    if not value:
        return f.NONE
    return f"{'+' if value > 0 else '−'}{f.whole(abs(value))}"

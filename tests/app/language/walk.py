"""What somebody sees in the window: every text on it, and which of them do not fit."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QSplitterHandle,
    QToolButton,
    QWidget,
)

from explorer import zoo
from explorer.app.panels.fields import ChosenField
from explorer.app.widgets import ElidedLabel
from explorer.app.window import Window

_ACCENTS = str.maketrans("aeiouAEIOUcnsy", "àéîõüÀÉÎÕÜçñšý")
_ACCENTED = frozenset("àéîõüÀÉÎÕÜçñšý")
_PIECE = re.compile(r"(\{\d*\}|%n|&|\*\.\w+|;;)")
ARROW = 22
"""Pixels of a choice that its arrow and its margins take."""
_BRACKETS = re.compile(r"⟦[^⟦⟧]*⟧")


def pseudo(text: str, more: float = 0.4) -> str:
    """The text in brackets, accented and 40 % longer; what is put in, and what a file is called, stays."""
    pieces = _PIECE.split(text)
    said = "".join(p if i % 2 else p.translate(_ACCENTS) for i, p in enumerate(pieces))
    return f"⟦{said}{'ë' * math.ceil(more * len(text))}⟧"


class Pseudo(QTranslator):
    """Says every text of the program so that one that was forgotten is seen."""

    def __init__(self, contexts: set[str], more: float = 0.4) -> None:
        super().__init__()
        self.contexts, self.more = contexts, more

    def translate(  # type: ignore[override]
        self, context: str, text: str, hint: str | None = None, n: int = -1
    ) -> str | None:
        # what is Qt's own stays as it is: None, and not an empty text
        return pseudo(text, self.more) if context in self.contexts and text else None

    def isEmpty(self) -> bool:
        return False


def bare(text: str) -> str:
    """What of a text was not translated."""
    while (less := _BRACKETS.sub(" ", text)) != text:
        text = less
    return text


KNOWN = frozenset(
    [
        "Architecture",
        "Explorer",
        "Adam",
        "SGD",
        "Keras",
        "CPU",
        "GPU",
        "MACs",
        "GMACs",
        "MMACs",
        "kMACs",
        "TMACs",
        "FLOPs",
        "GFLOPs",
        "MFLOPs",
        "ReLU",
        "Ctrl",
        "Shift",
        "Alt",
        "Esc",
        "Enter",
        "Return",
        "Del",
        "Backspace",
        "Ins",
        "Home",
        "End",
        "Tab",
        "Up",
        "Down",
        "Left",
        "Right",
        "PgUp",
        "PgDown",
        "Space",
        "PyTorch",
        "ONNX",
        "LaTeX",
        "Markdown",
        "CSV",
        "SVG",
        "PDF",
        "PNG",
        "TikZ",
        "NaN",
        "Inter",
        "JetBrains",
        "Mono",
        "English",
        "Italiano",
        "torch",
        "torchvision",
        "px",
        "Tanh",
        "Sigmoid",
        "SiLU",
        "AdamW",
        "arXiv",
    ]
)
"""Names of things, units and keys, which are the same in every language."""


def untranslated(text: str, names: Collection[str]) -> list[str]:
    """Words of a text that were not translated and are neither names nor code."""
    found = []
    for word in re.findall(r"[^\s/,;:()+→·×“”–\u202f]+", bare(text)):
        if set(word) & _ACCENTED:
            continue  # a piece of a text that was broken or cut
        word = word.strip(".…*=")
        letters = re.sub(r"[^A-Za-z]", "", word)
        if len(letters) > 2 and word not in KNOWN and not _is_name(word, names):
            found.append(word)
    return found


def _is_name(word: str, names: Collection[str]) -> bool:
    return word in names or all(p in names or not p.isalpha() for p in re.split(r"[._]", word))


def names_of(window: Window) -> set[str]:
    """What the network shown, its blocks, their types and parameters are called."""
    session, found = window.session, {*zoo.names()}
    for row in session.analysis.rows:
        found |= {row.node.type, *row.path.split(".")}
        if row.result is not None:
            found |= {str(v) for v in row.result.settings.values()}
    for block in session.catalogue:
        found |= {block.name, *(p.name for p in block.parameters)}
        if block.title.casefold() == block.name.replace("_", " "):
            found.add(block.title)  # torch's own name of a function, such as SiLU
        found |= {choice for p in block.parameters for choice in p.choices}
    found |= {p.name for p in session.document.parameters}
    abouts = [zoo.get(name).about for name in zoo.names()]
    for about in abouts:
        words = re.findall(r"[^\s,;:()“”]+", f"{about.source} {about.family} {about.title}")
        found |= {word.strip(".") for word in words}
    return found | {part for name in found for part in re.split(r"[._]", name)}


def shown_texts(top: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of a widget and what is on it, with where it stands."""
    for widget in (top, *top.findChildren(QWidget)):
        if not widget.isVisibleTo(top) and not isinstance(widget, QMenu):
            continue
        if widget.objectName().startswith("qt_") or isinstance(widget, QSplitterHandle):
            continue
        where = f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for text in _texts_of(widget):
            if text:
                yield text, where


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, ElidedLabel):
        yield widget.full_text()
    elif isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(i) for i in range(widget.count()))
    elif isinstance(widget, (QMenu, QMenuBar)):
        yield from (_of_action(a) for a in widget.actions())
    elif isinstance(widget, QHeaderView):
        model = widget.model()
        for i in range(widget.count()):
            for role in (0, 3):
                yield str(model.headerData(i, widget.orientation(), role) or "")
    elif isinstance(widget, QAbstractItemView):
        # a list's model has one column, and does not tell
        columns = 1 if isinstance(widget, QListView) else widget.model().columnCount()
        yield from _of_model(widget.model(), columns, QModelIndex())


def _of_action(action: QAction) -> str:
    return action.text().replace("&", "")


def _of_model(model: QAbstractItemModel, columns: int, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in (0, 3, 11, 12))
        if columns > 1:
            yield from _of_model(model, columns, model.index(row, 0, parent))


def clipped(top: QWidget) -> list[str]:
    """Labels and buttons that have less room than their texts need, or stand beyond the widget."""
    found = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if (
            isinstance(widget, QComboBox)
            and not isinstance(widget, ChosenField)
            and (fault := _short_choice(widget))
        ):
            found.append(fault)
        if not isinstance(widget, (QLabel, QAbstractButton)):
            continue
        text = widget.text()
        if not text or isinstance(widget, ElidedLabel):
            continue
        need, have = _need(widget), widget.size()
        if need[0] > have.width() + 1 or need[1] > have.height() + 1:
            found.append(f"{text!r} needs {need}, has {have.width()}×{have.height()}")
        elif not _within(widget, top):
            found.append(f"{text!r} is cut off by what it stands in")
    return found


def _short_choice(box: QComboBox) -> str:
    """What is chosen, where there is no room for it beside the arrow; empty where there is."""
    need = box.fontMetrics().horizontalAdvance(box.currentText()) + ARROW
    return f"{box.currentText()!r} needs {need}, has {box.width()}" if need > box.width() else ""


def _need(widget: QLabel | QAbstractButton) -> tuple[int, int]:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return 0, widget.heightForWidth(widget.width())
    if isinstance(widget, (QToolButton, QLabel)) or widget.property("kind") != "figure":
        hint = widget.sizeHint()
        # a button that was given a height of its own holds a layout
        return (hint.width(), hint.height()) if widget.layout() is None else (0, 0)
    return 0, 0


def _within(widget: QWidget, top: QWidget) -> bool:
    """Whether all parents show all of it; those that scroll may hide what is scrolled away."""
    rect, at = QRect(widget.rect()), widget
    while at is not top and (parent := at.parentWidget()) is not None:
        rect = QRect(at.mapToParent(rect.topLeft()), rect.size())
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return rect.left() >= -1 and rect.right() <= parent.width() + 1
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(rect):
            return False
        at = parent
    return True

"""Colours for Python source, as it stands in a text document."""

from __future__ import annotations

import keyword
import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from explorer.app.theme import notifier, syntax

_KEYWORDS = "|".join(keyword.kwlist)
_TOKEN = re.compile(
    r"(?P<comment>#.*)"
    r'|(?P<long>[rbfRBF]{0,2}"""|[rbfRBF]{0,2}\'\'\')'
    r'|(?P<text>[rbfRBF]{0,2}"(?:[^"\\]|\\.)*"|[rbfRBF]{0,2}\'(?:[^\'\\]|\\.)*\')'
    r"|(?:\b(?:class|def)\s+(?P<name>\w+))"
    rf"|(?P<keyword>\b(?:{_KEYWORDS})\b)"
    r"|(?P<number>(?<![\w.])(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
)
_OUTSIDE, _DOUBLE, _SINGLE = 0, 1, 2
_ENDS = {_DOUBLE: '"""', _SINGLE: "'''"}


class PythonInk(QSyntaxHighlighter):
    """Colours each line; what begins with three quotes goes on over lines."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        notifier().changed.connect(self._recolor)
        self._recolor()

    def _recolor(self) -> None:
        inks = syntax()
        self._formats = {}
        for kind in ("keyword", "name", "text", "number", "comment"):
            made = QTextCharFormat()
            made.setForeground(QColor(getattr(inks, kind)))
            self._formats[kind] = made
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        state, at = max(self.previousBlockState(), _OUTSIDE), 0
        if state:
            at = self._through(text, 0, 0, state)
            if at < 0:
                return
        while (found := _TOKEN.search(text, at)) is not None:
            kind = found.lastgroup or ""
            start, end = found.span(kind)
            if kind == "long":
                state = _DOUBLE if found.group().endswith('"""') else _SINGLE
                at = self._through(text, start, end, state)
                if at < 0:
                    return
                continue
            if kind == "name":
                self.setFormat(found.start(), start - found.start(), self._formats["keyword"])
            self.setFormat(start, end - start, self._formats[kind])
            at = end
        self.setCurrentBlockState(_OUTSIDE)

    def _through(self, text: str, start: int, inside: int, state: int) -> int:
        """Colour a long text up to its end, whose place it returns; -1 where it goes on."""
        end = text.find(_ENDS[state], inside)
        stop = end + 3 if end >= 0 else len(text)
        self.setFormat(start, stop - start, self._formats["text"])
        self.setCurrentBlockState(_OUTSIDE if end >= 0 else state)
        return stop if end >= 0 else -1

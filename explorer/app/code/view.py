"""Source code with line numbers, marked lines and a problem at its line."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from explorer.app.code.ink import PythonInk
from explorer.app.theme import icon, mono_font, notifier, theme

SIGN = 14
"""Pixels of the sign beside a line with a problem."""


class CodeView(QPlainTextEdit):
    """Text that is shown, and may be typed into; undo is the document's, not the text's."""

    typed = Signal()
    """The person at the keyboard has changed the text."""
    line_chosen = Signal(int)
    """The caret was put into another line; counted from 0."""
    left = Signal()
    """Escape: the keyboard is wanted elsewhere. Or the text is no longer typed into."""

    def __init__(self, name: str, python: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # files are opened by the window around
        self.setUndoRedoEnabled(False)
        font = mono_font(12)
        # an arrow that stands for two signs is not what the file has
        for tag in ("calt", "liga"):
            font.setFeature(QFont.Tag(tag), 0)
        self.setFont(font)
        self.setProperty("kind", "code")
        self.document().setDocumentMargin(6)
        self.ink = PythonInk(self.document()) if python else None
        self._gutter = _Gutter(self)
        self._marked: tuple[int, ...] = ()
        self._problem: int | None = None
        self._putting = False
        self._known = ""
        self._line = 0
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)
        notifier().changed.connect(self._mark)
        self._make_room()

    # -- what is shown ----------------------------------------------------------------------------

    def put(self, text: str) -> None:
        """Show another text. Only the lines that differ are replaced: the caret and what is looked
        at stay where they are."""
        old, new = self.toPlainText().split("\n"), text.split("\n")
        if old == new:
            return
        self._putting = True
        blocks = self.document()
        for kind, a, b, c, d in reversed(SequenceMatcher(None, old, new, False).get_opcodes()):
            if kind == "equal":
                continue
            cursor = QTextCursor(blocks)
            if a == b:  # lines are put in before a, or at the end
                cursor.setPosition(_end(blocks, a - 1) if a else 0)
                lines = "\n".join(new[c:d])
                cursor.insertText(f"\n{lines}" if a else f"{lines}\n")
                continue
            start = blocks.findBlockByNumber(a).position()
            end = _end(blocks, b - 1)
            if c == d:  # lines go, with one of the breaks around them
                start, end = (start - 1, end) if a else (start, end + 1)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText("\n".join(new[c:d]))
        self._putting = False
        self._known = text
        self._line = self.textCursor().blockNumber()

    def mark_lines(self, lines: Iterable[int]) -> None:
        """Set lines apart: those of the selected block."""
        self._marked = tuple(sorted(set(lines)))
        self._mark()

    @property
    def marked(self) -> tuple[int, ...]:
        return self._marked

    def show_problem(self, line: int | None) -> None:
        """Put a sign beside a line that something is wrong with; none for None."""
        self._problem = line
        self._mark()

    @property
    def problem_line(self) -> int | None:
        return self._problem

    def bring_into_view(self, line: int) -> None:
        """Scroll as little as shows a line, with a few around it."""
        first = self.firstVisibleBlock().blockNumber()
        room = max(1, self.viewport().height() // max(1, self.fontMetrics().lineSpacing()) - 1)
        ahead = min(3, room // 3)
        if not first + ahead <= line < first + room - ahead:
            top = line - room // 3
            self.verticalScrollBar().setValue(max(0, top))

    def _mark(self) -> None:
        t = theme()
        extras = []
        for line in self._marked:
            extras.append(self._extra(line, fill=t.selection_fill))
        if self._problem is not None:
            extras.append(self._extra(self._problem, wave=t.error))
        self.setExtraSelections(extras)
        self._gutter.update()

    def _extra(self, line: int, fill: str = "", wave: str = "") -> QTextEdit.ExtraSelection:
        extra = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        cursor = QTextCursor(self.document().findBlockByNumber(line))
        if fill:
            look.setBackground(QColor(fill))
            look.setProperty(QTextFormat.Property.FullWidthSelection, True)
        else:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(QColor(wave))
            text = cursor.block().text()
            cursor.setPosition(cursor.position() + len(text) - len(text.lstrip()))
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
        extra.cursor = cursor
        extra.format = look
        return extra

    # -- typing and the caret -----------------------------------------------------------------------

    def _changed(self) -> None:
        # colours also count as a change, but not of the text
        if self._putting or self.isReadOnly() or self.toPlainText() == self._known:
            return
        self._known = self.toPlainText()
        if self.hasFocus():
            self._line = self.textCursor().blockNumber()
            self.typed.emit()

    def _moved(self) -> None:
        line = self.textCursor().blockNumber()
        if self._putting or line == self._line:
            return
        self._line = line
        if not self.textCursor().hasSelection():
            self.line_chosen.emit(line)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
                if event.matches(key):  # type: ignore[attr-defined]
                    event.ignore()
                    return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._line = self.textCursor().blockNumber()

    # -- the gutter -------------------------------------------------------------------------------

    def gutter_width(self) -> int:
        digits = max(2, len(str(self.blockCount())))
        return SIGN + 12 + QFontMetrics(mono_font(11)).horizontalAdvance("0") * digits

    def _make_room(self) -> None:
        self.setViewportMargins(self.gutter_width(), 0, 0, 0)

    def _follow(self, rect: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.contentsRect()
        self._gutter.setGeometry(inner.left(), inner.top(), self.gutter_width(), inner.height())

    def paint_gutter(self, painter: QPainter, dirty: QRect) -> None:
        """Numbers, a bar beside marked lines, a sign beside the one with a problem."""
        t = theme()
        painter.fillRect(dirty, QColor(t.panel))
        painter.setFont(mono_font(11))
        marked = set(self._marked)
        wide = self._gutter.width()
        block = self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > dirty.bottom():
                break
            line, top, high = block.blockNumber(), round(box.top()), round(box.height())
            if line in marked:
                painter.fillRect(0, top, wide, high, QColor(t.selection_fill))
                painter.fillRect(0, top, 3, high, QColor(t.selection))
            if line == self._problem:
                sign = icon("circle-alert", t.error).pixmap(QSize(SIGN - 2, SIGN - 2))
                painter.drawPixmap(5, top + (high - SIGN + 2) // 2, sign)
            painter.setPen(QColor(t.ink if line in marked else t.secondary))
            flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRect(0, top, wide - 8, high), flags, str(line + 1))
            block = block.next()


def _end(document: QTextDocument, line: int) -> int:
    """The place behind the last character of a line."""
    block = document.findBlockByNumber(line)
    return block.position() + block.length() - 1


class _Gutter(QWidget):
    def __init__(self, view: CodeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        return QSize(self._view.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._view.paint_gutter(QPainter(self), event.rect())

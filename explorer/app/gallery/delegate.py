"""One network of the gallery as a card: figure, title, year, idea, size and citation."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.app.gallery.entry import Entry
from explorer.app.gallery.model import GalleryModel, Index, figures_text
from explorer.app.language import say
from explorer.app.theme import mono_font, theme, ui_font

LEAST_WIDTH = 272
HEIGHT = 244
GAP = 6
"""Half of the room between two cards."""
PAD = 10
PICTURE_HEIGHT = 112
LINE = 17
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CardDelegate(QStyledItemDelegate):
    """Paints the cards; their width is what makes the columns fill the view."""

    def __init__(self, model: GalleryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._view = parent
        self.size = QSize(LEAST_WIDTH, HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._model.entry(index)
        if entry is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        card = rect.adjusted(GAP, GAP, -GAP, -GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(
            painter,
            card,
            bool(state & QStyle.StateFlag.State_Selected),
            bool(state & QStyle.StateFlag.State_MouseOver),
        )
        inner = card.adjusted(PAD, PAD, -PAD, -PAD)
        self._picture(painter, QRect(inner.topLeft(), QSize(inner.width(), PICTURE_HEIGHT)), entry)
        self._texts(painter, inner.adjusted(2, PICTURE_HEIGHT + 8, -2, 0), entry)
        painter.restore()

    def _ground(self, painter: QPainter, card: QRect, selected: bool, hovered: bool) -> None:
        t = theme()
        painter.setBrush(QColor(t.selection_fill if selected else t.hover if hovered else t.card))
        pen = QPen(QColor(t.selection if selected else t.line), 2.0 if selected else 1.0)
        painter.setPen(pen)
        painter.drawRoundedRect(card, 9, 9)

    def _picture(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        t = theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.canvas))
        painter.drawRoundedRect(rect, 6, 6)
        size = rect.adjusted(6, 4, -6, -4).size()
        picture = self._model.picture(entry, size, self._view.devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(rect.adjusted(6, 4, -6, -4).topLeft(), picture)

    def _texts(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        t, about = theme(), entry.about
        top = area.top()

        def line(height: int = LINE) -> QRect:
            nonlocal top
            found = QRect(area.left(), top, area.width(), height)
            top += height
            return found

        title, year = line(20), str(about.year or "")
        _write(painter, title, year, mono_font(12), t.secondary, _RIGHT)
        room = title.width() - QFontMetrics(mono_font(12)).horizontalAdvance(year) - 8
        title.setWidth(room)
        _write(painter, title, entry.title, ui_font(13, 600), t.ink, _LEFT)
        _wrapped(painter, line(2 * LINE), say(about.idea), ui_font(12), t.secondary)
        top += 3
        _write(painter, line(), figures_text(entry), mono_font(11), t.ink, _LEFT)
        _write(painter, line(), about.source, ui_font(11), t.secondary, _LEFT)


def _write(
    painter: QPainter, rect: QRect, text: str, font: QFont, ink: str, how: Qt.AlignmentFlag
) -> None:
    """One line, with an ellipsis where it does not fit."""
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, how, shown)


def _wrapped(painter: QPainter, rect: QRect, text: str, font: QFont, ink: str) -> None:
    """Two lines, the second one with an ellipsis where there would be a third."""
    painter.setFont(font)
    painter.setPen(QColor(ink))
    layout = QTextLayout(text, font)
    layout.beginLayout()
    first = layout.createLine()
    if not first.isValid():
        layout.endLayout()
        return
    first.setLineWidth(rect.width())
    layout.endLayout()
    cut = first.textLength()
    metrics = QFontMetrics(font)
    base = rect.top() + metrics.ascent()
    painter.drawText(QPointF(rect.left(), base), text[:cut].rstrip())
    rest = metrics.elidedText(text[cut:], Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(QPointF(rect.left(), base + LINE - 1), rest)

"""How a block is listed in quick-add: its role's colour, its title, one line of help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.app.language import say
from explorer.app.theme import role_color, theme, ui_font

if TYPE_CHECKING:
    from explorer.app.canvas.quick_add import Found

ROW = 42
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BlockRow(QStyledItemDelegate):
    """Two lines; the letters that were typed stand out by weight and an underline."""

    def __init__(self, model: Found, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        t = theme()
        block, fits = self._model.entries[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(t.selection_fill if chosen else t.hover))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        painter.setBrush(role_color(block.role))
        painter.drawRoundedRect(
            QRectF(rect.left() + 8, rect.top() + 8, 4, rect.height() - 16), 2, 2
        )
        left, right = rect.left() + 22, rect.right() - 8
        tag = self._tag(block.name, block.category)
        small = ui_font(11)
        painter.setFont(small)
        painter.setPen(QColor(t.secondary))
        wide = QFontMetricsF(small).horizontalAdvance(tag)
        painter.drawText(QRectF(right - wide - 1, rect.top() + 5, wide + 2, 16), int(_LEFT), tag)
        self._title(painter, left, rect.top() + 5, say(block.title), fits.at, right - wide - 10)
        painter.setFont(small)
        painter.setPen(QColor(t.secondary))
        what = QFontMetricsF(small).elidedText(
            say(block.help), Qt.TextElideMode.ElideRight, right - left
        )
        painter.drawText(QRectF(left, rect.top() + 21, right - left, 16), int(_LEFT), what)
        painter.restore()

    def _tag(self, name: str, category: str) -> str:
        if name in self._model.recent:
            return self.tr("recent")
        return {
            "Ports": self.tr("port"),
            "Layers": self.tr("layer"),
            "Blocks": self.tr("block"),
            "My blocks": self.tr("mine"),
        }.get(category, "")

    @staticmethod
    def _title(
        painter: QPainter, x: float, y: float, text: str, at: tuple[int, ...], right: float
    ) -> None:
        t = theme()
        plain, meant = ui_font(13, 500), ui_font(13, 600)
        meant.setUnderline(True)
        painter.setPen(QColor(t.ink))
        begin = 0
        while begin < len(text) and x < right:
            is_meant, end = begin in at, begin + 1
            while end < len(text) and (end in at) is is_meant:
                end += 1
            font = meant if is_meant else plain
            metrics = QFontMetricsF(font)
            run = metrics.elidedText(text[begin:end], Qt.TextElideMode.ElideRight, right - x)
            painter.setFont(font)
            painter.drawText(QPointF(x, y + 8 + metrics.capHeight() / 2), run)
            x += metrics.horizontalAdvance(text[begin:end])
            begin = end

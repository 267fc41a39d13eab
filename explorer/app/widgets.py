"""Small parts that several panels are made of."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QComboBox,
    QFrame,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from explorer.app.theme import icon, mono_font, notifier, role_color, theme
from explorer.blocks.description import Role


def label(text: str = "", kind: str = "", mono: int = 0, wrap: bool = False) -> QLabel:
    """A text; ``kind`` as in the style sheet, ``mono`` the size of the monospaced face."""
    found = QLabel(text)
    found.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        found.setProperty("kind", kind)
    if mono:
        found.setFont(mono_font(mono))
    if wrap:
        found.setWordWrap(True)
        found.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return found


def hairline(vertical: bool = False) -> QFrame:
    """One line between two panels."""
    line = QFrame()
    line.setProperty("kind", "line")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def tight(layout: QBoxLayout, spacing: int = 0, margins: int = 0) -> None:
    """Spacing and margins of a layout at once."""
    layout.setSpacing(spacing)
    layout.setContentsMargins(margins, margins, margins, margins)


_swatches: dict[str, QIcon] = {}


def swatch_icon(color: QColor) -> QIcon:
    """A small square in the colour of a role, for lists."""
    found = _swatches.get(color.name())
    if found is None:
        found = QIcon()
        for scale in (1, 2):
            pixmap = QPixmap(QSize(16, 16) * scale)
            pixmap.setDevicePixelRatio(scale)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            _paint_swatch(painter, QRectF(3, 3, 10, 10), color)
            painter.end()
            # the same when selected: the colour means something
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Disabled):
                found.addPixmap(pixmap, mode)
        _swatches[color.name()] = found
    return found


def _paint_swatch(painter: QPainter, rect: QRectF, color: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(rect, 3, 3)


class Swatch(QWidget):
    """A small square in the colour of a role."""

    def __init__(self, role: Role | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setFixedSize(10, 10)

    def set_role(self, role: Role | None) -> None:
        self._role = role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._role is not None:
            painter = QPainter(self)
            _paint_swatch(painter, QRectF(self.rect()), role_color(self._role))


class IconButton(QToolButton):
    """A flat button with an icon and no text, which follows the theme."""

    def __init__(self, icon_name: str, name: str, tip: str = "") -> None:
        super().__init__()
        self._icon_name = icon_name
        self.setProperty("kind", "flat")
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setToolTip(tip or name)
        self._recolor()
        notifier().changed.connect(self._recolor)

    def _recolor(self) -> None:
        self.setIcon(icon(self._icon_name))


def paint_chevron(painter: QPainter, at: QPointF, down: bool) -> None:
    """A small angle that points down (open) or to the right (closed)."""
    painter.setPen(QPen(QColor(theme().secondary), 1.4))
    x, y = at.x(), at.y()
    if down:
        points = ((x - 3.5, y - 1.5), (x, y + 2), (x + 3.5, y - 1.5))
    else:
        points = ((x - 1.5, y - 3.5), (x + 2, y), (x - 1.5, y + 3.5))
    painter.drawPolyline([QPointF(*p) for p in points])


class Switch(QAbstractButton):
    """On or off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(34, 20)

    def sizeHint(self) -> QSize:
        return QSize(34, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(
            QColor(t.ink if self.hasFocus() else t.selection if self.isChecked() else t.edge)
        )
        painter.setBrush(QColor(t.selection if self.isChecked() else t.field))
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        radius = body.height() / 2 - 3
        x = body.right() - radius - 3 if self.isChecked() else body.left() + radius + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.on_selection if self.isChecked() else t.secondary))
        painter.drawEllipse(QPointF(x, body.center().y()), radius, radius)


class CalmComboBox(QComboBox):
    """A choice that a passing mouse wheel does not change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet takes the arrow away: draw one in the theme's own colour."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chevron(painter, QPointF(self.width() - 13, self.height() / 2 + 0.5), down=True)


class PageList(QListWidget):
    """The pages of a dialog, one below the other, as high as they are."""

    def __init__(self, name: str, titles: Iterable[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("kind", "pages")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for title in titles:
            item = QListWidgetItem(title)
            item.setSizeHint(QSize(0, 30))
            self.addItem(item)
        self.setFixedHeight(30 * self.count() + 2 * self.frameWidth())


class LineEdit(QLineEdit):
    """A field whose undo is the document's: Ctrl+Z takes the whole typing back."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
                if event.matches(key):  # type: ignore[attr-defined]
                    event.ignore()
                    return False
        return super().event(event)


class ElidedLabel(QLabel):
    """A text that is cut off with … where there is no room; all of it shows on hover."""

    def __init__(
        self, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__()
        self._full = ""
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        self._full = text
        self.setAccessibleName(text)
        self._fit()

    def full_text(self) -> str:
        return self._full

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, self._mode, max(0, self.width()))
        self.setText(shown)
        self.setToolTip(self._full if shown != self._full else "")

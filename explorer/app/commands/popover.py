"""The command palette: type what you want to do, and press Return."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from explorer.app.commands.commands import Command, commands, find
from explorer.app.fuzzy import Match
from explorer.app.theme import icon, mono_font, notifier, role_color, theme, ui_font
from explorer.app.widgets import LineEdit, hairline, label, swatch_icon, tight

if TYPE_CHECKING:
    from explorer.app.window import Window

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole

WIDTH, LINE, LINES = 620, 34, 10
"""Pixels; and how many lines are seen at once."""


class CommandModel(QAbstractListModel):
    """The commands that were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: list[tuple[Command, Match]] = []

    def show(self, found: list[tuple[Command, Match]]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def command(self, index: Index) -> Command | None:
        return self.found[index.row()][0] if index.isValid() else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        command = self.command(index)
        if command is None:
            return None
        if role == _Role.DisplayRole:
            return command.title
        if role == _Role.AccessibleTextRole:
            return spoken(command)
        return None


def spoken(command: Command) -> str:
    """A line as a screen reader says it."""
    parts = [command.title, command.where, command.keys]
    if command.why_not is not None:
        parts.append(command.why_not or QCoreApplication.translate("Commands", "not possible now"))
    return ", ".join(filter(None, parts))


class CommandDelegate(QStyledItemDelegate):
    """Icon, title with the letters that were meant, where it stands or why not, and its keys."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, CommandModel)
        command, fit = model.found[index.row()]
        t, rect = theme(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        if current or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.selection_fill if current else t.hover))
            painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 7, 7)
        ink = QColor(t.ink if command.enabled else t.secondary)
        picture = (
            swatch_icon(role_color(command.role))
            if command.role is not None
            else icon(command.icon, ink.name())
        )
        if not picture.isNull():
            picture.paint(painter, rect.left() + 18, rect.top() + (LINE - 16) // 2, 16, 16)
        right = self._keys(painter, command, rect)
        end = self._title(painter, command, fit, rect, ink, right)
        painter.setFont(ui_font(12))
        painter.setPen(QColor(t.secondary))
        more = command.why_not or command.where
        room = QRect(end + 14, rect.top(), right - end - 22, LINE)
        text = painter.fontMetrics().elidedText(more, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    @staticmethod
    def _keys(painter: QPainter, command: Command, rect: QRect) -> int:
        """Draw the keys; where they begin."""
        font = mono_font(12)
        wide = QFontMetrics(font).horizontalAdvance(command.keys)
        place = QRect(rect.right() - 18 - wide, rect.top(), wide + 2, LINE)
        painter.setFont(font)
        painter.setPen(QColor(theme().secondary))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, command.keys)
        return place.left()

    @staticmethod
    def _title(
        painter: QPainter, command: Command, fit: Match, rect: QRect, ink: QColor, right: int
    ) -> int:
        """Draw the title; where it ends."""
        font = ui_font(13)
        left = rect.left() + 46
        text = QFontMetrics(font).elidedText(
            command.title, Qt.TextElideMode.ElideRight, right - left - 12
        )
        layout = QTextLayout(text, font)
        ranges = []
        for at in fit.at if command.enabled else ():
            if at < len(text):
                one = QTextLayout.FormatRange()
                one.start, one.length = at, 1
                shape = QTextCharFormat()
                shape.setForeground(QColor(theme().selection))
                shape.setFontWeight(600)
                one.format = shape
                ranges.append(one)
        layout.setFormats(ranges)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(10_000)
        layout.endLayout()
        painter.setPen(ink)
        top = rect.top() + (LINE - line.height()) / 2
        layout.draw(painter, QPointF(left, top))
        return left + int(line.naturalTextWidth())


class CommandPopover(QFrame):
    """Floats at the top of the window while it has the focus."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._all: list[Command] = []
        self.setProperty("kind", "floating")
        self.setAccessibleName(self.tr("Commands"))
        self.field = LineEdit()
        self.field.setPlaceholderText(
            self.tr("What would you like to do? Try “save”, “add conv” or “open resnet50”")
        )
        self.field.setAccessibleName(self.tr("Find a command"))
        self.field.setMinimumHeight(34)
        self.field.setFont(ui_font(14))
        self.field.installEventFilter(self)
        self.model = CommandModel(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(CommandDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.viewport().setAutoFillBackground(False)
        self._empty = label("", "secondary")
        self._empty.setContentsMargins(18, 10, 18, 14)
        layout = QVBoxLayout(self)
        tight(layout, margins=1)
        top = QVBoxLayout()
        top.setContentsMargins(7, 7, 7, 7)
        top.addWidget(self.field)
        layout.addLayout(top)
        layout.addWidget(hairline())
        layout.addSpacing(4)
        layout.addWidget(self.list)
        layout.addWidget(self._empty)
        layout.addSpacing(4)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self.field.textChanged.connect(self._find)
        self.list.clicked.connect(self._run)
        self.list.selectionModel().currentChanged.connect(self._speak)
        notifier().changed.connect(self.list.viewport().update)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show everything, ready to type."""
        focus = self._window.focusWidget()
        self._before = focus if focus is not self.field else self._before
        self._all = commands(self._window)
        self.field.clear()
        self._find("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_(self) -> None:
        """Hide, and give the focus back to whoever had it."""
        self.hide()
        before = self._before
        self._before = None
        if before is not None and before.isVisible():
            before.setFocus()
        else:
            self._window.canvas.setFocus()

    def _find(self, text: str) -> None:
        self.model.show(find(text, self._all, self._window.settings.recent_commands))
        count = self.model.rowCount()
        self.list.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        self._empty.setText(self.tr("There is nothing called “{0}”.").format(text.strip()))
        self.list.setFixedHeight(LINE * min(LINES, max(1, count)) + 4)
        if count:
            self.list.setCurrentIndex(self.model.index(0))
            self.list.scrollToTop()
        self._place()

    def _place(self) -> None:
        wide = min(WIDTH, self._window.width() - 48)
        self.setFixedWidth(wide)
        self.adjustSize()
        bar = self._window.menuWidget()
        top = (bar.height() if bar is not None else 0) + 8
        self.move((self._window.width() - wide) // 2, top)

    def _run(self, index: Index) -> None:
        command = self.model.command(index)
        if command is None or not command.enabled:
            return
        self._window.settings.add_recent_command(command.id)
        self.close_()
        command.run()

    def _speak(self, index: Index) -> None:
        command = self.model.command(index)
        self.field.setAccessibleDescription(spoken(command) if command is not None else "")

    # -- keys, and leaving --------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key, steps = (
            event.key(),
            {
                int(Qt.Key.Key_Down): 1,
                int(Qt.Key.Key_Up): -1,
                int(Qt.Key.Key_PageDown): LINES,
                int(Qt.Key.Key_PageUp): -LINES,
            },
        )
        if key == Qt.Key.Key_Escape:
            self.close_()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
        elif key in steps:
            self._step(steps[key])
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True

    def _step(self, by: int) -> None:
        count = self.model.rowCount()
        if not count:
            return
        row = self.list.currentIndex().row() + by
        # one step past an end comes round; a page stops there
        row = row % count if abs(by) == 1 else max(0, min(count - 1, row))
        self.list.setCurrentIndex(self.model.index(row))

"""Repairs of a problem as rows: what it does, what it costs, and what the network then comes to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.analysis.repairs import Price, Repair, repairs
from explorer.analysis.results import Problem
from explorer.app.format import THIN, bytes_, compact, scaled, whole
from explorer.app.language import say
from explorer.app.session import Session
from explorer.app.theme import mono_font
from explorer.app.widgets import ElidedLabel, clear, label, tight
from explorer.graph.model import Document

PAUSE = 120
"""Milliseconds without an edit after which repairs are worked out again."""

FEW, ALL = 4, 1000
"""Rows shown in a panel at first, and in the popover."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Repairs", text)


def price_text(price: Price) -> str:
    """``+8 192 parameters · +6.42 MMACs``; what does not change is left out."""
    parts = []
    if price.parameters:
        parts.append(_tr("{0} parameters").format(_signed(price.parameters, whole)))
    if price.macs:
        number, letter = scaled(abs(price.macs), 3)
        sign = "+" if price.macs > 0 else "−"
        parts.append(f"{sign}{number}{THIN}{letter}MACs")
    if not parts and price.memory:
        parts.append(_tr("{0} memory").format(_signed(price.memory, bytes_)))
    return " · ".join(parts) or _tr("costs nothing")


def left_text(price: Price) -> str:
    """``no problem left``, ``2 problems left``."""
    count = len(price.left)
    if not count:
        return _tr("no problem left")
    return _tr("1 problem left") if count == 1 else _tr("{0} problems left").format(count)


def preview_text(repair: Repair) -> str:
    """What the whole network comes to with a repair."""
    network = repair.price.network
    parameters, macs = compact(network.parameters), compact(network.macs)
    return _tr("Then the network has {0} parameters and {1} MACs; {2}.").format(
        parameters, macs, left_text(repair.price)
    )


def _signed(value: int, written: object) -> str:
    assert callable(written)
    return ("+" if value > 0 else "−") + str(written(abs(value)))


class RepairRow(QPushButton):
    """One repair, with its price."""

    pointed = Signal(object)
    """The repair, or None: the mouse or the keyboard has come to the row, or left it."""

    def __init__(self, repair: Repair) -> None:
        super().__init__()
        self.repair = repair
        self.setProperty("kind", "repair")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(42)
        price, left = price_text(repair.price), left_text(repair.price)
        spoken = f"{say(repair.text)}: {price}; {left}"
        self.setAccessibleName(spoken.replace(THIN, " "))
        self.setToolTip(f"{say(repair.text)}\n{preview_text(repair)}")
        text = ElidedLabel(say(repair.text))
        cost = ElidedLabel(price)
        cost.setProperty("kind", "secondary")
        cost.setFont(mono_font(11))
        done = not repair.price.left
        rest = label("✓" if done else left, "ok" if done else "secondary")
        below = QHBoxLayout()
        tight(below, 8)
        below.addWidget(cost, 1)
        below.addWidget(rest)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 3, 10, 4)
        layout.setSpacing(0)
        layout.addWidget(text)
        layout.addLayout(below)
        for part in (text, cost, rest):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.pointed.emit(self.repair)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.pointed.emit(None)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class RepairList(QWidget):
    """The repairs of one problem, worked out when they are first seen and after every pause."""

    applied = Signal()
    pointed = Signal(object)
    """The repair that the mouse or the keyboard has come to."""

    def __init__(self, session: Session, problem: Problem, most: int = FEW) -> None:
        """``most`` rows are shown before the others are asked for."""
        super().__init__()
        self._session = session
        self._most = most
        self._problem = problem
        self._document: Document | None = None
        self.rows: list[RepairRow] = []
        self._layout = QVBoxLayout(self)
        tight(self._layout, 4)
        self._rows = QVBoxLayout()
        tight(self._rows, 4)
        self._layout.addLayout(self._rows)
        self._more = QPushButton()
        self._more.setProperty("kind", "link")
        self._more.clicked.connect(self._show_all)
        self._more.hide()
        self._layout.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignLeft)
        self._preview = label("", "secondary", wrap=True)
        self._preview.hide()
        self._layout.addWidget(self._preview)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        session.document_changed.connect(self._outdate)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._document is not self._session.document:
            self._timer.start(PAUSE if self._document is not None else 0)

    def refresh(self) -> None:
        """Work the repairs out for the document as it is now."""
        session = self._session
        if self._document is session.document:
            return
        self._document = session.document
        self._show(repairs(session.analysis, self._problem))

    def _outdate(self) -> None:
        if self.isVisible():
            self._timer.start(PAUSE)

    def _show(self, found: Sequence[Repair]) -> None:
        held = next((i for i, row in enumerate(self.rows) if row.hasFocus()), None)
        clear(self._rows)
        self.rows = []
        self._point(None)
        for repair in found:
            row = RepairRow(repair)
            row.clicked.connect(partial(self._apply, repair))
            row.pointed.connect(self._point)
            self._rows.addWidget(row)
            self.rows.append(row)
        for row in self.rows[self._most :]:
            row.hide()
        self._more.setVisible(len(found) > self._most)
        self._more.setText(self.tr("{0} more").format(len(found) - self._most))
        if not found:
            self._rows.addWidget(label(self.tr("No repair is known."), "secondary"))
        if held is not None and self.rows:
            self.rows[min(held, len(self.rows) - 1)].setFocus()

    def _point(self, repair: Repair | None) -> None:
        """Show what the network would come to; the line keeps its room once it was there."""
        if repair is not None:
            self._preview.setText(preview_text(repair))
            self._preview.setVisible(self._most < ALL)
            self.pointed.emit(repair)

    def _show_all(self) -> None:
        self._more.hide()
        for row in self.rows:
            row.show()

    def _apply(self, repair: Repair) -> None:
        # a price that was measured on another document would be no price
        if self._document is not self._session.document:
            self.refresh()
            return
        self.applied.emit()
        self._session.do(repair.edit)


class ArrowKeys(QObject):
    """Up and down lead through the rows of several lists, from the last back to the first."""

    def __init__(self, lists: Sequence[RepairList], parent: QObject) -> None:
        super().__init__(parent)
        self._rows = [row for found in lists for row in found.rows]
        for row in self._rows:
            row.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, RepairRow):
                at = self._rows.index(watched)
                self._rows[(at + step) % len(self._rows)].setFocus()
                return True
        return False

"""A message above a panel: what is wrong, why, how to mend it, and a button that does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.app import theme
from explorer.app.notices import sentence
from explorer.app.panels.pair import Pair
from explorer.app.runner import Runner
from explorer.app.widgets import IconButton, label, tight

WIDE = 560
"""Pixels from which on all is said, and the buttons stand beside the words."""


class NoticeBar(QFrame):
    """Shows the runner's notice while there is one."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.setAccessibleName(self.tr("Message"))
        self._icon = QLabel()
        self._what = label(wrap=True)
        self._what.setFont(theme.ui_font(13, 600))
        self._more = label(kind="secondary", wrap=True)
        self.show_block = QPushButton(self.tr("Show the block"))
        self.show_block.clicked.connect(self._show_block)
        self.repair = QPushButton(self.tr("Mend it"))
        self.repair.clicked.connect(self._repair)
        self.again = QPushButton(self.tr("Run again"))
        self.again.clicked.connect(self._again)
        self._close = IconButton("x", self.tr("Put this message away"))
        self._close.clicked.connect(lambda: runner.set_notice(None))
        text = QWidget()
        words = QVBoxLayout(text)
        words.setContentsMargins(0, 2, 0, 2)
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._more)
        acts = QWidget()
        buttons = QHBoxLayout(acts)
        tight(buttons, 8)
        for button in (self.show_block, self.repair, self.again):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Pair(text, acts, grows=0, wide=WIDE - 80, gap=6), 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._icon.setContentsMargins(0, 4, 0, 0)
        runner.notice_changed.connect(self._refresh)
        runner.state_changed.connect(self._refresh)
        theme.notifier().changed.connect(self._refresh)
        self.setProperty("kind", "card")
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() < WIDE) != (event.size().width() < WIDE):
            self._refresh()

    @property
    def text(self) -> str:
        """All that it says; empty where it is hidden."""
        return "" if self.isHidden() else f"{self._what.text()} {self._more.text()}"

    def _refresh(self) -> None:
        notice = self._runner.notice
        self.setVisible(notice is not None)
        if notice is None:
            return
        colors = theme.theme()
        color = colors.error if notice.kind == "error" else colors.warning
        name = "circle-alert" if notice.kind == "error" else "triangle-alert"
        self._icon.setPixmap(theme.icon(name, color).pixmap(QSize(16, 16)))
        self._what.setText(sentence(notice.what))
        more = " ".join(filter(None, (sentence(notice.why), sentence(notice.mend))))
        # In a narrow strip what can be done counts more than why; the tooltip has it all.
        shown = sentence(notice.mend) if self.width() < WIDE and notice.mend else more
        self._more.setText(shown)
        self._more.setVisible(bool(shown))
        self._more.setToolTip(more)
        self.setAccessibleDescription(f"{self._what.text()} {more}")
        self.show_block.setVisible(self._runner.session.row(notice.path) is not None)
        self.repair.setVisible(notice.repair is not None)
        if notice.repair is not None:
            self.repair.setText(notice.repair[0])
        self.again.setVisible(notice.again and not self._runner.training)

    def _show_block(self) -> None:
        notice = self._runner.notice
        if notice is not None:
            self._runner.session.select(notice.path)

    def _repair(self) -> None:
        notice = self._runner.notice
        if notice is not None and notice.repair is not None:
            self._runner.session.do(notice.repair[1])

    def _again(self) -> None:
        self._runner.set_notice(None)
        self._runner.train()

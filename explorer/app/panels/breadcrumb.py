"""Where one is: the network, and the blocks that were entered."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from explorer.analysis.home import instances
from explorer.app.session import Session
from explorer.app.theme import theme, ui_font
from explorer.app.widgets import clear, label
from explorer.graph.uses import count_uses


class Breadcrumb(QFrame):
    """``resnet18 › layer2 › 0``; every part but the last leads back there. Within a user's block
    it says that the definition is edited: ``left: two_path (definition, 3 uses)``."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[str, ...] = ()
        self.setAccessibleName(self.tr("Where you are"))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(6, 2, 6, 2)
        self._layout.setSpacing(2)
        session.scope_changed.connect(self.refresh)
        session.document_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        scope, document = self._session.scope, self._session.document
        blocks = instances(self._session.analysis, scope)
        here = [self._said(n, b) for n, b in zip(scope, blocks, strict=True)]
        if here and blocks[-1] is not None:
            uses = count_uses(document, blocks[-1])
            what = (
                self.tr("definition, 1 use")
                if uses == 1
                else self.tr("definition, {0} uses").format(uses)
            )
            here[-1] = f"{here[-1]} ({what})"
        shown = (document.name, *here)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._layout)
        for i, name in enumerate(shown):
            if i:
                self._layout.addWidget(label("›", "secondary"))
            last = i == len(shown) - 1
            if last:
                at = label(name)
                at.setContentsMargins(3 if i else 0, 0, 0, 0)
                at.setFont(ui_font(13, 600 if i else 500))
                if self._session.definition(scope) is not None:
                    at.setToolTip(
                        self.tr(
                            "What you change here changes the definition, and so every use of it. "
                            "The figures are those of this one."
                        )
                    )
                self._layout.addWidget(at)
            else:
                link = QPushButton(name)
                link.setProperty("kind", "link")
                link.setToolTip(self.tr("Back to {0}").format(name))
                link.clicked.connect(partial(self._session.enter, scope[:i]))
                self._layout.addWidget(link)
        self.adjustSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground of its own: blocks and wires may lie beneath."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QColor(theme().canvas)
        ground.setAlpha(235)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect(), 6, 6)

    @staticmethod
    def _said(name: str, block: str | None) -> str:
        """``left: two_path`` for an instance that is called otherwise than its block."""
        return name if block is None or name == block else f"{name}: {block}"

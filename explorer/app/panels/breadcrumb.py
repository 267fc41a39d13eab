"""Where one is: the network, and the blocks that were entered."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from explorer.app.session import Session
from explorer.app.theme import ui_font
from explorer.app.widgets import clear, label


class Breadcrumb(QFrame):
    """``resnet18 › layer2 › 0``; every part but the last leads back there."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[str, ...] = ()
        self.setAccessibleName(self.tr("Where you are"))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        session.scope_changed.connect(self.refresh)
        session.document_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        scope = self._session.scope
        shown = (self._session.document.name, *scope)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._layout)
        for i, name in enumerate(shown):
            if i:
                self._layout.addWidget(label("›", "secondary"))
            last = i == len(shown) - 1
            if last:
                here = label(name)
                here.setFont(ui_font(13, 600 if i else 500))
                self._layout.addWidget(here)
            else:
                link = QPushButton(name)
                link.setProperty("kind", "link")
                link.setToolTip(self.tr("Back to {0}").format(name))
                link.clicked.connect(partial(self._session.enter, scope[:i]))
                self._layout.addWidget(link)
        self.adjustSize()

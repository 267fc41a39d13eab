"""All that keeps a person's work: the journal and what it brings back."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer.app.files import Files
from explorer.app.panels.banner import Banner
from explorer.app.safety.autosave import Autosave
from explorer.app.safety.recovery import Recovery
from explorer.app.session import Session


class Safety(QObject):
    """One for each window."""

    def __init__(self, session: Session, files: Files, banner: Banner, window: QWidget) -> None:
        super().__init__(window)
        self._banner, self._files = banner, files
        self.recovery_bar = Banner()
        self.bars = (self.recovery_bar,)
        """Questions that wait, below the window's own messages."""
        self.autosave = Autosave(session, parent=self)
        self.autosave.failed.connect(self._tell)
        self.recovery = Recovery(session, files, self.autosave, self.recovery_bar, window)

    def begin(self) -> None:
        """The window is shown, and can ask."""
        self.recovery.offer()

    def close(self) -> None:
        """The window closes, and all that was to be asked was asked."""
        self.recovery.close()
        self.autosave.close()

    def _tell(self, why: str) -> None:
        self._banner.error(
            self.tr("Changes cannot be kept against a crash: {0}. Save to be safe.").format(
                why.rstrip(".")
            ),
            self.tr("Save…"),
            self._files.save_as,
        )

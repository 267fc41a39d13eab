"""All that keeps a person's work: the journal and what it brings back, the file on the disk, and the
window as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from explorer.app.files import Files
from explorer.app.panels.banner import Banner
from explorer.app.safety import resume
from explorer.app.safety.autosave import Autosave
from explorer.app.safety.disk import DiskFile
from explorer.app.safety.meeting import Meeting
from explorer.app.safety.recovery import Recovery, bring_back
from explorer.app.safety.resume import Left
from explorer.app.session import Session

if TYPE_CHECKING:
    from explorer.app.safety.neighbours import Neighbours
    from explorer.app.window import Window


class Safety(QObject):
    """One for each window."""

    def __init__(self, session: Session, files: Files, banner: Banner, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._banner, self._files = session, banner, files
        self.recovery_bar, self.disk_bar = Banner(), Banner()
        self.bars = (self.recovery_bar, self.disk_bar)
        """Questions that wait, below the window's own messages."""
        self.autosave = Autosave(session, parent=self)
        self.autosave.failed.connect(self._tell)
        self.recovery = Recovery(session, files, self.autosave, self.recovery_bar, window)
        self.disk = DiskFile(session, self)
        self.meeting = Meeting(session, files, self.disk, self.disk_bar, window)
        self._neighbours: Neighbours | None = None

    def begin(self, window: Window, left: Left | None = None) -> None:
        """The window is shown, and can ask. ``left``: how the last one was left, which is open
        here already."""
        if left is not None:
            self.continue_with(window, left)
        # needed once only, and not for being shown
        from explorer.app.safety.neighbours import Neighbours

        self._neighbours = Neighbours(self)
        self._neighbours.called.connect(lambda: _come_forward(window))
        self._neighbours.listen()
        if self.meeting.at_start():
            self.recovery.offer()
        else:
            QTimer.singleShot(0, window.close)

    def continue_with(self, window: Window, left: Left) -> None:
        """Go on where the last window was left; its document is open here already."""
        if left.changed:
            bring_back(self._session, self._session.document, left.file, self.tr("Continue"))
            # only when the journal holds it, nothing else has to
            if self.autosave.flush():
                resume.forget()
        resume.look(window, left)

    def close(self, window: Window) -> None:
        """The window closes, and all that was to be asked was asked."""
        later = self._files.left_for_later
        idle = window.welcome.at_start or not window.settings.resumes
        kept = idle or resume.keep(window, later)
        self.recovery.close()
        if later and not kept:
            # the journal stays, and is offered at the next start
            self.autosave.flush()
        else:
            self.autosave.close()
        self.disk.close()
        if self._neighbours is not None:
            self._neighbours.close()

    def _tell(self, why: str) -> None:
        self._banner.error(
            self.tr("Changes cannot be kept against a crash: {0}. Save to be safe.").format(
                why.rstrip(".")
            ),
            self.tr("Save…"),
            self._files.save_as,
        )


def _come_forward(window: Window) -> None:
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()

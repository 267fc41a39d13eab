"""The status line: saved or not, problems, size of the network, the worker's device."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from explorer.app.panels.problems import ProblemsPopover, counted
from explorer.app.session import Session
from explorer.app.theme import icon, notifier, theme
from explorer.app.widgets import ElidedLabel, label


class StatusLine(QWidget):
    """What is worth knowing at any time, in one line."""

    problem_chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(self.tr("Status"))
        self._saved = label("", "secondary")
        self.problems = QPushButton()
        self.problems.setProperty("kind", "flat")
        self.problems.setToolTip(self.tr("Show all problems"))
        self._popover = ProblemsPopover(session, self)
        self._popover.chosen.connect(self.problem_chosen)
        self.problems.clicked.connect(self.show_problems)
        self._size = label("", "secondary")
        self._busy = ElidedLabel()
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setProperty("kind", "link")
        self._cancel.clicked.connect(self._stop)
        self._stop_busy: Callable[[], object] | None = None
        self._device = label("", "secondary")
        self._device.setAccessibleDescription(self.tr("Where networks are trained"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(12)
        layout.addWidget(self._saved)
        layout.addWidget(self.problems)
        layout.addWidget(self._size)
        layout.addStretch(1)
        layout.addWidget(self._busy, 2)
        layout.addWidget(self._cancel)
        layout.addWidget(self._device)
        self.setFixedHeight(28)
        for signal in (session.document_changed, session.file_changed):
            signal.connect(self.refresh)
        notifier().changed.connect(self.refresh)
        self.refresh()
        self.show_busy("")

    def refresh(self) -> None:
        session = self._session
        self._saved.setText(self.tr("● not saved") if session.changed else self.tr("✓ saved"))
        if session.path is None and not session.changed:
            self._saved.setText(self.tr("new"))
        problems = session.analysis.problems
        worst = next((p.severity for p in problems), "")
        self.problems.setText(counted(len(problems)))
        self.problems.setEnabled(bool(problems))
        t = theme()
        names = {"error": ("circle-alert", t.error), "": ("circle-check", t.ok)}
        name, color = names.get(worst, ("triangle-alert", t.warning))
        self.problems.setIcon(icon(name, color))
        layers = sum(1 for row in session.analysis.rows if not row.is_block)
        blocks = len(session.analysis.rows) - layers
        self._size.setText(self.tr("{0} layers · {1} blocks").format(layers, blocks))

    def show_problems(self) -> None:
        if self._session.analysis.problems:
            self._popover.open_above(self.problems)

    def show_device(self, text: str) -> None:
        """What the worker runs on."""
        self._device.setText(text)

    def show_busy(self, text: str, stop: Callable[[], object] | None = None) -> None:
        """What goes on in the background, and how to stop it; nothing where empty."""
        self._busy.set_text(text)
        self._busy.setVisible(bool(text))
        self._stop_busy = stop
        self._cancel.setVisible(stop is not None)

    def _stop(self) -> None:
        if self._stop_busy is not None:
            self._stop_busy()

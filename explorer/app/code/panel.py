"""The code beside the graph: the file that an export would write, linked with it both ways."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.app.code.linking import block_at, lines_of
from explorer.app.code.listed import Lister
from explorer.app.code.view import CodeView
from explorer.app.language import say
from explorer.app.newest import Newest
from explorer.app.notices import sentence
from explorer.app.session import Session
from explorer.app.style import mark
from explorer.app.widgets import IconButton, hairline, label, tight
from explorer.graph.edits import Edit
from explorer.graph.model import Document

if TYPE_CHECKING:
    from explorer.exchange.source.edits import SourceProblem
    from explorer.exchange.source.listing import Listing

TYPING_PAUSE = 350
"""Milliseconds without a keystroke after which what was typed is read."""


class Read(NamedTuple):
    """What a typed text comes to."""

    document: Document
    text: str
    outcome: Edit | SourceProblem | None


class CodePanel(QWidget):
    """Selecting a block marks its lines; the caret selects blocks; a number typed is an edit."""

    save_asked = Signal()
    left = Signal()
    """The keyboard is wanted on the canvas."""
    block_asked = Signal(str)
    """Show this block: it is why there is no code."""
    _read = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(260)
        self.lister = Lister(session, self.isVisible, self)
        self.lister.changed.connect(self._show_listing)
        self._listing: Listing | None = None
        self._of: Document | None = None
        self._blocker = ""
        self._own_choice = False
        self._reader = Newest("typed code")
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self.read_typed)
        self._gesture = 0
        self._gesture_line = -1
        self._lay_out()
        self.view.typed.connect(self._typed)
        self.view.line_chosen.connect(self._choose)
        self.view.left.connect(self._leave)
        session.selection_changed.connect(self._follow_selection)
        session.document_replaced.connect(self._forget)

    def _lay_out(self) -> None:
        self.view = CodeView(self.tr("PyTorch code of the network"))
        self.view.setReadOnly(True)
        self._count = label("", "secondary")
        self.copy_button = IconButton("copy", self.tr("Copy the code"))
        self.copy_button.clicked.connect(self.copy)
        self.save_button = IconButton("download", self.tr("Save the code as a file…"))
        self.save_button.clicked.connect(self.save_asked)
        head = QHBoxLayout()
        head.setContentsMargins(14, 3, 8, 3)
        head.setSpacing(4)
        head.addWidget(label(self.tr("CODE"), "heading"))
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self.copy_button)
        head.addWidget(self.save_button)
        self._message = QFrame()
        mark(self._message, kind="problem", severity="error")
        self._text: QLabel = label(wrap=True)
        self._way = QPushButton()
        self._way.clicked.connect(self._go)
        foot = QHBoxLayout(self._message)
        foot.setContentsMargins(12, 6, 8, 6)
        foot.setSpacing(8)
        foot.addWidget(self._text, 1)
        foot.addWidget(self._way, 0, Qt.AlignmentFlag.AlignTop)
        self._message.hide()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(head)
        layout.addWidget(hairline())
        layout.addWidget(self.view, 1)
        layout.addWidget(self._message)
        self.setFocusProxy(self.view)

    # -- the listing --------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lister.write()

    def _forget(self) -> None:
        """Another network: nothing that was typed means anything there."""
        self._pause.stop()
        self._listing = self._of = None

    @property
    def _is_typed(self) -> bool:
        """Whether the text is not the listing's, but what somebody is making of it."""
        return self._pause.isActive() or (
            self._listing is not None and self.view.toPlainText() != self._listing.text
        )

    def _show_listing(self) -> None:
        now = self.lister.now
        if now is None:
            return
        typing = self._pause.isActive()
        self._of = now.document
        if now.listing is None:
            self._pause.stop()
            self._listing = None
            self.view.setReadOnly(True)
            problem = now.problem
            self._blocker = problem.path if problem is not None else ""
            what = say(problem.what) if problem is not None else ""
            where = self.tr("{0}: {1}").format(self._blocker, what) if self._blocker else what
            self.view.show_problem(None)
            self.view.mark_lines(())
            self._say(
                self.tr("The code is that of before the error. {0}").format(sentence(where))
                if self.view.toPlainText()
                else self.tr("There is no code while the network has an error. {0}").format(
                    sentence(where)
                ),
                self.tr("Show the block") if self._blocker else "",
            )
        else:
            self._listing = now.listing
            self.view.setReadOnly(False)
            if not typing:
                self.view.put(now.listing.text)
                self.view.show_problem(None)
                self._say("")
            self._mark_selection(scroll=not self.view.hasFocus())
        lines = self.view.toPlainText().count("\n")
        self._count.setText(self.tr("{0} lines").format(lines))
        for button in (self.copy_button, self.save_button):
            button.setEnabled(now.listing is not None)

    def _say(self, text: str, way: str = "") -> None:
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._way.setText(way)
        self._way.setVisible(bool(way))
        self._message.setVisible(bool(text))

    @property
    def message(self) -> str:
        """What is wrong; empty where nothing is."""
        return "" if self._message.isHidden() else self._text.text()

    def _go(self) -> None:
        if self._listing is None:
            self.block_asked.emit(self._blocker)
        else:
            self.put_back()

    def put_back(self) -> None:
        """Give up what was typed and cannot be read."""
        self._pause.stop()
        if self._listing is not None:
            self.view.put(self._listing.text)
        self.view.show_problem(None)
        self._say("")
        self.view.setFocus()

    def copy(self) -> None:
        """Put the code as it is shown on the clipboard."""
        QGuiApplication.clipboard().setText(self.view.toPlainText())

    # -- blocks and lines ----------------------------------------------------------------------------

    def _follow_selection(self) -> None:
        if self.isVisible():
            self._mark_selection(scroll=not self._own_choice)

    def _mark_selection(self, scroll: bool) -> None:
        if self._listing is None:
            return
        spans = self._listing.lines
        found = [lines_of(spans, path) for path in self._session.selection]
        self.view.mark_lines(line for lines in found for line in lines)
        if scroll and found and found[-1]:
            self.view.bring_into_view(found[-1][0])

    def _choose(self, line: int) -> None:
        """Select the block that the caret's line is about."""
        if self._listing is None or self._is_typed:
            return
        path = block_at(self._listing.lines, line, self._session.selection)
        if path is not None and self._session.row(path) is not None:
            self._own_choice = True
            self._session.select(path)
            self._own_choice = False

    def _leave(self) -> None:
        if self._is_typed:
            self.put_back()
        else:
            self.left.emit()

    # -- what is typed -----------------------------------------------------------------------------

    def _typed(self) -> None:
        line = self.view.textCursor().blockNumber()
        if line != self._gesture_line or not self._gesture:
            self._gesture, self._gesture_line = self._session.new_gesture(), line
        self._pause.start()

    def read_typed(self) -> None:
        """Have the thread find out what was typed, as soon as the listing is of the document."""
        listing, document = self._listing, self._session.document
        if listing is None:
            return
        if self._of is not document:
            self._pause.start()
            self.lister.write()
            return
        text, gesture = self.view.toPlainText(), self._gesture

        def job() -> None:
            from explorer.exchange.source.edits import edit_from_text

            outcome = edit_from_text(document, listing, text, gesture)
            with suppress(RuntimeError):  # the window is gone
                self._read.emit(Read(document, text, outcome))

        self._reader.submit(job)

    def wait(self) -> None:
        """Until neither thread has anything to do: the answer is on its way."""
        self._reader.wait(10)
        self.lister.wait()

    def _take(self, read: Read) -> None:
        if self._pause.isActive() or read.text != self.view.toPlainText():
            return  # typing went on
        if read.document is not self._session.document:
            self._pause.start()
            return
        outcome = read.outcome
        if outcome is None:
            if self._listing is not None:
                self.view.put(self._listing.text)
            self.view.show_problem(None)
            self._say("")
        elif isinstance(outcome, tuple):
            self.view.show_problem(outcome.line - 1)
            where = self.tr("Line {0}: {1}").format(outcome.line, sentence(outcome.message))
            self._say(where, self.tr("Put it back"))
        else:
            self.view.show_problem(None)
            self._say("")
            self._session.do(outcome)

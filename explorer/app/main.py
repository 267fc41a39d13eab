"""Opening the window."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from explorer import zoo
from explorer.app import language, log, quick
from explorer.app.safety import locks, resume
from explorer.app.safety.resume import Left
from explorer.app.session import Session
from explorer.app.settings import Settings
from explorer.app.theme import apply_sheet, choose_theme
from explorer.app.window import PROGRAM, Window
from explorer.graph import files
from explorer.graph.model import Document


def application() -> QApplication:
    """The one QApplication, made where there is none yet."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    made = QApplication([PROGRAM])
    made.setApplicationName("explorer")
    made.setApplicationDisplayName(PROGRAM)
    made.setDesktopFileName("architecture-explorer")
    return made


def open_window(document: Document, path: Path | None = None) -> Window:
    """A window on a document, in the theme that was chosen last. The application must exist."""
    settings = Settings()
    choose_theme(settings.theme)
    session = Session(document)
    session.path = path
    if path is not None:
        settings.add_recent(path)
    window = Window(session, settings)
    apply_sheet()
    return window


def run(document: Document | Path | str | None = None, path: Path | None = None) -> int:
    """Open the window on a document, a file or a network of the zoo, and stay until it closes.
    With none of these it continues where the last one was left, or begins with the welcome page.

    FileError or KeyError where there is no such file or network.
    """
    left, began = None, False
    if document is None:
        left, document = _left()
        path = left.file if left is not None else None
        began = left is None and Settings().welcomes
    if isinstance(document, str) and document in zoo.names():
        document = zoo.get(document)
    if not isinstance(document, Document):
        path = Path(document)
        document = files.load(path)
    app = application()
    language.install(app, language.chosen(Settings().language))
    window = open_window(document, path)
    _tell_of_faults(window)
    if began:
        window.welcome.begin()
    window.show()
    quick.collect_now()
    window.safety.begin(window, left)
    return app.exec()


def _left() -> tuple[Left | None, Document]:
    """How the last window was left, and its document; else the first network to look at. A file
    that another window has open is that window's."""
    left = resume.read() if Settings().resumes else None
    if left is not None and (left.file is None or locks.holder(left.file) is None):
        document = left.document()
        if document is not None:
            return left, document
    return None, zoo.get("lenet5_modern")


def _tell_of_faults(window: Window) -> None:
    """A fault of the program is printed as ever, logged, and said in the window: nobody reads
    stderr."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr is not None:
            sys.stderr.write(text)
        log.error(text)
        window.banner.error(
            window.tr(
                "Something went wrong in the program ({0}). The network is untouched; save it "
                "to be safe."
            ).format(f"{kind.__name__}: {error}"),
            window.tr("Copy report"),
            window.copy_report,
        )

    sys.excepthook = tell

"""What an edit would do to the network, before it is done: for saying it at the cursor."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.analysis import home
from explorer.analysis.analyze import analyze
from explorer.analysis.results import Problem, errors
from explorer.app.language import say
from explorer.app.session import Session
from explorer.graph.edits import Edit


def new_errors(session: Session, edit: Edit) -> tuple[Problem, ...]:
    """The errors that an edit would bring; EditError where it cannot be done at all."""
    document = home.at_home(session.analysis, edit).apply(session.document)
    before = {(p.path, p.what) for p in errors(session.analysis.problems)}
    after = analyze(document, session.analysis)
    return tuple(p for p in errors(after.problems) if (p.path, p.what) not in before)


def trouble(problems: tuple[Problem, ...], path: str) -> str:
    """The first of some problems in a sentence or two, one at ``path`` before all others; empty
    where there is none."""
    if not problems:
        return ""
    mine = next((p for p in problems if p.path == path), None)
    if mine is not None:
        return " ".join(as_sentence(say(text)) for text in (mine.what, mine.why) if text)
    first = problems[0]
    what = QCoreApplication.translate("Canvas", "Then {0} has a problem: {1}")
    return as_sentence(what.format(first.path, say(first.what)))


def as_sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")

"""A program that edits without a pause, to be killed: the time of each edit is in the document."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QTimer

from explorer import zoo
from explorer.app.safety.autosave import Autosave
from explorer.app.session import Session
from explorer.graph.edits import SetAbout, SetParameter


def main(folder: Path, network: str) -> None:
    app = QCoreApplication([])
    session = Session(zoo.get(network))
    autosave = Autosave(session, folder)
    stages = [n.name for n in session.document.graph.nodes if "count" in n.params]

    def edit() -> None:
        kind = random.random()
        if kind < 0.3 and stages:
            name = random.choice(stages)
            session.do(SetParameter(name=name, parameter="count", value=random.randint(1, 6)))
        elif kind < 0.4:
            session.undo()
        about = replace(session.document.about, idea=repr(time.time()))
        session.do(SetAbout(about=about))
        QTimer.singleShot(random.randint(5, 80), edit)

    autosave.written.connect(lambda: print("written", flush=True))
    edit()
    print("editing", flush=True)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

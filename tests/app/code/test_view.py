"""The text view, by itself."""

from __future__ import annotations

import random

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from explorer.app.code.view import CodeView


def view(qtbot: QtBot, text: str) -> CodeView:
    made = CodeView("code")
    qtbot.addWidget(made)
    made.put(text)
    return made


def test_another_text_replaces_what_differs(qtbot: QtBot) -> None:
    chance = random.Random(0)
    made = view(qtbot, "")
    for _ in range(300):
        lines = [
            chance.choice("abcdefg") * chance.randint(0, 3) for _ in range(chance.randint(1, 9))
        ]
        text = "\n".join(lines)
        made.put(text)
        assert made.toPlainText() == text


def test_the_caret_stays_in_its_line(qtbot: QtBot) -> None:
    made = view(qtbot, "one 1\ntwo 2\nthree 3\nfour 4\n")
    cursor = made.textCursor()
    cursor.setPosition(len("one 1\ntwo"))
    made.setTextCursor(cursor)
    made.put("new\none 9\ntwo 2\nfour 5\n")
    caret: QTextCursor = made.textCursor()
    assert caret.block().text() == "two 2"
    assert caret.positionInBlock() == 3


def test_long_texts_are_coloured_to_their_end(qtbot: QtBot) -> None:
    made = view(qtbot, '"""One\ntwo 2\n"""\nx = 3  # so\nclass A:\n')
    assert made.ink is not None

    def colors(line: int) -> list[str]:
        layout = made.document().findBlockByNumber(line).layout()
        return [f.format.foreground().color().name() for f in layout.formats()]

    inks = {k: made.ink._formats[k].foreground().color().name() for k in made.ink._formats}
    assert colors(0) == colors(1) == colors(2) == [inks["text"]]
    assert colors(3) == [inks["number"], inks["comment"]]
    assert colors(4) == [inks["keyword"], inks["name"]]

"""The window in a language that nobody speaks, whose texts are 40 % longer: none is forgotten or cut."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.app.canvas import paint
from explorer.app.language import messages
from explorer.app.window import Window
from explorer.graph.edits import SetParameter
from tests.app.language.walk import Pseudo, clipped, names_of, shown_texts, untranslated

TS = Path(__file__).parents[3] / "packaging" / "translations" / "explorer_it.ts"
CONTEXTS = {str(name.text) for name in ET.parse(TS).getroot().iter("name")}


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Texts that are painted and no widget's."""
    found: set[str] = set()
    of_canvas, of_qt = paint.text, QPainter.drawText

    def text(painter: QPainter, x: float, y: float, what: str, *more: Any) -> None:
        found.add(what)
        of_canvas(painter, x, y, what, *more)

    def draw(painter: QPainter, *args: Any) -> Any:
        found.update(a for a in args if isinstance(a, str))
        return of_qt(painter, *args)

    monkeypatch.setattr(paint, "text", text)
    monkeypatch.setattr(QPainter, "drawText", draw)
    return found


@pytest.fixture
def pseudo(
    qapp: QApplication, painted: set[str], make_window: Callable[[str], Window]
) -> Iterator[Window]:
    """A window in the pseudo-language, as small as the screens of many schools."""
    translator = Pseudo(CONTEXTS)
    qapp.installTranslator(translator)
    messages.speak("pseudo")
    window = make_window("resnet18")
    window.resize(1280, 720)
    try:
        yield window
    finally:
        qapp.removeTranslator(translator)
        messages.speak("en")


def faults(seen: QWidget, window: Window, painted: set[str], qtbot: QtBot) -> list[str]:
    """Texts in English, and texts that are cut off."""
    qtbot.wait(250)  # memory over time is worked out after a pause
    painted.clear()
    seen.grab()
    names, found = names_of(window), []
    for text, where in (*shown_texts(seen), *((text, "painted") for text in painted)):
        if words := untranslated(text, names):
            found.append(f"{where}: {text!r} ({words})")
    return sorted({*found, *clipped(seen)})


@pytest.mark.parametrize("workspace", ["design", "train", "inspect", "compare"])
def test_a_workspace(pseudo: Window, painted: set[str], qtbot: QtBot, workspace: str) -> None:
    pseudo.show_workspace(workspace)
    assert faults(pseudo, pseudo, painted, qtbot) == []


def test_pages_of_the_inspector_and_views(pseudo: Window, painted: set[str], qtbot: QtBot) -> None:
    for path in ("stem", "layer1", "head"):
        pseudo.session.select(path)
        assert faults(pseudo, pseudo, painted, qtbot) == []
    pseudo.toggle_volumes()
    assert faults(pseudo, pseudo, painted, qtbot) == []
    pseudo.toggle_volumes()


def test_a_network_with_problems(pseudo: Window, painted: set[str], qtbot: QtBot) -> None:
    pseudo.session.do(SetParameter(name="image", parameter="shape", value=(150528,)))
    pseudo.session.select("stem")
    assert pseudo.session.analysis.problems
    for card in pseudo.inspector.findChildren(QWidget):
        if hasattr(card, "unfold"):
            card.unfold()
    assert faults(pseudo, pseudo, painted, qtbot) == []
    pseudo.actions_table["undo"].trigger()
    pseudo.session.history.mark_saved()


@pytest.mark.parametrize(
    "open_it",
    [
        lambda w: w.files.open_gallery(),
        lambda w: w.show_shortcuts(),
        lambda w: w.show_about(),
        lambda w: w.exporting.ask("pytorch"),
        lambda w: w.exporting.ask("table"),
        lambda w: w.exporting.ask("picture"),
    ],
)
def test_a_dialog(
    pseudo: Window, painted: set[str], qtbot: QtBot, open_it: Callable[[Window], object]
) -> None:
    found: list[list[str]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        found.append(faults(dialog, pseudo, painted, qtbot))
        dialog.close()

    QTimer.singleShot(100, look)  # a modal dialog returns only when it is closed
    open_it(pseudo)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [[]]


def test_what_is_opened_over_the_window(pseudo: Window, painted: set[str], qtbot: QtBot) -> None:
    pseudo.commands.open()
    assert faults(pseudo.commands, pseudo, painted, qtbot) == []
    pseudo.commands.close()
    for menu in (pseudo.actions_table.canvas_menu(), pseudo.table.columns_menu()):
        assert faults(menu, pseudo, painted, qtbot) == []
        menu.deleteLater()
    QCoreApplication.processEvents()


def test_the_walk_sees_what_was_forgotten(pseudo: Window, painted: set[str], qtbot: QtBot) -> None:
    """A text in English, and a label too narrow for its text, are found."""
    assert untranslated("⟦Çõñvõlütîõñëëë⟧ conv1, 96×55×55, 34 k", {"conv1"}) == []
    assert untranslated("⟦ñõ⟧ more parameters", set()) == ["more", "parameters"]
    pseudo._program.setText("Some words")
    pseudo._program.setFixedWidth(20)
    found = faults(pseudo, pseudo, painted, qtbot)
    assert any("'Some words' needs" in fault for fault in found)
    assert any("['Some', 'words']" in fault for fault in found)


def test_the_welcome(pseudo: Window, painted: set[str], qtbot: QtBot) -> None:
    pseudo.actions_table["welcome"].trigger()
    assert faults(pseudo, pseudo, painted, qtbot) == []

"""Help → About → Licences: every part made by others, with its text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explorer.app.dialogs import show_about
from explorer.app.licences_page import LicencesPage
from explorer.app.window import Window


@pytest.fixture
def page(qtbot: QtBot) -> LicencesPage:
    made = LicencesPage()
    qtbot.addWidget(made)
    return made


def names(page: LicencesPage) -> list[str]:
    model = page.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_list_is_read_when_it_is_looked_at(page: LicencesPage) -> None:
    assert names(page) == []

    page.show()

    found = names(page)
    assert {"torch", "numpy", "PySide6_Essentials", "Inter", "Lucide icons"} <= set(found)
    assert found == sorted(found, key=str.casefold)
    page.hide()
    page.show()
    assert names(page) == found


def test_the_chosen_part_is_read_with_the_keys(page: LicencesPage, qtbot: QtBot) -> None:
    page.resize(600, 400)
    page.show()
    first = page.text.toPlainText()
    page.list.setFocus()

    for _ in range(names(page).index("numpy")):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)

    assert "NumPy Developers" in page.text.toPlainText()
    assert page.text.toPlainText() != first
    assert page.text.verticalScrollBar().maximum() > 0
    assert page.text.isReadOnly()


def test_about_leads_there(window: Window) -> None:
    dialog = show_about(window)
    [tab] = [t for t in dialog.findChildren(QPushButton) if t.text() == "Licences"]
    tab.click()
    page = dialog.findChild(LicencesPage)
    assert page is not None
    assert page.isVisible()
    assert len(names(page)) > 20
    dialog.close()

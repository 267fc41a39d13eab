"""Parameters of the whole network, changed in the inspector."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.app.panels.fields import TypedField
from explorer.app.panels.network_page import NetworkPage
from explorer.app.session import Session
from explorer.graph.edits import SetDocumentParameters, SetParameter
from explorer.graph.model import Document, ParameterDefinition


def wide() -> Document:
    lenet = zoo.get("lenet5_modern")
    document = SetParameter(name="C1", parameter="out_channels", value="=round(6 * width)").apply(
        lenet
    )
    more = (ParameterDefinition("width", 1.0, "How wide."), ParameterDefinition("deep", True))
    return SetDocumentParameters(parameters=(*lenet.parameters, *more)).apply(document)


def test_everything_follows_and_one_typing_is_one_step(qtbot: QtBot) -> None:
    session = Session(wide())
    page = NetworkPage(session)
    qtbot.addWidget(page)
    session.document_changed.connect(page.refresh)
    page.refresh()
    page.show()
    field = page.form.field("width")
    assert isinstance(field, TypedField)
    assert session.analysis.row_at["C1"].output == (6, 28, 28)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2.5")
    row = session.analysis.row_at["C1"]
    assert row.output == (15, 28, 28)
    session.undo()
    assert session.document == wide()
    assert not session.history.undo_label


def test_a_network_without_parameters_shows_none(qtbot: QtBot) -> None:
    page = NetworkPage(Session(Document()))
    qtbot.addWidget(page)
    page.refresh()
    assert page.form.isHidden()

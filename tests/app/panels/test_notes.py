"""What papers and lectures print, in the inspector and over the totals."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.app.panels.network_page import NetworkPage
from explorer.app.panels.totals import TotalsBar
from explorer.app.session import Session
from explorer.graph.edits import SetAbout


def test_notes_in_the_inspector(session: Session, qtbot: QtBot) -> None:
    page = NetworkPage(session)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    (row,) = page.notes.rows
    assert "ResNet paper: 1.8 GFLOPs; that is 1.81 GMACs" in row.button.accessibleName()
    assert not row.box.isVisible()
    row.button.click()
    assert row.box.isVisible()
    assert "3 628 146 688".replace(" ", "\u202f") in row.box.text()
    session.replace(zoo.get("vgg16"))
    page.refresh()
    texts = [r.button.accessibleName() for r in page.notes.rows]
    assert len(texts) == 2
    assert "lecture: 39 GFLOPs; in truth 30.94 GFLOPs" in texts[0]
    session.do(SetAbout(name="mine"))
    page.refresh()
    assert page.notes.rows == []
    assert not page.notes.isVisible()


def test_notes_over_the_totals(session: Session, qtbot: QtBot) -> None:
    bar = TotalsBar(session)
    qtbot.addWidget(bar)
    assert "1.8 GFLOPs" in bar.macs.toolTip()
    assert "3.8 GFLOPs for ResNet-50" in bar.flops.toolTip()
    assert "2.3 GFLOPs for AlexNet" in bar.flops.toolTip()
    session.replace(zoo.get("vgg16"))
    assert "1.8 GFLOPs" not in bar.macs.toolTip()
    # a slip is no way of counting
    assert "39 GFLOPs" not in bar.macs.toolTip()

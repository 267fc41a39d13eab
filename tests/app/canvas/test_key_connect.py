"""Wires drawn with the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.app.canvas.gestures.key_connect import KeyConnect
from explorer.graph.model import Document, Edge
from tests.app.canvas.conftest import Hands
from tests.app.canvas.test_gestures import chain, edges, merge

Open = Callable[[Document], Hands]
Key = Qt.Key


def test_the_nearest_block_that_lacks_a_wire_is_offered_first(hands: Open) -> None:
    h = hands(merge())
    h.session.select("right")
    h.key(Key.Key_C)
    assert "to add" in h.view.hint.text
    assert "Enter connect" in h.view.hint.text
    h.key(Key.Key_Return)
    assert Edge("right", "add", 1) in edges(h)
    assert h.session.selection == ("add",)
    assert h.view.gesture is None
    assert not h.view.hint.text


def test_letters_find_a_block_by_its_name(hands: Open) -> None:
    h = hands(merge())
    h.session.select("image")
    h.key(Key.Key_C)
    QTest.keyClicks(h.view, "out")
    assert "“out”" in h.view.hint.text
    assert "Replaces the wire from add" in h.view.bubble.text
    h.key(Key.Key_Return)
    assert Edge("image", "out") in edges(h)


def test_it_says_what_would_be_wrong_and_does_it_all_the_same(hands: Open) -> None:
    h = hands(merge())
    h.session.select("wide")
    h.key(Key.Key_C)
    QTest.keyClicks(h.view, "add")
    assert "cannot join 8×32×32 and 16×32×32" in h.view.bubble.text
    assert "must be equal" in h.view.bubble.text
    h.key(Key.Key_Return)
    assert Edge("wide", "add", 1) in edges(h)


def test_tab_goes_from_port_to_port(hands: Open) -> None:
    h = hands(merge())
    h.session.select("right")
    h.key(Key.Key_C)
    QTest.keyClicks(h.view, "add")
    assert "input 2" in h.view.hint.text, "the free one first"
    h.key(Key.Key_Tab)
    assert "input 1" in h.view.hint.text
    h.key(Key.Key_Return)
    assert Edge("right", "add", 0) in edges(h)
    assert Edge("left", "add", 0) not in edges(h)


def test_what_lies_before_is_no_target(hands: Open) -> None:
    h = hands(chain())
    h.session.select("relu")
    h.key(Key.Key_C)
    gesture = h.view.gesture
    assert isinstance(gesture, KeyConnect)
    assert [s.node.name for s in gesture._found] == ["out"], "all else would close a cycle"


def test_arrows_go_between_targets(hands: Open) -> None:
    h = hands(merge())
    h.session.select("image")
    h.key(Key.Key_C)
    gesture = h.view.gesture
    assert isinstance(gesture, KeyConnect)
    seen = set()
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Down,
                Key.Key_Up, Key.Key_Left):  # fmt: skip
        h.key(key)
        assert gesture._other is not None
        seen.add(gesture._other.node.name)
    assert len(seen) >= 3
    assert h.session.selection == ("image",)


def test_from_an_output_node_it_looks_for_what_comes_before(hands: Open) -> None:
    h = hands(merge())
    h.session.select("out")
    h.key(Key.Key_C)
    assert "from" in h.view.hint.text
    QTest.keyClicks(h.view, "left")
    h.key(Key.Key_Return)
    assert Edge("left", "out") in edges(h)


def test_escape_and_clicks_end_it(hands: Open) -> None:
    h = hands(merge())
    before = h.session.document
    h.session.select("right")
    for end in (lambda: h.key(Key.Key_Escape), lambda: h.click(h.at("wide"))):
        h.session.select("right")
        h.key(Key.Key_C)
        assert h.view.hint.text
        end()
        assert h.view.gesture is None
        assert not h.view.hint.text
        assert not h.view.bubble.text
    assert h.session.document is before


def test_without_a_block_it_says_how_to_choose_one(hands: Open) -> None:
    h = hands(merge())
    h.key(Key.Key_C)
    assert h.view.gesture is None
    assert "Choose a block" in h.view.bubble.text

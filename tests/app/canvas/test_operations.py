"""Commands and keys: clipboard, deleting, folding, entering, renaming, unpacking, walking."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.app.canvas import clipboard
from explorer.app.theme import set_theme
from explorer.graph.edits import Define, Fold, MoveNodes
from explorer.graph.files import encode
from explorer.graph.model import (
    BlockDefinition,
    Document,
    Edge,
    Graph,
    Node,
    ParameterDefinition,
)
from explorer.graph.values import Params
from tests.app.canvas.conftest import Hands
from tests.app.canvas.test_gestures import chain, edges

Open = Callable[[Document], Hands]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def names(h: Hands) -> set[str]:
    return set(h.session.document.graph.names)


def test_delete_undo_redo(hands: Open) -> None:
    h = hands(chain())
    h.session.select("conv", "relu")
    h.key(Key.Key_Delete)
    assert names(h) == {"image", "out"}
    h.key(Key.Key_Z, CTRL)
    assert h.session.document == chain()
    h.session.redo()
    assert names(h) == {"image", "out"}


def test_copy_and_paste_with_wires_and_fresh_names(hands: Open) -> None:
    h = hands(chain())
    h.session.select("conv", "relu")
    h.key(Key.Key_C, CTRL)
    h.key(Key.Key_V, CTRL)
    assert names(h) >= {"conv2", "relu2"}
    assert Edge("conv2", "relu2") in edges(h)
    assert set(h.session.selection) == {"conv2", "relu2"}
    assert h.session.document.graph["conv2"].params == h.session.document.graph["conv"].params


def test_paste_into_another_window(hands: Open) -> None:
    one, other = hands(chain()), hands(Document())
    one.session.select("conv")
    one.view.copy()
    other.view.paste()
    assert names(other) == {"conv"}


def test_what_is_not_blocks_is_not_pasted(hands: Open) -> None:
    h = hands(chain())
    QGuiApplication.clipboard().setText("{ not a network")
    h.view.paste()
    assert h.session.document == chain()
    assert h.view.bubble.text


def test_a_users_block_travels_with_its_definition() -> None:
    document = Define(definition=BlockDefinition("twice", chain().graph)).apply(chain())
    node = replace(document.graph["conv"], type="my:twice", params=document.graph["relu"].params)
    document = replace(document, graph=document.graph.with_node(node))
    text = clipboard.to_text(document, document.graph, ["conv"], {})
    copied = clipboard.read(text)
    assert copied is not None
    made = clipboard.paste(Document(), (), copied, None)
    assert made is not None
    pasted = made[0].apply(Document())
    assert "twice" in pasted.definition_by_name


def test_cut_and_duplicate(hands: Open) -> None:
    h = hands(chain())
    h.session.select("conv")
    h.key(Key.Key_D, CTRL)
    assert h.session.selection == ("conv2",)
    assert h.at("conv2").y() > h.at("conv").y() + 60
    h.key(Key.Key_X, CTRL)
    assert "conv2" not in names(h)
    h.view.paste()
    assert "conv2" in names(h)


def test_nothing_inside_a_built_in_block_is_cut_or_deleted(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    h.session.do(Fold(path="layer1", open=True))
    before = h.session.document
    h.session.select("layer1.0")
    for command in (h.view.cut, h.view.delete_selection, h.view.duplicate, h.view.rename_current):
        h.view.bubble.hide()
        command()
        assert h.session.document is before
        assert "layer1" in h.view.bubble.text
    assert h.view.copy(), "but it can be copied"
    h.session.select()
    h.view.paste()
    assert h.session.document.graph["0"].type == "residual_basic"


def test_make_editable_keeps_every_figure(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    h.session.select("layer2")
    h.view.unpack_current()
    node = h.session.document.graph["layer2"]
    assert node.type == "group"
    assert h.session.analysis.totals == analyze(zoo.get("resnet18")).totals
    keys = [r.key for r in h.session.analysis.rows]
    assert keys == [r.key for r in analyze(zoo.get("resnet18")).rows]
    h.session.undo()
    assert h.session.document == zoo.get("resnet18")


def test_make_editable_is_refused_inside_and_for_layers(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    h.session.do(Fold(path="layer2", open=True))
    before = h.session.document
    h.session.select("layer2.0")
    h.view.unpack_current()
    assert h.session.document is before
    assert "lies inside “layer2”" in h.view.bubble.text
    h.session.select("image")
    h.view.unpack_current()
    assert "layer" in h.view.bubble.text


def test_enter_and_leave(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    h.session.select("layer1")
    h.key(Key.Key_Return)
    assert h.session.scope == ("layer1",)
    assert set(h.view.network.blocks) == {"layer1.x", "layer1.0", "layer1.1", "layer1.out"}
    h.session.select("layer1.0")
    h.key(Key.Key_Return)
    assert "layer1.0.conv1" in h.view.network.blocks
    h.key(Key.Key_Backspace)
    assert h.session.scope == ("layer1",)
    assert h.session.selection == ("layer1.0",)
    h.key(Key.Key_Up, ALT)
    assert h.session.scope == ()
    assert "layer1" in h.view.network.blocks


def test_focus_goes_to_where_a_block_is(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    h.session.enter(("layer1",))
    h.view.focus_block("head")
    assert h.session.scope == ()
    item = h.view.network.blocks["head"]
    assert h.view.seen.contains(item.mapRectToScene(item.body))


def test_a_hidden_selection_rings_the_block_around_it(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    h.session.select("layer2.0.conv1")
    item = h.view.network.blocks["layer2"]
    assert item.within
    assert not item.selected
    h.session.do(Fold(path="layer2", open=True))
    assert h.view.network.blocks["layer2.0"].within
    assert not h.view.network.blocks["layer2"].within


def test_rename_in_place(hands: Open) -> None:
    h = hands(chain())
    h.session.select("conv")
    h.key(Key.Key_F2)
    field = h.view.viewport().findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "relu")
    QTest.keyClick(field, Key.Key_Return)
    assert "conv" in names(h), "taken"
    assert "already" in h.view.bubble.text
    field.setText("first")
    QTest.keyClick(field, Key.Key_Return)
    assert names(h) == {"image", "first", "relu", "out"}
    assert h.session.selection == ("first",)
    h.key(Key.Key_F2)
    again = [f for f in h.view.viewport().findChildren(QLineEdit) if f.isVisible()][-1]
    again.setText("other")
    QTest.keyClick(again, Key.Key_Escape)
    assert "first" in names(h)


def test_arrange_hands_blocks_back(hands: Open) -> None:
    document = MoveNodes(places=(("conv", (10.0, 90.0)), ("relu", (50.0, -80.0)))).apply(chain())
    h = hands(document)
    h.view.arrange()
    assert all(n.at is None for n in h.session.document.graph.nodes)
    h.session.undo()
    assert h.session.document == document


def test_insert_behind_the_current_block(hands: Open) -> None:
    h = hands(chain())
    h.session.select("conv")
    h.view.insert_block("batch_norm")
    assert {Edge("conv", "bn"), Edge("bn", "relu")} <= edges(h)
    assert h.session.selection == ("bn",)
    h.session.select()
    h.view.insert_block("conv2d")
    assert h.session.document.graph["conv2"].at is not None
    h.session.select("out")
    h.view.insert_block("relu")
    assert not any(e.source == "out" for e in edges(h))


def test_select_all_is_of_one_graph(hands: Open) -> None:
    h = hands(chain())
    h.key(Key.Key_A, CTRL)
    assert set(h.session.selection) == names(h)
    h.key(Key.Key_Escape)
    assert h.session.selection == ()


def test_arrows_walk_along_the_wires(hands: Open) -> None:
    h = hands(zoo.get("googlenet"))
    h.session.select()
    h.key(Key.Key_Right)
    assert h.session.selection == ("image",)
    h.key(Key.Key_Right)
    assert h.session.selection == ("conv1",)
    h.key(Key.Key_Left)
    assert h.session.selection == ("image",)
    h.session.select("aux1")
    h.key(Key.Key_Up)
    assert h.session.selection[0].startswith("inception4")
    h.key(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(h.session.selection) == 2


def test_nudges_merge_while_the_key_is_held(hands: Open) -> None:
    h = hands(chain())
    h.session.select("conv")
    h.key(Key.Key_Down, CTRL)
    at = h.session.document.graph["conv"].at
    assert at is not None
    assert at[1] == 8.0
    h.session.undo()
    assert h.session.document == chain()


def test_fit_and_zoom(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    seen: list[float] = []
    h.view.zoom_changed.connect(seen.append)
    h.key(Key.Key_F)
    assert h.view.seen.contains(h.view.network.content_rect())
    h.view.zoom_in()
    h.view.zoom_out()
    h.view.zoom_to(2.0)
    assert seen[-1] == h.view.scale_factor == 2.0
    h.key(Key.Key_Home)
    assert h.view.scale_factor < 2.0


def test_the_current_block_is_told_as_a_sentence(hands: Open) -> None:
    h = hands(chain())
    h.session.select("conv")
    said = h.view.accessibleDescription()
    assert said == "Convolution conv, 8×32×32, 224 parameters, 1 input, no problem"
    h.session.select()
    assert "4 blocks" in h.view.accessibleDescription()


def test_another_document_is_shown_anew(hands: Open) -> None:
    h = hands(chain())
    h.session.select("conv")
    h.session.replace(zoo.get("lenet5_modern"))
    assert set(h.view.network.blocks) == set(zoo.get("lenet5_modern").graph.names)
    h.session.replace(Document())
    assert not h.view.network.blocks


def test_both_themes_and_the_empty_canvas_are_painted(hands: Open) -> None:
    h = hands(Document())
    light = h.view.grab().toImage().pixelColor(5, 5)
    set_theme("dark")
    dark = h.view.grab().toImage().pixelColor(5, 5)
    assert light.lightness() > 200 > 60 > dark.lightness()


def test_the_overview_goes_where_it_is_pressed(hands: Open) -> None:
    h = hands(zoo.get("googlenet"))
    h.view.zoom_to(1.0)
    overview = h.view.minimap
    assert overview.isVisible()
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(150, 20))
    assert h.view.seen.right() > h.view.network.content_rect().right() - 300
    h.view.fit()
    assert not overview.isVisible()


def test_blocks_placed_one_after_the_other_do_not_cover_each_other(hands: Open) -> None:
    h = hands(Document())
    for _ in range(3):
        h.session.select()
        h.view.insert_block("input")
    rects = [i.mapRectToScene(i.body) for i in h.view.network.blocks.values()]
    assert len(rects) == 3
    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)


def test_blocks_placed_by_hand_give_way_to_one_put_between(hands: Open) -> None:
    h = hands(chain())
    plan = h.view.network.plan
    assert plan is not None
    places = tuple((n, tuple(p)) for n, p in plan.standing.items())
    h.session.do(MoveNodes(places=places))
    h.session.select("conv")
    h.view.insert_block("batch_norm")
    graph = h.session.document.graph
    assert all(n.at is not None for n in graph.nodes)
    rects = [i.mapRectToScene(i.body) for i in h.view.network.blocks.values()]
    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
    h.session.undo()
    middle = (h.port("conv", "output") + h.port("relu", "input")) / 2
    assert h.drop("batch_norm", middle)
    assert h.at("bn").x() < h.at("relu").x() - 60
    assert h.session.document.graph["image"].at == dict(places)["image"]
    h.session.undo()
    assert "bn" not in names(h)
    assert h.session.document.graph["relu"].at == dict(places)["relu"], "one step"


def test_arranging_glides_to_the_exact_places(hands: Open, qtbot: QtBot) -> None:
    h = hands(MoveNodes(places=(("conv", (10.0, 190.0)),)).apply(chain()))
    h.view.reduced_motion = False
    h.view.arrange()
    item = h.view.network.blocks["conv"]
    assert item.pos().y() > 100, "on its way"
    qtbot.waitUntil(lambda: item.pos().y() == 0.0, timeout=2000)
    wire = next(w for k, w in h.view.network.wires.items() if k.edge.target == "conv")
    assert wire.path.currentPosition().y() == 0.0


def test_a_menu_is_asked_for_about_the_block_under_the_mouse(hands: Open) -> None:
    h = hands(chain())
    asked: list[QPoint] = []
    h.view.menu_asked.connect(asked.append)
    at = h.at("relu")
    viewport = h.view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    assert h.session.selection == ("relu",)
    assert asked == [viewport.mapToGlobal(at)]


def test_pasting_a_whole_network_file(hands: Open) -> None:
    for network in ("googlenet", "lenet5_modern"):
        whole = zoo.get(network)
        h = hands(Document())
        QGuiApplication.clipboard().setText(encode(whole))
        h.view.paste()
        assert h.session.document.graph == whole.graph
        assert h.session.document.parameters == whole.parameters
        assert h.session.analysis.totals == analyze(whole).totals
        h.session.undo()
        assert h.session.document == Document(), "one step"


def test_what_expressions_need_comes_along(hands: Open) -> None:
    width = ParameterDefinition("width", 8)
    node = Node(name="conv", type="conv2d", params=Params({"out_channels": "=width * 2"}))
    whole = Document(graph=Graph((node,)), parameters=(width,))
    h = hands(whole)
    h.session.select("conv")
    h.view.copy()
    h.view.paste()
    assert h.session.document.graph["conv2"].params == node.params
    assert h.session.document.parameters == (width,)
    other = hands(Document())
    other.view.paste()
    assert other.session.document.parameters == (width,)
    assert other.session.document.graph["conv"].params == node.params
    clashing = hands(Document(parameters=(ParameterDefinition("width", 5),)))
    clashing.view.paste()
    assert clashing.session.document.parameters[0].default == 5
    assert clashing.session.document.graph["conv"].params["out_channels"] == 16
    inside = Document(definitions=(BlockDefinition("mine", Graph()),))
    made = clipboard.paste(inside, ("my:mine",), whole, None, Params())
    assert made is not None
    pasted = made.edit.apply(inside)
    assert pasted.definitions[0].graph["conv"].params["out_channels"] == 16
    assert pasted.parameters == ()


def test_a_library_on_the_clipboard_brings_its_blocks(hands: Open) -> None:
    library = Document(definitions=(BlockDefinition("mine", chain().graph),))
    h = hands(chain())
    QGuiApplication.clipboard().setText(encode(library))
    h.view.paste()
    assert h.session.document.definitions == library.definitions


def test_a_text_that_is_not_blocks_says_so(hands: Open) -> None:
    h = hands(chain())
    for text, says in (
        ("", "There are no blocks on the clipboard."),
        (
            "import torch\nprint(1)",
            "“import torch print(1)” on the clipboard is a text, not blocks.",
        ),
        ("x" * 60, "“" + "x" * 40 + "…” on the clipboard is a text, not blocks."),
        ('{"a": 1}', "The text on the clipboard: it is not a network"),
        (encode(chain()).replace("relu", "r e", 1), "is not a name"),
        (encode(Document()), "There is nothing in the network on the clipboard."),
    ):
        QGuiApplication.clipboard().setText(text)
        h.view.paste()
        assert says in h.view.bubble.text
        assert h.session.document == chain()

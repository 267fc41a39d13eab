"""Users' own blocks as edits: made, unpacked, made unique, redefined, merged from libraries."""

from __future__ import annotations

import random

import pytest
import torch
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from explorer import zoo
from explorer.analysis.analyze import Analysis, analyze
from explorer.blocks.builder import Builder
from explorer.blocks.registry import catalogue_of
from explorer.build.module import build
from explorer.graph import files
from explorer.graph.definitions import Arity, Made, make_block, make_unique, region, unpack
from explorer.graph.edits import AddNodes, Define, EditError, Rename, SetParameter
from explorer.graph.history import History
from explorer.graph.library import clashes, import_blocks, library_of
from explorer.graph.model import (
    About,
    BlockDefinition,
    Document,
    Edge,
    Node,
    ParameterDefinition,
    Scope,
)
from explorer.graph.redefine import (
    add_parameter,
    change_parameter,
    remove_parameter,
    rename_block,
    rename_parameter,
)
from explorer.graph.substitution import names_in, substituted
from explorer.graph.uses import count_uses
from explorer.graph.values import Params
from tests.strategies import documents


def made(document: Document, names: list[str], name: str = "mine", scope: Scope = ()) -> Made:
    catalogue = catalogue_of(document)
    arity = Arity(catalogue.arity, catalogue.output_count)
    return make_block(document, scope, names, name, arity, document.environment)


def figures(analysis: Analysis) -> tuple[object, ...]:
    root = analysis.root
    return analysis.ok, analysis.totals, root.outputs, root.fields


def two_convolutions() -> Document:
    """An image, two convolutions whose width is the network's, their sum."""
    b = Builder()
    x = b.input("image", (3, 8, 8))
    first = b.add("first", "conv2d", x, out_channels="=width * 2", kernel_size=1)
    second = b.add("second", "conv2d", first, out_channels="=width * 2", padding=1)
    b.output(b.add("sum", "add", first, second))
    return b.document("net", About(), {"width": (4, "Channels.")})


# -- make and unpack ---------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents(), st.randoms(use_true_random=False))
def test_making_and_unpacking_changes_no_figure_and_no_output(
    document: Document, chance: random.Random
) -> None:
    names = [n.name for n in document.graph.nodes]
    start = chance.randrange(len(names))
    chosen = names[start : start + chance.randint(1, 5)]
    try:
        found = region(document.graph, chosen)
    except EditError:
        assume(False)
    before = analyze(document)
    history = History(document)
    made_ = made(document, chosen)
    boxed = history.apply(made_.edit)
    (name,) = made_.names
    assert boxed.graph[name].type == "my:mine"
    inside = analyze(boxed)
    assert files.decode(files.encode(boxed)) == boxed
    opened = history.apply(unpack(boxed, (), name).edit)
    assert {n.name for n in opened.graph.nodes} == set(names)
    assert set(opened.graph.edges) == set(document.graph.edges)
    after = analyze(opened)
    # what nothing uses warns at the root alone; a block with a fault inside has no totals to show
    if before.ok:
        assert figures(inside) == figures(before)
    assert figures(after) == figures(before)
    if before.ok:
        _same_outputs(document, boxed, opened, name, found)
    history.undo()
    assert history.undo() == document


def _same_outputs(
    document: Document, boxed: Document, opened: Document, name: str, inside: tuple[str, ...]
) -> None:
    torch.manual_seed(0)
    plain = build(document).eval()
    weights = plain.state_dict()
    (shape,) = plain.plan.input_shapes
    image = torch.randn(2, *shape)
    with torch.no_grad():
        expected = plain(image)
        again = build(opened).eval()
        again.load_state_dict(weights)
        assert torch.equal(again(image).nan_to_num(), expected.nan_to_num())
        boxed_ = build(boxed).eval()
        keys = {f"{name}.{k}" if k.split(".")[0] in inside else k: v for k, v in weights.items()}
        boxed_.load_state_dict(keys)
        assert torch.equal(boxed_(image).nan_to_num(), expected.nan_to_num())


def test_expressions_become_parameters_that_are_passed_on() -> None:
    document = two_convolutions()
    boxed = made(document, ["first", "second"]).edit.apply(document)
    definition = boxed.definition_by_name["mine"]
    assert definition.parameters == (ParameterDefinition("width", 4),)
    assert boxed.graph["mine"].params == Params({"width": "=width"})
    wider = replace(boxed, parameters=(ParameterDefinition("width", 8),))
    assert analyze(wider).root.outputs == ((16, 8, 8),)
    back = unpack(boxed, (), "mine").edit.apply(boxed)
    assert back.graph["first"].params["out_channels"] == "=width * 2"
    # an instance with a number of its own is unpacked to numbers
    own = SetParameter(name="mine", parameter="width", value=5).apply(boxed)
    assert unpack(own, (), "mine").edit.apply(own).graph["first"].params["out_channels"] == 10


def test_one_value_used_twice_is_one_input_and_values_used_outside_are_outputs() -> None:
    document = two_convolutions()
    boxed = made(document, ["second", "sum"]).edit.apply(document)
    graph = boxed.definition_by_name["mine"].graph
    assert len(graph.of_type("input")) == 1
    boxed = made(document, ["first", "second"]).edit.apply(document)
    graph = boxed.definition_by_name["mine"].graph
    assert len(graph.of_type("output")) == 2
    assert boxed.graph.incoming["sum"] == (Edge("mine", "sum", 0, 0), Edge("mine", "sum", 1, 1))


def test_ports_without_wires_are_ports_of_the_block() -> None:
    document = two_convolutions()
    loose = AddNodes(nodes=(Node(name="a", type="relu"), Node(name="b", type="add")))
    document = loose.apply(document)
    boxed = made(document, ["a", "b"]).edit.apply(document)
    graph = boxed.definition_by_name["mine"].graph
    assert len(graph.of_type("input")) >= 2
    assert len(graph.of_type("output")) == 2


def test_what_lies_between_has_to_come_along() -> None:
    document = two_convolutions()
    with pytest.raises(EditError, match="“second” lies between"):
        made(document, ["first", "sum"])
    with pytest.raises(EditError, match="select the blocks"):
        made(document, ["image"])
    boxed = made(document, ["first"]).edit.apply(document)
    with pytest.raises(EditError, match="already a block"):
        made(boxed, ["second"])


def test_the_network_s_own_ports_stay_outside() -> None:
    document = two_convolutions()
    boxed = made(document, [n.name for n in document.graph.nodes]).edit.apply(document)
    assert [n.type for n in boxed.graph.nodes] == ["input", "my:mine", "output"]
    assert figures(analyze(boxed)) == figures(analyze(document))


def test_places_travel() -> None:
    document = two_convolutions()
    nodes = tuple(replace(n, at=(100.0 + 50 * i, 40.0)) for i, n in enumerate(document.graph.nodes))
    document = replace(document, graph=replace(document.graph, nodes=nodes))
    boxed = made(document, ["first", "second"]).edit.apply(document)
    assert boxed.graph["mine"].at == (150.0, 40.0)
    assert boxed.definition_by_name["mine"].graph["second"].at == (50.0, 0.0)
    back = unpack(boxed, (), "mine").edit.apply(boxed)
    assert {n.name: n.at for n in back.graph.nodes} == {n.name: n.at for n in nodes}


@pytest.mark.parametrize("name", ["googlenet", "densenet121", "resnet18"])
def test_blocks_made_of_zoo_networks_keep_their_figures(name: str) -> None:
    document = zoo.get(name)
    names = [n.name for n in document.graph.nodes if n.type not in ("input", "output")]
    boxed = made(document, names[:2]).edit.apply(document)
    assert figures(analyze(boxed)) == figures(analyze(document))
    assert boxed.graph["mine"].type == "my:mine"


def test_a_group_of_the_zoo_unpacks() -> None:
    document = zoo.get("vgg16")
    opened = unpack(document, (), "features").edit.apply(document)
    assert "block1" in opened.graph
    assert figures(analyze(opened)) == figures(analyze(document))


def test_making_within_a_definition_nests() -> None:
    document = two_convolutions()
    boxed = made(document, ["first", "second", "sum"]).edit.apply(document)
    nested = made(boxed, ["second"], "inner", ("my:mine",)).edit.apply(boxed)
    assert nested.definition_by_name["mine"].graph["inner"].type == "my:inner"
    assert figures(analyze(nested)) == figures(analyze(document))


# -- unique, and never within itself --------------------------------------------------------------


def test_a_unique_instance_goes_its_own_way() -> None:
    document = two_convolutions()
    boxed = made(document, ["second"]).edit.apply(document)
    twice = AddNodes(
        nodes=(replace(boxed.graph["mine"], name="other"),), edges=(Edge("mine", "other"),)
    ).apply(boxed)
    unique = make_unique(twice, (), "other").edit.apply(twice)
    assert unique.graph["other"].type == "my:mine2"
    changed = SetParameter(
        scope=("my:mine2",), name="second", parameter="kernel_size", value=1
    ).apply(unique)
    assert changed.definition_by_name["mine"] == twice.definition_by_name["mine"]
    with pytest.raises(EditError, match="not a block of your own"):
        make_unique(unique, (), "first")


def test_a_block_never_contains_itself() -> None:
    document = two_convolutions()
    boxed = made(document, ["second"], "outer").edit.apply(document)
    nested = made(boxed, ["second"], "inner", ("my:outer",)).edit.apply(boxed)
    for scope in (("my:outer",), ("my:inner",)):
        add = AddNodes(scope=scope, nodes=(Node(name="again", type="my:outer"),))
        with pytest.raises(EditError, match="contain itself"):
            add.apply(nested)
    stage = Node(name="again", type="stage", params=Params({"block": "my:outer"}))
    with pytest.raises(EditError, match="contain itself"):
        AddNodes(scope=("my:inner",), nodes=(stage,)).apply(nested)
    with pytest.raises(EditError, match="contain itself"):
        Define(definition=BlockDefinition("inner", nested.graph)).apply(nested)


# -- names and parameters ---------------------------------------------------------------------------


def with_uses() -> Document:
    """Two uses of one block, one of them repeated by a stage."""
    inner = Builder()
    inner.output(inner.add("conv", "conv2d", inner.input(), out_channels="=width * k", padding=1))
    parameters = (ParameterDefinition("width", 4), ParameterDefinition("k", 2))
    b = Builder()
    x = b.add("a", "my:wide", b.input("image", (3, 8, 8)), width=3)
    x = b.add("b", "stage", x, block="my:wide", count=2, k=1, **{"first.width": 5})
    b.output(x)
    definition = BlockDefinition("wide", inner.graph(), parameters)
    return replace(b.document("net", About()), definitions=(definition,))


def test_renaming_a_block_reaches_every_use() -> None:
    document = with_uses()
    renamed = rename_block(document, "wide", "broad").apply(document)
    assert count_uses(document, "wide") == count_uses(renamed, "broad") == 2
    assert figures(analyze(renamed)) == figures(analyze(document))
    assert rename_block(renamed, "broad", "wide").apply(renamed) == document
    with pytest.raises(EditError, match="cannot be a name"):
        rename_block(document, "wide", "no name")


def test_renaming_a_parameter_reaches_expressions_and_uses() -> None:
    document = with_uses()
    renamed = rename_parameter(document, "wide", "width", "channels").apply(document)
    assert renamed.graph["b"].params["first.channels"] == 5
    graph = renamed.definition_by_name["wide"].graph
    assert graph["conv"].params["out_channels"] == "=channels * k"
    assert figures(analyze(renamed)) == figures(analyze(document))
    for wrong in ("k", "2x", "round", "if"):
        with pytest.raises(EditError):
            rename_parameter(document, "wide", "width", wrong)


def test_a_parameter_that_goes_leaves_its_default() -> None:
    document = with_uses()
    removed = remove_parameter(document, "wide", "k").apply(document)
    graph = removed.definition_by_name["wide"].graph
    assert graph["conv"].params["out_channels"] == "=width * 2"
    assert "k" not in removed.graph["b"].params
    assert analyze(removed).ok


def test_adding_and_changing_parameters() -> None:
    document = with_uses()
    more = add_parameter(document, "wide", ParameterDefinition("p", 1)).apply(document)
    assert analyze(more).ok
    changed = change_parameter(more, "wide", "k", ParameterDefinition("k", 3)).apply(more)
    assert analyze(changed).state("a").result.outputs == ((9, 8, 8),)  # type: ignore[union-attr]


def test_renaming_within_a_definition_keeps_blocks_open() -> None:
    document = with_uses()
    document = replace(document, opened=("a", "a.conv", "b"))
    renamed = Rename(scope=("my:wide",), old="conv", new="filters").apply(document)
    assert renamed.opened == ("a", "a.filters", "b")


@pytest.mark.parametrize(
    ("text", "names"),
    [("width * round(k)", ("width", "k")), ("min(a, a) if b else c", ("a", "b", "c")), ("(", ())],
)
def test_names_in_expressions(text: str, names: tuple[str, ...]) -> None:
    assert set(names_in(text)) == set(names)


def test_substitution() -> None:
    bindings: dict[str, object] = {"k": 2, "w": "=outer + 1", "s": (1, 2)}
    put = {text: substituted(text, bindings) for text in ("=k", "=k * 3", "=w * k", "=s[1]", "k")}  # type: ignore[arg-type]
    assert put == {"=k": 2, "=k * 3": 6, "=w * k": "=(outer + 1) * 2", "=s[1]": 2, "k": "k"}


# -- libraries ------------------------------------------------------------------------------------


def other_library(width: int) -> Document:
    document = with_uses()
    definition = replace(document.definitions[0], parameters=(ParameterDefinition("width", width),))
    inner = Builder()
    inner.output(inner.add("w", "my:wide", inner.input()))
    return Document(definitions=(definition, BlockDefinition("around", inner.graph())))


def test_a_library_is_a_network_file_without_a_network() -> None:
    document = with_uses()
    library = library_of(document)
    assert files.decode(files.encode(library)) == library
    assert not library.graph.nodes
    empty = Document()
    assert import_blocks(empty, library, "keep").apply(empty).definitions == document.definitions
    with pytest.raises(EditError, match="no blocks"):
        import_blocks(document, empty, "keep")


def test_clashes_of_names_are_the_user_s_choice() -> None:
    document, library = with_uses(), other_library(9)
    assert clashes(document, library) == ("wide",)
    kept = import_blocks(document, library, "keep").apply(document)
    assert kept.definition_by_name["wide"] == document.definition_by_name["wide"]
    assert "around" in kept.definition_by_name
    replaced = import_blocks(document, library, "replace").apply(document)
    assert replaced.definition_by_name["wide"] == library.definition_by_name["wide"]
    both = import_blocks(document, library, "both").apply(document)
    assert both.definition_by_name["wide"] == document.definition_by_name["wide"]
    assert both.definition_by_name["wide2"].parameters[0].default == 9
    # the imported block that uses it means the imported one
    assert both.definition_by_name["around"].graph["w"].type == "my:wide2"


def test_a_block_that_is_the_same_but_means_another_comes_beside() -> None:
    library = other_library(9)
    document = replace(with_uses(), definitions=other_library(4).definitions)
    both = import_blocks(document, library, "both").apply(document)
    assert both.definition_by_name["around"].graph["w"].type == "my:wide"
    assert both.definition_by_name["around2"].graph["w"].type == "my:wide2"
    # the same library once more changes nothing
    assert import_blocks(document, library_of(document), "both").apply(document) == document

"""Groups become our blocks where they are the same to the parameter, and only there."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from explorer.analysis.analyze import analyze
from explorer.blocks.builder import Builder
from explorer.blocks.description import Container
from explorer.exchange.imports.recognise import recognise
from explorer.graph.model import About, Graph, Node
from tests.exchange.imports.networks import bring_in, case_of


def types(graph: Graph) -> list[str]:
    return [node.type for node in graph.nodes if node.type not in ("input", "output")]


def opened(type_: str, channels: int = 64, **params: object) -> Graph:
    """A block of ours as a group, as if it had come in."""
    b = Builder()
    b.output(b.add("block", type_, b.input("image", (channels, 16, 16)), **params))
    graph = b.graph()
    inside = analyze(b.document("one", About())).root.states["block"].result
    assert inside is not None
    assert inside.inside is not None
    container = {"container": inside.container.value}
    group = Node(name="block", type="group", body=inside.inside.graph).with_params(container)
    return graph.with_node(group)


@pytest.mark.parametrize(
    ("type_", "params"),
    [
        ("residual_basic", {}),
        ("residual_basic", {"out_channels": 128, "stride": 2}),
        ("residual_basic", {"arrangement": "pre_activation"}),
        ("residual_bottleneck", {"channels": 32, "stride": 2}),
        ("residual_bottleneck", {"channels": 32, "stride": 2, "stride_in": "1x1"}),
        ("residual_bottleneck", {"channels": 32, "groups": 32, "width_per_group": 4}),
        ("residual_bottleneck", {"channels": 64, "se_reduction": 16}),
        ("squeeze_excitation", {"squeeze_channels": 6, "gate": "hardsigmoid"}),
        ("inverted_residual", {"out_channels": 64, "expansion": 3}),
        ("mnas_block", {"out_channels": 24, "kernel_size": 5, "stride": 2}),
        ("mbconv", {"out_channels": 64, "stochastic_depth": 0.1}),
        ("mbconv", {"out_channels": 24, "squeeze_channels": 0, "expanded_channels": 72}),
        ("dense_layer", {"growth_rate": 12}),
        ("dense_block", {"layers": 3, "growth_rate": 16}),
        ("dense_transition", {}),
        ("inception", {"large_kernel": 3, "eps": 0.001}),
        ("inception_v3_a", {}),
        ("inception_v3_b", {"channels_7x7": 160}),
        ("inception_v3_c", {}),
        ("inception_v3_reduction_a", {}),
        ("inception_v3_reduction_b", {}),
        ("shuffle_unit", {"out_channels": 64}),
        ("conv_norm_act", {"out_channels": 8, "activation": "silu", "container": "sequential"}),
    ],
)
def test_what_a_block_expands_to_is_that_block(type_: str, params: dict[str, object]) -> None:
    graph = opened(type_, **params)
    found = recognise(graph)
    assert types(found.graph) == [type_]
    assert found.found == ((type_, 1),)


def changed(graph: Graph, name: str, **params: object) -> Graph:
    body = graph["block"].body
    assert body is not None
    node = body[name]
    inner = body.with_node(node.with_params({**node.params, **params}))  # type: ignore[dict-item]
    return graph.with_node(replace(graph["block"], body=inner))


@pytest.mark.parametrize(
    ("name", "params"),
    [("conv2", {"dilation": 2, "padding": 2}), ("bn2", {"eps": 1e-3}), ("conv1", {"bias": True})],
)
def test_what_differs_in_one_number_stays_a_group(name: str, params: dict[str, object]) -> None:
    assert types(recognise(changed(opened("residual_basic"), name, **params)).graph) == ["group"]


def test_other_names_of_weights_are_another_block() -> None:
    b = Builder()
    x = b.input()
    y = b.add("first", "conv2d", x, out_channels=64, kernel_size=3, padding=1, bias=False)
    y = b.add("bn1", "batch_norm", y)
    b.output(b.add("add", "add", y, x))
    outer = Builder()
    image = outer.input("image", (64, 16, 16))
    outer.output(outer.group("block", b.graph(), image, container=Container.MODULE))
    assert types(recognise(outer.graph()).graph) == ["group"]


@pytest.mark.parametrize(
    ("spec", "found"),
    [
        ("torchvision:resnet50", {"residual_bottleneck": 16}),
        ("torchvision:densenet121", {"dense_block": 4, "dense_transition": 3}),
        ("torchvision:mobilenet_v2", {"inverted_residual": 17, "conv_norm_act": 2}),
        ("torchvision:googlenet", {"inception": 9, "conv_norm_act": 5}),
    ],
)
def test_torchvisions_structures(spec: str, found: dict[str, int]) -> None:
    imported = bring_in(case_of(spec)).imported
    assert dict(imported.report.recognised) == found
    assert imported.report.exact is True


def test_stages_of_recognised_blocks_say_how_the_first_differs() -> None:
    document = bring_in(case_of("torchvision:resnet50")).imported.document
    stage = document.graph["layer2"]
    assert stage.type == "stage"
    assert dict(stage.params) == {
        "block": "residual_bottleneck", "count": 4, "channels": 128, "first.stride": 2,
        "container": "sequential",
    }  # fmt: skip

"""Random small networks: every kind of wiring, container and name that a document may have."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from explorer.graph.model import (
    About,
    BlockDefinition,
    Document,
    Edge,
    Graph,
    Node,
    ParameterDefinition,
    fresh_name,
)
from explorer.graph.values import Params

SIDE = 6
NAMES = (
    "conv", "conv1", "block1", "block2", "relu", "x", "out", "x2", "3x3", "1", "0", "two-path",
    "type", "train", "class", "lambda", "forward", "self", "nn", "torch", "Tensor", "training",
    "_modules", "parameters", "__call__", "__hidden", "__dict__", "_", "__", "-5", "half",
    "super", "range", "getattr", "Block", "None", "print", "i", "features", "add_module",
)  # fmt: skip

Port = tuple[str, int, int]
"""Node, output port, channels."""


class Draft:
    """Collects nodes and wires; values carry their channels, all images are of one size."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []

    def place(self, name: str, type_: str, sources: list[Port], body: Graph | None = None,
              **params: Any) -> str:  # fmt: skip
        name = fresh_name(name.lstrip("-") or "x", (node.name for node in self.nodes))
        self.nodes.append(Node(name=name, type=type_, params=Params(params), body=body))
        self.edges += [Edge(s[0], name, i, s[1]) for i, s in enumerate(sources)]
        return name

    def graph(self) -> Graph:
        return Graph(tuple(self.nodes), tuple(self.edges))


names = st.sampled_from(NAMES)
channels = st.sampled_from((2, 3, 4, 8))


@st.composite
def _step(draw: st.DrawFn, draft: Draft, values: list[Port], depth: int, chain: bool) -> Port:
    """Place one node; the value that it gives."""
    source = values[-1] if chain else draw(st.sampled_from(values))
    c = source[2]
    kinds = ["conv", "act", "norm", "pool", "identity", "dropout", "cna", "residual", "my"]
    kinds += [] if chain else ["add", "cat", "mul"]
    kinds += ["group", "group", "stage", "inception", "bottleneck"] if depth else []
    kind = draw(st.sampled_from(kinds))
    name = draw(names)
    place = draft.place
    match kind:
        case "conv":
            out, bias = draw(channels), draw(st.booleans())
            kernel, padding = draw(
                st.sampled_from(((3, 1), (1, 0), (5, "same"), ((1, 3), (0, 1)), ((3, 1), (1, 0))))
            )
            return (
                place(name, "conv2d", [source], out_channels=out, kernel_size=kernel,
                      padding=padding, bias=bias),
                0, out,
            )  # fmt: skip
        case "act":
            type_, params = draw(
                st.sampled_from(
                    (("relu", {}), ("tanh", {}), ("leaky_relu", {"negative_slope": 0.2}),
                     ("leaky_relu", {}), ("silu", {}), ("softmax", {}))
                )
            )  # fmt: skip
            return place(name, type_, [source], **params), 0, c
        case "norm":
            type_, params = draw(
                st.sampled_from(
                    (("batch_norm", {}), ("batch_norm", {"eps": 0.001}), ("layer_norm", {}),
                     ("batch_norm", {"affine": False, "momentum": 0.2}),
                     ("local_response_norm", {"size": 3}))
                )
            )  # fmt: skip
            return place(name, type_, [source], **params), 0, c
        case "pool":
            type_ = draw(st.sampled_from(("max_pool2d", "avg_pool2d")))
            kernel = draw(st.sampled_from((1, 3)))
            return (
                place(name, type_, [source], kernel_size=kernel, stride=1, padding=kernel // 2),
                0, c,
            )  # fmt: skip
        case "identity":
            return place(name, "identity", [source]), 0, c
        case "dropout":
            return place(name, "dropout", [source], p=draw(st.sampled_from((0.2, 0.5)))), 0, c
        case "cna":
            out = draw(channels)
            container = draw(st.sampled_from(("module", "sequential", "transparent")))
            kernel = draw(st.sampled_from((1, 3, 5)))
            return (
                place(name, "conv_norm_act", [source], out_channels=out, kernel_size=kernel,
                      container=container),
                0, out,
            )  # fmt: skip
        case "residual":
            out = draw(channels)
            return place(name, "residual_basic", [source], out_channels=out), 0, out
        case "bottleneck":
            out = draw(st.sampled_from((1, 2)))
            return place(name, "residual_bottleneck", [source], channels=out), 0, 4 * out
        case "my":
            block = draw(st.sampled_from(("two-path", "class")))
            width = draw(st.integers(1, 3))
            return place(name, f"my:{block}", [source], width=width), 0, 3 * width
        case "stage":
            out, count = draw(channels), draw(st.integers(1, 5))
            block = draw(st.sampled_from(("residual_basic", "conv_norm_act")))
            container = draw(st.sampled_from(("sequential", "transparent")))
            return (
                place(name, "stage", [source], block=block, count=count, out_channels=out,
                      container=container),
                0, out,
            )  # fmt: skip
        case "inception":
            widths = {
                key: draw(st.integers(1, 3))
                for key in ("branch1x1", "reduce3x3", "branch3x3", "reduce5x5", "branch5x5")
            }
            out = widths["branch1x1"] + widths["branch3x3"] + widths["branch5x5"] + 2
            return place(name, "inception", [source], pool_projection=2, **widths), 0, out
        case "cat":
            others = draw(st.lists(st.sampled_from(values), min_size=1, max_size=3))
            total = c + sum(o[2] for o in others)
            return place(name, "concat", [source, *others]), 0, total
        case "add" | "mul":
            same = [v for v in values if v[2] == c]
            others = draw(st.lists(st.sampled_from(same), min_size=1, max_size=3))
            return place(name, "add" if kind == "add" else "multiply", [source, *others]), 0, c
    return draw(_group(draft, values, source, depth, chain))


@st.composite
def _group(
    draw: st.DrawFn, draft: Draft, values: list[Port], source: Port, depth: int, chain: bool
) -> Port:
    container = draw(st.sampled_from(("module", "sequential", "transparent")))
    sources = [source]
    if not chain and container != "sequential" and draw(st.booleans()):
        sources.append(draw(st.sampled_from(values)))
    inner = Draft()
    inside: list[Port] = [(inner.place(draw(names), "input", []), 0, s[2]) for s in sources]
    for _ in range(draw(st.integers(0, 4))):
        inside.append(draw(_step(inner, inside, depth - 1, container == "sequential")))
    ends = [inside[-1]]
    if not chain and container != "sequential" and draw(st.booleans()):
        ends.append(draw(st.sampled_from(inside)))
    for end in ends:
        inner.place(draw(names), "output", [end])
    body = inner.graph()
    if draw(st.booleans()):
        body = Graph(tuple(reversed(body.nodes)), body.edges)
        # ports are counted in the document's order
        sources.reverse()
        ends.reverse()
    name = draft.place(draw(names), "group", sources, body, container=container)
    port = draw(st.integers(0, len(ends) - 1))
    return name, port, ends[port][2]


def _definition(name: str) -> BlockDefinition:
    d = Draft()
    x = (d.place("x", "input", []), 0, 0)
    a = (d.place("left", "conv2d", [x], out_channels="=width", kernel_size=1), 0, 0)
    b = (d.place("right", "conv_norm_act", [x], out_channels="=width * 2"), 0, 0)
    d.place("out", "output", [(d.place("join", "concat", [a, b]), 0, 0)])
    return BlockDefinition(
        name, d.graph(), (ParameterDefinition("width", 2),), 'Two “paths” \\ """'
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A network; a few cannot be built, as two of its modules have one name."""
    draft = Draft()
    values: list[Port] = []
    for _ in range(draw(st.sampled_from((1, 1, 1, 2)))):
        c = draw(channels)
        values.append((draft.place(draw(names), "input", [], shape=(c, SIDE, SIDE)), 0, c))
    for _ in range(draw(st.integers(1, 8))):
        values.append(draw(_step(draft, values, 2, False)))
    if draw(st.booleans()):
        pooled = (draft.place("pool", "global_pool2d", [values[-1]]), 0, 0)
        flat = (draft.place("flatten", "flatten", [pooled]), 0, 0)
        values.append((draft.place("fc", "linear", [flat], out_features=5), 0, 0))
    draft.place(draw(names), "output", [values[-1]])
    for _ in range(draw(st.sampled_from((0, 0, 1, 2)))):
        auxiliary = draw(st.booleans())
        draft.place(draw(names), "output", [draw(st.sampled_from(values))], auxiliary=auxiliary)
    return Document(
        name=draw(st.sampled_from(("net", "3d-net", "class", "tensor"))),
        about=About(title=draw(st.sampled_from(("", "Net-5", "“Tésté”", '"quoted" \\', "nn")))),
        definitions=(_definition("two-path"), _definition("class")),
        graph=draft.graph(),
    )

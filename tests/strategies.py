"""Random documents and edits for hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from explorer.blocks.builder import Builder
from explorer.graph.annotate import Annotate
from explorer.graph.annotations import fresh, taken_names
from explorer.graph.edits import (
    AddNodes,
    Batch,
    Connect,
    Disconnect,
    Edit,
    Fold,
    MoveNodes,
    RemoveNodes,
    Rename,
    SetParameter,
)
from explorer.graph.model import (
    COLORS,
    About,
    Bend,
    Document,
    Edge,
    Frame,
    Node,
    Note,
    fresh_name,
)
from explorer.graph.values import Params

CONVOLUTION = st.fixed_dictionaries(
    {
        "out_channels": st.sampled_from([4, 6, 8]),
        "kernel_size": st.one_of(
            st.integers(1, 5), st.tuples(st.integers(1, 3), st.integers(1, 5))
        ),
        "stride": st.integers(1, 3),
        "padding": st.one_of(st.integers(0, 3), st.tuples(st.integers(0, 2), st.integers(0, 2))),
        "dilation": st.integers(1, 2),
        "groups": st.sampled_from([1, 1, 1, 2]),
        "bias": st.booleans(),
    }
)
POOL = st.fixed_dictionaries(
    {
        "kernel_size": st.integers(1, 4),
        "stride": st.one_of(st.none(), st.integers(1, 3)),
        "padding": st.integers(0, 1),
        "ceil_mode": st.booleans(),
    }
)
SAME = st.fixed_dictionaries(
    {
        "out_channels": st.sampled_from([2, 4, 6]),
        "kernel_size": st.integers(1, 5),
        "padding": st.just("same"),
        "dilation": st.integers(1, 3),
    }
)
TRANSPOSED = st.fixed_dictionaries(
    {
        "out_channels": st.sampled_from([2, 4]),
        "kernel_size": st.integers(1, 4),
        "stride": st.integers(1, 3),
        "padding": st.integers(0, 1),
        "output_padding": st.integers(0, 1),
        "dilation": st.integers(1, 2),
        "groups": st.sampled_from([1, 2]),
        "bias": st.booleans(),
    }
)
SIDES = st.fixed_dictionaries({"padding": st.tuples(*[st.integers(-2, 3)] * 4)})
ADAPTIVE = st.fixed_dictionaries(
    {"output_size": st.integers(1, 5), "mode": st.sampled_from(["avg", "max"])}
)
NONE = st.just({})

LAYER = st.one_of(
    st.tuples(st.just("conv2d"), st.one_of(CONVOLUTION, SAME)),
    st.tuples(st.just("conv_transpose2d"), TRANSPOSED),
    st.tuples(st.sampled_from(["max_pool2d", "avg_pool2d"]), POOL),
    st.tuples(st.just("adaptive_pool2d"), ADAPTIVE),
    st.tuples(st.just("zero_pad2d"), SIDES),
    st.tuples(
        st.sampled_from(
            [
                "batch_norm",
                "layer_norm",
                "local_response_norm",
                "relu",
                "relu6",
                "leaky_relu",
                "tanh",
                "sigmoid",
                "silu",
                "hardswish",
                "softmax",
                "dropout",
                "identity",
            ]
        ),
        NONE,
    ),
    st.tuples(
        st.just("conv_norm_act"),
        st.fixed_dictionaries(
            {
                "out_channels": st.sampled_from([4, 8]),
                "kernel_size": st.integers(1, 4),
                "stride": st.integers(1, 2),
                "norm": st.sampled_from(["batch", "none"]),
                "container": st.sampled_from(["module", "sequential"]),
            }
        ),
    ),
    st.tuples(
        st.just("residual_basic"),
        st.fixed_dictionaries(
            {"out_channels": st.sampled_from([4, 8]), "stride": st.integers(1, 2)}
        ),
    ),
    st.tuples(
        st.just("stage"),
        st.fixed_dictionaries(
            {
                "block": st.just("residual_bottleneck"),
                "count": st.integers(1, 3),
                "channels": st.sampled_from([2, 4]),
                "first.stride": st.sampled_from([None, 2]),
            }
        ),
    ),
    st.tuples(
        st.just("inception"),
        st.fixed_dictionaries(
            {
                "branch1x1": st.integers(1, 4),
                "reduce3x3": st.integers(1, 4),
                "branch3x3": st.integers(1, 4),
                "norm": st.sampled_from(["batch", "none"]),
            }
        ),
    ),
)


@st.composite
def documents(draw: st.DrawFn, max_layers: int = 8) -> Document:
    """A network of random layers, some fed from earlier ones, some merged; not always valid."""
    b = Builder()
    channels = draw(st.sampled_from([2, 4]))
    names = [b.input("image", (channels, draw(st.integers(5, 17)), draw(st.integers(5, 17))))]
    for i in range(draw(st.integers(1, max_layers))):
        source = names[-1] if draw(st.integers(0, 3)) else draw(st.sampled_from(names))
        if i and draw(st.integers(0, 4)) == 0:
            other = draw(st.sampled_from(names))
            kind = draw(st.sampled_from(["add", "concat", "multiply"]))
            names.append(b.add(f"n{i}", kind, source, other))
            continue
        kind, params = draw(LAYER)
        names.append(b.add(f"n{i}", kind, source, **params))
    if draw(st.booleans()):
        flat = b.add("flatten", "flatten", names[-1])
        names.append(b.add("fc", "linear", flat, out_features=draw(st.integers(1, 9))))
    b.output(names[-1])
    return b.document("random", About())


def random_edit(document: Document, data: Any) -> Edit | None:
    """Some edit that may apply to the document, chosen by a ``random.Random``."""
    names = [node.name for node in document.graph.nodes]
    kind = data.choice(
        [
            "add",
            "add",
            "remove",
            "connect",
            "cut",
            "move",
            "set",
            "name",
            "fold",
            "batch",
            "annotate",
        ]
    )
    if kind == "add" or not names:
        name = fresh_name("conv", names)
        node = Node(name=name, type="conv2d", params=Params({"out_channels": data.randint(1, 8)}))
        edges = (Edge(data.choice(names), name),) if names and data.random() < 0.7 else ()
        return AddNodes(nodes=(node,), edges=edges)
    name, other = data.choice(names), data.choice(names)
    if kind == "remove":
        return RemoveNodes(names=(name,)) if len(names) > 3 else None
    if kind == "connect":
        return Connect(edge=Edge(name, other, data.randint(0, 2)))
    if kind == "cut":
        edges = document.graph.edges
        return Disconnect(edges=(data.choice(edges),)) if edges else None
    if kind == "move":
        at = (float(data.randint(0, 500)), float(data.randint(0, 500)))
        return MoveNodes(places=((name, at),), gesture=data.randint(0, 3))
    if kind == "set":
        return SetParameter(
            name=name,
            parameter="out_channels",
            value=data.randint(1, 9),
            gesture=data.randint(0, 3),
        )
    if kind == "name":
        return Rename(old=name, new=data.choice(["a", "b-1", "conv7", "x.y", other]))
    if kind == "fold":
        return Fold(path=name, open=data.random() < 0.5)
    if kind == "annotate":
        return random_annotation(document, data)
    parts = [random_edit(document, data) for _ in range(2)]
    return Batch(edits=tuple(p for p in parts if p is not None), what="two")


def random_annotation(document: Document, data: Any) -> Edit:
    """Writes a note, frames some blocks, leads a wire, or takes a note or frame away."""
    graph = document.graph
    kind = data.choice(["note", "frame", "bend", "gone"])
    at = (float(data.randint(0, 500)), float(data.randint(0, 500)))
    gesture = data.randint(0, 3)
    if kind == "gone" and (taken := sorted(taken_names(graph))):
        return Annotate(gone=(data.choice(taken),), what="Delete")
    if kind == "bend" and graph.edges:
        bend = Bend(data.choice(graph.edges), (at,) * data.randint(0, 2))
        return Annotate(bends=(bend,), what="Lead", gesture=gesture)
    if kind == "frame":
        blocks = tuple(n.name for n in graph.nodes if data.random() < 0.3)
        name = data.choice(["frame", fresh(graph, "frame")])
        frame = Frame(name=name, title="F", blocks=blocks, color=data.choice(COLORS))
        return Annotate(frames=(frame,), what="Frame", gesture=gesture)
    name = data.choice(["note", fresh(graph, "note")])
    note = Note(name=name, text="“so”\n✓", at=at, size=(120.0, 60.0), color=data.choice(COLORS))
    return Annotate(notes=(note,), what="Write", gesture=gesture)

"""Windows that do not fit into their image, or leave a row of it unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from explorer.analysis.repairs.place import Candidate, Place, Step, sides
from explorer.blocks.description import Shape
from explorer.blocks.layers.windows import stride_of
from explorer.graph.edits import ReplaceNode
from explorer.graph.model import Node
from explorer.graph.values import Params

UPSTREAM = 8
"""Blocks before it whose stride is tried."""


def candidates(place: Place) -> Iterator[Candidate]:
    """Other windows, other padding, less stride before."""
    node, p, inputs = place.node, place.settings, place.inputs
    if node is None or len(inputs) != 1 or len(inputs[0]) != 3:
        return
    shape = inputs[0]
    if node.type == "zero_pad2d" and place.is_error:
        yield from _cut_less(place, node, p, shape)
    if "kernel_size" not in p or "stride" not in p:
        return
    given = isinstance(p["kernel_size"], tuple) and p.get("padding") is not None
    if not place.is_error:
        if given:
            yield from _unseen(place, node, p, shape)
        return
    if not given:
        # a block that works its padding out by itself
        pass
    elif node.type == "conv_transpose2d":
        yield from _transposed(place, node, p, shape)
    elif p.get("padding") == "same":
        half = tuple(d * (k - 1) // 2 for k, d in zip(p["kernel_size"], p["dilation"], strict=True))
        yield _set(place, node, "Padding as a number", padding=half)
        yield _set(place, node, "Stride 1", stride=1)
    elif "padding" in p:
        yield from _fit(place, node, p, shape)
    for name in list(place.before(place.wires[0].source, UPSTREAM)) if place.wires else ():
        before = place.settings_of(name)
        stride = before.get("stride", before.get("kernel_size"))
        if "stride" in before and stride not in ((1, 1), None):
            yield Candidate(f"Stride 1 in {name}", place.set(name, stride=1))


def _set(place: Place, node: Node, text: str, **values: Any) -> Candidate:
    return Candidate(text, place.set(node.name, **values))


def _pair(value: tuple[int, ...]) -> str:
    return str(value[0]) if value[0] == value[1] else sides(value)


def _fit(place: Place, node: Node, p: Mapping[str, Any], shape: Shape) -> Iterator[Candidate]:
    kernel, pad = p["kernel_size"], p["padding"]
    dilation = p.get("dilation", (1, 1))
    pools = "ceil_mode" in p
    reach = [d * (k - 1) + 1 for k, d in zip(kernel, dilation, strict=True)]
    if pools and any(a > k // 2 for a, k in zip(pad, kernel, strict=True)):
        half = tuple(min(a, k // 2) for a, k in zip(pad, kernel, strict=True))
        wide = tuple(max(k, 2 * a) for a, k in zip(pad, kernel, strict=True))
        yield _set(place, node, f"Padding {_pair(half)}", padding=half)
        yield _set(place, node, f"Kernel {_pair(wide)}", kernel_size=wide)
    need = tuple(max(a, -(-(r - s) // 2)) for a, r, s in zip(pad, reach, shape[1:], strict=True))
    if need != pad:
        yield _set(place, node, f"Padding {_pair(need)}", padding=need)
        step = [max(0, r - s - 2 * a) for r, s, a in zip(reach, shape[1:], pad, strict=True)]
        around = (step[1] // 2, step[1] - step[1] // 2, step[0] // 2, step[0] - step[0] // 2)
        size = (shape[1] + step[0], shape[2] + step[1])
        zeros = Step("pad", "zero_pad2d", {"padding": around})
        text = f"Pad to {sides(size)} before {node.name}"
        yield Candidate(text, place.put_in({place.wires[0]: [zeros]}))
    room = [s + 2 * a for s, a in zip(shape[1:], pad, strict=True)]
    small = tuple(
        max(1, min(k, (r - 1) // d + 1)) for k, r, d in zip(kernel, room, dilation, strict=True)
    )
    if small != kernel:
        yield _set(place, node, f"Kernel {_pair(small)}", kernel_size=small)
    if dilation != (1, 1) and "dilation" in p:
        yield _set(place, node, "Dilation 1", dilation=1)
    if pools:
        adaptive = replace(
            node, type="adaptive_pool2d", params=Params({"output_size": 1, "mode": _mode(node)})
        )
        edit = ReplaceNode(scope=place.there, node_=adaptive)
        yield Candidate("Adaptive pooling to 1×1 instead", (edit,))


def _mode(node: Node) -> str:
    return "max" if node.type == "max_pool2d" else "avg"


def _transposed(
    place: Place, node: Node, p: Mapping[str, Any], shape: Shape
) -> Iterator[Candidate]:
    extra, stride, dilation = p["output_padding"], p["stride"], p["dilation"]
    most = tuple(min(e, max(s, d) - 1) for e, s, d in zip(extra, stride, dilation, strict=True))
    if most != extra:
        yield _set(place, node, f"Output padding {_pair(most)}", output_padding=most)
        wide = tuple(max(s, e + 1) for s, e in zip(stride, extra, strict=True))
        yield _set(place, node, f"Stride {_pair(wide)}", stride=wide)
    full = [
        (size - 1) * s + d * (k - 1) + e + 1
        for size, s, d, k, e in zip(
            shape[1:], stride, dilation, p["kernel_size"], most, strict=True
        )
    ]
    less = tuple(min(a, (f - 1) // 2) for a, f in zip(p["padding"], full, strict=True))
    if less != p["padding"]:
        yield _set(place, node, f"Padding {_pair(less)}", padding=less)
        short = [max(0, 2 * a + 1 - f) for a, f in zip(p["padding"], full, strict=True)]
        wide = tuple(
            k + -(-s // d) for k, s, d in zip(p["kernel_size"], short, dilation, strict=True)
        )
        yield _set(place, node, f"Kernel {_pair(wide)}", kernel_size=wide)


def _cut_less(place: Place, node: Node, p: Mapping[str, Any], shape: Shape) -> Iterator[Candidate]:
    left, right, top, bottom = p["padding"]
    none = tuple(max(0, v) for v in p["padding"])
    yield _set(place, node, "Cut nothing", padding=none)
    wide = _trimmed(left, right, shape[2])
    high = _trimmed(top, bottom, shape[1])
    yield _set(place, node, "Cut all but one row and column", padding=(*wide, *high))


def _trimmed(before: int, behind: int, size: int) -> tuple[int, int]:
    """Two cuts that leave one of so many."""
    if size + before + behind >= 1 and size + min(before, 0) + min(behind, 0) >= 0:
        return before, behind
    first = max(before, 1 - size)
    return first, max(behind, 1 - size - min(0, first))


def _unseen(place: Place, node: Node, p: Mapping[str, Any], shape: Shape) -> Iterator[Candidate]:
    """What stands beside the hint that a stride leaves rows unseen."""
    pad = p["padding"]
    if pad == "same" or node.type == "conv_transpose2d":
        return
    dilation = p.get("dilation", (1, 1))
    grow = []
    for axis in (0, 1):
        span = shape[axis + 1] + 2 * pad[axis] - dilation[axis] * (p["kernel_size"][axis] - 1) - 1
        over = span % stride_of(p)[axis]
        grow.append(stride_of(p)[axis] - over if over > pad[axis] else 0)
    if grow == [0, 0]:
        return
    size = (shape[1] + grow[0], shape[2] + grow[1])
    zeros = Step("pad", "zero_pad2d", {"padding": (0, grow[1], 0, grow[0])})
    what = str(size[0]) if size[0] == size[1] else sides(size)
    yield Candidate(f"Pad to {what}", place.put_in({place.wires[0]: [zeros]}))
    for more in (1, 2):
        wide = tuple(a + (more if g else 0) for a, g in zip(pad, grow, strict=True))
        yield _set(place, node, f"Padding {_pair(wide)}", padding=wide)
    kernel = tuple(
        k + (s - g if g else 0)
        for k, s, g in zip(p["kernel_size"], stride_of(p), grow, strict=True)
    )
    yield _set(place, node, f"Kernel {_pair(kernel)}", kernel_size=kernel)

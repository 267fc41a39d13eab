"""Branches that meet with unequal shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from explorer.analysis.repairs.place import Candidate, Place, Step, sides
from explorer.blocks.description import Shape
from explorer.blocks.layers.windows import window_side
from explorer.blocks.registry import BUILT_IN
from explorer.graph.edits import ReplaceNode
from explorer.graph.model import Edge
from explorer.graph.values import Params

Way = Callable[[Shape, Shape], "list[Step] | None"]
"""The blocks that make one shape of another; None where they cannot."""


def candidates(place: Place) -> Iterator[Candidate]:
    """Make the shapes equal: on the branches, or by changing what these do."""
    node, inputs, wires = place.node, place.inputs, place.wires
    if node is None or len(inputs) < 2 or len(inputs) != len(wires) or len(set(inputs)) < 2:
        return
    stacks = node.type == "concat"
    if place.is_error:
        for goal in dict.fromkeys(inputs):
            pairs = [
                (e, s) for e, s in zip(wires, inputs, strict=True) if not _fits(s, goal, stacks)
            ]
            for way in WAYS:
                steps = {}
                for edge, shape in pairs:
                    wanted = (shape[0], *goal[1:]) if stacks and len(shape) == len(goal) else goal
                    row = way(shape, wanted)
                    if row:
                        steps[edge] = row
                if steps and len(steps) == len(pairs):
                    where = " and ".join(edge.source for edge in steps)
                    words = _words(next(iter(steps.values())))
                    yield Candidate(f"{words} behind {where}", place.put_in(steps))
            for edge, shape in pairs:
                yield from _branch(place, edge, shape, goal)
        if node.type in ("add", "multiply"):
            joined = ReplaceNode(
                scope=place.there, node_=replace(node, type="concat"), why="Concatenate in"
            )
            yield Candidate("Concatenate instead", (joined,))
    else:
        for edge, shape in zip(wires, inputs, strict=True):
            yield from _branch(place, edge, shape, inputs[0])


def _fits(shape: Shape, goal: Shape, stacks: bool) -> bool:
    return shape == goal or (stacks and len(shape) == len(goal) and shape[1:] == goal[1:])


# -- blocks put into a branch ----------------------------------------------------------------


def _stride(shape: Shape, goal: Shape) -> tuple[int, int] | None:
    """The stride by which a window of 1 makes one size of another."""
    found = []
    for size, wanted in zip(shape[1:], goal[1:], strict=True):
        steps = [
            s for s in (size // wanted, -(-size // wanted)) if s and (size - 1) // s + 1 == wanted
        ]
        if not steps:
            return None
        found.append(steps[0])
    return found[0], found[1]


def _images(shape: Shape, goal: Shape) -> bool:
    return len(shape) == len(goal) == 3


def _projection(shape: Shape, goal: Shape) -> list[Step] | None:
    if not _images(shape, goal) or (stride := _stride(shape, goal)) is None:
        return None
    if shape[0] == goal[0] and stride == (1, 1):
        return None
    params = Params(out_channels=goal[0], kernel_size=1, stride=stride, bias=False)
    return [Step("downsample", "conv2d", params)]


def _pool(type_: str) -> Way:
    def way(shape: Shape, goal: Shape) -> list[Step] | None:
        if not _images(shape, goal) or shape[1:] == goal[1:]:
            return None
        factor = tuple(a // b for a, b in zip(shape[1:], goal[1:], strict=True))
        if min(factor) < 1:
            return None
        pool = Step("pool", type_, {"kernel_size": factor, "stride": factor})
        return _then_channels(pool, shape, goal)

    return way


def _adaptive(shape: Shape, goal: Shape) -> list[Step] | None:
    if not _images(shape, goal) or shape[1:] == goal[1:]:
        return None
    if any(b > a for a, b in zip(shape[1:], goal[1:], strict=True)):
        return None
    pool = Step("pool", "adaptive_pool2d", {"output_size": goal[1:]})
    return _then_channels(pool, shape, goal)


def _zero_channels(shape: Shape, goal: Shape) -> list[Step] | None:
    """Option A of the residual networks: subsampled, and channels of zeros."""
    if not _images(shape, goal) or goal[0] <= shape[0] or (s := _stride(shape, goal)) is None:
        return None
    steps = [Step("pad", "zero_pad_channels", {"after": goal[0] - shape[0]})]
    if s != (1, 1):
        steps.insert(0, Step("subsample", "max_pool2d", {"kernel_size": 1, "stride": s}))
    return steps


def _sides(shape: Shape, goal: Shape) -> tuple[int, int, int, int]:
    high, wide = goal[1] - shape[1], goal[2] - shape[2]
    return wide // 2, wide - wide // 2, high // 2, high - high // 2


def _pad(shape: Shape, goal: Shape) -> list[Step] | None:
    if not _images(shape, goal) or shape[0] != goal[0] or shape == goal:
        return None
    if any(not a <= b <= 2 * a for a, b in zip(shape, goal, strict=True)):
        return None
    return [Step("pad", "zero_pad2d", {"padding": _sides(shape, goal)})]


def _crop(shape: Shape, goal: Shape) -> list[Step] | None:
    if not _images(shape, goal) or shape[0] != goal[0] or shape == goal:
        return None
    if any(not b <= a <= 2 * b for a, b in zip(shape, goal, strict=True)):
        return None
    return [Step("crop", "zero_pad2d", {"padding": _sides(shape, goal)})]


def _enlarge(shape: Shape, goal: Shape) -> list[Step] | None:
    if not _images(shape, goal) or shape[1:] == goal[1:]:
        return None
    if any(b % a for a, b in zip(shape[1:], goal[1:], strict=True)):
        return None
    factor = tuple(b // a for a, b in zip(shape[1:], goal[1:], strict=True))
    params = Params(out_channels=goal[0], kernel_size=factor, stride=factor)
    return [Step("up", "conv_transpose2d", params)]


def _flatten(shape: Shape, goal: Shape) -> list[Step] | None:
    if len(shape) != 3 or len(goal) != 1:
        return None
    steps = [Step("flatten", "flatten")]
    if shape[0] * shape[1] * shape[2] != goal[0]:
        steps.append(Step("fc", "linear", {"out_features": goal[0]}))
    return steps


def _global(shape: Shape, goal: Shape) -> list[Step] | None:
    if len(shape) != 3 or len(goal) != 1:
        return None
    steps = [Step("pool", "global_pool2d"), Step("flatten", "flatten")]
    if shape[0] != goal[0]:
        steps.append(Step("fc", "linear", {"out_features": goal[0]}))
    return steps


def _linear(shape: Shape, goal: Shape) -> list[Step] | None:
    if len(shape) != 1 or len(goal) != 1:
        return None
    return [Step("fc", "linear", {"out_features": goal[0]})]


def _then_channels(first: Step, shape: Shape, goal: Shape) -> list[Step]:
    if shape[0] == goal[0]:
        return [first]
    one = {"out_channels": goal[0], "kernel_size": 1, "bias": False}
    return [first, Step("project", "conv2d", one)]


WAYS: tuple[Way, ...] = (
    _projection,
    _pool("max_pool2d"),
    _pool("avg_pool2d"),
    _adaptive,
    _zero_channels,
    _pad,
    _crop,
    _enlarge,
    _flatten,
    _global,
    _linear,
)


def _words(steps: list[Step]) -> str:
    """What is put in: ``1×1 projection, stride 2``."""
    found: list[str] = []
    for step in steps:
        words = "crop" if step.name == "crop" else BUILT_IN[step.type].title
        if step.type == "conv2d":
            words = "1×1 projection"
            stride = step.params.get("stride", (1, 1))
            if isinstance(stride, tuple) and max(stride) > 1:
                words += f" with stride {stride[0] if stride[0] == stride[1] else sides(stride)}"
        found.append(words if not found else words[:1].lower() + words[1:])
    text = " and ".join(found)
    return text[:1].upper() + text[1:]


# -- what is in the branch already ------------------------------------------------------------


def _branch(place: Place, edge: Edge, shape: Shape, goal: Shape) -> Iterator[Candidate]:
    """Other channels, strides or padding of the blocks that lead to a wire."""
    widened = False
    for name in place.before(edge.source):
        p = place.settings_of(name)
        channels: dict[str, int] = {}
        for key in ("out_channels", "out_features"):
            if key in p and not widened and shape[0] != goal[0]:
                channels = {key: goal[0]}
                widened = True
                yield Candidate(f"{goal[0]} {key} in {name}", place.set(name, **channels))
        if len(shape) != 3 or len(goal) != 3 or shape[1:] == goal[1:]:
            continue
        also = f", {next(iter(channels.values()))} channels" if channels else ""
        for text, values in _windows(place, name, p, goal):
            yield Candidate(f"{text} in {name}{also}", place.set(name, **values, **channels))


def _windows(
    place: Place, name: str, p: Mapping[str, Any], goal: Shape
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Strides and padding that lead to a size at once, and strides that may do so further on."""
    if "stride" not in p or not place.graph.incoming[name]:
        return
    fixed = isinstance(p.get("kernel_size"), tuple) and isinstance(p.get("padding"), tuple)
    now: Any = p["stride"] or p.get("kernel_size")
    given = place.shape(place.graph.incoming[name][0])
    tried: list[Any] = [now, (1, 1), (2, 2)] if fixed else [(1, 1), (2, 2)]
    for stride in dict.fromkeys(tried):
        if stride != now:
            yield f"Stride {stride[0]}", {"stride": stride}
        if not fixed:
            continue
        if given is None or len(given) != 3:
            continue
        dilation = p.get("dilation", (1, 1))
        for pad in range(max(p["kernel_size"]) * max(dilation)):
            if (pad, pad) != p["padding"] and all(
                window_side(given[a + 1], p["kernel_size"][a], stride[a], pad, dilation[a])
                == goal[a + 1]
                for a in (0, 1)
            ):
                text = f"Stride {stride[0]}, padding {pad}" if stride != now else f"Padding {pad}"
                yield text, {"padding": pad} | ({"stride": stride} if stride != now else {})
                break

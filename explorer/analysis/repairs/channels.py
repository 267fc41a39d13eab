"""Channels that do not divide, or are too few or too many for what takes them."""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd

from explorer.analysis.repairs.place import Candidate, Place
from explorer.blocks.layers.radial_basis import PICTURE

KEYS = ("out_channels", "out_features", "channels")
PARTS = {"groups": "groups", "parts": "parts"}


def candidates(place: Place) -> Iterator[Candidate]:
    """Numbers of groups that divide, and numbers of channels that are divided."""
    node, p, inputs = place.node, place.settings, place.inputs
    if node is None or not place.is_error or not inputs or not p:
        return
    coming = inputs[0][0]
    for key in PARTS:
        if isinstance(p.get(key), int):
            yield from _divided(place, key, int(p[key]), coming)
    if "part" in p and p["part"] >= p.get("parts", 1):
        yield Candidate(f"Part {p['parts'] - 1}", place.set(node.name, part=p["parts"] - 1))
        yield Candidate(f"{p['part'] + 1} parts", place.set(node.name, parts=p["part"] + 1))
    if node.type == "radial_basis":
        yield Candidate("Walsh codes", place.set(node.name, codes="walsh"))
        for wanted in (PICTURE, 2 ** (p["classes"].bit_length() - 1) + 1):
            yield from _coming(place, wanted)
        for classes in (10, coming - 1, coming // 2):
            if classes > 0:
                yield Candidate(f"{classes} classes", place.set(node.name, classes=classes))
    if node.type == "pick_channels":
        kept = tuple(c for c in p["channels"] if c < coming) or (0,)
        yield Candidate("Leave it out", place.set(node.name, channels=kept))
        yield from _coming(place, max(p["channels"]) + 1)
    if isinstance(p.get("out_channels"), int) and p["out_channels"] != coming:
        yield from _coming(place, p["out_channels"])


def _divided(place: Place, key: str, count: int, coming: int) -> Iterator[Candidate]:
    p, name = place.settings, place.name
    whole = gcd(coming, p["out_channels"]) if "out_channels" in p else coming
    fits = [n for n in range(1, min(whole, 4096) + 1) if whole % n == 0]
    below = [n for n in fits if n <= count][-2:]
    above = [n for n in fits if n > count][:2]
    for n in (*reversed(below), *above, 1):
        if n != count:
            text = "One group" if n == 1 and key == "groups" else f"{n} {key}"
            yield Candidate(text, place.set(name, **{key: n}))
    if count < 1:
        return
    if "out_channels" in p:
        for out in _multiples(p["out_channels"], count):
            if out != p["out_channels"]:
                yield Candidate(f"{out} out_channels", place.set(name, out_channels=out))
    for wanted in _multiples(coming, count):
        if wanted != coming:
            yield from _coming(place, wanted)
            for out in _multiples(p.get("out_channels", 0), count):
                if "out_channels" in p and out != p["out_channels"]:
                    for one in _coming(place, wanted):
                        also = place.set(name, out_channels=out)
                        text = f"{one.text}, {out} here"
                        yield Candidate(text, (*one.edits, *also))


def _multiples(value: int, of: int) -> tuple[int, ...]:
    """The nearest multiples of a number, from below and from above."""
    low = value // of * of
    return tuple(dict.fromkeys(v for v in (low, -(-value // of) * of) if v > 0))


def _coming(place: Place, wanted: int) -> Iterator[Candidate]:
    """So many channels from the block that gives them."""
    if not place.wires or wanted < 1:
        return
    for name in place.before(place.wires[0].source):
        p = place.settings_of(name)
        for key in KEYS:
            if key in p and isinstance(p[key], int):
                text = f"{wanted} {key} in {name}"
                yield Candidate(text, place.set(name, **{key: wanted}))
                return
    image = place.graph.by_name.get(place.wires[0].source)
    if image is not None and image.type == "input" and not place.scope:
        shape = place.shape(place.wires[0])
        if shape is not None:
            text = f"{wanted} channels in {image.name}"
            yield Candidate(text, place.set(image.name, shape=(wanted, *shape[1:])))

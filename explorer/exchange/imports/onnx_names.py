"""What the blocks of an ONNX graph are called: dotted paths out of the names that exporters give."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence

import onnx

from explorer.graph.model import fresh_name

SCOPES = "pkg.torch.onnx.name_scopes"

MAX_DEPTH = 10
"""Names of more parts are joined: no module tree is as deep."""

_ENDINGS = (".weight", ".kernel", "_weight", "_W", ".W", "_w", ":0")
_PLAIN = re.compile(r"(node_)?[A-Za-z]*_?\d*")


def wanted_path(node: onnx.NodeProto, is_tensor: Callable[[str], bool]) -> str:
    """The dotted path that a node's names speak of, such as ``layer1.0.conv1``.

    In this order: its weights' own name in a state dict, the scopes that torch's newer exporter
    notes, a dotted name as this program writes, the slashes of torch's older exporter, its name.
    """
    for name in node.input[1:]:
        if name.endswith(".weight") and is_tensor(name):
            return clean(name.removesuffix(".weight"))
    scope = next((p.value for p in node.metadata_props if p.key == SCOPES), "")
    if scope and (path := _of_scopes(scope)):
        return clean(path)
    name = node.name
    if "/" in name:
        return clean(_of_slashes(name))
    if "." in name:
        return clean(name)
    if not name or _PLAIN.fullmatch(name):
        # a counter says nothing; what the weights are called may
        for given in node.input[1:]:
            stem = _stem(given)
            if is_tensor(given) and stem and not _PLAIN.fullmatch(stem):
                return clean(stem)
    return clean(name.removeprefix("node_") or node.op_type.lower())


def _of_scopes(text: str) -> str:
    try:
        scopes = ast.literal_eval(text) if len(text) < 4000 else []
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return ""
    if not isinstance(scopes, list) or not all(isinstance(s, str) for s in scopes):
        return ""
    # the last is the call itself, those before it are the modules that it is in
    module, call = (scopes[-2], scopes[-1]) if len(scopes) > 1 else ("", "".join(scopes))
    return f"{module}.{call}" if module else call


def _of_slashes(name: str) -> str:
    """``/layer1/layer1.0/conv1/Conv`` is ``layer1.0.conv1``; ``/layer1/layer1.0/Add`` has no module
    of its own and is ``layer1.0.add``."""
    absolute = name.startswith("/")
    parts = [part for part in name.split("/") if part]
    path: list[str] = []
    for part in parts[:-1] if absolute and len(parts) > 1 else parts:
        if path and part.startswith(path[-1] + "."):
            path[-1] = part
        else:
            path.append(part)
    last = parts[-1] if parts else ""
    if absolute and len(parts) > 1 and "_" not in last and last in _WITHOUT_MODULE:
        path.append(last.lower())
    return ".".join(path) or last


_WITHOUT_MODULE = {"Add", "Mul", "Concat", "Sub", "Div", "Reshape", "Transpose", "Slice", "Split"}
"""Operators that are written in ``forward`` and so stand in the module around them."""


def _stem(name: str) -> str:
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return name


def clean(path: str) -> str:
    """A path of names that blocks may have."""
    parts = [re.sub(r"[^A-Za-z0-9_\-]", "_", p)[:48].lstrip("-") for p in path.split(".")]
    parts = [part or "_" for part in parts if part] or ["block"]
    if len(parts) > MAX_DEPTH:
        parts = [*parts[: MAX_DEPTH - 1], "_".join(parts[MAX_DEPTH - 1 :])[:48]]
    return ".".join("training_" if part == "training" else part for part in parts)


def settled(wanted: Sequence[str], taken: Sequence[str]) -> list[str]:
    """Paths of which no two are the same and none is the beginning of another; none is ``taken``."""
    names: dict[str, set[str]] = {"": set(taken)}
    for path in wanted:
        scope, _, _ = path.rpartition(".")
        while scope:
            above, _, name = scope.rpartition(".")
            names.setdefault(above, set()).add(name)
            scope = above
    found = []
    for path in wanted:
        scope, _, name = path.rpartition(".")
        siblings = names.setdefault(scope, set())
        name = fresh_name(name, siblings)
        siblings.add(name)
        found.append(f"{scope}.{name}" if scope else name)
    return found

"""A document made into a torch module: the calls that its layers describe, evaluated."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import torch
from torch import Tensor, nn

from explorer.analysis.analyze import analyze
from explorer.blocks.description import Operation, Shape
from explorer.build.plan import BuildError, Plan, plan_of
from explorer.graph.model import Document

Observer = Callable[[str, Tensor], None]


def _add(*values: Tensor) -> Tensor:
    total = values[0]
    for value in values[1:]:
        total = total + value
    return total


def _multiply(*values: Tensor) -> Tensor:
    product = values[0]
    for value in values[1:]:
        product = product * value
    return product


def _concatenate(*values: Tensor, dim: int) -> Tensor:
    return torch.cat(values, dim=dim)


def _chunk(value: Tensor, *, chunks: int, part: int) -> Tensor:
    return torch.chunk(value, chunks, dim=1)[part]


def _pick(value: Tensor, *, channels: tuple[int, ...]) -> Tensor:
    return value[:, list(channels)]


def _slice(value: Tensor, *, start: int, stop: int) -> Tensor:
    return value[:, start:stop]


_FUNCTIONS: dict[str, Callable[..., Tensor]] = {
    "add": _add,
    "mul": _multiply,
    "torch.cat": _concatenate,
    "torch.chunk": _chunk,
    "torch.mul": torch.mul,
    "pick": _pick,
    "sub": torch.sub,
    "div": torch.div,
    "torch.add": torch.add,
    "torch.reshape": torch.reshape,
    "slice": _slice,
    "torch.permute": torch.permute,
}


@cache
def _class_of(target: str, definition: str) -> type[nn.Module]:
    """The class that a call means: torch's, or the one that a layer defines."""
    if not definition:
        found: type[nn.Module] = getattr(nn, target.removeprefix("nn."))
        return found
    # the text is a layer's own, never a document's
    namespace: dict[str, Any] = {"torch": torch, "nn": nn, "Tensor": Tensor, "__name__": __name__}
    exec(definition, namespace)
    made: type[nn.Module] = namespace[target]
    return made


class BuiltNetwork(nn.Module):
    """A network that runs the steps of a plan; its state dict has the document's names.

    In training, auxiliary outputs follow the first in a tuple; in evaluation they are not
    computed. ``observer``, when set, is called with the dotted path and value of every node and
    block as it is computed.
    """

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.plan = plan
        self.observer: Observer | None = None
        self.module_of: dict[str, nn.Module] = {}
        self._calls: list[Callable[..., Tensor]] = []
        for step in plan.steps:
            self._calls.append(self._make(step.path, step.key, step.operation))
        self._frees = {training: _last_uses(plan, training) for training in (False, True)}

    @property
    def input_shape(self) -> Shape:
        """Shape of the (first) input without the batch."""
        return self.plan.input_shapes[0]

    def _make(self, path: str, key: str, operation: Operation) -> Callable[..., Tensor]:
        kwargs = dict(operation.kwargs)
        if not operation.is_module:
            function = _FUNCTIONS[operation.target]
            return (lambda *v: function(*v, **kwargs)) if kwargs else function
        kind = _class_of(operation.target, operation.definition)
        module: nn.Module = kind(*operation.args, **kwargs)
        owner: nn.Module = self
        *scope, name = key.split(".")
        for part in scope:
            child = owner._modules.get(part)
            if child is None:
                child = nn.Module()
                # nn.Module refuses names that its own attributes have, which a block may well bear
                owner._modules[part] = child
            owner = child
        owner._modules[name] = module
        self.module_of[path] = module
        return module

    def forward(self, *inputs: Tensor) -> Tensor | tuple[Tensor, ...]:
        plan, training, observer = self.plan, self.training, self.observer
        values: list[Tensor | None] = [None] * plan.values
        for slot, given in zip(plan.inputs, inputs, strict=True):
            values[slot] = given
            if observer is not None:
                self._show(slot, given)
        for step, call, frees in zip(plan.steps, self._calls, self._frees[training], strict=True):
            if step.training_only and not training:
                continue
            found = call(*[values[slot] for slot in step.reads])
            values[step.writes] = found
            if observer is not None:
                self._show(step.writes, found)
            for slot in frees:
                values[slot] = None
        slots = plan.outputs + (plan.auxiliary if training else [])
        outputs = tuple(value for slot in slots if (value := values[slot]) is not None)
        return outputs[0] if len(outputs) == 1 else outputs

    def _show(self, slot: int, value: Tensor) -> None:
        assert self.observer is not None
        for path in self.plan.shown_at.get(slot, ()):
            self.observer(path, value)


def _last_uses(plan: Plan, training: bool) -> list[tuple[int, ...]]:
    """For each step, the values that nothing reads after it; what only auxiliary outputs need is
    not run outside training, and must not hold on to anything then."""
    last = {
        slot: i
        for i, step in enumerate(plan.steps)
        if training or not step.training_only
        for slot in step.reads
    }
    kept = {*plan.outputs, *plan.auxiliary}
    frees: list[list[int]] = [[] for _ in plan.steps]
    for slot, i in last.items():
        if slot not in kept:
            frees[i].append(slot)
    return [tuple(slots) for slots in frees]


def build(document: Document, device: torch.device | str | None = None) -> BuiltNetwork:
    """The torch module of a document, with torch's own initial weights on the given device.

    BuildError names the block, what is wrong with it and how to mend it.
    """
    plan = plan_of(analyze(document))
    if device is None:
        return BuiltNetwork(plan)
    with torch.device(device):
        return BuiltNetwork(plan)


__all__ = ["BuildError", "BuiltNetwork", "build"]

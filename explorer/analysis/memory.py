"""Memory over time: what is alive at the worst moment of a pass, and what training keeps.

Inference: a value lives from the layer that makes it to the last one that reads it. Training: what
``keeping`` says is kept until its layer's turn in the backward pass, a tensor once however many
layers need it; gradients live from layer to layer. Storage is counted, as an allocator sees it:
views cost nothing. Temporary memory within one call (cuDNN's workspaces) is not known here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Literal, NamedTuple

from explorer.analysis.analyze import Analysis
from explorer.analysis.flow import Flow, Step, flow_of
from explorer.analysis.keeping import BYTES, Rule, rule_of

Optimizer = Literal["sgd", "momentum", "adam"]

STATES: dict[Optimizer, int] = {"sgd": 0, "momentum": 1, "adam": 2}
"""Numbers that an optimizer keeps for each weight: none, its velocity, mean and mean square."""


class LayerMemory(NamedTuple):
    """One layer, in bytes."""

    path: str
    alive: int
    """All that is in memory while it runs in inference, its output included."""
    kept: int
    """What is kept for the backward pass because of it, and not of one before it."""
    what: tuple[str, ...]
    """What that is: ``input``, ``output``, ``notes``; in brackets where it was kept already."""
    why: str


class BlockMemory(NamedTuple):
    """A block, a layer or the whole network, in bytes."""

    alive: int
    kept: int
    layers: tuple[LayerMemory, ...]


@dataclass(frozen=True)
class Memory:
    """The memory of a network with a batch of a certain size, in bytes of float32."""

    batch: int
    weights: int
    trainable: int
    """Of the weights, what is trained: each has a gradient."""
    buffers: int
    """Running means and variances of batch norm."""
    inference: int
    """The most that is alive at once in inference: the image, what waits, what is being made."""
    inference_at: str
    """The layer that runs then."""
    kept: int
    """What waits for the backward pass when the forward pass ends."""
    training: int
    """The most that is alive at once in a training step: what is kept, gradients of values, and
    gradients of weights as they come in."""
    training_at: str
    training_back: bool
    """Whether that is in the backward pass."""
    layers: tuple[LayerMemory, ...]

    @cached_property
    def _whole(self) -> BlockMemory:
        return BlockMemory(self.inference, self.kept, self.layers)

    def at(self, path: str) -> BlockMemory:
        """That of the block or layer at a dotted path; of the network where it is empty."""
        if not path:
            return self._whole
        found = tuple(m for m in self.layers if m.path == path or m.path.startswith(f"{path}."))
        return BlockMemory(
            max((m.alive for m in found), default=0), sum(m.kept for m in found), found
        )

    def state(self, optimizer: Optimizer) -> int:
        """What the optimizer keeps from step to step."""
        return STATES[optimizer] * self.trainable

    def in_inference(self) -> int:
        """Weights and values at the worst moment."""
        return self.weights + self.buffers + self.inference

    def in_training(self, optimizer: Optimizer) -> int:
        """All memory of a training step at its worst moment: in the passes, or when the optimizer
        has every gradient in hand."""
        moment = max(self.training, self.trainable)
        return self.weights + self.buffers + self.state(optimizer) + moment


def memory(analysis: Analysis, batch: int = 1) -> Memory | None:
    """The memory of a network; None where it has none because some block has no shape."""
    flow = flow_of(analysis)
    if flow is None:
        return None
    totals = analysis.totals
    inference = _Inference(flow, batch)
    inference.run()
    training = _Training(flow, batch)
    training.run()
    layers = tuple(
        LayerMemory(
            step.path,
            inference.alive.get(i, 0),
            training.kept_by.get(i, 0),
            tuple(training.what.get(i, ())),
            training.rules[i].why,
        )
        for i, step in enumerate(flow.steps)
    )
    return Memory(
        batch,
        totals.parameters * BYTES,
        totals.trainable * BYTES,
        sum(_buffers(step) for step in flow.steps),
        inference.peak,
        inference.peak_at,
        training.kept,
        training.peak,
        training.peak_at,
        training.peak_back,
        layers,
    )


def _buffers(step: Step) -> int:
    if not step.operation.target.startswith("nn.BatchNorm"):
        return 0
    return 2 * step.inputs[0][0] * BYTES + 8


class _Pass:
    """Storages that come and go. A value's storage is that of the value it is a view of."""

    def __init__(self, flow: Flow, batch: int, training: bool) -> None:
        self.flow, self.batch, self.is_training = flow, batch, training
        self.rules: tuple[Rule, ...] = tuple(rule_of(step) for step in flow.steps)
        self.order = [i for i, s in enumerate(flow.steps) if training or not s.training_only]
        self.live = 0
        self.peak, self.peak_at = 0, ""
        self.storage = list(range(len(flow.shapes)))
        for i in self.order:
            step = flow.steps[i]
            if self.is_view(i):
                self.storage[step.writes] = self.storage[step.reads[0]]
        self.last: dict[int, int] = {}
        """For each storage, the last layer that reads it."""
        for i in self.order:
            for value in flow.steps[i].reads:
                self.last[self.storage[value]] = i
        ends = flow.outputs + (flow.auxiliary if training else ())
        # whoever called the network holds on to what went in and what comes out
        self.held = {self.storage[value] for value in (*flow.inputs, *ends)}

    def is_view(self, i: int) -> bool:
        rule = self.rules[i]
        if not rule.idle:
            return rule.view
        return not self.is_training or not self.flow.steps[i].operation.args[0]

    def bytes_of(self, value: int) -> int:
        return prod(self.flow.shapes[value]) * BYTES * self.batch

    def rise(self, path: str, more: int = 0) -> None:
        """Note the moment where it is the worst so far."""
        if self.live + more > self.peak:
            self.peak, self.peak_at = self.live + more, path


class _Inference(_Pass):
    """A pass in which nothing is kept."""

    def __init__(self, flow: Flow, batch: int) -> None:
        super().__init__(flow, batch, training=False)
        self.alive: dict[int, int] = {}

    def run(self) -> None:
        flow = self.flow
        self.live = sum(map(self.bytes_of, flow.inputs))
        for i in self.order:
            step = flow.steps[i]
            more = 0
            if not self.is_view(i):
                self.live += self.bytes_of(step.writes)
                more = self.rules[i].scratch(step) * self.batch
            self.alive[i] = self.live + more
            self.rise(step.path, more)
            for storage in {self.storage[v] for v in step.reads}:
                if self.last[storage] == i and storage not in self.held:
                    self.live -= self.bytes_of(storage)


class _Training(_Pass):
    """Forward, then backward, with what is kept in between."""

    def __init__(self, flow: Flow, batch: int) -> None:
        super().__init__(flow, batch, training=True)
        self.kept = 0
        self.kept_by: dict[int, int] = {}
        self.what: dict[int, list[str]] = {}
        self.peak_back = False
        self._users: Counter[int] = Counter()
        """For each storage, how many layers keep it."""
        self._needs: dict[int, list[int]] = {}
        """For each layer, the storages that it keeps."""
        self._notes: dict[int, int] = {}
        self._learns: set[int] = set()
        """Values that depend on something trained, so that gradients flow through them."""

    def run(self) -> None:
        self._forward()
        self._backward()

    def _forward(self) -> None:
        flow = self.flow
        self.live = sum(map(self.bytes_of, flow.inputs))
        for i in self.order:
            step, rule = flow.steps[i], self.rules[i]
            if not self.is_view(i):
                self.live += self.bytes_of(step.writes)
            if step.totals.trainable or any(v in self._learns for v in step.reads):
                self._learns.add(step.writes)
                self._keep(i, step, rule)
            self.rise(step.path)
            for storage in {self.storage[v] for v in step.reads}:
                if self.last[storage] == i and storage not in self.held:
                    self._drop(storage)
        self.kept = sum(self.kept_by.values())

    def _keep(self, i: int, step: Step, rule: Rule) -> None:
        what = self.what[i] = []
        needs = self._needs[i] = []
        own = 0
        for kind, values in (("input", self._inputs(step, rule)), ("output", self._output(i))):
            storages = list(dict.fromkeys(self.storage[v] for v in values))
            if storages:
                new = [s for s in storages if not self._users[s]]
                what.append(kind if new else f"({kind})")
                own += sum(map(self.bytes_of, new))
                needs += storages
                self._users.update(storages)
        if not self.is_view(i):
            noted = rule.noted(step)
            notes = noted.sample * self.batch + noted.fixed
            if notes:
                what.append("notes")
                self._notes[i] = notes
                self.live += notes
                own += notes
        self.kept_by[i] = own

    def _inputs(self, step: Step, rule: Rule) -> list[int]:
        """Which of its inputs a layer keeps."""
        if not rule.input:
            return []
        if not rule.others:
            return list(step.reads)
        learns = [v in self._learns for v in step.reads]
        return [v for j, v in enumerate(step.reads) if any((*learns[:j], *learns[j + 1 :]))]

    def _output(self, i: int) -> list[int]:
        return [self.flow.steps[i].writes] if self.rules[i].output else []

    def _drop(self, storage: int) -> None:
        """No layer reads it any more: it stays where the backward pass needs it."""
        if self._users[storage]:
            self.held.add(storage)
        else:
            self.live -= self.bytes_of(storage)

    def _backward(self) -> None:
        flow = self.flow
        gradients = _Gradients(self)
        for value in (*flow.outputs, *flow.auxiliary):
            if value in self._learns:
                gradients.give(value, None)
        outside = {self.storage[v] for v in (*flow.inputs, *flow.outputs, *flow.auxiliary)}
        before = self.peak
        for i in reversed(self.order):
            step, rule = flow.steps[i], self.rules[i]
            if step.writes not in self._learns:
                continue
            arrived = gradients.take(step.writes)
            if arrived is None:
                # a dead end, as while a network is drawn: nothing comes back to it
                continue
            for value in step.reads:
                if value in self._learns:
                    shared = rule.passes or (rule.idle and self.is_view(i))
                    gradients.give(value, arrived if shared else None, step.path)
            self.live += step.totals.trainable * BYTES
            self.rise(step.path)
            gradients.free(arrived)
            self.live -= self._notes.get(i, 0)
            for storage in self._needs[i]:
                self._users[storage] -= 1
                if not self._users[storage] and storage not in outside:
                    self.live -= self.bytes_of(storage)
        self.peak_back = self.peak > before


class _Gradients:
    """Gradients of values on their way back. Several values may share the memory of one."""

    def __init__(self, run: _Training) -> None:
        self._run = run
        self._at: dict[int, int] = {}
        """The memory in which the gradient of each value is."""
        self._size: dict[int, int] = {}
        self._holders: Counter[int] = Counter()

    def give(self, value: int, shared: int | None, path: str = "") -> None:
        """A gradient arrives at a value; a second one is added to the first."""
        size = self._run.bytes_of(value)
        old = self._at.get(value)
        if old is not None and self._holders[old] == 1 and self._size[old] == size:
            if shared is None:
                # both are there while they are added
                self._run.rise(path, size)
            return
        if shared is None or old is not None:
            shared = len(self._size)
            self._size[shared] = size
            self._run.live += size
        self._holders[shared] += 1
        self._at[value] = shared
        if old is not None:
            self.free(old)

    def take(self, value: int) -> int | None:
        """The memory of a value's gradient, which its layer now works on; None without one."""
        return self._at.pop(value, None)

    def free(self, memory: int) -> None:
        self._holders[memory] -= 1
        if not self._holders[memory]:
            self._run.live -= self._size[memory]

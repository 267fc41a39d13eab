"""The nodes that a trace finds: named after the modules they stand in, checked against our rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from torch import Tensor, nn

from explorer.blocks.description import BlockError, Layer, Shape
from explorer.blocks.registry import BUILT_IN, PLAIN
from explorer.exchange.imports.brief import brief
from explorer.exchange.imports.flat import OPAQUE, FlatInput, FlatNode
from explorer.exchange.imports.functions import Found
from explorer.exchange.imports.views import Moved
from explorer.graph.model import fresh_name
from explorer.graph.values import Params

_NOT_TRAINED = ("running_mean", "running_var")


class Record:
    """Collects nodes in the order in which they run."""

    def __init__(self, model: nn.Module) -> None:
        self.inputs: list[FlatInput] = []
        self.nodes: dict[str, FlatNode] = {}
        self.shapes: dict[str, Shape] = {}
        self.owner: dict[str, str] = {}
        """The module in whose forward each node was made."""
        self.keys: dict[str, str] = {}
        """Names of weights in the state dict by the names that they have here."""
        self.names: dict[int, str] = {}
        """Names of weights by identity."""
        self.classes = {name: type(module).__name__ for name, module in model.named_modules()}
        self._modules = dict(model.named_modules())
        self._weights: dict[str, Tensor] = {}
        for name, tensor in (*model.named_parameters(), *model.named_buffers()):
            self._weights[name] = tensor
            self.names.setdefault(id(tensor), name)
        self._taken: set[str] = {name for name in self._modules if name}
        self._used: set[str] = set()
        self._stack: list[str] = [""]
        self._views: dict[tuple[str, bytes], str] = {}

    def weight(self, name: str) -> Tensor:
        return self._weights[name]

    @property
    def unused(self) -> list[str]:
        """Trained weights that nothing read."""
        return [
            name
            for name, tensor in self._weights.items()
            if isinstance(tensor, nn.Parameter) and name not in self._used
        ]

    def enter(self, module: str) -> None:
        self._stack.append(module)

    def leave(self) -> None:
        self._stack.pop()

    def add_input(self, name: str, shape: Shape) -> None:
        self.inputs.append(FlatInput(name, shape))
        self.shapes[name] = shape
        self._taken.add(name)

    def layer(
        self,
        found: Found,
        sources: tuple[str, ...],
        state: Mapping[str, str],
        shape: Shape | None,
    ) -> str | None:
        """Add a layer; None where it would not be what was seen: another shape or other counts."""
        if found.type == "identity":
            return sources[0]
        layer = BUILT_IN[found.type]
        assert isinstance(layer, Layer)
        inputs = tuple(self.shapes[s] for s in sources)
        try:
            settings = PLAIN.settings(found.type, Params(found.params))
            output = layer.output(settings, inputs)
            cost = layer.cost(settings, inputs, output)
        except BlockError:
            return None
        trained = [name for local, name in state.items() if local not in _NOT_TRAINED]
        if shape is not None and output != shape:
            return None
        if cost.parameters.value != sum(self._weights[name].numel() for name in trained):
            return None
        if not self._used.isdisjoint(state.values()):
            return None
        if not all(isinstance(self._weights[name], nn.Parameter) for name in trained):
            # numbers that are set and not trained, as the filter of a blurred pooling
            return None
        path = self._stateful(state) if state else self._stateless(found.name or found.type)
        self._used.update(state.values())
        params = brief(found.type, settings)
        return self._add(FlatNode(path, found.type, params, sources, output))

    def opaque(
        self, name: str, sources: tuple[str, ...], weights: Sequence[str], macs: int, shape: Shape
    ) -> str:
        """Add what has no layer here, with the weights that it reads for the first time."""
        own = [w for w in dict.fromkeys(weights) if w not in self._used]
        self._used.update(own)
        count = sum(
            self._weights[w].numel() for w in own if isinstance(self._weights[w], nn.Parameter)
        )
        params = opaque_params(name.strip("_"), shape, count, macs)
        path = self._stateless(name.strip("_"))
        return self._add(FlatNode(path, OPAQUE, params, sources, shape))

    @property
    def module(self) -> str:
        """The path of the module that runs."""
        return self._stack[-1]

    def view(self, path: str, found: Moved | None, moved: Tensor, module: str) -> str:
        """Add a view of a node's output, made in this module, once."""
        shape = tuple(moved.shape)[1:]
        key = (path, repr(tuple(moved.shape)).encode() + moved.numpy().tobytes())
        known = self._views.get(key)
        if known is None:
            self.enter(module)
            if found is not None:
                known = self.layer(Found(found.type, found.params), (path,), {}, shape)
            self._views[key] = known = known or self.opaque("view", (path,), (), 0, shape)
            self.leave()
        return known

    def _add(self, node: FlatNode) -> str:
        self.nodes[node.path] = node
        self.shapes[node.path] = node.output
        self.owner[node.path] = self._stack[-1]
        return node.path

    # -- paths ------------------------------------------------------------------------------------

    def _stateful(self, state: Mapping[str, str]) -> str:
        """The path of the module that has the weights, where they are called as torch's are."""
        first = next(iter(state.values()))
        parent = first.rpartition(".")[0]
        path = parent
        if not parent or any(name != f"{parent}.{local}" for local, name in state.items()):
            path = first
        if path in self.nodes:
            path = self._fresh(f"{path}_{len(self.nodes)}")
        self._taken.add(path)
        for local, name in state.items():
            self.keys[f"{path}.{local}"] = name
        counter = f"{parent}.num_batches_tracked"
        if "running_mean" in state and counter in self._weights:
            self.keys[f"{path}.num_batches_tracked"] = counter
        return path

    def _stateless(self, name: str) -> str:
        module = self._stack[-1]
        owner = self._modules[module]
        if module and not owner._modules:
            if any(True for _ in owner.parameters()) or any(True for _ in owner.buffers()):
                return self._fresh(f"{module}_{name}")
            return module if module not in self.nodes else self._fresh(module)
        return self._fresh(f"{module}.{name}" if module else name)

    def _fresh(self, path: str) -> str:
        path = fresh_name(path, self._taken)
        self._taken.add(path)
        return path


def opaque_params(label: str, shape: Shape, parameters: int, macs: int) -> Params:
    """The parameters of an opaque node. A single number has the shape of one value."""
    given: Shape = shape if shape and all(shape) else (1,)
    return Params(
        {
            "label": label,
            "output_shape": given,
            "parameters": parameters,
            "macs": macs,
        }
    )

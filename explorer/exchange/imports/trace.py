"""What a module does, watched while it runs once: every call of torch with what it reads and makes.

It is run as it is, on an image, so nothing in its Python stands in the way: conditions on shapes,
loops, lists and in-place operations are as they happen. Calls are taken as the module's author wrote
them (``F.relu``, ``x + y``), one level above ATen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, NamedTuple
from weakref import ref

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode
from torch.utils._pytree import tree_leaves, tree_map
from torch.utils.flop_counter import FlopCounterMode
from torch.utils.weak import WeakTensorKeyDictionary

from explorer.blocks.description import Shape
from explorer.exchange.imports import views
from explorer.exchange.imports.functions import FUNCTIONS, Found, layer_scale
from explorer.exchange.imports.record import Record

BATCH = 2
"""Images at once where any number will do, so that the batch is told from sides of 1."""

_COPIES = frozenset(("contiguous", "clone", "detach", "alias", "to", "type", "float", "type_as"))
_PRODUCTS = frozenset(("mul", "mul_", "multiply", "__mul__", "__rmul__", "__imul__"))
_SPREADING = frozenset(("add", "multiply", "subtract"))
_SKIPS = {"DropPath": "drop_prob", "StochasticDepth": "p", "DropConnect": "p"}
"""Modules that drop a branch for some samples, with the name of their share."""


class Value(NamedTuple):
    """A tensor: which node made it, and where its values stood there if they were moved since."""

    path: str
    moved: Tensor | None = None
    module: str = ""
    """In whose forward they were moved."""


class Trace(TorchFunctionMode):
    """One run of a module. ``record`` has its nodes afterwards."""

    def __init__(self, model: nn.Module, check: Callable[[], None], batch: int = BATCH) -> None:
        super().__init__()
        self._batch = batch
        self.record = Record(model)
        self._model = model
        self._check = check
        self._values = WeakTensorKeyDictionary()
        self._origins = WeakTensorKeyDictionary()
        """Of tensors made of weights alone: those weights' names."""
        self._spent = WeakTensorKeyDictionary()
        """Of tensors made without the image: the multiply-adds that they took."""
        self._alive: dict[int, list[Any]] = {}
        self._counter = FlopCounterMode(display=False)

    def run(self, shapes: tuple[Shape, ...]) -> list[tuple[str, Tensor]]:
        """Run the module on images of these shapes; paths and values of what goes out."""
        images = []
        for i, shape in enumerate(shapes):
            image = torch.rand(self._batch, *shape)
            name = "image" if i == 0 else f"image{i + 1}"
            self.record.add_input(name, shape)
            self._put(image, Value(name))
            images.append(image)
        with torch.no_grad(), self._hooks(), self._counter, self:
            out = self._model(*images)
        found = []
        for value in tree_leaves(out):
            if isinstance(value, Tensor) and value in self._values:
                path = self._settled(self._values[value])
                found.append((path, value))
        return found

    # -- modules ----------------------------------------------------------------------------------

    @contextmanager
    def _hooks(self) -> Iterator[None]:
        with ExitStack() as stack:
            for name, module in self._model.named_modules():
                handles = (
                    module.register_forward_pre_hook(self._entering(name)),
                    module.register_forward_hook(self._leaving(name)),
                )
                for handle in handles:
                    stack.callback(handle.remove)
            yield

    def _entering(self, name: str) -> Callable[..., None]:
        def hook(module: nn.Module, given: Any) -> None:
            self.record.enter(name)

        return hook

    def _leaving(self, name: str) -> Callable[..., Any]:
        def hook(module: nn.Module, given: Any, out: Any) -> Any:
            share = getattr(module, _SKIPS.get(type(module).__name__, ""), 0)
            if share and isinstance(out, Tensor) and out in self._values and out.dim() == 4:
                # in evaluation it hands its input on; it is a layer all the same
                with torch._C.DisableTorchFunctionSubclass():
                    fresh: Tensor = torch.ops.aten.alias.default(out)
                source = self._settled(self._values[out])
                found = Found("stochastic_depth", {"p": float(share)}, name="drop")
                path = self.record.layer(found, (source,), {}, _shape(out))
                self.record.leave()
                if path is None:
                    return None
                self._put(fresh, Value(path))
                return fresh
            self.record.leave()
            return None

        return hook

    # -- calls ------------------------------------------------------------------------------------

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Any = None
    ) -> Any:
        kwargs = kwargs or {}
        given = [t for t in tree_leaves((args, kwargs)) if isinstance(t, Tensor)]
        traced = [t for t in given if t in self._values]
        versions = [t._version for t in traced]
        before = self._counter.get_total_flops()
        out = func(*args, **kwargs)
        made = [t for t in tree_leaves(out) if isinstance(t, Tensor)]
        if not made:
            return out
        macs = (self._counter.get_total_flops() - before) // (2 * self._batch)
        macs += sum(self._spent.get(tensor, 0) for tensor in given)
        if not traced:
            self._derive(given, made, macs)
            return out
        self._check()
        name = _name(func)
        changed = [t for t, version in zip(traced, versions, strict=True) if t._version != version]
        alone = len(traced) == 1 and bool(args) and args[0] is traced[0] and not changed
        if name in views.NAMES and alone and self._moved(name, func, args, kwargs, made):
            return out
        if not changed and any(m is t for m in made for t in traced):
            # handed on as it was, as dropout does in evaluation: a tensor of its own from here on
            with torch._C.DisableTorchFunctionSubclass():
                out = tree_map(_own, out)
            made = [t for t in tree_leaves(out) if isinstance(t, Tensor)]
        self._call(name, args, kwargs, given, made, macs, changed)
        return out

    def _derive(self, given: list[Tensor], made: list[Tensor], macs: int) -> None:
        names: dict[str, None] = {}
        for tensor in given:
            names |= dict.fromkeys(self._weights_of(tensor))
        if macs:
            self._spent[made[0]] = macs
        for tensor in made:
            if names and id(tensor) not in self.record.names:
                self._origins[tensor] = tuple(names)

    def _weights_of(self, tensor: Tensor) -> tuple[str, ...]:
        name = self.record.names.get(id(tensor))
        if name is not None:
            return (name,)
        found: tuple[str, ...] = self._origins.get(tensor, ())
        return found

    def _moved(
        self, name: str, func: Any, args: tuple[Any, ...], kwargs: Any, made: list[Tensor]
    ) -> bool:
        """Note a view by what it does to positions; False where it cannot be told."""
        value: Value = self._values[args[0]]
        if name in _COPIES:
            if value.moved is not None:
                value = value._replace(moved=value.moved.contiguous())
            for tensor in made:
                self._put(tensor, value)
            return True
        if value.moved is not None and self._ends_here(value, value.moved):
            value = Value(self._settled(value))
        moved = value.moved
        if moved is None:
            moved = views.positions(self.record.shapes[value.path], self._batch)
        try:
            with torch._C.DisableTorchFunctionSubclass():
                found = func(moved, *args[1:], **kwargs)
        except (RuntimeError, TypeError, ValueError):
            return False
        results = [t for t in tree_leaves(found) if isinstance(t, Tensor)]
        if [t.shape for t in results] != [t.shape for t in made]:
            return False
        for tensor, places in zip(made, results, strict=True):
            self._put(tensor, Value(value.path, places, self.record.module))
        return True

    def _ends_here(self, value: Value, moved: Tensor) -> bool:
        """Whether what was moved so far is a layer by itself, and what follows is another."""
        found = views.understood(moved, self.record.shapes[value.path], self._batch)
        if found is None:
            return False
        return value.module != self.record.module or found.type.startswith(("channel", "slice"))

    def _call(
        self,
        name: str,
        args: tuple[Any, ...],
        kwargs: Any,
        given: list[Tensor],
        made: list[Tensor],
        macs: int,
        changed: list[Tensor],
    ) -> None:
        found = self._read(name, args, kwargs, given)
        path = self._layers(found, made[0]) if found and len(made) == 1 else None
        paths = [path]
        if path is None:
            traced = [t for t in given if t in self._values]
            sources = tuple(dict.fromkeys(self._settled(self._values[t]) for t in traced))
            weights = [w for t in given if t not in self._values for w in self._weights_of(t)]
            paths = [
                self.record.opaque(name, sources, weights if i == 0 else [], macs, _shape(tensor))
                for i, tensor in enumerate(made)
            ]
            if not any(tensor is t for tensor in made for t in changed):
                # written into, and not what is given back, as x[…] = y
                for tensor in changed:
                    self._spread(tensor, Value(str(paths[0])))
        for tensor, own in zip(made, paths, strict=True):
            assert own is not None
            if changed:
                self._spread(tensor, Value(own))
            else:
                self._put(tensor, Value(own))

    def _read(
        self, name: str, args: tuple[Any, ...], kwargs: Any, given: list[Tensor]
    ) -> tuple[Found, ...]:
        reader = FUNCTIONS.get(name)
        if reader is None:
            return ()
        try:
            if name in _PRODUCTS and len(given) == 2 and len(args) == 2:
                by = next((t for t in given if t not in self._values), None)
                origin = self._weights_of(by) if by is not None else ()
                if by is not None:
                    if len(origin) != 1 or by.numel() != self.record.weight(origin[0]).numel():
                        return ()
                    scaled = layer_scale(given[0], given[1], self.record.weight(origin[0]))
                    if by is given[0]:
                        scaled = layer_scale(given[1], given[0], self.record.weight(origin[0]))
                    return (scaled,) if scaled else ()
            found = reader(*args, **kwargs)
        except (TypeError, ValueError, IndexError, AttributeError):
            return ()
        if found is None:
            return ()
        return (found,) if isinstance(found, Found) else found

    def _layers(self, row: tuple[Found, ...], made: Tensor) -> str | None:
        """Record layers in a row; None where the first of them is not what was seen."""
        path: str | None = None
        for i, found in enumerate(row):
            if i == 0:
                if any(t not in self._values for t in found.sources):
                    return None
                state = {}
                for local, tensor in found.state.items():
                    name = self.record.names.get(id(tensor))
                    if name is None:
                        return None
                    state[local] = name
                spread = found.type in _SPREADING
                sources = tuple(self._settled(self._values[t], spread) for t in found.sources)
            else:
                assert path is not None
                sources, state = (path,), {}
            last = i == len(row) - 1
            path = self.record.layer(found, sources, state, _shape(made) if last else None)
            if path is None:
                return None
        return path

    # -- values -----------------------------------------------------------------------------------

    def _put(self, tensor: Tensor, value: Value) -> None:
        self._values[tensor] = value
        place = tensor.untyped_storage().data_ptr()
        same = [r for r in self._alive.get(place, []) if r() is not None]
        self._alive[place] = [*same, ref(tensor)]

    def _spread(self, tensor: Tensor, value: Value) -> None:
        """A tensor was written into: so were all that are the same memory."""
        for known in list(self._alive.get(tensor.untyped_storage().data_ptr(), ())):
            other = known()
            if other is not None and other is not tensor and _same_memory(other, tensor):
                self._put(other, value)
        self._put(tensor, value)

    def _settled(self, value: Value, spread: bool = False) -> str:
        """The path of the node that makes a value, after the views since."""
        path, moved, module = value
        if moved is None:
            return path
        shape = self.record.shapes[path]
        found = views.understood(moved, shape, self._batch, spread)
        if found is not None and not found.type:
            return path
        return self.record.view(path, found, moved, module)


def _same_memory(a: Tensor, b: Tensor) -> bool:
    return (
        a.shape == b.shape and a.stride() == b.stride() and a.storage_offset() == b.storage_offset()
    )


def _own(value: Any) -> Any:
    return torch.ops.aten.alias.default(value) if isinstance(value, Tensor) else value


def _shape(tensor: Tensor) -> Shape:
    return tuple(tensor.shape)[1:] if tensor.dim() else ()


def _name(func: Any) -> str:
    overload = getattr(func, "_schema", None)
    if overload is not None:
        name = str(overload.name).rpartition("::")[2]
        return f"aten.{name}" if f"aten.{name}" in FUNCTIONS else name
    return str(getattr(func, "__name__", func))

"""Where a torch module comes from: torchvision, timm, somebody's Python or an exported program.

Python of one's own is run only where that was asked for: making a module of it runs it, and reading
a ``.pt2`` may.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import sys
import warnings
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import nn

from explorer.blocks.description import Shape
from explorer.build.torchvision_ops import prepare
from explorer.exchange.imports.flat import ImportingError
from explorer.graph.model import About

USUAL: Shape = (3, 224, 224)


class Source(NamedTuple):
    """A module, ready to be run."""

    model: nn.Module
    shape: Shape
    """Of the images that it was made for, as far as that is known."""
    name: str
    about: About
    batch: int | None = None
    """How many images it takes at once, where it takes no other number."""


def needs_code(spec: str) -> bool:
    """Whether reading it runs somebody's Python, which has to be asked for."""
    return not spec.startswith(("torchvision:", "timm:"))


def source_of(spec: str, run_code: bool) -> Source:
    """The module that a text such as ``timm:resnet18`` means; ImportingError where there is none."""
    if needs_code(spec) and not run_code:
        raise ImportingError(
            f"{spec} is Python, or may hold some, and reading it runs it. "
            "Ask for that by --run-code if you trust where it comes from."
        )
    kind, _, rest = spec.rpartition(":")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if spec.endswith(".pt2"):
                return _exported(Path(spec))
            if kind == "torchvision":
                return _torchvision(rest)
            if kind == "timm":
                return _timm(rest)
            if kind and rest:
                return _called(kind, rest)
    except ImportingError:
        raise
    except Exception as error:
        # whatever somebody's code raises
        reason = str(error).strip().partition("\n")[0]
        raise ImportingError(f"{spec}: {type(error).__name__}: {reason[:300]}") from error
    raise ImportingError(
        f"“{spec}” is none of torchvision:NAME, timm:NAME, module:Class, file.py:Class(…), file.pt2"
    )


def _torchvision(name: str) -> Source:
    prepare()
    from torchvision import models

    known = models.list_models(module=models)
    if name not in known:
        raise ImportingError(_unknown("torchvision", name, known))
    # these two take seconds to fill with numbers that nobody wants
    own = {"init_weights": False} if name in ("googlenet", "inception_v3") else {}
    model = models.get_model(name, weights=None, **own)
    crop = 224
    for weights in models.get_model_weights(name):
        crop = weights.transforms().crop_size[0]
        break
    about = About(title=name, source=f"torchvision.models.{name}")
    return Source(model, (3, crop, crop), name, about)


def _timm(name: str) -> Source:
    prepare()
    try:
        import timm
    except ImportError:
        raise ImportingError("timm is not installed: pip install timm") from None
    if name not in timm.list_models():
        raise ImportingError(_unknown("timm", name, timm.list_models()))
    model: Any = timm.create_model(name, pretrained=False)
    size = model.pretrained_cfg.get("input_size", USUAL)
    about = About(title=name, source=f"timm.create_model({name!r})")
    return Source(model, tuple(size), name, about)


def _unknown(where: str, name: str, known: list[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, known, 3)
    hint = f"; near: {', '.join(near)}" if near else ""
    return f"{where} has no model “{name}”{hint}"


def _called(place: str, call: str) -> Source:
    """``module:Class`` or ``file.py:Class(1, width=2)``; a module that is there already is taken
    as it is."""
    name, args, kwargs = _parsed(call)
    module = _from_file(Path(place)) if place.endswith(".py") else importlib.import_module(place)
    made: Any = module
    for part in name.split("."):
        made = getattr(made, part, None)
        if made is None:
            raise ImportingError(f"{place} has no {name}")
    if not isinstance(made, nn.Module):
        if not callable(made):
            raise ImportingError(f"{place}:{name} is neither a class nor a function")
        made = made(*args, **kwargs)
    if not isinstance(made, nn.Module):
        raise ImportingError(f"{place}:{call} gives no torch.nn.Module")
    return Source(made, USUAL, name.rpartition(".")[2].lower(), About(title=name, source=place))


def _parsed(call: str) -> tuple[str, list[Any], dict[str, Any]]:
    """Name and arguments of a call, whose values have to stand in it: nothing is worked out."""
    wrong = ImportingError(f"“{call}” is not a class, or a call with plain values as arguments")
    try:
        tree = ast.parse(call.strip(), mode="eval").body
        if not isinstance(tree, ast.Call):
            return ast.unparse(_name(tree)), [], {}
        args = [ast.literal_eval(value) for value in tree.args]
        kwargs = {str(k.arg): ast.literal_eval(k.value) for k in tree.keywords if k.arg}
        return ast.unparse(_name(tree.func)), args, kwargs
    except (SyntaxError, ValueError, TypeError):
        raise wrong from None


def _name(tree: ast.expr) -> ast.expr:
    inner = tree
    while isinstance(inner, ast.Attribute):
        inner = inner.value
    if not isinstance(inner, ast.Name):
        raise ValueError
    return tree


def _from_file(path: Path) -> Any:
    if not path.is_file():
        raise ImportingError(f"{path}: there is no such file")
    spec = importlib.util.spec_from_file_location(f"imported_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    folder = str(path.resolve().parent)
    with _ahead(folder):
        # a class looks its own module up there
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
    return module


class _ahead:  # noqa: N801 - reads as a word
    """The folder of a file, where its neighbours are found while it runs."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __enter__(self) -> None:
        sys.path.insert(0, self.folder)

    def __exit__(self, *_: object) -> None:
        if self.folder in sys.path:
            sys.path.remove(self.folder)


def _exported(path: Path) -> Source:
    """A program that torch.export wrote, with its modules as they were nested."""
    if not path.is_file():
        raise ImportingError(f"{path}: there is no such file")
    program = torch.export.load(path)
    shapes = [
        tuple(value.shape)
        for value in (program.example_inputs or ((), {}))[0]
        if isinstance(value, torch.Tensor)
    ]
    batch, *shape = shapes[0] if shapes else (1, *USUAL)
    model = torch.export.unflatten(program)
    about = About(title=path.stem, source=path.name)
    return Source(model, tuple(shape), path.stem, about, int(batch))

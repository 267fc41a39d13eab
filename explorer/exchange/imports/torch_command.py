"""Bringing in what is told by a text, with its weights: for the command line and the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from explorer.blocks.description import Shape
from explorer.build.weights import WeightsError, read_weights
from explorer.exchange.imports.flat import ImportingError
from explorer.exchange.imports.onnx_command import import_onnx
from explorer.exchange.imports.sources import source_of
from explorer.exchange.imports.torch_read import Imported, import_module


def import_torch(
    spec: str,
    shape: Shape | None = None,
    weights: Path | None = None,
    run_code: bool = False,
    say: Callable[[str], None] = lambda line: None,
    check: Callable[[], None] = lambda: None,
) -> Imported:
    """Bring in ``torchvision:NAME``, ``timm:NAME``, ``module:Class``, ``file.py:Class(…)``, a
    ``.pt2`` or an ``.onnx``; with the weights of a file where one is given, which is read as numbers
    alone.

    ImportingError says what is wrong; ``check`` ends it by raising.
    """
    if spec.lower().endswith(".onnx"):
        if weights is not None:
            raise ImportingError("An ONNX file has its own weights. Leave out those of a file.")
        return Imported(*import_onnx(spec, shape, say, check))
    say(f"making {spec}")
    source = source_of(spec, run_code)
    check()
    if weights is not None:
        say(f"reading {weights}")
        try:
            source.model.load_state_dict(read_weights(weights))
        except WeightsError as error:
            raise ImportingError(str(error)) from None
        except RuntimeError as error:
            lines = [line.strip() for line in str(error).splitlines()[1:4]]
            raise ImportingError(f"{weights} does not fit: {' '.join(lines)[:500]}") from None
    shapes = (shape or source.shape,)
    return import_module(source.model, shapes, source.name, source.about, say, check, source.batch)

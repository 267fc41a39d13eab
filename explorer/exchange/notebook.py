"""A network as a Jupyter notebook: what it is, its code, its figures, training, its filters.

The format is nbformat 4.5, which is JSON. The code needs torch alone.
"""

from __future__ import annotations

import json

from explorer.analysis.analyze import analyze
from explorer.build.plan import BuildError, plan_of
from explorer.exchange.pytorch import Written, classes_of
from explorer.exchange.source.printing import Bracketed, clean, lay_out
from explorer.exchange.training_script import Recipe, data_of, functions_of, imports_of, values_of
from explorer.graph.model import Document


def notebook(document: Document, recipe: Recipe) -> str:
    """The text of an .ipynb file, always the same for the same document and recipe.

    A network that cannot be trained on the recipe's data has no cells for that, but the reason.
    BuildError as for the source.
    """
    analysis = analyze(document)
    written = classes_of(analysis)
    code = written.marks.read("\n".join(written.classes))[0].strip("\n")
    cells = [
        _text(*_about(written)),
        _code("import torch\nfrom torch import Tensor, nn\nfrom torch.nn import functional"),
        _text("## The network"),
        _code(code),
        _text("## Figures", "", "What comes out, and what each part has to learn."),
        _code(_figures(written)),
        *_training(written, recipe),
    ]
    if any(step.operation.target == "nn.Conv2d" for step in plan_of(analysis).steps):
        cells += [_text("## Filters", "", _FILTERS_ARE), _code(_PICTURE), _code(_FILTERS)]
    numbered = [{**cell, "id": f"cell-{i}"} for i, cell in enumerate(cells, 1)]
    whole = {
        "cells": numbered,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


Cell = dict[str, object]


def _text(*lines: str) -> Cell:
    return {"cell_type": "markdown", "metadata": {}, "source": _lines("\n".join(lines))}


def _code(text: str) -> Cell:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": _lines(text),
    }


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _about(written: Written) -> list[str]:
    about = written.analysis.document.about
    title = clean(about.title or written.analysis.document.name)
    return [f"# {title}", "", *written.about.split("\n")]


def _figures(written: Written) -> str:
    body, name = written.network.body, written.network.name
    zeros = tuple(Bracketed("torch.zeros(", ("1", *map(str, shape))) for shape in body.inputs)
    lines = [f"model = {name}().eval()", "with torch.no_grad():"]
    lines += lay_out(Bracketed("model(", zeros), 4, "output = ")
    lines += [
        "shapes = [tuple(x.shape) for x in (output if isinstance(output, tuple) else [output])]",
        "parameters = sum(p.numel() for p in model.parameters())",
        'print(f"output {shapes[0]}, {parameters:,} parameters")',
        "for part, module in model.named_children():",
        "    count = sum(p.numel() for p in module.parameters())",
        '    print(f"{part:20} {type(module).__name__:20} {count:>12,}")',
    ]
    return "\n".join(lines)


def _training(written: Written, recipe: Recipe) -> list[Cell]:
    try:
        functions = functions_of(written, recipe)
        data = data_of(recipe)
    except BuildError as error:
        problem = error.problem
        said = " ".join(part for part in (f"{error}.", problem.why) if part)
        return [_text("## Training", "", f"Not on these data: {said}")]
    imports = "\n".join(imports_of(data))
    values = "\n".join(
        values_of(recipe, f'pathlib.Path("{data.file[-1]}")', 'pathlib.Path("weights.pt")')
    )
    title = data.title[0].upper() + data.title[1:]
    return [
        _text("## Training", "", f"{title}: {data.file[-1]} has to lie beside this notebook."),
        _code(f"{imports}\n\n{values}"),
        _code("\n\n\n".join(functions)),
        _code("model = main()"),
    ]


_FILTERS_ARE = (
    "What the first convolution looks for: each small picture is one of its filters, grey is zero."
)

_PICTURE = '''import struct
import zlib


class Picture:
    """Values (H, W, 3) from 0 to 1, which a notebook shows as a picture."""

    def __init__(self, values: Tensor) -> None:
        self.pixels = (255 * values).round().to(torch.uint8)

    def _repr_png_(self) -> bytes:
        height, width, _ = self.pixels.shape
        rows = b"".join(b"\\0" + bytes(row) for row in self.pixels.flatten(1).tolist())
        header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
        png = b"\\x89PNG\\r\\n\\x1a\\n"
        for kind, data in parts:
            check = zlib.crc32(kind + data)
            png += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
        return png'''

_FILTERS = """first = next(m for m in model.modules() if isinstance(m, nn.Conv2d))
filters = first.weight.detach().cpu()[:64]
if filters.shape[1] != 3:
    filters = filters.mean(1, keepdim=True).expand(-1, 3, -1, -1)
filters = 0.5 + 0.5 * filters / filters.abs().amax((1, 2, 3), keepdim=True)
# eight in a row, a white line around each
filters = functional.pad(filters, (1, 1, 1, 1), value=1.0)
filters = functional.pad(filters, (0, 0, 0, 0, 0, 0, 0, -len(filters) % 8), value=1.0)
rows = [torch.cat(list(row), 2) for row in filters.split(8)]
sheet = torch.cat(rows, 1).permute(1, 2, 0)
Picture(sheet.repeat_interleave(8, 0).repeat_interleave(8, 1))"""

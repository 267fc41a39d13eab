"""What is to be brought in, as the command line wants it. No torch: files are looked at as text."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

RUNS = (".py", ".pt2")
"""Files whose reading runs what is in them."""

FOREIGN = (".onnx", *RUNS)
"""Files that hold a network of another program."""

WEIGHTS = (".safetensors", ".pt", ".pth")

LARGEST_SOURCE = 4 * 2**20
"""Bytes of a Python file that is looked into for its classes."""

_SIZE = re.compile(r"\s*(\d{1,5})\s*[x×]\s*(\d{1,5})\s*[x×]\s*(\d{1,5})\s*")


class Request(NamedTuple):
    """One import."""

    spec: str
    """``torchvision:NAME``, ``timm:NAME``, ``FILE.py:Class(…)`` or a file."""
    title: str
    size: str = ""
    """``3x224x224``, or empty for the usual one."""
    run_code: bool = False

    def arguments(self, out: Path) -> tuple[str, ...]:
        more = [] if not self.size else ["--input", self.size]
        if self.run_code:
            more.append("--run-code")
        return ("import", *more, "--out", str(out), "--", self.spec)


def size_of(text: str) -> str | None:
    """An image's size as the command line has it; empty for none, None for no size at all."""
    if not text.strip():
        return ""
    found = _SIZE.fullmatch(text)
    return "x".join(str(int(side)) for side in found.groups()) if found is not None else None


def callables(path: Path) -> list[str]:
    """Classes, then functions, that a Python file defines: read, never run. Those that look like a
    module come first."""
    try:
        if path.stat().st_size > LARGEST_SOURCE:
            return []
        tree = ast.parse(path.read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    modules: list[str] = []
    classes: list[str] = []
    functions: list[str] = []
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            bases = (ast.unparse(base) for base in node.bases)
            is_module = any(base.endswith("Module") for base in bases)
            (modules if is_module else classes).append(node.name)
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            functions.append(node.name)
    # the network itself stands last, behind what it is made of
    return [*reversed(modules), *reversed(classes), *reversed(functions)]

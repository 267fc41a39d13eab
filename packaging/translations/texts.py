"""Finds every text for people in the code.

Two kinds. The window's own stand in calls such as ``self.tr("Undo")``; their context is the class or
the one that the module's ``_tr`` names. The layers below know no Qt and write English; of these every
sentence is taken as a *message*, an f-string with ``{0}``, ``{1}`` for what is put in. (Qt's lupdate
knows neither functions of one's own nor messages, so this is done here.)
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

MESSAGES = "Messages"
BELOW = (
    "graph",
    "blocks",
    "zoo",
    "analysis",
    "lessons",
    "worker",
    "insight",
    "training",
    "exchange",
)
"""The rooms whose texts the window shows."""
LEFT_OUT = (
    "exchange/source",
    "exchange/diagrams",
    "exchange/onnx_proto.py",
    "training/command.py",
)
"""Code and pictures that are written, and what only a terminal sees."""
CODE_MAKERS = (
    "exchange/pytorch.py",
    "exchange/keras",
    "exchange/notebook.py",
    "exchange/training_script.py",
    "exchange/training_data.py",
    "exchange/code_command.py",
)
"""Of these only what is raised is for people; the other texts are code."""
SLOTS = {"title", "category", "help", "label", "idea"}
"""Names whose texts are for people even where they are a single word."""
CALLS = {"Mend", "Hint", "Explanation", "Problem", "Finding", "Note", "line"}
INTERNAL = {"AssertionError", "NotImplementedError", "TypeError", "RuntimeError", "KeyError"}
COLUMNS = {"Column": 1}
_PROSE = re.compile(r"[^\W\d_]{2,}[,:;.]? |[^\W\d_] [^\W\d_]{2,}| [^\W\d_]{2,}")
_CODE = re.compile(r"^=|^% needs|[\w}] \* [\w({]|// \d|^\w+\[|^\w+ \| \w+\[|^torch\.\w+\(|^\"|\n ")
_CITATION = re.compile(r"arXiv:\d|NeurIPS|Proc\. IEEE")
"""Papers, which are called the same everywhere."""
_NOTE = re.compile(r"\(([^()]*[a-z][^()]*)\) = ")
_HOLE = re.compile(r"\{\d+\}")

Found = dict[tuple[str, str], list[str]]
"""Context and text, with the places."""


def texts(package: Path) -> Found:
    """All texts of the package, in the order of the files."""
    found: Found = {}
    for file in sorted((package / "app").rglob("*.py")):
        _of_window(ast.parse(file.read_text("utf-8")), file.relative_to(package).as_posix(), found)
    for room in BELOW:
        for file in sorted((package / room).rglob("*.py")):
            where = file.relative_to(package).as_posix()
            if not where.startswith(LEFT_OUT):
                tree = ast.parse(file.read_text("utf-8"))
                for text in messages(tree, raised=where.startswith(CODE_MAKERS)):
                    found.setdefault((MESSAGES, text), []).append(where)
    return found


# -- the window's own -----------------------------------------------------------------------


def _of_window(tree: ast.Module, where: str, found: Found) -> None:
    own = _own_functions(tree, where)

    def visit(node: ast.AST, scope: str) -> None:
        if isinstance(node, ast.ClassDef):
            scope = node.name
        if isinstance(node, ast.Call):
            for context, text in _called(node, scope, own):
                found.setdefault((context, text), []).append(where)
        for child in ast.iter_child_nodes(node):
            visit(child, scope)

    visit(tree, "")


def _called(call: ast.Call, scope: str, own: dict[str, str]) -> Iterator[tuple[str, str]]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else _name(call.func)
    strings = [a.value for a in call.args if isinstance(a, ast.Constant) and _is_text(a)]
    plain = isinstance(call.func, ast.Name)
    if name in ("translate", "QT_TRANSLATE_NOOP") or (plain and own.get(name) == "translate"):
        if len(strings) > 1:
            yield strings[0], strings[1]
    elif isinstance(call.func, ast.Attribute) and name == "tr":
        # of another object than oneself: by its name, as ``window`` is a Window
        context = scope if _name(call.func.value) == "self" else _name(call.func.value).title()
        yield from ((context, text) for text in _literals(call.args[:1]))
    elif plain and name in own:
        yield from ((own[name], text) for text in _literals(call.args[:1]))


def _own_functions(tree: ast.Module, where: str) -> dict[str, str]:
    """Functions of the module that translate, with their context; also those it imports."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name in ("tr", "_tr"):
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("translate"):
                    first = call.args[0]
                    assert isinstance(first, ast.Constant), f"{where}: context of {node.name}"
                    found[node.name] = str(first.value)
        elif isinstance(node, ast.Assign) and ast.unparse(node.value).endswith(".translate"):
            found[_name(node.targets[0])] = "translate"
        elif isinstance(node, ast.ImportFrom) and {"tr", "_tr"} & {a.name for a in node.names}:
            file = Path(__file__).parents[2] / (str(node.module).replace(".", "/") + ".py")
            found |= _own_functions(ast.parse(file.read_text("utf-8")), where)
    return found


def _literals(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.IfExp):
            yield from _literals([node.body, node.orelse])
        elif isinstance(node, ast.Constant) and _is_text(node):
            yield node.value


# -- messages -------------------------------------------------------------------------------


def messages(tree: ast.Module, raised: bool = False) -> Iterator[str]:
    """Every sentence in a module of a layer below, each f-string as a template; only those that are
    ``raised`` where the others are none."""
    inside = [n for r in ast.walk(tree) if isinstance(r, ast.Raise) for n in ast.walk(r)]
    skipped: set[int] = set()
    wanted: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))  # a docstring
        elif isinstance(node, ast.JoinedStr):
            skipped |= {id(v) for v in node.values}
        elif isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            skipped.add(id(node.format_spec))
        elif isinstance(node, ast.Call):
            name = _name(node.func) or getattr(node.func, "attr", "")
            if name in INTERNAL or ast.unparse(node.func).startswith("re."):
                skipped |= {id(n) for n in ast.walk(node)}
            elif name in CALLS:
                wanted |= {id(a) for a in node.args}
            elif name in COLUMNS:
                wanted.add(id(node.args[COLUMNS[name]]))
            wanted |= {id(k.value) for k in node.keywords if k.arg in SLOTS}
        elif isinstance(node, ast.Assign) and {_name(t) for t in node.targets} & SLOTS:
            wanted.add(id(node.value))
    for node in inside if raised else ast.walk(tree):
        if isinstance(node, (ast.Constant, ast.JoinedStr)) and id(node) not in skipped:
            text = template(node)
            if text is not None and is_message(text, id(node) in wanted):
                # a note in a line of arithmetic is shown by itself
                note = _NOTE.search(text)
                yield note[1] if note else text


def template(node: ast.expr) -> str | None:
    """A text, with ``{0}``, ``{1}`` … for what an f-string puts in; None for what is no text."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    parts, holes = [], 0
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(str(value.value))
        else:
            parts.append(f"{{{holes}}}")
            holes += 1
    return "".join(parts)


def is_message(text: str, wanted: bool) -> bool:
    """Whether a text has words for people: two of them, or one where only such texts stand."""
    words = _HOLE.sub("", text)
    if _CODE.search(text) or _CITATION.search(text):
        return False
    if wanted and re.search(r"[^\W\d_]{3,}", words):
        return True
    return bool(_PROSE.search(words)) and bool(re.search(r"[^\W\d_]{3,}", words))


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _is_text(node: ast.Constant) -> bool:
    return isinstance(node.value, str) and any(c.isalpha() for c in node.value)

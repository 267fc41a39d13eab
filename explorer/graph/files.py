"""``NAME.network.json``: strict reading, stable writing, atomic saving.

One node stands on one line, wires as the names they come from, so that ``git diff`` shows what was
edited. Whatever is not understood is refused with its place: nothing is dropped in silence.
"""

from __future__ import annotations

import errno
import json
import os
import stat
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from explorer.graph.model import (
    COLORS,
    NAME,
    About,
    Bend,
    BlockDefinition,
    Color,
    Document,
    Edge,
    Frame,
    Graph,
    Node,
    Note,
    ParameterDefinition,
    wired,
)
from explorer.graph.values import Params, Value, freeze

FORMAT = "architecture-explorer/network"
VERSION = 1
SUFFIX = ".network.json"
MAX_BYTES = 64 * 2**20
MAX_DEPTH = 40


class FileError(ValueError):
    """A file that cannot be read or written: where, what and why."""


# -- writing ------------------------------------------------------------------------------------


def encode(document: Document) -> str:
    """The document as text, always the same for the same value."""
    about = {k: v for k, v in _about(document.about).items() if v not in ("", None)}
    head: dict[str, Any] = {"format": FORMAT, "version": VERSION, "name": document.name}
    if about:
        head["about"] = about
    lines = [f" {_json(k)}: {_json(v)}" for k, v in head.items()]
    if document.parameters:
        lines.append(' "parameters": ' + _list([_parameter(p) for p in document.parameters], " "))
    if document.definitions:
        items = [_definition(d, "  ") for d in document.definitions]
        lines.append(' "definitions": [\n' + ",\n".join(items) + "\n ]")
    lines.append(' "graph": ' + _graph(document.graph, " "))
    if document.opened:
        lines.append(f' "opened": {_json(list(document.opened))}')
    if document.flow != "right":
        lines.append(f' "flow": {_json(document.flow)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _about(about: About) -> dict[str, Any]:
    return {k: getattr(about, k) for k in about.__struct_fields__}


def _parameter(p: ParameterDefinition) -> str:
    item: dict[str, Any] = {"name": p.name, "default": p.default}
    if p.help:
        item["help"] = p.help
    return _json(item)


def _list(items: list[str], indent: str) -> str:
    return "[\n" + ",\n".join(f"{indent} {item}" for item in items) + f"\n{indent}]"


def _definition(d: BlockDefinition, indent: str) -> str:
    parts = [f'"name": {_json(d.name)}']
    if d.help:
        parts.append(f'"help": {_json(d.help)}')
    if d.parameters:
        parts.append('"parameters": [' + ", ".join(map(_parameter, d.parameters)) + "]")
    parts.append('"graph": ' + _graph(d.graph, indent))
    return indent + "{" + ", ".join(parts) + "}"


def _graph(graph: Graph, indent: str) -> str:
    """Wires that cannot be written with the node they lead to (a loose end) stand apart."""
    sources: dict[str, dict[int, str]] = {node.name: {} for node in graph.nodes}
    loose = []
    for edge in graph.edges:
        ports = sources.get(edge.target)
        if (
            ports is None
            or edge.source not in sources
            or edge.port in ports
            or edge.port > len(graph.edges)
        ):
            loose.append(list(edge))
        else:
            port = f":{edge.source_port}" if edge.source_port else ""
            ports[edge.port] = edge.source + port
    items = [_node(node, sources[node.name], indent + " ") for node in graph.nodes]
    text = '{"nodes": ' + ("[\n" + ",\n".join(items) + f"\n{indent}]" if items else "[]")
    if loose:
        text += f', "loose": {_json(loose)}'
    for key, lines in (
        ("notes", [_note(n) for n in graph.notes]),
        ("frames", [_frame(f) for f in graph.frames]),
        ("bends", [_json({"wire": list(edge), "points": points}) for edge, points in graph.bends]),
    ):
        if lines:
            text += f', "{key}": ' + _list(lines, indent)
    return text + "}"


def _note(note: Note) -> str:
    item = {"name": note.name, "text": note.text, "at": note.at, "size": note.size}
    return _json({**item, "color": note.color})


def _frame(frame: Frame) -> str:
    item = {"name": frame.name, "title": frame.title, "blocks": frame.blocks}
    return _json({**item, "color": frame.color})


def _node(node: Node, sources: Mapping[int, str], indent: str) -> str:
    parts = [f'"name": {_json(node.name)}, "type": {_json(node.type)}']
    if sources:
        names = [sources.get(port) for port in range(max(sources) + 1)]
        parts.append(f'"from": {_json(names)}')
    if node.params:
        parts.append(f'"params": {_json(dict(node.params))}')
    if node.at is not None:
        parts.append(f'"at": {_json(list(node.at))}')
    if node.note:
        parts.append(f'"note": {_json(node.note)}')
    if node.bypassed:
        parts.append('"bypassed": true')
    if node.body is not None:
        parts.append(f'"body": {_graph(node.body, indent)}')
    return indent + "{" + ", ".join(parts) + "}"


# -- reading ------------------------------------------------------------------------------------


def decode(text: str, place: str = "") -> Document:
    """The document that a text holds; FileError says where it is wrong. ``place`` is the file's
    name, for messages."""
    try:
        raw = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_no_doubles)
    except json.JSONDecodeError as error:
        raise FileError(
            f"{place or 'the text'}, line {error.lineno}, column {error.colno}: {error.msg}"
        ) from None
    except (RecursionError, ValueError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise FileError(f"{place or 'the text'}: {reason}") from None
    try:
        return _document(raw)
    except _WrongError as error:
        raise FileError(f"{place or 'the text'}: {error}") from None


class _WrongError(ValueError):
    pass


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not allowed: every number must be finite")


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [k for k, _ in pairs]
        doubled = next(k for k in names if names.count(k) > 1)
        raise ValueError(f"the field “{doubled}” stands twice in one object")
    return found


Reader = Callable[[Any, str], Any]


def _fields(raw: Any, place: str, known: Mapping[str, Reader], needed: tuple[str, ...]) -> Any:
    """The fields of an object, each read by its own reader; unknown ones are refused."""
    if not isinstance(raw, dict):
        raise _WrongError(f"{place} should be an object")
    for name in raw:
        if name not in known:
            raise _WrongError(
                f"{place}.{name} is not known to this version of the program "
                "(it may come from a newer one)"
            )
    for name in needed:
        if name not in raw:
            raise _WrongError(f"{place} lacks the field “{name}”")
    return {name: known[name](value, f"{place}.{name}") for name, value in raw.items()}


def _text(raw: Any, place: str) -> str:
    if not isinstance(raw, str):
        raise _WrongError(f"{place} should be a text")
    if any(0xD800 <= ord(c) <= 0xDFFF for c in raw):
        raise _WrongError(f"{place} holds half a character")
    return raw


def _truth(raw: Any, place: str) -> bool:
    if not isinstance(raw, bool):
        raise _WrongError(f"{place} should be true or false")
    return raw


def _flow(raw: Any, place: str) -> Any:
    if raw not in ("right", "down"):
        raise _WrongError(f"{place} should be “right” or “down”")
    return raw


def _name(raw: Any, place: str) -> str:
    if not NAME.fullmatch(_text(raw, place)):
        raise _WrongError(
            f"{place}: “{raw[:80]}” is not a name (letters, digits, _ and -, up to 64)"
        )
    return str(raw)


def _year(raw: Any, place: str) -> int | None:
    if raw is not None and (isinstance(raw, bool) or not isinstance(raw, int)):
        raise _WrongError(f"{place} should be a whole number")
    return raw


def _number(raw: Any, place: str) -> float:
    if isinstance(raw, bool) or not isinstance(raw, (int, float)) or not abs(raw) < 1e9:
        raise _WrongError(f"{place} should be a number below 10⁹")
    return float(raw)


def _value(raw: Any, place: str) -> Value:
    try:
        value = freeze(raw, place)
    except (ValueError, RecursionError) as error:
        raise _WrongError(str(error)) from None
    return value


def _items(read: Reader) -> Reader:
    def items(raw: Any, place: str) -> tuple[Any, ...]:
        if not isinstance(raw, list):
            raise _WrongError(f"{place} should be a list")
        return tuple(read(item, f"{place}[{i}]") for i, item in enumerate(raw))

    return items


def _params(raw: Any, place: str) -> Params:
    if not isinstance(raw, dict):
        raise _WrongError(f"{place} should be an object")
    return Params({_text(k, place): _value(v, f"{place}.{k}") for k, v in raw.items()})


def _at(raw: Any, place: str) -> tuple[float, float] | None:
    numbers = _items(_number)(raw, place)
    if len(numbers) != 2:
        raise _WrongError(f"{place} should be two numbers")
    return numbers[0], numbers[1]


def _source(raw: Any, place: str) -> tuple[str, int] | None:
    if raw is None:
        return None
    name, colon, port = _text(raw, place).partition(":")
    if colon and not (port.isascii() and port.isdigit() and len(port) < 5):
        raise _WrongError(f"{place}: “{raw}” should end in the number of an output")
    return _name(name, place), int(port or 0)


def _read_node(raw: Any, place: str) -> tuple[Node, list[Edge]]:
    if isinstance(raw, dict) and isinstance(raw.get("name"), str):
        place = f"{place} (“{raw['name'][:64]}”)"
    found = _fields(
        raw,
        place,
        {
            "name": _name,
            "type": _text,
            "from": _items(_source),
            "params": _params,
            "at": _at,
            "note": _text,
            "bypassed": _truth,
            "body": _read_graph,
        },
        ("name", "type"),
    )
    edges = [
        Edge(source[0], found["name"], port, source[1])
        for port, source in enumerate(found.pop("from", ()))
        if source is not None
    ]
    if (found["type"] == "group") != (found.get("body") is not None):
        raise _WrongError(f"{place}: a group, and nothing else, has a body")
    return Node(**found), edges


def _loose(raw: Any, place: str) -> Edge:
    if (
        not isinstance(raw, list)
        or len(raw) != 4
        or not all(isinstance(v, int) and not isinstance(v, bool) for v in raw[2:])
        or not all(0 <= v < 10_000 for v in raw[2:])
    ):
        raise _WrongError(f"{place} should be [source, target, port, source port]")
    return Edge(_name(raw[0], place), _name(raw[1], place), raw[2], raw[3])


def _color(raw: Any, place: str) -> Color:
    for color in COLORS:
        if raw == color:
            return color
    raise _WrongError(f"{place} should be one of {', '.join(COLORS)}")


def _size(raw: Any, place: str) -> tuple[float, float] | None:
    size = _at(raw, place)
    if size is not None and min(size) <= 0:
        raise _WrongError(f"{place} should be larger than nothing")
    return size


def _read_note(raw: Any, place: str) -> Note:
    known: dict[str, Reader] = {
        "name": _name,
        "text": _text,
        "at": _at,
        "size": _size,
        "color": _color,
    }
    return Note(**_fields(raw, place, known, ("name", "text", "at", "size")))


def _read_frame(raw: Any, place: str) -> Frame:
    known: dict[str, Reader] = {
        "name": _name,
        "title": _text,
        "blocks": _items(_name),
        "color": _color,
    }
    return Frame(**_fields(raw, place, known, ("name", "title", "blocks")))


def _read_bend(raw: Any, place: str) -> Bend:
    known: dict[str, Reader] = {"wire": _loose, "points": _items(_at)}
    found = _fields(raw, place, known, ("wire", "points"))
    return Bend(found["wire"], found["points"])


def _check_annotations(graph: Graph, place: str) -> None:
    """Notes, frames and bends that contradict each other or the graph are refused."""
    names: set[str] = set()
    for name in (*(note.name for note in graph.notes), *(frame.name for frame in graph.frames)):
        if name in names:
            raise _WrongError(f"{place}: a second note or frame called “{name}”")
        names.add(name)
    for frame in graph.frames:
        known = [n.name for n in graph.nodes if n.name in frame.blocks]
        if not known or tuple(known) != frame.blocks:
            raise _WrongError(
                f"{place}: the frame “{frame.name}” should name blocks of its graph, in their order"
            )
    edges = set(graph.edges)
    for edge, points in graph.bends:
        if edge not in edges or not points:
            raise _WrongError(
                f"{place}: a bend of the wire {edge.source} → {edge.target}, which is not there"
                if points
                else f"{place}: a bend of {edge.source} → {edge.target} without points"
            )
        edges.discard(edge)


def _read_graph(raw: Any, place: str) -> Graph:
    if place.count(".body") > MAX_DEPTH:
        raise _WrongError(f"{place[:200]}…: groups nest deeper than {MAX_DEPTH}")
    known: dict[str, Reader] = {
        "nodes": _items(_read_node),
        "loose": _items(_loose),
        "notes": _items(_read_note),
        "frames": _items(_read_frame),
        "bends": _items(_read_bend),
    }
    found = _fields(raw, place, known, ("nodes",))
    nodes = tuple(node for node, _ in found["nodes"])
    seen: set[str] = set()
    for i, node in enumerate(nodes):
        if node.name in seen:
            raise _WrongError(f"{place}.nodes[{i}]: a second block called “{node.name}”")
        seen.add(node.name)
    edges = tuple(edge for _, edges in found["nodes"] for edge in edges)
    for edge in edges:
        if edge.source not in seen:
            raise _WrongError(
                f"{place}: “{edge.target}” comes from “{edge.source}”, which is not there"
            )
    # a wire can stand apart for its port alone, and then has its place among the others
    graph = wired(nodes, edges + found.get("loose", ())).annotated(
        found.get("notes", ()), found.get("frames", ()), found.get("bends", ())
    )
    _check_annotations(graph, place)
    return graph


def _read_parameter(raw: Any, place: str) -> ParameterDefinition:
    known: dict[str, Reader] = {"name": _name, "default": _value, "help": _text}
    return ParameterDefinition(**_fields(raw, place, known, ("name", "default")))


def _read_definition(raw: Any, place: str) -> BlockDefinition:
    known: dict[str, Reader] = {
        "name": _name,
        "help": _text,
        "parameters": _items(_read_parameter),
        "graph": _read_graph,
    }
    return BlockDefinition(**_fields(raw, place, known, ("name", "graph")))


def _read_about(raw: Any, place: str) -> About:
    known: dict[str, Reader] = {
        "title": _text,
        "idea": _text,
        "source": _text,
        "year": _year,
        "family": _text,
    }
    return About(**_fields(raw, place, known, ()))


def _keep(raw: Any, place: str) -> Any:
    return raw


def _document(raw: Any) -> Document:
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise _WrongError(f"it is not a network (its “format” should be “{FORMAT}”)")
    version = raw.get("version")
    if version != VERSION or isinstance(version, (bool, float)):
        raise _WrongError(
            f"version {version!r} is not known: this program reads version {VERSION}; "
            "a newer program may have written it"
        )
    found = _fields(
        raw,
        "$",
        {
            "format": _keep,
            "version": _keep,
            "name": _name,
            "about": _read_about,
            "parameters": _items(_read_parameter),
            "definitions": _items(_read_definition),
            "graph": _read_graph,
            "opened": _items(_text),
            "flow": _flow,
        },
        ("name", "graph"),
    )
    for key in ("parameters", "definitions"):
        names = [item.name for item in found.get(key, ())]
        if len(set(names)) < len(names):
            raise _WrongError(f"$.{key}: two have the same name")
    del found["format"], found["version"]
    return Document(**found)


# -- on disk ------------------------------------------------------------------------------------


def load(path: Path | str) -> Document:
    """Read a file; FileError says what is wrong with it."""
    path = Path(path)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(found.st_mode):
            # a pipe would keep us waiting, and a device never end
            raise FileError(f"{path}: not a file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise FileError(f"{path}: larger than {MAX_BYTES // 2**20} MB, so not a network")
        text = data.decode("utf-8")
    except OSError as error:
        raise FileError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise FileError(f"{path}: not a text file (byte {error.start})") from None
    return decode(text, path.name)


def save(document: Document, path: Path | str, keep: bool = False) -> None:
    """Write a file whole or not at all: a crash or a full disk leaves the old one. ``keep``: what
    the file held before stays beside it, see ``previous``."""
    path, data = Path(path), encode(document).encode()
    if keep:
        _keep_previous(path, data)
    write_atomically(path, data)


def weights_beside(path: Path) -> Path:
    """Where the weights of a document's file lie."""
    return path.with_name(path.name.removesuffix(SUFFIX) + ".safetensors")


def previous(path: Path) -> Path:
    """Where the version before the last save is kept."""
    return path.with_name(path.name + "~")


def _keep_previous(path: Path, data: bytes) -> None:
    try:
        held = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise FileError(f"{path} could not be read: {error.strerror or error}") from None
    if held != data:
        write_atomically(previous(path), held)


def write_atomically(path: Path, data: bytes, mode: int | None = None) -> None:
    """Put ``data`` in the place of a file; FileError, and the old file, where that fails. ``mode``:
    who may read it; as before, or as usual, where it is None."""
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is None:
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        os.chmod(temporary, mode)
        os.replace(temporary, path)
        temporary = None
    except OSError as error:
        raise FileError(f"{path} could not be written: {error.strerror or error}") from None
    finally:
        if temporary is not None and os.path.exists(temporary):
            os.unlink(temporary)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

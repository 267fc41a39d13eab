"""Files: what is written is what is read, and nothing else is."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given

from explorer import zoo
from explorer.graph import files
from explorer.graph.files import FileError, decode, encode
from explorer.graph.model import (
    Bend,
    BlockDefinition,
    Document,
    Edge,
    Frame,
    Graph,
    Node,
    Note,
    ParameterDefinition,
)
from explorer.graph.values import Params
from tests.strategies import documents


def everything() -> Document:
    """A document that uses every field of the format."""
    inner = Graph(
        (
            Node(name="x", type="input"),
            Node(name="conv", type="conv2d", params=Params({"out_channels": "=width * 2"})),
            Node(name="out", type="output"),
        ),
        (Edge("x", "conv"), Edge("conv", "out")),
    )
    definition = BlockDefinition(
        "two_path", inner, (ParameterDefinition("width", 8, "How wide."),), "Two paths."
    )
    nodes = (
        Node(name="image", type="input", params=Params({"shape": (3, 8, 8)}), at=(1.5, -2.0)),
        Node(name="t", type="my:two_path", note="“here” – ✓"),
        Node(name="g", type="group", body=inner, params=Params({"container": "sequential"})),
        Node(name="add", type="add"),
    )
    edges = (Edge("image", "t"), Edge("t", "g"), Edge("g", "add", 1), Edge("t", "add", 2, 1))
    loose = (Edge("gone", "add", 0), Edge("add", "nowhere", 4))
    return Document(
        name="all",
        parameters=(ParameterDefinition("width", 1.5),),
        definitions=(definition,),
        graph=Graph(
            nodes,
            edges + loose,
            (Note(name="n", text="“two\nlines”", at=(-1.0, 2.5), size=(160.0, 80.0)),),
            (Frame(name="f", title="Both", blocks=("t", "g"), color="pink"),),
            (Bend(edges[1], ((10.0, 20.0), (30.0, 20.5))), Bend(loose[1], ((0.0, 0.0),))),
        ),
        opened=("g", "t"),
    )


@pytest.mark.parametrize("document", [everything(), Document(), *map(zoo.get, zoo.names())])
def test_round_trip(document: Document) -> None:
    assert decode(encode(document)) == document
    assert encode(decode(encode(document))) == encode(document)


@given(documents())
def test_round_trip_of_random_documents(document: Document) -> None:
    assert decode(encode(document)) == document


def test_one_node_a_line() -> None:
    before = encode(zoo.get("resnet18")).splitlines()
    changed = zoo.get("resnet18")
    node = changed.graph["layer3"]
    graph = changed.graph.with_node(node.with_params({**node.params, "count": 5}))
    after = encode(changed.with_graph((), graph)).splitlines()
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


GOOD = json.loads(encode(everything()))


def altered(change: Any) -> str:
    raw = json.loads(json.dumps(GOOD))
    change(raw)
    return json.dumps(raw)


def node(raw: Any, i: int = 0) -> Any:
    return raw["graph"]["nodes"][i]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda r: r.update(version=2), "version 2 is not known"),
        (lambda r: r.update(version=True), "version True"),
        (lambda r: r.update(format="other"), "not a network"),
        (lambda r: r.update(surprise=1), r"\$\.surprise"),
        (lambda r: node(r).update(colour="red"), r"nodes\[0\] \(“image”\)\.colour"),
        (lambda r: node(r).update(name="a b"), "is not a name"),
        (lambda r: node(r).pop("type"), "lacks the field “type”"),
        (lambda r: node(r, 1).update(name="image"), "a second block called “image”"),
        (lambda r: node(r, 1).update({"from": ["nobody"]}), "comes from “nobody”"),
        (lambda r: node(r, 1).update({"from": ["image:x"]}), "number of an output"),
        (lambda r: node(r).update(at=[1]), "two numbers"),
        (lambda r: node(r).update(at=[1, 1e300]), "below 10⁹"),
        (lambda r: node(r).update(params={"a": {"b": 1}}), "not a parameter value"),
        (lambda r: node(r).update(params={"a": 2**70}), "too large"),
        (lambda r: node(r, 2).pop("body"), "a group, and nothing else, has a body"),
        (lambda r: r.update(graph=[]), r"\$\.graph should be an object"),
        (lambda r: r.update(name=7), r"\$\.name should be a text"),
        (lambda r: r["definitions"].append(r["definitions"][0]), "two have the same name"),
    ],
)
def test_what_is_refused_and_where(change: Any, says: str) -> None:
    with pytest.raises(FileError, match=says):
        decode(altered(change), "x.network.json")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "line 1"),
        ("{", "line 1, column 2"),
        ('{"a": NaN}', "NaN is not allowed"),
        ('{"a": -Infinity}', "-Infinity is not allowed"),
        ('{"a": 1, "a": 2}', "stands twice"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "not a network"),
        ('{"format": "' + files.FORMAT + '", "version": 1' + "0" * 5000 + "}", "digits|version"),
    ],
)
def test_broken_texts(text: str, says: str) -> None:
    with pytest.raises(FileError, match=says):
        decode(text)


def test_infinity_by_overflow_is_refused() -> None:
    text = encode(everything()).replace("1.5", "1e999", 1)
    with pytest.raises(FileError):
        decode(text)


def _raw_is(raw: Any, document: Document) -> bool:
    """Whether a document holds just what the file says."""

    def graph_is(raw: Any, graph: Graph) -> bool:
        return (
            len(raw["nodes"]) == len(graph.nodes)
            and all(map(node_is, raw["nodes"], graph.nodes, [graph] * len(graph.nodes)))
            and annotations_are(raw, graph)
        )

    def annotations_are(raw: Any, graph: Graph) -> bool:
        notes = [
            {"color": "amber", **n, "at": tuple(n["at"]), "size": tuple(n["size"])}
            for n in raw.get("notes", [])
        ]
        frames = [
            {"color": "blue", **f, "blocks": tuple(f["blocks"])} for f in raw.get("frames", [])
        ]
        bends = [(tuple(b["wire"]), [tuple(p) for p in b["points"]]) for b in raw.get("bends", [])]
        return (
            notes == [msgspec.structs.asdict(n) for n in graph.notes]
            and frames == [msgspec.structs.asdict(f) for f in graph.frames]
            and bends == [(tuple(e), list(points)) for e, points in graph.bends]
        )

    def node_is(raw: Any, node: Node, graph: Graph) -> bool:
        params = json.loads(json.dumps(dict(node.params)))
        sources = [
            None if s is None else (s if ":" in s else f"{s}:0") for s in raw.get("from", [])
        ]
        found: dict[int, str] = {}
        for edge in graph.incoming[node.name]:
            found.setdefault(edge.port, f"{edge.source}:{edge.source_port}")
        return (
            raw["name"] == node.name
            and raw["type"] == node.type
            and raw.get("params", {}) == params
            and raw.get("note", "") == node.note
            and [float(v) for v in raw.get("at", [])] == list(node.at or ())
            and all(s is None or _port(found.get(i)) == _port(s) for i, s in enumerate(sources))
            and (node.body is None or graph_is(raw["body"], node.body))
        )

    return raw["name"] == document.name and graph_is(raw["graph"], document.graph)


def _port(text: str | None) -> tuple[str, int] | None:
    if text is None:
        return None
    name, _, port = text.partition(":")
    return name, int(port or 0)


def test_ten_thousand_mutated_files() -> None:
    """None crashes, hangs, or loads as anything but what it says."""
    chance = random.Random(1998)
    texts = [encode(everything()), encode(zoo.get("resnet18")), encode(zoo.get("lenet5_modern"))]
    pieces = [
        "NaN",
        "1e999",
        "{",
        "]",
        '"',
        ",",
        "\\ud800",
        "null",
        "-1",
        "[[",
        "\x00",
        ":",
        "9" * 30,
    ]
    loaded = refused = placed = 0
    start = time.perf_counter()
    for _ in range(10_000):
        text = chance.choice(texts)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(text))
            end = at + chance.choice([0, 1, 1, 5, 40])
            middle = chance.choice(
                [chr(chance.randint(32, 126)), chance.choice(pieces), "", text[at:end] * 2]
            )
            text = text[:at] + middle + text[end:]
        try:
            document = decode(text, "mutant")
        except FileError as error:
            placed += str(error).startswith("mutant")
            refused += 1
            continue
        loaded += 1
        assert _raw_is(json.loads(text), document), text
        assert decode(encode(document)) == document
    assert placed == refused > 1000
    assert loaded > 50
    assert time.perf_counter() - start < 120


def test_bad_bytes_and_missing_files(tmp_path: Path) -> None:
    path = tmp_path / "a.network.json"
    with pytest.raises(FileError, match="No such file"):
        files.load(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileError, match="not a text file"):
        files.load(path)
    with pytest.raises(FileError, match="directory"):
        files.load(tmp_path)


def test_saving_where_one_may_not(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="could not be written"):
        files.save(Document(), tmp_path / "no" / "such" / "folder.json")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.network.json"
    files.save(zoo.get("lenet5_modern"), path)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match="No space left"):
        files.save(zoo.get("vgg16"), path)
    assert files.load(path) == zoo.get("lenet5_modern")
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_killed_while_saving(tmp_path: Path) -> None:
    """Whatever moment the program is killed at, the file is one of the two, whole."""
    path = tmp_path / "a.network.json"
    script = (
        "from explorer import zoo; from explorer.graph import files\n"
        "print('go', flush=True)\n"
        "while True:\n for n in ('lenet5_modern', 'googlenet'):"
        f" files.save(zoo.get(n), {str(path)!r})\n"
    )
    for wait in (0.01, 0.03, 0.05, 0.08):
        process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        if path.exists():
            assert files.load(path).name in ("lenet5_modern", "googlenet")

"""Network files that are broken, impossible or meant ill."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from explorer import zoo
from explorer.graph.files import encode

Make = Callable[[Path], None]


def _good() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(encode(zoo.get("lenet5_modern")))
    return found


def _text(text: str) -> Make:
    return lambda path: path.write_bytes(text.encode("utf-8", "surrogatepass"))


def _changed(change: Callable[[dict[str, Any]], object]) -> Make:
    def make(path: Path) -> None:
        document = _good()
        change(document)
        path.write_text(json.dumps(document))

    return make


def _parameter(value: Any) -> Make:
    """C1's out_channels."""

    def change(document: dict[str, Any]) -> None:
        node = next(n for n in document["graph"]["nodes"] if n["name"] == "C1")
        node["params"]["out_channels"] = value

    return _changed(change)


def _named(name: str) -> Make:
    return _changed(lambda d: d["graph"]["nodes"][1].update(name=name))


def _definition(document: dict[str, Any]) -> None:
    inner = {"nodes": [{"name": "a", "type": "my:loop"}]}
    document["graph"]["nodes"][2].update(type="my:loop")
    document["definitions"] = [{"name": "loop", "graph": inner}]


def _many(document: dict[str, Any]) -> None:
    """A merge of twenty thousand inputs."""
    document["graph"]["nodes"].append({"name": "sum", "type": "add", "from": ["image"] * 20_000})


def _cycle(document: dict[str, Any]) -> None:
    document["graph"]["nodes"][1]["from"] = ["scores"]


DOCUMENTS: dict[str, Make] = {
    "empty": _text(""),
    "garbage": lambda path: path.write_bytes(os.urandom(4096)) and None,
    "cut_off": lambda path: path.write_text(encode(zoo.get("resnet18"))[:900]) and None,
    "nan": _text('{"format": "architecture-explorer/network", "version": 1, "name": NaN}'),
    "infinity": _parameter(float("inf")),
    "deep": _text("[" * 200_000),
    "deep_objects": _text('{"a":' * 100_000),
    "version_of_tomorrow": _changed(lambda d: d.update(version=999)),
    "version_is_a_list": _changed(lambda d: d.update(version=[1])),
    "huge_number": _text('{"version": ' + "9" * 100_000 + "}"),
    "invalid_utf8": lambda path: path.write_bytes(b'{"name": "\xff\xfe"}') and None,
    "utf16": lambda path: path.write_bytes(encode(zoo.get("lenet5")).encode("utf-16")) and None,
    "lone_surrogate": _text('{"name": "\ud800"}'),
    "a_list": _text("[1, 2, 3]"),
    "null": _text("null"),
    "null_bytes": _text("\0" * 1000),
    "calls_system": _parameter("=__import__('os').system('touch CANARY')"),
    "opens_a_file": _parameter("=open('CANARY', 'w')"),
    "climbs_to_object": _parameter("=().__class__.__base__.__subclasses__()"),
    "power_bomb": _parameter("=9**9**9**9"),
    "shift_bomb": _parameter("=1<<10**12"),
    "text_bomb": _parameter("='a'*10**12"),
    "deep_expression": _parameter("=" + "(" * 5000 + "1" + ")" * 5000),
    "long_expression": _parameter("=1" + "+1" * 100_000),
    "negative": _parameter(-5),
    "enormous": _parameter(10**18),
    "endless_stage": _changed(
        lambda d: d["graph"]["nodes"][1].update(
            type="stage", params={"block": "conv_norm_act", "count": 10**9}
        )
    ),
    "contains_itself": _changed(_definition),
    "many_inputs": _changed(_many),
    "a_cycle": _changed(_cycle),
    "name_climbs": _named("../../etc/passwd"),
    "name_with_dots": _named("a.b"),
    "name_is_long": _named("x" * 100_000),
    "unknown_type": _changed(lambda d: d["graph"]["nodes"][1].update(type="os.system")),
    "unknown_field": _changed(lambda d: d.update(on_load="import os")),
    "graph_is_a_number": _changed(lambda d: d.update(graph=7)),
    "a_folder": lambda path: path.mkdir(),
    "a_pipe": os.mkfifo,
    "a_device": lambda path: path.symlink_to("/dev/zero"),
    "a_loop": lambda path: path.symlink_to(path),
}

"""Files of weights that are broken or meant ill: pickles that act, archives that swell, headers
that lie."""

from __future__ import annotations

import json
import os
import pickle
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

Make = Callable[[Path], None]


class Acts:
    """Calls something when it is unpickled."""

    def __init__(self, function: Any, *args: Any) -> None:
        self._call = (function, args)

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return self._call


def _touch() -> Acts:
    return Acts(os.system, "touch CANARY")


def _pickled(value: Any, protocol: int = 2) -> Make:
    return lambda path: path.write_bytes(pickle.dumps(value, protocol)) and None


def _by_name(opcodes: bytes) -> Make:
    return lambda path: path.write_bytes(opcodes) and None


def _archive(members: dict[str, bytes], packed: bool = False) -> Make:
    """A zip such as torch writes."""

    def make(path: Path) -> None:
        kind = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        with zipfile.ZipFile(path, "w", kind) as archive:
            for name, data in members.items():
                archive.writestr(name, data)

    return make


def _in_archive(value: Any) -> Make:
    return _archive({"x/data.pkl": pickle.dumps(value, 2), "x/version": b"3\n"})


def _good(path: Path) -> bytes:
    torch.save({"C1.weight": torch.zeros(6, 1, 5, 5)}, path)
    return path.read_bytes()


def _cut(share: float) -> Make:
    def make(path: Path) -> None:
        data = _good(path)
        path.write_bytes(data[: int(len(data) * share)])

    return make


def _storage(numel: int, size: tuple[int, ...], stride: tuple[int, ...], offset: int = 0) -> Make:
    """A tensor that claims more than its storage holds."""
    load = b"\x80\x02}q\x00X\x01\x00\x00\x00wctorch._utils\n_rebuild_tensor_v2\n(("
    load += b"X\x07\x00\x00\x00storagectorch\nFloatStorage\nX\x01\x00\x00\x000X\x03\x00\x00\x00cpu"
    load += b"\x8a\x08" + struct.pack("<q", numel) + b"tQ"
    load += b"\x8a\x08" + struct.pack("<q", offset)

    def numbers(values: tuple[int, ...]) -> bytes:
        return b"(" + b"".join(b"\x8a\x08" + struct.pack("<q", v) for v in values) + b"t"

    load += numbers(size) + numbers(stride) + b"\x89ccollections\nOrderedDict\n)RtRs."
    return _archive({"x/data.pkl": load, "x/data/0": b"\0" * 16, "x/version": b"3\n"})


def _bomb(path: Path) -> None:
    _archive({"x/data.pkl": b"\0" * 300_000_000, "x/version": b"3\n"}, packed=True)(path)


def _itself(path: Path) -> None:
    loop: dict[str, Any] = {}
    loop["state_dict"] = loop
    torch.save(loop, path)


def _saved(value: Any) -> Make:
    return lambda path: torch.save(value, path)


PICKLES: dict[str, Make] = {
    "system": _pickled(_touch()),
    "system_in_archive": _in_archive(_touch()),
    "system_in_state_dict": _in_archive({"C1.weight": _touch()}),
    "evaluates": _pickled(Acts(eval, "open('CANARY', 'w')")),
    "executes": _in_archive(Acts(exec, "open('CANARY', 'w')")),
    "starts_a_process": _by_name(
        b"csubprocess\nPopen\n((X\x05\x00\x00\x00touchX\x06\x00\x00\x00CANARYltR."
    ),
    "imports": _by_name(b"cbuiltins\n__import__\n(X\x0b\x00\x00\x00antigravitytR."),
    "loads_by_hub": _in_archive(Acts(torch.hub.load, "a/b", "c")),
    "loads_again": _in_archive(Acts(torch.load, "CANARY")),
    "posix": _by_name(b"cposix\nsystem\n(X\x0c\x00\x00\x00touch CANARYtR."),
    "reads_a_file": _in_archive(Acts(open, "/etc/passwd")),
    "a_class_of_ours": _by_name(b"cexplorer.graph.files\nsave\n(NX\x06\x00\x00\x00CANARYtR."),
    "opcodes_of_mischief": _by_name(b"\x80\x02" + b"(" * 100_000 + b"."),
    "memo_bomb": _by_name(b"\x80\x02]q\x00" + b"(h\x00h\x00l" * 50_000 + b"."),
    "declares_a_terabyte": _storage(2**38, (2**38,), (1,)),
    "size_beyond_storage": _storage(4, (1000, 1000), (1000, 1)),
    "negative_size": _storage(4, (-4,), (1,)),
    "negative_offset": _storage(4, (4,), (1,), offset=-(2**40)),
    "strides_far_out": _storage(4, (2, 2), (2**40, 1)),
    "zip_bomb": _bomb,
    "zip_climbs": _archive({"../../CANARY": b"x", "x/data.pkl": b"N."}),
    "zip_without_pickle": _archive({"x/version": b"3\n"}),
    "zip_is_empty": _archive({}),
    "cut_in_half": _cut(0.5),
    "cut_at_the_end": _cut(0.97),
    "empty": _by_name(b""),
    "noise": lambda path: path.write_bytes(os.urandom(2000)) and None,
    "a_list": _saved([torch.zeros(3)]),
    "a_number": _saved(7),
    "keys_are_numbers": _saved({0: torch.zeros(3)}),
    "values_are_words": _saved({"C1.weight": "zeros"}),
    "a_whole_module": lambda path: torch.save(torch.nn.ReLU(), path),
    "contains_itself": _itself,
    "sparse": _saved({"C1.weight": torch.eye(6).to_sparse()}),
    "a_folder": lambda path: path.mkdir(),
    "a_pipe": os.mkfifo,
}


def _header(header: bytes, data: bytes = b"", length: int | None = None) -> Make:
    size = len(header) if length is None else length
    return lambda path: path.write_bytes(struct.pack("<Q", size) + header + data) and None


def _tensors(*entries: tuple[str, str, list[int], list[int]], data: bytes = b"\0" * 16) -> Make:
    texts = [
        f"{json.dumps(name)}: "
        + json.dumps({"dtype": dtype, "shape": shape, "data_offsets": offsets})
        for name, dtype, shape, offsets in entries
    ]
    return _header(("{" + ", ".join(texts) + "}").encode(), data)


SAFETENSORS: dict[str, Make] = {
    "empty": _by_name(b""),
    "seven_bytes": _by_name(b"\0" * 7),
    "noise": lambda path: path.write_bytes(os.urandom(2000)) and None,
    "header_of_exabytes": _header(b"{}", length=2**62),
    "header_beyond_the_file": _header(b"{}", length=1000),
    "header_is_no_json": _header(b"{'a': 1}"),
    "header_is_a_list": _header(b"[]"),
    "header_is_deep": _header(b'{"a":' * 50_000 + b"1" + b"}" * 50_000),
    "header_is_not_utf8": _header(b'{"\xff": 1}'),
    "offsets_beyond_the_file": _tensors(("a", "F32", [4], [0, 4000])),
    "offsets_backwards": _tensors(("a", "F32", [4], [16, 0])),
    "offsets_negative": _tensors(("a", "F32", [4], [-16, 0])),
    "offsets_overlap": _tensors(("a", "F32", [4], [0, 16]), ("b", "F32", [4], [0, 16])),
    "a_gap": _tensors(("a", "F32", [2], [8, 16])),
    "shape_and_bytes_disagree": _tensors(("a", "F32", [5], [0, 16])),
    "shape_overflows": _tensors(("a", "F32", [2**32, 2**32, 2**32], [0, 16])),
    "shape_negative": _tensors(("a", "F32", [-4], [0, 16])),
    "unknown_type": _tensors(("a", "PICKLE", [4], [0, 16])),
    "a_name_twice": _tensors(("a", "F32", [4], [0, 16]), ("a", "F32", [4], [0, 16])),
    "bytes_left_over": _tensors(("a", "F32", [2], [0, 8])),
    "a_pickle_inside": lambda path: path.write_bytes(pickle.dumps(_touch())) and None,
    "a_zip_inside": _archive({"x/data.pkl": pickle.dumps(_touch())}),
    "a_folder": lambda path: path.mkdir(),
}

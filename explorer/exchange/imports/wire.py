"""ONNX messages taken apart byte by byte, before anything is allocated for what they declare.

A protobuf parser makes objects of whatever a file claims, many times its size if it is made to.
Here the fields are walked and counted first; what is left for the parser is small, and the numbers
of the tensors stay where they are in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

MAX_FIELDS = 400_000
"""Of a whole file. Networks of some thousand layers have a tenth."""

MAX_SLIM = 8 * 2**20
"""Bytes of a model without the numbers of its tensors."""

MAX_DEPTH = 12
"""Of graphs in attributes of nodes of graphs, a level for each."""

INLINE = 1024
"""Bytes of numbers that may stay in the message: shapes are as short."""

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5

_TENSOR_RAW, _TENSOR_FLOATS, _TENSOR_DOUBLES, _TENSOR_DOC = 9, 4, 10, 12

_INSIDE: dict[str, dict[int, str]] = {
    "model": {7: "graph"},
    "graph": {1: "node", 5: "tensor"},
    "node": {5: "attribute"},
    "attribute": {5: "tensor", 6: "graph", 10: "tensor", 11: "graph"},
    "tensor": {},
}
"""By the kind of a message, the fields that hold messages in which tensors may be."""

_DROPPED: dict[str, frozenset[int]] = {
    "model": frozenset({20, 25}),  # training, functions
    "graph": frozenset({14, 15}),  # quantisation notes, sparse initializers
    "node": frozenset({6}),
    "attribute": frozenset({13, 22, 23}),
    "tensor": frozenset({_TENSOR_DOC}),
}
"""Fields that nothing here reads."""


class WireError(ValueError):
    """Bytes that are no message; says why."""


class Span(NamedTuple):
    """Where the numbers of a tensor lie in the file."""

    start: int
    end: int
    kind: str
    """``raw`` as the tensor's type says, ``float`` or ``double`` as they are packed."""


class Slim(NamedTuple):
    """A model without the numbers of its large tensors."""

    data: bytes
    spans: dict[int, Span]
    """By the number that each tensor has as its ``doc_string``."""


class _Field(NamedTuple):
    number: int
    kind: int
    begin: int
    """Where the field begins, its tag included."""
    start: int
    """Where its contents begin."""
    end: int


def slim(data: bytearray | bytes) -> Slim:
    """A model's bytes with the large tensors' numbers left out; WireError where it is no model, or
    one of more parts than any network has."""
    walk = _Walk(data)
    return Slim(walk.message("model", 0, len(data), 0), walk.spans)


class _Walk:
    def __init__(self, data: bytearray | bytes) -> None:
        self.data = data
        self.spans: dict[int, Span] = {}
        self._fields = self._slim = self._tensors = 0

    def message(self, kind: str, start: int, end: int, depth: int) -> bytes:
        if depth > 4 * MAX_DEPTH:
            raise WireError("graphs lie within graphs too deeply")
        inside, dropped = _INSIDE[kind], _DROPPED[kind]
        out: list[bytes] = []
        number = -1
        if kind == "tensor":
            number, self._tensors = self._tensors, self._tensors + 1
        for field in self.fields(start, end):
            if field.number in dropped:
                continue
            if field.kind == _BYTES and field.number in inside:
                body = self.message(inside[field.number], field.start, field.end, depth + 1)
                out.append(_varint(field.number << 3 | _BYTES) + _varint(len(body)) + body)
                continue
            if kind == "tensor" and self._is_numbers(number, field):
                continue
            self._count(field.end - field.begin)
            out.append(bytes(self.data[field.begin : field.end]))
        if kind == "tensor":
            name = str(number).encode()
            out.append(_varint(_TENSOR_DOC << 3 | _BYTES) + _varint(len(name)) + name)
        return b"".join(out)

    def _is_numbers(self, tensor: int, field: _Field) -> bool:
        kinds = {_TENSOR_RAW: "raw", _TENSOR_FLOATS: "float", _TENSOR_DOUBLES: "double"}
        kind = kinds.get(field.number)
        if kind is None or field.kind != _BYTES or field.end - field.start <= INLINE:
            return False
        if tensor in self.spans:
            raise WireError("a tensor has its numbers twice")
        self.spans[tensor] = Span(field.start, field.end, kind)
        return True

    def _count(self, size: int) -> None:
        self._slim += size
        if self._slim > MAX_SLIM:
            raise WireError(f"more than {MAX_SLIM // 2**20} MB of it are not weights")

    def fields(self, start: int, end: int) -> Iterator[_Field]:
        at = start
        while at < end:
            self._fields += 1
            if self._fields > MAX_FIELDS:
                raise WireError(f"it has more than {MAX_FIELDS:,} parts")
            tag, content = self._read(at, end)
            number, kind = tag >> 3, tag & 7
            if kind == _VARINT:
                _, stop = self._read(content, end)
            elif kind == _FIXED64:
                stop = content + 8
            elif kind == _FIXED32:
                stop = content + 4
            elif kind == _BYTES:
                length, content = self._read(content, end)
                stop = content + length
            else:
                raise WireError(f"byte {at:,} begins nothing that is known")
            if not number or stop > end:
                raise WireError(f"what begins at byte {at:,} goes beyond its end")
            yield _Field(number, kind, at, content, stop)
            at = stop

    def _read(self, at: int, end: int) -> tuple[int, int]:
        """A number of variable length, and where it ends."""
        value = shift = 0
        while at < end and shift < 70:
            byte = self.data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value, at
            shift += 7
        raise WireError(f"a number does not end before byte {at:,}")


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)

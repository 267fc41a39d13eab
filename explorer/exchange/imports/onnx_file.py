"""An ONNX file opened with care: nothing is run, and nothing outside its folder is read.

Sizes are checked against the file before anything is allocated for them. The file is read once; the
weights are views of those bytes.
"""

from __future__ import annotations

import os
import stat
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray

from explorer.exchange.imports.flat import ImportingError
from explorer.exchange.imports.wire import Span, WireError, slim

Array = NDArray[Any]

LARGEST = 8 * 2**30
"""Bytes of a file that is read."""

_TYPES: dict[int, str] = {
    onnx.TensorProto.FLOAT: "<f4",
    onnx.TensorProto.DOUBLE: "<f8",
    onnx.TensorProto.FLOAT16: "<f2",
    onnx.TensorProto.INT64: "<i8",
    onnx.TensorProto.INT32: "<i4",
    onnx.TensorProto.INT16: "<i2",
    onnx.TensorProto.INT8: "<i1",
    onnx.TensorProto.UINT8: "<u1",
    onnx.TensorProto.UINT16: "<u2",
    onnx.TensorProto.UINT32: "<u4",
    onnx.TensorProto.UINT64: "<u8",
    onnx.TensorProto.BOOL: "|b1",
}
"""numpy's names of ONNX's element types; bfloat16 is read by hand."""

_PACKED = {"float": "<f4", "double": "<f8"}


class OnnxFile:
    """A model whose tensors are read when they are asked for.

    ImportingError, with the reason and what would help, where the file is none that can be read.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._data = read_whole(self.path)
        try:
            found = slim(self._data)
            self.model = onnx.ModelProto.FromString(found.data)
        except Exception as error:  # protobuf's own error has no types
            reason = str(error) if isinstance(error, WireError) else "its parts do not fit together"
            raise ImportingError(
                f"{self.path} is not an ONNX model: {reason}. Export it again."
            ) from None
        self._spans = found.spans
        self._beside: dict[str, bytearray] = {}
        self._taken: dict[str, int] = {}
        if not self.model.HasField("graph") or not self.model.graph.node:
            raise ImportingError(
                f"{self.path} is not an ONNX model: it has no graph with nodes. Export it again."
            )

    @property
    def opset(self) -> int:
        """The version of ONNX's own operators."""
        versions = [o.version for o in self.model.opset_import if o.domain in ("", "ai.onnx")]
        return max(versions, default=1)

    def array(self, tensor: onnx.TensorProto) -> Array:
        """The numbers of a tensor, as a view of the file's bytes where they are many."""
        dims, name = tuple(tensor.dims), tensor.name or "without a name"
        if any(side < 0 for side in dims):
            raise self._refused(name, f"its shape is {_text(dims)}")
        if len(dims) > 16 or prod(side for side in dims if side) > LARGEST:
            raise self._refused(name, f"its shape {_text(dims)} is larger than any file")
        if not readable(tensor):
            raise self._refused(name, f"its numbers are of type {tensor.data_type}")
        kind = _TYPES.get(tensor.data_type)
        raw = np.dtype(kind or "<u2")
        wanted = prod(dims) * raw.itemsize
        if tensor.data_location == onnx.TensorProto.EXTERNAL:
            return _shaped(self._external(tensor, name, wanted), raw, dims, kind is None)
        # the numbers that each tensor was given as it was taken apart
        span = self._spans.get(int(tensor.doc_string)) if tensor.doc_string.isdigit() else None
        if span is not None:
            return self._spanned(span, raw, dims, name, kind is None)
        if tensor.HasField("raw_data"):
            data: Any = bytearray(tensor.raw_data)
            self._check(name, dims, wanted, len(data))
            return _shaped(data, raw, dims, kind is None)
        held = max(
            (tensor.float_data, tensor.int32_data, tensor.int64_data, tensor.double_data,
             tensor.uint64_data), key=len,
        )  # fmt: skip
        self._check(name, dims, wanted, len(held) * raw.itemsize)
        if kind in ("<f2", None):
            # half floats are kept as the whole numbers that their bits are
            bits = np.array(held, dtype=np.int64).astype(np.uint16).tobytes()
            return _shaped(bytearray(bits), raw, dims, kind is None)
        return np.array(held).astype(raw).reshape(dims)

    def _spanned(
        self, span: Span, raw: np.dtype[Any], dims: tuple[int, ...], name: str, brain: bool
    ) -> Array:
        length = span.end - span.start
        if span.kind == "raw":
            self._check(name, dims, prod(dims) * raw.itemsize, length)
        else:
            raw = np.dtype(_PACKED[span.kind])
            self._check(name, dims, prod(dims) * raw.itemsize, length)
        return _shaped(memoryview(self._data)[span.start : span.end], raw, dims, brain)

    def _external(self, tensor: onnx.TensorProto, name: str, wanted: int) -> memoryview:
        """A tensor's bytes in a file beside the model."""
        entries = {e.key: e.value for e in tensor.external_data}
        location = entries.get("location", "")
        try:
            offset = int(entries.get("offset", "0") or 0)
            length = int(entries.get("length", str(wanted)) or wanted)
        except ValueError:
            raise self._refused(name, "where its numbers are is not said in numbers") from None
        data = self._file_beside(location, name)
        if length != wanted:
            raise self._refused(
                name, f"it declares {wanted:,} bytes, but says that {length:,} are its own"
            )
        if offset < 0 or offset + length > len(data):
            raise self._refused(
                name,
                f"it declares bytes {offset:,} to {offset + length:,} of {location}, "
                f"which has {len(data):,}",
            )
        self._taken[location] = self._taken.get(location, 0) + length
        if self._taken[location] > len(data):
            raise self._refused(name, f"the tensors take more of {location} than it has")
        return memoryview(data)[offset : offset + length]

    def _file_beside(self, location: str, name: str) -> bytearray:
        if location in self._beside:
            return self._beside[location]
        parts = Path(location).parts
        plain = len(parts) == 1 and parts[0] == location and location not in (".", "..")
        if not plain or "\\" in location or "\0" in location or ":" in location:
            raise self._refused(
                name,
                f"its numbers are in “{location[:80]}”, and only a file in the same folder is read",
                "Put the weights beside the model.",
            )
        data = read_whole(self.path.parent / location, beside=True)
        self._beside[location] = data
        return data

    def _check(self, name: str, dims: tuple[int, ...], wanted: int, held: int) -> None:
        if wanted != held:
            raise self._refused(
                name, f"its shape {_text(dims)} takes {wanted:,} bytes, but the file has {held:,}"
            )

    def _refused(self, name: str, why: str, mend: str = "Export it again.") -> ImportingError:
        return ImportingError(f"{self.path}: the tensor {name[:80]} cannot be read: {why}. {mend}")


def readable(tensor: onnx.TensorProto) -> bool:
    """Whether its numbers are of a type that numpy has."""
    return tensor.data_type in _TYPES or tensor.data_type == onnx.TensorProto.BFLOAT16


def read_whole(path: Path, beside: bool = False) -> bytearray:
    """The bytes of a plain file; ImportingError where it is none, or larger than any network.

    Files beside a model are read only where they are files of their own: neither symbolic nor hard
    links, which may be what somebody keeps elsewhere.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if beside:
        flags |= getattr(os, "O_NOFOLLOW", 0)
        if path.is_symlink():
            raise ImportingError(
                f"{path} is a symbolic link, which is not followed. Copy the file."
            )
    try:
        handle = os.open(path, flags)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ImportingError(f"{path} cannot be read: {reason}.") from None
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise ImportingError(f"{path} is not a file. Name the model itself.")
        if beside and about.st_nlink > 1:
            raise ImportingError(f"{path} is a hard link, which is not read. Copy the file.")
        if not about.st_size:
            raise ImportingError(f"{path} is empty. Export it again.")
        if about.st_size > LARGEST:
            raise ImportingError(f"{path} is larger than {LARGEST // 2**30} GB.")
        try:
            data = bytearray(about.st_size)
        except MemoryError:
            raise ImportingError(f"{path} does not fit into memory.") from None
        view, at = memoryview(data), 0
        try:
            while at < len(data) and (count := file.readinto(view[at:])):
                at += count
        except OSError as error:
            raise ImportingError(f"{path} cannot be read: {error.strerror or error}.") from None
    if at < len(data):
        raise ImportingError(f"{path} became shorter while it was read. Try again.")
    return data


def _shaped(
    data: bytearray | memoryview, raw: np.dtype[Any], dims: tuple[int, ...], brain: bool
) -> Array:
    found: Array = np.frombuffer(data, raw).reshape(dims) if len(data) else np.zeros(dims, raw)
    if brain:
        # bfloat16 is the upper half of a float32
        found = (found.astype(np.uint32) << 16).view(np.float32)
    return found


def _text(dims: tuple[int, ...]) -> str:
    return "×".join(map(str, dims[:8])) or "one number"

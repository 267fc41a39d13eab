"""Weights on disk: a state dict, read as numbers and nothing else.

A document never holds weights: those of ``NAME.network.json`` lie beside it in ``NAME.safetensors``.
"""

from __future__ import annotations

import io
import json
import pickle
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from safetensors import SafetensorError
from torch import Tensor

from explorer.graph.files import weights_beside, write_atomically

LARGEST = 8 * 2**30
"""Bytes; no network that is drawn here comes near."""

WRAPPERS = ("state_dict", "model_state_dict", "model", "net", "network")
"""Under which training scripts keep the state dict in a checkpoint."""


class WeightsError(ValueError):
    """A file that holds no weights; the message says why."""


beside = weights_beside


def read_weights(path: Path | str) -> dict[str, Tensor]:
    """The state dict of a ``.safetensors``, ``.pt`` or ``.pth`` file. Nothing in the file is run,
    whatever it says; WeightsError where there is none in it."""
    path = Path(path)
    try:
        if not path.is_file():
            raise WeightsError(
                f"{path}: {'not a file' if path.exists() else 'there is no such file'}"
            )
        if path.stat().st_size > LARGEST:
            raise WeightsError(f"{path}: larger than {LARGEST // 2**30} GB")
        read: Callable[[Path], Any] = _safetensors if path.suffix == ".safetensors" else _pickled
        found = read(path)
    except OSError as error:
        raise WeightsError(f"{path}: {error.strerror or error}") from None
    except _FAULTS as error:
        if isinstance(error, WeightsError):
            raise
        reason = str(error).strip().partition("\n")[0]
        raise WeightsError(f"{path}: not a file of weights ({reason[:200]})") from None
    return _state_dict(found, path)


_FAULTS = (
    RuntimeError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    KeyError,
    MemoryError,
    SafetensorError,
    pickle.UnpicklingError,
    zipfile.BadZipFile,
)
"""What broken and hostile files make their readers raise."""


def _safetensors(path: Path) -> Any:
    with path.open("rb") as file:
        head = file.read(8)
        length = int.from_bytes(head, "little")
        # the library allows headers of 100 MB; a file's own size is bound enough
        if len(head) < 8 or length > path.stat().st_size - 8:
            raise WeightsError(f"{path}: not a safetensors file, or cut off")
        _unique(file.read(length), path)
    return safetensors.torch.load_file(path)


def _unique(header: bytes, path: Path) -> None:
    """Names that come twice would let two readers see two different files."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len({key for key, _ in pairs}) < len(pairs):
            raise WeightsError(f"{path}: a name comes twice in the header")
        return dict(pairs)

    try:
        json.loads(header, object_pairs_hook=once)
    except RecursionError:
        raise WeightsError(f"{path}: the header is nested too deep") from None


def _pickled(path: Path) -> Any:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            # torch stores what it saves; only a bomb is packed
            if sum(info.file_size for info in archive.infolist()) > 2 * path.stat().st_size + 2**16:
                raise WeightsError(f"{path}: would unpack to more than it is")
    with warnings.catch_warnings():
        # of foreign pickles; they are read by the same rules, or refused
        warnings.simplefilter("ignore")
        return torch.load(path, map_location="cpu", weights_only=True)


def _state_dict(found: Any, path: Path) -> dict[str, Tensor]:
    for wrapper in WRAPPERS:
        if isinstance(found, dict) and isinstance(found.get(wrapper), dict):
            found = found[wrapper]
    if not isinstance(found, dict) or not found:
        raise WeightsError(f"{path}: not a state dict (names with tensors)")
    for key, value in found.items():
        if not isinstance(key, str) or not isinstance(value, Tensor):
            raise WeightsError(f"{path}: not a state dict: “{str(key)[:80]}” is no tensor")
        if value.is_sparse or value.is_quantized or value.layout is not torch.strided:
            raise WeightsError(f"{path}: “{key[:80]}” is sparse or quantized, which is not read")
    return dict(found)


def write_weights(weights: Mapping[str, Tensor], path: Path) -> None:
    """Write a state dict, on the CPU: as safetensors, or by another suffix as torch saves it. Whole
    or not at all; FileError where it cannot be written."""
    state = {key: value.detach().cpu().contiguous() for key, value in weights.items()}
    if path.suffix == ".safetensors":
        write_atomically(path, safetensors.torch.save(state, {"format": "pt"}))
        return
    packed = io.BytesIO()
    torch.save(state, packed)
    write_atomically(path, packed.getvalue())

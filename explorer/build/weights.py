"""Weights on disk: a state dict, read as numbers and nothing else."""

from __future__ import annotations

import pickle
import warnings
import zipfile
from pathlib import Path

import torch
from torch import Tensor

LARGEST = 8 * 2**30
"""Bytes; no network that is drawn here comes near."""


class WeightsError(ValueError):
    """A file that holds no weights; the message says why."""


def read_weights(path: Path | str) -> dict[str, Tensor]:
    """The state dict of a ``.pt`` file. Nothing in the file is run, whatever it says."""
    path = Path(path)
    try:
        if path.stat().st_size > LARGEST:
            raise WeightsError(f"{path}: larger than {LARGEST // 2**30} GB")
        with warnings.catch_warnings():
            # of foreign pickles; they are read by the same rules, or refused
            warnings.simplefilter("ignore")
            found = torch.load(path, map_location="cpu", weights_only=True)
    except OSError as error:
        raise WeightsError(f"{path}: {error.strerror or error}") from None
    except (
        RuntimeError,
        ValueError,
        EOFError,
        KeyError,
        pickle.UnpicklingError,
        zipfile.BadZipFile,
    ) as error:
        if isinstance(error, WeightsError):
            raise
        reason = str(error).strip().partition("\n")[0]
        raise WeightsError(f"{path}: not a file of weights ({reason[:200]})") from None
    if not isinstance(found, dict) or not all(
        isinstance(k, str) and isinstance(v, Tensor) for k, v in found.items()
    ):
        raise WeightsError(f"{path}: not a state dict (names with tensors)")
    return dict(found)

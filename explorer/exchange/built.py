"""The network that is exported: built in evaluation mode, always the same for the same document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from explorer.build.module import BuildError, BuiltNetwork, build
from explorer.exchange.errors import ExportError
from explorer.graph.model import Document


def built(document: Document, state_dict: Mapping[str, Tensor] | None) -> BuiltNetwork:
    """The module with torch's initial weights or those given; ExportError where it is none."""
    try:
        # always the same file for the same document, and nobody else's random numbers used up
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(0)
            network = build(document)
    except BuildError as error:
        problem = error.problem
        raise ExportError(f"{error}.", problem.why, problem.mend) from None
    if state_dict is not None:
        try:
            network.load_state_dict(dict(state_dict))
        except RuntimeError as error:
            raise ExportError(
                "The weights do not fit the network.",
                str(error).splitlines()[-1].strip(),
                "Take those of a run of this very network.",
            ) from None
    return network.eval()


def in_folder(path: Path | str) -> Path:
    """The path, where its folder is there; ExportError otherwise."""
    path = Path(path)
    if not path.parent.is_dir():
        raise ExportError(f"There is no folder {path.parent}.", "", "Make it, or choose another.")
    return path

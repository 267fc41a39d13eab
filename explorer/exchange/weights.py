"""Weights from elsewhere into a document's network: what fits, what is likely, and what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor

from explorer.build.matching import Match, match
from explorer.build.module import BuiltNetwork
from explorer.build.torchvision_ops import prepare
from explorer.build.weights import WeightsError, beside, read_weights

TORCHVISION = "torchvision:"


class Loaded(NamedTuple):
    """A state dict for a network, and how it came about."""

    weights: dict[str, Tensor]
    """What was taken, under the network's own keys."""
    match: Match
    source: Path

    @property
    def complete(self) -> bool:
        return not self.match.missing and not self.match.misfits and not self.match.suggested


def fit(
    network: BuiltNetwork, source: str, given: Mapping[str, str] | None = None, accept: bool = False
) -> Loaded:
    """Read weights and find what of them belongs where in a network; the network is not changed.

    ``source`` is a file, or ``torchvision:NAME`` for what torch has downloaded before. ``given``
    renames keys of the file, ``accept`` takes what is only likely. WeightsError where there are no
    weights.
    """
    path = torchvision_file(source) if source.startswith(TORCHVISION) else Path(source)
    theirs = read_weights(path)
    ours = network.state_dict()
    found = match(_shapes(ours), _shapes(theirs), given)
    if accept:
        found = found.accepted()
    return Loaded(
        {k: theirs[old].to(ours[k].dtype) for k, old in found.agreed.items()}, found, path
    )


def take(network: BuiltNetwork, loaded: Loaded) -> None:
    """Put what was found into the network; the rest of it stays as it is."""
    network.load_state_dict({**network.state_dict(), **loaded.weights})


def torchvision_file(source: str) -> Path:
    """Where torch keeps torchvision's weights of a network; WeightsError where they are not there,
    with the address to have them from: this program fetches nothing by itself."""
    prepare()
    from torchvision.models import get_model_weights

    name = source.removeprefix(TORCHVISION)
    try:
        kinds: Any = get_model_weights(name)
    except ValueError:
        raise WeightsError(f"torchvision has no weights of “{name}”") from None
    # the first published, which go with the architecture as its paper has it, then the newest
    chosen = [getattr(kinds, "IMAGENET1K_V1", None), kinds.DEFAULT]
    folder = Path(torch.hub.get_dir(), "checkpoints")
    urls = [str(kind.url) for kind in chosen if kind is not None]
    for url in urls:
        path = folder / url.rpartition("/")[2]
        if path.is_file():
            return path
    raise WeightsError(
        f"torchvision's weights of {name} are not on this machine; "
        f"save {urls[0]} as {folder / urls[0].rpartition('/')[2]}"
    )


def report(loaded: Loaded) -> dict[str, Any]:
    """As JSON: counts, and every key that does not simply agree."""
    found = loaded.match
    return {
        "source": str(loaded.source),
        "complete": loaded.complete,
        "taken": len(loaded.weights),
        "values": sum(t.numel() for t in loaded.weights.values()),
        "suggested": found.suggested,
        "missing": list(found.missing),
        "unused": list(found.unused),
        "misfits": [m._asdict() for m in found.misfits],
    }


def lines(loaded: Loaded) -> Sequence[str]:
    """The same for people, a line a key."""
    found = loaded.match
    said = [f"{len(loaded.weights)} tensors of {loaded.source} fit"]
    said += [f"perhaps: {ours} ← {theirs}" for ours, theirs in found.suggested.items()]
    said += [
        f"another shape: {m.key} is {_text(m.ours)} here, {_text(m.theirs)} there"
        for m in found.misfits
    ]
    said += [f"missing: {key}" for key in found.missing]
    said += [f"not used: {key}" for key in found.unused]
    return said


def _text(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape)) or "one number"


def _shapes(state: Mapping[str, Tensor]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(value.shape) for key, value in state.items()}


__all__ = ["Loaded", "WeightsError", "beside", "fit", "lines", "report", "take"]

"""Which tensor of a file belongs to which of a network, by name, and what is likely by structure.

Names and shapes alone: no torch, and nothing is decided. What is only likely is a suggestion.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

Shape = tuple[int, ...]
Shapes = Mapping[str, Shape]
"""Of the tensors of a state dict, by key, in its order."""

COUNTER = "num_batches_tracked"
"""Of batch norms; not in files of old, and without effect on what a network answers."""


class Misfit(NamedTuple):
    """A key that both have, with shapes that differ."""

    key: str
    ours: Shape
    theirs: Shape


class Match(NamedTuple):
    """How a file's tensors and a network's fit together."""

    agreed: dict[str, str]
    """The network's key → the file's, of the same name and shape."""
    suggested: dict[str, str]
    """The network's key → the file's, of the same shape and likely the same: to be confirmed."""
    missing: tuple[str, ...]
    """The network's keys for which the file has nothing."""
    unused: tuple[str, ...]
    """The file's keys for which the network has no place."""
    misfits: tuple[Misfit, ...]

    @property
    def complete(self) -> bool:
        """Whether every tensor of the network has one of its own name."""
        return not self.suggested and not self.misfits and not self.missing

    def accepted(self) -> Match:
        """With all that was suggested taken for agreed."""
        return self._replace(agreed={**self.agreed, **self.suggested}, suggested={})


def match(ours: Shapes, theirs: Shapes, given: Mapping[str, str] | None = None) -> Match:
    """Compare a network's tensors with a file's. ``given`` says of some of the file's keys, or
    beginnings of keys, what the network calls them."""
    renamed = {key: _renamed(key, given or {}) for key in theirs}
    at = {name: key for key, name in renamed.items()}
    agreed = {k: at[k] for k in ours if k in at and theirs[at[k]] == ours[k]}
    misfits = tuple(
        Misfit(k, ours[k], theirs[at[k]]) for k in ours if k in at and theirs[at[k]] != ours[k]
    )
    left = [k for k in ours if k not in at]
    taken = {*agreed.values(), *(at[m.key] for m in misfits)}
    free = [k for k in theirs if k not in taken]
    suggested = _by_prefix(left, free, ours, theirs)
    for suggest in (_by_module, _by_order):
        open_ours = [k for k in left if k not in suggested]
        used = set(suggested.values())
        open_theirs = [k for k in free if k not in used]
        suggested |= suggest(open_ours, open_theirs, ours, theirs)
    used = set(suggested.values())
    return Match(
        agreed,
        {k: suggested[k] for k in left if k in suggested},
        tuple(k for k in left if k not in suggested and not k.endswith(COUNTER)),
        tuple(k for k in free if k not in used),
        misfits,
    )


def _renamed(key: str, given: Mapping[str, str]) -> str:
    for old in sorted(given, key=len, reverse=True):
        if key == old or key.startswith(old.rstrip(".") + "."):
            return given[old].rstrip(".") + key[len(old.rstrip(".")) :] if old else key
    return key


def _by_prefix(
    left: Sequence[str], free: Sequence[str], ours: Shapes, theirs: Shapes
) -> dict[str, str]:
    """What agrees once a beginning that the file's keys share is left out: ``module.conv1.weight``,
    or put before them."""
    wanted = set(left)
    counts: Counter[tuple[str, bool]] = Counter()
    for key in free:
        parts = key.split(".")
        for i in range(1, len(parts)):
            if ".".join(parts[i:]) in wanted:
                counts[".".join(parts[:i]) + ".", True] += 1
    tails = {k.partition(".")[2]: k for k in left if "." in k}
    for key in free:
        if key in tails:
            counts[tails[key].partition(".")[0] + ".", False] += 1
    found: dict[str, str] = {}
    used: set[str] = set()
    # the few that most share: a file has one such beginning, not a dozen
    for (prefix, drops), _ in counts.most_common(4):
        for key in free:
            if key in used or (drops and not key.startswith(prefix)):
                continue
            name = key.removeprefix(prefix) if drops else prefix + key
            if name in wanted and name not in found and ours[name] == theirs[key]:
                found[name] = key
                used.add(key)
    return found


def _by_module(
    left: Sequence[str], free: Sequence[str], ours: Shapes, theirs: Shapes
) -> dict[str, str]:
    """Modules whose tensors have the same last names and shapes, in the same order."""
    mine, others = _modules(left, ours), _modules(free, theirs)
    found: dict[str, str] = {}
    for i, j in _aligned([m[1] for m in mine], [m[1] for m in others]):
        a, b = mine[i][0], others[j][0]
        found |= {
            f"{a}.{leaf}" if a else leaf: f"{b}.{leaf}" if b else leaf for leaf, _ in mine[i][1]
        }
    return found


def _modules(
    keys: Sequence[str], shapes: Shapes
) -> list[tuple[str, tuple[tuple[str, Shape], ...]]]:
    found: dict[str, list[tuple[str, Shape]]] = {}
    for key in keys:
        owner, _, leaf = key.rpartition(".")
        if leaf != COUNTER:
            found.setdefault(owner, []).append((leaf, shapes[key]))
    return [(owner, tuple(leaves)) for owner, leaves in found.items()]


def _by_order(
    left: Sequence[str], free: Sequence[str], ours: Shapes, theirs: Shapes
) -> dict[str, str]:
    """Tensors of the same shape, in the same order."""
    left = [k for k in left if not k.endswith(COUNTER)]
    free = [k for k in free if not k.endswith(COUNTER)]
    pairs = _aligned([ours[k] for k in left], [theirs[k] for k in free])
    return {left[i]: free[j] for i, j in pairs}


def _aligned(a: Sequence[object], b: Sequence[object]) -> list[tuple[int, int]]:
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [(i + n, j + n) for i, j, size in blocks for n in range(size)]

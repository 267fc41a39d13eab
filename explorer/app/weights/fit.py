"""What the command line tells of weights that were tried on a network, and the rows it comes to."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QCoreApplication

from explorer.app import format as words


class Misfit(msgspec.Struct, frozen=True):
    key: str
    ours: tuple[int, ...]
    theirs: tuple[int, ...]


class Fit(msgspec.Struct, frozen=True):
    """How a state dict fits: keys of the network, and what of the file they are."""

    source: str
    complete: bool
    taken: int
    values: int
    suggested: dict[str, str]
    """The network's key → the file's."""
    missing: tuple[str, ...]
    unused: tuple[str, ...]
    misfits: tuple[Misfit, ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Weights", text)


def rows(fit: Fit) -> list[tuple[str, str, str]]:
    """The network's key, the file's, and what is the matter; what can be mended first."""
    found = [(ours, theirs, _tr("likely the same")) for ours, theirs in fit.suggested.items()]
    for m in fit.misfits:
        shapes = _tr("shape {0} here, {1} there").format(_shape(m.ours), _shape(m.theirs))
        found.append((m.key, m.key, shapes))
    found += [(key, "", _tr("not in the file")) for key in fit.missing]
    found += [("", key, _tr("not used")) for key in fit.unused]
    return found


def _shape(sides: tuple[int, ...]) -> str:
    return words.shape(sides) or _tr("one number")


def summary(fit: Fit) -> str:
    """How well it fits, in a sentence or two."""
    if fit.complete:
        text = _tr("All {0} keys of the network matched, {1} values.").format(
            fit.taken, words.compact(fit.values)
        )
        if fit.unused:
            text += " " + _tr("{0} keys of the file are not used.").format(len(fit.unused))
        return text
    text = _tr("{0} keys match.").format(fit.taken)
    if fit.suggested:
        text += " " + _tr("{0} are likely the same under another name.").format(len(fit.suggested))
    left = len(fit.missing) + len(fit.misfits)
    if left:
        text += " " + _tr("{0} have nothing that fits, so these weights cannot be used.").format(
            left
        )
    return text

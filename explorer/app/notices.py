"""What went wrong with building, training or the worker, in words: what, why, how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from explorer.analysis.analyze import Analysis
from explorer.app.language import say
from explorer.app.run import Run
from explorer.graph.edits import Edit, SetParameter
from explorer.worker.messages import Failed, WorkerDied


@dataclass(frozen=True)
class Notice:
    """A message that stays until it no longer holds or is put away."""

    kind: Literal["error", "warning"]
    what: str
    why: str = ""
    mend: str = ""
    path: str = ""
    """The block that it is about, where it is about one."""
    repair: tuple[str, Edit] | None = None
    """An edit that would mend it, and what it is called."""
    again: bool = False
    """Whether running again would help."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notices", text)


def sentence(text: str) -> str:
    """With a capital letter and a full stop, as a sentence on its own."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")


def of_failure(failed: Failed) -> Notice:
    """Why something could not be done, as the worker tells it."""
    return Notice("error", say(failed.what), say(failed.why), say(failed.mend), failed.path)


def of_analysis(analysis: Analysis) -> Notice | None:
    """Why the network cannot be built; None where it can."""
    for problem in analysis.problems:
        if problem.severity == "error":
            return Notice(
                "error", say(problem.what), say(problem.why), say(problem.mend), problem.path
            )
    graph = analysis.document.graph
    for kind, mend in (
        ("input", _tr("Drag an Input from the palette and connect it to the first block.")),
        ("output", _tr("Drag an Output from the palette and connect the last block to it.")),
    ):
        if not graph.of_type(kind):
            what = _tr("The network has no {0}").format(kind)
            return Notice("error", what, _tr("Images have to go in and scores out."), mend)
    for row in analysis.rows:
        if row.depth == 0 and row.result is None:
            return Notice(
                "error",
                _tr("“{0}” has no input yet").format(row.path),
                _tr("Nothing can be computed before every block knows what comes in."),
                _tr("Draw a wire to it, or delete it."),
                row.path,
            )
    return None


def of_scores(analysis: Analysis, classes: int, title: str) -> Notice | None:
    """Why the network's output cannot name the classes of a data set; None where it can.

    The worker checks this too; here it is said at once, with the block that has to change.
    """
    for node in analysis.document.graph.of_type("output")[:1]:
        row = analysis.row_at.get(node.name)
        sources = analysis.document.graph.incoming[node.name]
        if row is None or row.output is None or not sources:
            return None
        shape, source = row.output, sources[0].source
        if len(shape) != 1:
            return Notice(
                "error",
                _tr("The network gives {0} for an image, not scores").format(
                    "×".join(map(str, shape))
                ),
                _tr("{0} needs one score for each of {1} classes.").format(title, classes),
                _tr("End it with flatten and a linear layer of {0} features.").format(classes),
                source,
            )
        if shape[0] < classes:
            return Notice(
                "error",
                _tr("The network has {0} scores, {1} has {2} classes").format(
                    shape[0], title, classes
                ),
                _tr("Every class needs a score of its own."),
                _tr("Set out_features of the last linear layer to {0}.").format(classes),
                source,
                _more_scores(analysis, source, classes),
            )
    return None


def _more_scores(analysis: Analysis, name: str, classes: int) -> tuple[str, Edit] | None:
    if analysis.document.graph[name].type != "linear":
        return None
    edit = SetParameter(name=name, parameter="out_features", value=classes)
    return _tr("Set it to {0}").format(classes), edit


def of_death(died: WorkerDied, run: Run | None, restarting: bool) -> Notice:
    """What the worker's end means for the person who was training."""
    what, _, why = say(died.reason).partition(". ")
    if died.last_lines and (died.exit_code or 0) > 0:
        what = f"{what.rstrip('.')} ({died.last_lines[-1].strip()})"
    lost = (
        _tr("Run {0} ended in epoch {1}, and its weights are lost.").format(
            run.number, max(1, run.epoch)
        )
        if run is not None
        else _tr("Nothing was being trained.")
    )
    why = " ".join(filter(None, (sentence(why), lost)))
    mend = (
        _tr("The network you drew is untouched, and a new worker is starting.")
        if restarting
        else _tr(
            "The network you drew is untouched. The worker ended several times in a row "
            "and is left off now."
        )
    )
    return Notice("error", what, why, mend, again=run is not None or not restarting)


def of_silence(seconds: float) -> Notice:
    """The worker does not answer, and may yet."""
    return Notice(
        "warning",
        _tr("The worker has not answered for {0} s").format(f"{seconds:.0f}"),
        _tr("The machine may be busy with something else. The network you drew is untouched."),
        _tr("Wait a moment."),
    )

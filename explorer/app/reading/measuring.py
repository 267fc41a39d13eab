"""Times of blocks, measured by the worker and kept as long as a block is the one that was measured."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from explorer.analysis.results import Result
from explorer.app import format as f
from explorer.app import notices
from explorer.app.language import say
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.graph import files
from explorer.worker import messages as m

State = Literal["", "starting", "measuring"]


class Measuring(QObject):
    """Asks for a measurement, and holds its times against the document.

    A block's figures are one object as long as its parameters and inputs stay the same: where it is
    still that object, the time holds, also after undo; where not, the time is left out.
    """

    changed = Signal()

    def __init__(self, session: Session, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._runner = session, runner
        self._serial = 0
        self.state: State = ""
        self.percent = 0
        self.failure = ""
        self.found: m.Measured | None = None
        """The last measurement of this document."""
        self._asked_for: dict[str, Result | None] = {}
        self._results: dict[str, Result | None] = {}
        session.document_replaced.connect(self._forget)
        session.document_changed.connect(self._follow)
        runner.measured.connect(self._take)
        runner.state_changed.connect(self._follow_worker)

    # -- asking -----------------------------------------------------------------------------------

    @property
    def going_on(self) -> bool:
        return bool(self.state)

    @property
    def possible(self) -> bool:
        """Whether the network could be measured now."""
        return self._session.analysis.ok and not self._runner.training

    def toggle(self) -> None:
        """Begin to measure, or break it off."""
        if self.going_on:
            self.stop()
        else:
            self.start()

    def start(self) -> None:
        """Have the worker time every block for the session's batch."""
        self.failure = ""
        wrong = notices.of_analysis(self._session.analysis)
        if wrong is not None:
            self.failure = say(wrong.what)
        elif self._runner.training:
            self.failure = self.tr("Nothing is measured while training.")
        else:
            self._serial += 1
            self.percent = 0
            self._asked_for = {r.path: r.result for r in self._session.analysis.rows}
            self.state = "starting"
            self._send()
        self.changed.emit()

    def _send(self) -> None:
        """To the worker, once there is one."""
        if self._runner.worker_state != "ready":
            self._runner.start()
            return
        self.state = "measuring"
        text = files.encode(self._session.document)
        self._runner.send(m.Measure(text, self._session.batch, self._serial))

    def stop(self) -> None:
        if self.state == "measuring":
            self._runner.send(m.StopMeasuring())
        self._end()

    def _end(self, failure: str = "") -> None:
        self.state, self.failure = "", failure
        self.changed.emit()

    # -- what comes back ----------------------------------------------------------------------------

    def _take(self, message: m.Message) -> None:
        mine = isinstance(message, m.Failed) or getattr(message, "serial", 0) == self._serial
        if not mine or not self.going_on:
            return
        match message:
            case m.Measuring():
                self.percent = round(100 * message.done / max(1, message.of))
                self.changed.emit()
            case m.Measured():
                self.found, self._results = message, self._asked_for
                self._follow()
                self._end()
            case m.MeasuringStopped():
                self._end()
            case m.Failed():
                self._end(f"{say(message.what)} {say(message.mend)}".strip())

    def _follow_worker(self) -> None:
        state = self._runner.worker_state
        if self.state == "starting" and state == "ready":
            # the document may be another by now, and the results with it
            self.start()
        elif self.state == "measuring" and state in ("died", "off"):
            self._end(self.tr("The worker ended while it was measuring."))
        elif self.state == "starting" and state == "died":
            self._end(self.tr("There is no worker to measure with."))

    # -- what still holds -----------------------------------------------------------------------------

    def _forget(self) -> None:
        self.found, self._results = None, {}
        if self.going_on:
            self.stop()
        self._session.set_times({}, "")

    def _follow(self) -> None:
        found = self.found
        if found is None:
            return
        rows = self._session.analysis.row_at
        times = {
            path: seconds
            for path, seconds in found.seconds.items()
            if path in rows and rows[path].result is self._results.get(path)
        }
        if not self.outdated:
            times[""] = found.whole
        self._session.set_times(times, found.device)

    @property
    def outdated(self) -> int:
        """How many blocks that compute something are not those that were measured."""
        if self.found is None:
            return 0
        rows = self._session.analysis.row_at
        return sum(
            path not in rows or rows[path].result is not self._results.get(path)
            for path in self.found.seconds
        ) + sum(path not in self._results for path in rows)

    def words(self) -> tuple[str, str]:
        """What the legend says of the times, and what its button does."""
        if self.state == "starting":
            return self.tr("Waiting for the worker…"), self.tr("Cancel")
        if self.state == "measuring":
            return self.tr("Measuring… {0} %").format(self.percent), self.tr("Cancel")
        if self.failure:
            return self.failure, self.tr("Measure") if self.possible else ""
        found = self.found
        if found is None:
            text = self.tr("Not measured yet: the worker runs the network a few times.")
            return text, self.tr("Measure") if self.possible else ""
        text = self.tr("{0} for the whole pass, {1}: median of {2}.").format(
            f.seconds(found.whole), found.description, found.runs
        )
        if found.batch != self._session.batch:
            text += " " + self.tr("Measured for batch {0}.").format(found.batch)
        if changed := self.outdated:
            text += " " + self.tr(
                "Measured before the last edit: {0} blocks are others now."
            ).format(changed)
        return text, self.tr("Measure again") if self.possible else ""

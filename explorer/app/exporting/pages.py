"""The pages of code and of what torch writes."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from explorer.app import format as words
from explorer.app.exporting.exports import Exports, Format
from explorer.app.exporting.page import Job, Page, Shown, Target
from explorer.app.language import say
from explorer.app.notices import sentence
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.graph.files import FileError, write_atomically

FLOAT = 4
"""Bytes of one weight."""


class CodePage(Page):
    """Source: what the code panel shows, alone or with what trains it, or for Keras."""

    copies = True

    def __init__(self, session: Session, exports: Exports, runner: Runner) -> None:
        super().__init__()
        self._session, self._exports, self._runner = session, exports, runner
        self.title = self.tr("Code")
        self.about = self.tr("One file with a class for each kind of block.")
        self.form = self.choice(
            self.tr("Form"),
            {
                "pytorch": self.tr("PyTorch"),
                "training": self.tr("PyTorch that trains"),
                "notebook": self.tr("Notebook"),
                "keras": "Keras 3",
            },
        )
        self.form.setMinimumWidth(190)

    @property
    def _form(self) -> str:
        return cast("str", self.form.currentData())

    @property
    def note(self) -> str:
        return {
            "pytorch": self.tr("Needs torch alone."),
            "training": self.tr("Follows the recipe of the Train workspace. Needs torch alone."),
            "notebook": self.tr("With the recipe of the Train workspace."),
            "keras": self.tr("Needs Keras 3, on any of its backends."),
        }[self._form]

    @property
    def target(self) -> Target:
        if self._form == "notebook":
            return Target(".ipynb", self.tr("Notebook (*.ipynb)"))
        return Target(".py", self.tr("Python (*.py)"))

    @property
    def _asked(self) -> tuple[str, bool]:
        """What the writer calls the form, and whether it trains."""
        return ("pytorch", True) if self._form == "training" else (self._form, False)

    def job(self) -> Job:
        document, recipe = self._session.document, self._runner.recipe
        to, trains = self._asked

        def write() -> Shown:
            # only here: what writes the source is not needed to open the window
            from explorer.exchange.code_command import code
            from explorer.exchange.pytorch import BuildError

            try:
                text = code(document, to, recipe, trains)
            except BuildError as error:
                problem = error.problem
                said = (sentence(say(part)) for part in (str(error), problem.why, problem.mend))
                return Shown(failure=" ".join(s for s in said if s))
            python = to != "notebook"
            return Shown(text=text, python=python, size=len(text.encode()), exact=True)

        return write

    def save(self, path: Path, shown: Shown) -> None:
        """Also puts the data beside what trains."""
        from explorer.exchange.code_command import export_code

        to, trains = self._asked
        try:
            export_code(self._session.document, to, path, self._runner.recipe, trains)
        except (FileError, OSError) as error:
            self._exports.failed(str(error))
        else:
            self._exports.done(path, self.tr("Exported to {0}."))


def save_text(exports: Exports, path: Path, text: str) -> None:
    """Write the very text that was shown."""
    try:
        write_atomically(path, text.encode())
    except FileError as error:
        exports.failed(say(str(error)))
    else:
        exports.done(path, exports.tr("Exported to {0}."))


class WeightsPage(Page):
    """What holds the network's weights: ONNX, a torch.export archive, or the weights alone."""

    def __init__(self, session: Session, exports: Exports, runner: Runner, to: Format) -> None:
        super().__init__()
        self._session, self._exports, self._runner, self.to = session, exports, runner, to
        if to == "onnx":
            self.title = "ONNX"
            self.about = self.tr(
                "For other runtimes, for any batch size. It is compared with ONNX Runtime before "
                "it is written."
            )
        elif to == "pt2":
            self.title = self.tr("torch.export archive")
            self.about = self.tr("The traced network with its weights, which torch.export loads.")
        else:
            self.title = self.tr("Weights")
            self.about = self.tr("The weights alone, under the names of the code’s modules.")

    @property
    def target(self) -> Target:
        if self.to == "onnx":
            return Target(".onnx", self.tr("ONNX (*.onnx)"))
        if self.to == "pt2":
            return Target(".pt2", self.tr("torch.export (*.pt2)"))
        return Target(".safetensors", self.tr("Safetensors (*.safetensors)"))

    @property
    def note(self) -> str:
        if self._runner.has_learnt:
            return self.tr("With the weights that it has learnt.")
        if self._exports.weights_file is not None:
            return self.tr("With the weights of {0}.").format(self._exports.weights_file.name)
        return self.tr("With random weights: it was not trained yet.")

    @property
    def arguments(self) -> tuple[str, ...]:
        """What the choices are for the command line."""
        return ()

    def job(self) -> Job:
        session = self._session
        analysis = session.analysis
        ports = self.to != "safetensors"
        into, out = self.tr("input"), self.tr("output")
        parameters = self.tr("{0} parameters")

        def size_of(count: int) -> str:
            return words.bytes_(count * FLOAT)

        broken = self.tr("The network has an error: nothing can be written before it is mended.")

        def contents() -> Shown:
            if not analysis.ok:
                return Shown(failure=broken)
            rows: list[tuple[str, str, str]] = []
            outputs: list[tuple[str, str, str]] = []
            for row in analysis.rows:
                shape = words.shape(row.output) if row.output is not None else ""
                if row.node.type == "input" and ports and not row.depth:
                    rows.append((row.path, f"{into} N×{shape}", ""))
                elif row.node.type == "output" and ports and not row.depth:
                    outputs.append((row.path, f"{out} N×{shape}", ""))
                elif not row.is_block and row.totals is not None and row.totals.parameters:
                    count = row.totals.parameters
                    rows.append((row.path, parameters.format(words.whole(count)), size_of(count)))
            size = FLOAT * analysis.totals.parameters
            return Shown(rows=(*rows, *outputs), size=size)

        return contents

    def save(self, path: Path, shown: Shown) -> None:
        self._exports.export(self.to, path, self.arguments)

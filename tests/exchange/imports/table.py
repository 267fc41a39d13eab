"""Writes docs/imports.md from what is measured: ``python -m tests.exchange.imports.table``.

Each network is brought in, rebuilt and compared; what was measured is kept line by line in the file
that is given, so that a run that was broken off goes on where it was. With ``write`` behind the file
the table is of what is in it already.
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path
from typing import Any

from explorer.exchange.imports.flat import ImportingError
from tests.exchange.imports.networks import TIMM, TORCHVISION, bring_in, case_of

HEAD = """# What comes in from PyTorch

Measured by `python -m tests.exchange.imports.table ROWS`: {torchvision} classification CNNs of
torchvision and {timm} networks of timm, of its families that are CNNs or nearly, with random weights. **Fully**:
every layer is one of ours, and the network rebuilt from the document with the imported weights gives
the same bits. **Partly**: what we have no layer for stands as opaque blocks with its shape, parameters
and multiply-adds. *Exact* says that parameters are those that torch counts and FLOPs those of
`FlopCounterMode`. *Renamed*: keys of the state dict that are others in the document, since parts of
a list run among others, or a learned factor is a layer of its own here. Blocks: what was recognised.

| Network | Side | Comes in | Opaque | Exact | Same bits | Renamed | In stages | Blocks |
| --- | ---: | --- | --- | --- | --- | ---: | ---: | --- |
"""


def measured(spec: str) -> dict[str, Any]:
    """One row."""
    case = case_of(spec)
    row: dict[str, Any] = {"spec": spec, "side": case.side}
    try:
        found = bring_in(case)
    except (ImportingError, RuntimeError) as error:
        return {**row, "error": " ".join(str(error).split())[:200]}
    report = found.imported.report
    labels = sorted({label for _, label in report.opaque})
    exact = (report.parameters, 2 * report.macs) == (found.parameters, found.flops)
    return {
        **row,
        "opaque": [f"{sum(1 for _, each in report.opaque if each == la)} {la}" for la in labels],
        "exact": exact,
        "same": found.same,
        "renamed": len(report.renamed),
        "folded": report.folded,
        "blocks": [f"{count} {type_}" for type_, count in report.recognised],
    }


def _line(row: dict[str, Any]) -> str:
    if "error" in row:
        return f"| {row['spec']} | {row['side']} | not: {row['error']} | | | | | | |"
    kind = "partly" if row["opaque"] else "fully"
    same = {True: "yes", False: "no", None: "–"}[row["same"]]
    cells = (
        row["spec"], row["side"], kind, ", ".join(row["opaque"]), "yes" if row["exact"] else "no",
        same, row["renamed"] or "", row["folded"] or "", ", ".join(row["blocks"]),
    )  # fmt: skip
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def main() -> None:
    """Measure what is missing in the file of rows, and write the table."""
    rows_file = Path(sys.argv[1])
    known: dict[str, dict[str, Any]] = {}
    if rows_file.exists():
        rows = [json.loads(line) for line in rows_file.read_text().splitlines()]
        known = {row["spec"]: row for row in rows}
    specs = [*(f"torchvision:{n}" for n in TORCHVISION), *(f"timm:{n}" for n in TIMM)]
    warnings.simplefilter("ignore")
    with rows_file.open("a") as out:
        for spec in specs:
            if spec not in known and "write" not in sys.argv[2:]:
                known[spec] = measured(spec)
                print(_line(known[spec]), flush=True)
                out.write(json.dumps(known[spec]) + "\n")
                out.flush()
    lines = [_line(known[spec]) for spec in specs if spec in known]
    counts = [sum(1 for spec in known if spec.startswith(w)) for w in ("torchvision", "timm")]
    text = HEAD.format(torchvision=counts[0], timm=counts[1]) + "\n".join(lines) + "\n"
    Path("docs/imports.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""``make bench``: measures, prints the table and writes build/bench.json."""

from __future__ import annotations

from pathlib import Path

from tests.bench import analysis, canvas, comparing, editing, layout, startup
from tests.bench.report import show, write


def main() -> None:
    # first, while this process is small and has nothing to do
    started = [*startup.rows()]
    import torch

    torch.set_num_threads(1)
    rows = [
        *started,
        *analysis.rows(),
        *comparing.rows(),
        *layout.rows(),
        *canvas.rows(),
        *editing.rows(),
    ]
    print(show(rows))
    write(rows, Path("build/bench.json"))


if __name__ == "__main__":
    main()

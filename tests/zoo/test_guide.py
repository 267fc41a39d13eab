"""The walk through adding a network: its code runs, and its network is as good as any."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import torch

from explorer.analysis.analyze import analyze
from explorer.app.gallery.thumbnail import figure_plan
from explorer.build.module import build
from explorer.graph.model import Document

GUIDE = Path(__file__).parents[2] / "docs" / "adding-a-network.md"


def run_guide() -> dict[str, Any]:
    """All that the guide's Python code defines, its assertions having held."""
    blocks = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 2
    defined: dict[str, Any] = {"__name__": "guide"}
    for block in blocks:
        exec(compile(block, str(GUIDE), "exec"), defined)
    return defined


def test_the_guide_works() -> None:
    (make,) = run_guide()["NETWORKS"]
    document: Document = make()
    assert document.name == make.__name__
    torch.set_num_threads(1)
    network = build(document)
    assert sum(p.numel() for p in network.parameters()) == 1_369_738
    loss = torch.nn.functional.cross_entropy(
        network(torch.rand(2, 3, 32, 32)), torch.tensor([3, 7])
    )
    loss.backward()
    assert all(p.grad is not None for p in network.parameters())
    assert "stage1.conv1.conv.weight" in network.state_dict()


def test_its_figure_shows_its_stages(qapp: object) -> None:
    plan = figure_plan(analyze(run_guide()["all_cnn_c"]()))
    assert {"stage1", "stage2"} <= plan.blocks.keys()


def test_what_the_guide_names_is_there() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    root = GUIDE.parents[1]
    for path in re.findall(r"`((?:explorer|tests)/[\w/.]+)`", text):
        assert (root / path).exists(), path

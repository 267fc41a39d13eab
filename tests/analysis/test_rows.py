"""The table of blocks after an edit, of which much is kept, is the table worked out anew."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer import zoo
from explorer.analysis.analyze import Analysis, Row, analyze
from explorer.graph.edits import Edit, EditError, Rename, SetDocumentParameter, SetParameter
from explorer.graph.model import Document
from tests.strategies import documents, random_edit


def facts(analysis: Analysis) -> list[tuple[Any, ...]]:
    """All that rows say; results of equal blocks need not be one object."""
    return [
        (r.path, r.key, r.depth, r.node, r.inputs, r.output, r.totals, r.field, r.training_only)
        for r in analysis.rows
    ]


def assert_kept_right(before: Analysis, edit: Edit) -> tuple[Row, ...]:
    """The rows that an edit keeps."""
    known = {id(row) for row in before.rows}
    document = edit.apply(before.document)
    after = analyze(document, before)
    assert facts(after) == facts(analyze(document))
    return tuple(row for row in after.rows if id(row) in known)


@given(documents(), st.integers(0, 2**32))
def test_after_random_edits(document: Document, seed: int) -> None:
    chance, before = Random(seed), analyze(document)
    for _ in range(4):
        edit = random_edit(before.document, chance)
        if edit is None:
            continue
        try:
            assert_kept_right(before, edit)
            before = analyze(edit.apply(before.document), before)
        except EditError:
            continue


EDITS: tuple[tuple[str, Edit], ...] = (
    ("resnet50", SetParameter(name="layer3", parameter="channels", value=128)),
    ("resnet50", Rename(old="layer2", new="second")),
    ("resnet50", SetParameter(name="stem", parameter="kernel_size", value=5)),
    ("vgg16", SetParameter(name="head", parameter="hidden_features", value=64)),
    ("googlenet", SetParameter(name="inception4a", parameter="branch1x1", value=64)),
    ("googlenet", SetDocumentParameter(name="classes", value=10)),
    ("densenet121", SetDocumentParameter(name="growth_rate", value=12)),
    ("mobilenet_v2", SetDocumentParameter(name="width_multiplier", value=0.5)),
)


@pytest.mark.parametrize(("name", "edit"), EDITS)
def test_after_an_edit_of_a_network(name: str, edit: Edit) -> None:
    assert_kept_right(analyze(zoo.get(name)), edit)


def test_blocks_before_an_edit_keep_their_rows() -> None:
    edit = SetParameter(name="head", parameter="classes", value=10)
    kept = assert_kept_right(analyze(zoo.get("resnet152")), edit)
    assert len(kept) > 500

"""What has no layer here stands as a block with its figures, and says why it cannot be built."""

from __future__ import annotations

import pytest

from explorer.analysis.analyze import analyze
from explorer.analysis.memory import memory
from explorer.analysis.results import errors
from explorer.blocks.builder import Builder
from explorer.build.plan import BuildError, plan_of
from explorer.exchange.pytorch import source
from explorer.graph.files import decode, encode
from explorer.graph.model import About, Document


def with_attention() -> Document:
    b = Builder()
    image = b.input("image", (3, 8, 8))
    x = b.add("conv", "conv2d", image, out_channels=4, kernel_size=1)
    x = b.add(
        "attention", "opaque", x, image,
        label="MultiheadAttention", output_shape=(4, 8, 8), parameters=80, macs=5120,
    )  # fmt: skip
    x = b.add("flatten", "flatten", x)
    b.output(b.add("fc", "linear", x, out_features=2, bias=False))
    return b.document("attention", About())


def test_it_is_analysed_fully() -> None:
    analysis = analyze(with_attention())
    assert not errors(analysis.problems)
    assert analysis.root.outputs == ((2,),)
    assert analysis.totals.parameters == 3 * 4 + 4 + 80 + 4 * 8 * 8 * 2
    assert analysis.totals.macs == 3 * 4 * 8 * 8 + 5120 + 4 * 8 * 8 * 2
    field = next(row.field for row in analysis.rows if row.path == "attention")
    assert field is not None
    assert field.whole
    assert memory(analysis, 1) is not None


def test_it_survives_its_file() -> None:
    document = with_attention()
    assert decode(encode(document), "document") == document


def test_building_and_exporting_refuse_with_its_name() -> None:
    document = with_attention()
    for refuse in (lambda: plan_of(analyze(document)), lambda: source(document)):
        with pytest.raises(BuildError, match="attention: MultiheadAttention came in"):
            refuse()

"""Receptive fields against what gradients reach."""

from __future__ import annotations

from math import floor

import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from explorer.analysis.analyze import analyze
from explorer.blocks.builder import Builder
from explorer.build.module import build
from explorer.graph.model import About

STEP = st.one_of(
    st.tuples(
        st.just("conv2d"),
        st.fixed_dictionaries(
            {
                "out_channels": st.just(2),
                "kernel_size": st.tuples(st.integers(1, 4), st.integers(1, 3)),
                "stride": st.integers(1, 2),
                "padding": st.integers(0, 2),
                "dilation": st.integers(1, 2),
            }
        ),
    ),
    st.tuples(
        st.just("avg_pool2d"),
        st.fixed_dictionaries({"kernel_size": st.integers(2, 3), "stride": st.integers(2, 3)}),
    ),
    st.tuples(st.just("zero_pad2d"), st.fixed_dictionaries({"padding": st.just((1, 0, 2, 1))})),
    st.tuples(st.just("tanh"), st.just({})),
)


@settings(max_examples=60)
@given(
    st.lists(STEP, min_size=1, max_size=3),
    st.lists(st.integers(0, 3), max_size=3),
    st.lists(STEP, max_size=2),
)
def test_the_field_is_the_support_of_the_gradient(
    before_: list[tuple[str, dict[str, object]]],
    branches: list[int],
    after_: list[tuple[str, dict[str, object]]],
) -> None:
    """Of a value in the middle of the output of a chain, branches of several kernels, a chain."""
    b = Builder()
    x = b.input("image", (1, 96, 96))
    for i, (kind, params) in enumerate(before_):
        x = b.add(f"a{i}", kind, x, **params)
    if len(branches) > 1:
        ends = [
            b.add(f"branch{i}", "conv2d", x, out_channels=2, kernel_size=2 * r + 1, padding=r)
            for i, r in enumerate(branches)
        ]
        x = b.add("merge", "add", *ends)
    for i, (kind, params) in enumerate(after_):
        x = b.add(f"c{i}", kind, x, **params)
    b.output(x)
    document = b.document("field", About())
    analysis = analyze(document)
    assume(analysis.ok)
    field = analysis.row_at[x].field
    shape = analysis.row_at[x].output
    assert field is not None
    assert shape is not None
    assume(min(shape[1:]) >= 3)

    network = build(document).double()
    for weight in network.parameters():
        torch.nn.init.uniform_(weight, 0.1, 0.2)
    pixels = (torch.rand(1, 1, 96, 96, dtype=torch.double) * 0.01).requires_grad_()
    row, column = shape[1] // 2, shape[2] // 2
    value = network(pixels)
    value[0, 0, row, column].backward()
    assert pixels.grad is not None
    reached = pixels.grad[0, 0].nonzero()
    for axis, place, before, after, step in (
        (0, row, field.before_h, field.after_h, field.step_h),
        (1, column, field.before_w, field.after_w, field.step_w),
    ):
        first, last = floor(place * step - before), floor(place * step + after)
        assume(first >= 0 and last < 96)
        assert int(reached[:, axis].min()) == first
        assert int(reached[:, axis].max()) == last

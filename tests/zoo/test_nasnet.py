"""NASNet-A mobile: the paper's counts, the shape of its cells, and that it builds and trains."""

from __future__ import annotations

from explorer import zoo
from explorer.analysis.analyze import analyze, with_input
from explorer.blocks.builder import Builder
from explorer.graph.model import About
from tests.exchange.helpers import assert_same
from tests.zoo.oracle import assert_clean, assert_trains, changed


def test_the_papers_counts() -> None:
    """Table 2: 5.3 M parameters, 564 M multiply-adds; exactly what the authors' network has."""
    analysis = analyze(zoo.get("nasnet_a_mobile"))
    assert_clean(analysis)
    assert analysis.totals.parameters == 5_289_978
    assert round(analysis.totals.macs / 1e6) == 564


def test_sizes_cell_by_cell() -> None:
    rows = analyze(zoo.get("nasnet_a_mobile")).row_at
    expected = {
        "stem": (32, 111), "stem1": (4 * 11, 56), "stem2": (4 * 22, 28), "cell1": (6 * 44, 28),
        "cell4": (6 * 44, 28), "reduction1": (4 * 88, 14), "cell8": (6 * 88, 14),
        "reduction2": (4 * 176, 7), "cell12": (1056, 7),
    }  # fmt: skip
    for path, (channels, side) in expected.items():
        assert rows[path].output == (channels, side, side)


def test_a_cell_reads_the_two_before_it() -> None:
    graph = zoo.get("nasnet_a_mobile").graph
    order = [
        "stem", "stem1", "stem2", "cell1", "cell2", "cell3", "cell4", "reduction1",
        "cell5", "cell6", "cell7", "cell8", "reduction2", "cell9", "cell10",
    ]  # fmt: skip
    for before, middle, cell in zip(order, order[1:], order[2:], strict=False):
        assert [edge.source for edge in graph.incoming[cell]] == [middle, before]


def test_every_pair_of_the_normal_cell_is_there() -> None:
    """Figure 4: four of the branches that are not separable pool or pass on."""
    rows = analyze(zoo.get("nasnet_a_mobile")).row_at
    kinds = {
        name: rows[f"cell2.{name}"].node.type
        for name in ("pair1_left", "pair2_right", "pair3_left", "pair4_right", "pair5_left")
    }
    assert kinds == {
        "pair1_left": "separable_twice",
        "pair2_right": "separable_twice",
        "pair3_left": "avg_pool2d",
        "pair4_right": "avg_pool2d",
        "pair5_left": "separable_twice",
    }


def test_filters_classes_and_size_follow() -> None:
    document = changed(zoo.get("nasnet_a_mobile"), filters=24, classes=10, input_size=64)
    analysis = analyze(document)
    assert_clean(analysis)
    assert analysis.row_at["cell12"].output == (6 * 96, 2, 2)
    assert analysis.root.outputs == ((10,),)


def test_inputs_that_do_not_fit_are_explained() -> None:
    b = Builder()
    x = b.input("image", (8, 32, 32))
    y = b.add("pool", "max_pool2d", x, kernel_size=4)
    b.output(b.add("cell", "nasnet_normal", y, x, filters=8))
    (problem,) = analyze(b.document("cell", About())).problems
    assert "cannot bring 8×32×32 to the size of 8×8×8" in problem.what
    assert "at most one reduction" in problem.mend


def test_exported_source_is_the_network() -> None:
    document = changed(zoo.get("nasnet_a_mobile"), filters=8, classes=10)
    assert_same(with_input(document, (3, 64, 64)))


def test_one_step_of_training() -> None:
    assert_trains(zoo.get("nasnet_a_mobile"), 64)

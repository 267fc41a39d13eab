"""LeNet-5 against the paper's own tables (LeCun et al. 1998, sections II-B and II-C)."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from explorer import zoo
from explorer.analysis.analyze import Analysis, analyze
from explorer.analysis.explain import explain
from explorer.blocks.builder import Builder
from explorer.build.module import build
from explorer.graph.model import About
from explorer.training.loop import optimizer_for
from explorer.training.recipe import Recipe
from explorer.zoo.lenet import TABLE
from tests.exchange.helpers import assert_same
from tests.zoo.oracle import FIGURES, assert_clean, assert_reference, changed

PARTS = FIGURES["lenet5"]["parts_1998"]


def trainable(analysis: Analysis, path: str) -> int:
    totals = analysis.row_at[path].totals
    assert totals is not None
    return totals.trainable


def one(kind: str, shape: tuple[int, ...], **params: object) -> Analysis:
    b = Builder()
    b.output(b.add("block", kind, b.input("image", shape), **params))
    return analyze(b.document("one", About()))


# -- the network of 1998 --------------------------------------------------------------------------


def test_sixty_thousand_are_trained() -> None:
    analysis = analyze(zoo.get("lenet5"))
    assert_clean(analysis)
    assert not analysis.problems
    assert analysis.totals.trainable == FIGURES["lenet5"]["params_exact_1998"] == 60_000
    for name, count in PARTS.items():
        assert trainable(analysis, name.partition(" ")[0]) == count
    assert sum(PARTS.values()) == 60_000
    # the codes of the RBF units, 84 for each of 10 classes, are parameters that nobody trains
    assert analysis.totals.parameters == 60_000 + 840
    assert trainable(analysis, "penalties") == 0


def test_connections_are_those_of_the_paper() -> None:
    """Section II-B counts them layer by layer, and 340,908 in all. A unit of S2 or S4 has five:
    four inputs and the bias; one of the output 84."""
    rows = analyze(zoo.get("lenet5")).row_at
    found = {}
    for name in ("C1", "S2", "C3", "S4", "C5", "F6"):
        shape = rows[name].output
        totals = rows[name].totals
        assert shape is not None
        assert totals is not None
        places = shape[1] * shape[2] if len(shape) == 3 else 1
        per_place = 5 * shape[0] if name in ("S2", "S4") else totals.trainable
        found[name] = per_place * places
    assert found == {
        "C1": 122_304, "S2": 5_880, "C3": 151_600, "S4": 2_000, "C5": 48_120, "F6": 10_164,
    }  # fmt: skip
    assert sum(found.values()) + 840 == 340_908


def test_the_table_of_c3_is_table_one() -> None:
    """Its columns: six maps see three neighbours, six see four, three see four apart, one all."""
    ring = [{(start + i) % 6 for i in range(count)} for count in (3, 4) for start in range(6)]
    assert [set(maps) for maps in TABLE[:12]] == ring
    assert [set(maps) for maps in TABLE[12:]] == [
        {0, 1, 3, 4}, {1, 2, 4, 5}, {0, 2, 3, 5}, {0, 1, 2, 3, 4, 5},
    ]  # fmt: skip
    # row sums of the table: every map of S2 goes to ten of C3
    assert [sum(i in maps for maps in TABLE) for i in range(6)] == [10] * 6


def test_a_map_of_c3_sees_no_other_maps() -> None:
    network = build(zoo.get("lenet5"))
    seen: dict[str, torch.Tensor] = {}
    network.observer = seen.__setitem__
    network(torch.randn(1, 1, 32, 32))
    before, after = seen["squash2"], seen["C3"]
    for i, maps in enumerate(TABLE):
        (gradient,) = torch.autograd.grad(after[0, i].sum(), before, retain_graph=True)
        assert {c for c in range(6) if gradient[0, c].any()} == set(maps)


def test_parts_compute_what_the_paper_says() -> None:
    network = build(zoo.get("lenet5"))
    seen: dict[str, torch.Tensor] = {}
    network.observer = seen.__setitem__
    scores = network(torch.randn(2, 1, 32, 32))
    torch.testing.assert_close(seen["squash1"], 1.7159 * torch.tanh(2 / 3 * seen["C1"]))
    scale = network.module_of["S2.scale"]
    assert isinstance(scale, nn.Conv2d)
    assert scale.bias is not None
    mean = nn.functional.avg_pool2d(seen["squash1"], 2)
    expected = mean * scale.weight.view(1, 6, 1, 1) + scale.bias.view(1, 6, 1, 1)
    torch.testing.assert_close(seen["S2"], expected)
    codes = network.state_dict()["penalties.codes"]
    assert set(codes.unique().tolist()) == {-1.0, 1.0}
    distances = ((seen["squash6"][:, None] - codes[None]) ** 2).sum(2)
    torch.testing.assert_close(scores, -distances)


def test_codes_are_pictures_that_differ() -> None:
    codes = build(zoo.get("lenet5")).state_dict()["penalties.codes"]
    assert codes.shape == (10, 84)
    seven = ["".join("#" if v > 0 else "." for v in row) for row in codes[7].view(12, 7)]
    assert seven[1:4] == ["#######", ".....##", "....##."]
    apart = (codes[:, None] != codes[None]).sum(2)
    assert int(apart[~torch.eye(10, dtype=torch.bool)].min()) >= 4


def test_training_leaves_the_codes_alone() -> None:
    torch.manual_seed(0)
    network = build(zoo.get("lenet5")).train()
    before = {key: value.clone() for key, value in network.state_dict().items()}
    optimizer = optimizer_for(network, Recipe(learning_rate=1e-4))
    x, y = torch.randn(8, 1, 32, 32), torch.arange(8)
    losses = []
    for _ in range(3):
        loss = nn.functional.cross_entropy(network(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0]
    after = network.state_dict()
    same = {key for key, value in before.items() if torch.equal(value, after[key])}
    assert same == {"penalties.codes"}


def test_exported_source_is_the_built_network() -> None:
    text = assert_same(zoo.get("lenet5"))
    assert "60,840 parameters, 60,000 of them trained" in text.replace("\n", " ")
    assert "self.map15(x[:, [0, 1, 2, 3, 4, 5]])" in text
    assert_same(changed(zoo.get("lenet5"), classes=26))


# -- its blocks -----------------------------------------------------------------------------------


def test_more_classes_than_digits_take_codes_of_walsh() -> None:
    document = changed(zoo.get("lenet5"), classes=62)
    analysis = analyze(document)
    assert_clean(analysis)
    assert analysis.totals.trainable == 60_000
    assert analysis.totals.parameters == 60_000 + 84 * 62
    codes = build(document).state_dict()["penalties.codes"]
    apart = (codes[:, None] != codes[None]).sum(2)
    assert int(apart[~torch.eye(62, dtype=torch.bool)].min()) >= 84 // 4


def test_fixed_parameters_are_explained() -> None:
    analysis = analyze(zoo.get("lenet5"))
    lines = {e.figure: e for e in explain(analysis.row_at["penalties"], analysis)}
    assert lines["parameters"].text == "84·10 = 840"
    assert "not trained" in lines["parameters"].formula
    assert lines["macs"].value == 0


@pytest.mark.parametrize(
    ("shape", "params", "says"),
    [
        ((84,), {"classes": 11, "codes": "digits"}, "10 digits"),
        ((80,), {"codes": "digits"}, "84 values"),
        ((8,), {"classes": 10}, "too few"),
        ((3, 8, 8), {}, "needs a vector"),
    ],
)
def test_what_an_rbf_cannot_take(
    shape: tuple[int, ...], params: dict[str, object], says: str
) -> None:
    (problem,) = one("radial_basis", shape, **params).problems
    assert says in problem.what
    assert problem.why
    assert problem.mend


def test_picked_channels() -> None:
    analysis = one("pick_channels", (4, 5, 5), channels=(3, 0, 3))
    assert analysis.root.outputs == ((3, 5, 5),)
    network = build(analysis.document)
    x = torch.randn(1, 4, 5, 5)
    assert torch.equal(network(x), x[:, [3, 0, 3]])
    assert_same(analysis.document)
    (problem,) = one("pick_channels", (4, 5, 5), channels=(4,)).problems
    assert "no channel 4" in problem.what


# -- the network of today -------------------------------------------------------------------------


def test_the_modern_one() -> None:
    analysis = analyze(zoo.get("lenet5_modern"))
    assert_clean(analysis)
    assert_reference(analysis, "lenet5 (full C3)")
    assert analysis.totals.trainable == analysis.totals.parameters == 61_706
    more = analyze(changed(zoo.get("lenet5_modern"), classes=26, input_size=40))
    # C5 gives 3×3 where 40 pixels come in, and F6 takes all of them
    assert more.totals.parameters == 61_706 + 16 * 85 + 84 * 120 * 8

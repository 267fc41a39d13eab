"""Keys of a file and of a network: what agrees, what is only likely, and what is told."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from explorer.build.matching import Misfit, match

OURS = {
    "conv1.weight": (8, 3, 3, 3),
    "bn1.weight": (8,),
    "bn1.bias": (8,),
    "bn1.running_mean": (8,),
    "bn1.running_var": (8,),
    "bn1.num_batches_tracked": (),
    "fc.weight": (10, 8),
    "fc.bias": (10,),
}


def test_the_same_keys_agree() -> None:
    found = match(OURS, OURS)
    assert found.complete
    assert found.agreed == {key: key for key in OURS}


def test_a_beginning_that_all_share_is_suggested_and_not_taken() -> None:
    theirs = {f"module.{key}": shape for key, shape in OURS.items()}
    found = match(OURS, theirs)
    assert not found.agreed
    assert found.suggested == {key: f"module.{key}" for key in OURS}
    assert not found.complete
    assert found.accepted().agreed == {key: f"module.{key}" for key in OURS}


def test_one_that_the_file_lacks_is_suggested_too() -> None:
    ours = {f"features.{key}": shape for key, shape in OURS.items()}
    assert match(ours, OURS).suggested == {f"features.{key}": key for key in OURS}


def test_modules_of_other_names_are_paired_by_what_they_hold() -> None:
    names = {"conv1": "stem.conv", "bn1": "stem.norm", "fc": "head"}
    theirs = {
        f"{names[key.partition('.')[0]]}.{key.partition('.')[2]}": shape
        for key, shape in OURS.items()
        if not key.endswith("num_batches_tracked")
    }
    found = match(OURS, theirs)
    assert found.suggested["bn1.running_var"] == "stem.norm.running_var"
    assert len(found.suggested) == 7
    assert found.missing == ()


def test_another_shape_is_a_misfit_and_never_taken() -> None:
    theirs = {**OURS, "fc.weight": (1000, 8), "fc.bias": (1000,), "extra": (3,)}
    found = match(OURS, theirs)
    assert found.misfits == (
        Misfit("fc.weight", (10, 8), (1000, 8)),
        Misfit("fc.bias", (10,), (1000,)),
    )
    assert found.unused == ("extra",)
    assert "fc.weight" not in found.accepted().agreed


def test_what_is_missing_is_told_but_for_counters_of_old() -> None:
    theirs = {k: v for k, v in OURS.items() if "bias" not in k and "num_batches" not in k}
    assert match(OURS, theirs).missing == ("bn1.bias", "fc.bias")


def test_names_that_are_given_are_taken() -> None:
    theirs = {f"net.body.{key}": shape for key, shape in OURS.items()}
    assert match(OURS, theirs, {"net.body": ""}).agreed == {}  # an empty name is none
    theirs = {key.replace("fc.", "last."): shape for key, shape in OURS.items()}
    found = match(OURS, theirs, {"last": "fc"})
    assert found.complete
    assert found.agreed["fc.bias"] == "last.bias"


shapes = st.dictionaries(
    st.lists(st.sampled_from(["a", "b", "conv", "0", "1"]), min_size=1, max_size=3).map(".".join),
    st.tuples(st.integers(1, 3), st.integers(1, 2)),
    max_size=12,
)


@given(shapes, shapes, st.integers(0, 99))
def test_nothing_is_taken_twice_or_with_another_shape(
    ours: dict[str, tuple[int, ...]], theirs: dict[str, tuple[int, ...]], seed: int
) -> None:
    keys = list(theirs)
    Random(seed).shuffle(keys)
    theirs = {key: theirs[key] for key in keys}
    found = match(ours, theirs)
    pairs = {**found.agreed, **found.suggested}
    assert len(set(pairs.values())) == len(pairs)
    assert all(ours[mine] == theirs[other] for mine, other in pairs.items())
    told = {*pairs, *found.missing, *(m.key for m in found.misfits)}
    assert told == set(ours)
    assert {*pairs.values(), *found.unused, *(m.key for m in found.misfits)} == set(theirs)

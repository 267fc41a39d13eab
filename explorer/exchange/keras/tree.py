"""The modules of a network as those of Keras: the same tree with other layers and other names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from explorer.analysis.results import Problem
from explorer.blocks.description import Role, Shape
from explorer.build.plan import BuildError
from explorer.exchange.keras.layers import (
    KEEPING,
    POSITIVE,
    Given,
    LackingError,
    in_keras,
)
from explorer.exchange.source.names import MODULE_ATTRIBUTES, is_attribute, variable
from explorer.exchange.source.tree import Body, Call, Row, Unit

_OWN = """
    activity_regularizer add_loss add_metric add_variable add_weight autocast build
    build_from_config built call call_signature_parameters compile_from_config compiled
    compute_dtype compute_loss compute_mask compute_metrics compute_output_shape
    compute_output_spec count_params dtype dtype_policy evaluate export fit from_config
    get_build_config get_compile_config get_config get_layer get_metrics_result
    get_quantization_layer_structure get_state_tree get_weights input input_dtype input_spec
    jit_compile layers load_own_variables load_weights loss losses make_predict_function
    make_test_function make_train_function metrics metrics_names metrics_variables name
    non_trainable_variables non_trainable_weights output path predict predict_function
    predict_on_batch predict_step quantization_mode quantize quantized_build quantized_call
    rematerialized_call reset_metrics run_eagerly save save_own_variables save_weights
    set_state_tree set_weights stateless_call stateless_compute_loss steps_per_execution
    summary supports_jit supports_masking symbolic_call test_function test_on_batch test_step
    to_json torch_params train_function train_on_batch train_step trainable
    trainable_variables trainable_weights variable_dtype variables weights
"""

MODEL_ATTRIBUTES = MODULE_ATTRIBUTES | frozenset(_OWN.split())
"""What Keras's models and layers have already, names with an underscore before them aside."""


Place = tuple[str, str]
"""A kind of block, and a path in it."""


class KerasTree:
    """A converted tree, and where each layer of the old one is in it."""

    def __init__(self, root: Body) -> None:
        self._units: dict[tuple[int, bool], tuple[Unit, bool]] = {}
        self._kept: list[Unit] = []
        """So that no two units have one id."""
        self._padded: set[Place] = set()
        """Where some blocks of a kind need a layer for padding; the others then have it too, so that
        all can share a class."""
        self.places: dict[int, tuple[int, ...]] = {}
        """For each row of Keras made of one of torch, by its id: where each child's own layer is."""
        self.root = root
        for _ in range(2):
            self._units.clear()
            self.places.clear()
            self.root = self._body(root, False, "")[0]

    def _body(self, body: Body, above: bool, path: str) -> tuple[Body, bool]:
        found = replace(body, parts=[], shapes=[*body.shapes])
        positive = set(range(len(body.inputs))) if above else set[int]()
        taken: set[str] = set()
        inside = f"{path}." if path else ""
        for part in body.parts:
            inputs = tuple(body.shapes[v] for v in part.reads)
            output = body.shapes[part.writes[0]] if part.writes else ()
            above = all(v in positive for v in part.reads)
            place = (body.kind, part.path)
            unit, now = self._unit(part.unit, inputs, output, above, inside + part.path, place)
            if now:
                positive.update(part.writes)
            name = _attribute(part.name, taken)
            taken.add(name)
            found.parts.append(replace(part, name=name, unit=unit))
        return found, all(v in positive for v in body.outputs)

    def _unit(
        self,
        unit: Unit,
        inputs: tuple[Shape, ...],
        output: Shape,
        above: bool,
        path: str,
        place: Place,
    ) -> tuple[Unit, bool]:
        if isinstance(unit, Call):
            given = Given(unit.operation, inputs, output, above, place in self._padded)
            return self._call(unit, given, path, place)
        known = self._units.get((id(unit), above))
        if known is None:
            self._kept.append(unit)
            if isinstance(unit, Body):
                known = self._body(unit, above, path)
            else:
                assert isinstance(unit, Row)
                known = self._row(unit, inputs[0], above, path, place)
            self._units[id(unit), above] = known
        return known

    def _call(self, call: Call, given: Given, path: str, place: Place) -> tuple[Unit, bool]:
        target = call.operation.target
        try:
            made = in_keras(given)
        except LackingError as error:
            mend = "Put another block in its place, or export PyTorch or ONNX."
            what = f"Keras has no {error}"
            raise BuildError(Problem("error", path, what, "", mend)) from None
        now = target in POSITIVE or (given.positive and target in KEEPING)
        if len(made) == 1:
            return Call(made[0], call.role), now
        self._padded.add(place)
        calls = (*(Call(o, Role.SHAPE) for o in made[:-1]), Call(made[-1], call.role))
        return Row(calls, (given.output,) * len(calls), ("",) * len(calls)), now

    def _row(
        self, row: Row, first: Shape, above: bool, path: str, place: Place
    ) -> tuple[Row, bool]:
        children: list[Unit] = []
        shapes: list[Shape] = []
        places = []
        before = first
        for child, after, name in zip(row.children, row.shapes, row.paths, strict=True):
            at = (place[0], f"{place[1]}.{name}")
            unit, above = self._unit(child, (before,), after, above, f"{path}.{name}", at)
            # what one layer of torch becomes stands in the row itself
            parts = unit.children if isinstance(child, Call) and isinstance(unit, Row) else (unit,)
            children += parts
            shapes += [after] * len(parts)
            places.append(len(children) - 1)
            before = after
        found = Row(tuple(children), tuple(shapes), ("",) * len(children))
        self.places[id(found)] = tuple(places)
        self._kept.append(found)
        return found, above


def _attribute(name: str, taken: Iterable[str]) -> str:
    """A name that a layer can have as an attribute of a Keras layer."""
    free = is_attribute(name) and not name.startswith("_") and name not in MODEL_ATTRIBUTES
    if free and name not in taken:
        return name
    wanted = f"layer{name}" if name.isdecimal() else name
    return variable(wanted, {*taken, *MODEL_ATTRIBUTES})

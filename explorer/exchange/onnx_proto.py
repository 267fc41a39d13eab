"""The ONNX model itself: torch's conversion, then names that match the blocks, and metadata."""

from __future__ import annotations

import ast
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import onnx
import torch
from torch import Tensor, nn

from explorer.analysis.analyze import Analysis
from explorer.build.module import BuiltNetwork
from explorer.graph.model import fresh_name
from explorer.version import version

PROGRAM = "Architecture Explorer"
_OPEN = {0: "batch", 2: "height", 3: "width"}
_SCOPES = "pkg.torch.onnx.name_scopes"


def converted(
    network: BuiltNetwork,
    inputs: tuple[Tensor, ...],
    opset: int,
    new: bool,
    spatial: bool = False,
) -> onnx.ModelProto:
    """What torch's exporter makes of a network: the new one, or the older that traces. The batch is
    left open, and height and width where ``spatial`` says so."""
    if new:
        axes: dict[int, Any] = {0: torch.export.Dim("batch")}
        if spatial:
            axes |= {2: torch.export.Dim.AUTO, 3: torch.export.Dim.AUTO}
        program = torch.onnx.export(
            network,
            inputs,
            dynamo=True,
            external_data=False,
            dynamic_shapes=(tuple(axes for _ in inputs),),
            opset_version=opset,
            verbose=False,
        )
        assert program is not None
        return program.model_proto
    names = [f"input_{i}" for i in range(len(inputs))]
    outputs = [f"output_{i}" for i in range(len(network.plan.outputs))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "network.onnx")
        torch.onnx.export(
            network,
            inputs,
            path,
            dynamo=False,
            input_names=names,
            output_names=outputs,
            dynamic_axes={
                **{name: {0: "batch"} for name in (*names, *outputs)},
                **{name: _OPEN if spatial else {0: "batch"} for name in names},
            },
            opset_version=opset,
        )
        return onnx.load(path)


class _Call(nn.Module):
    """A function as a module, so that the exporters note where it was called."""

    def __init__(self, function: Callable[..., Tensor]) -> None:
        super().__init__()
        self.function = function

    def forward(self, *values: Tensor) -> Tensor:
        return self.function(*values)


def with_named_calls(network: BuiltNetwork) -> BuiltNetwork:
    """The network with every function a module under the name of its block, in place."""
    for i, step in enumerate(network.plan.steps):
        if step.operation.is_module:
            continue
        owner: nn.Module = network
        *scope, name = step.key.split(".")
        for part in scope:
            child = owner._modules.get(part)
            if child is None:
                child = owner._modules[part] = nn.Module()
            owner = child
        call = _Call(network._calls[i])
        network._calls[i] = owner._modules[name] = call
    return network.eval()


def finished(
    model: onnx.ModelProto, analysis: Analysis, opset: int, ir_version: int
) -> onnx.ModelProto:
    """The model with the document's names and figures, and nothing of this machine."""
    graph = analysis.root.graph
    inputs = [node.name for node in graph.of_type("input")]
    outputs = [
        node.name for node in graph.of_type("output") if not node.params.get("auxiliary", False)
    ]
    _name_nodes(model.graph)
    _name_weights(model.graph)
    _name_sides(model.graph)
    _name_ports(model.graph, inputs, outputs)
    _forget_machine(model)
    document, totals = analysis.document, analysis.totals
    own = version() or "(from source)"
    model.ir_version = min(model.ir_version, ir_version)
    model.producer_name, model.producer_version = PROGRAM, own
    model.graph.name = document.name
    model.doc_string = ". ".join(filter(None, (document.about.title, document.about.source)))
    onnx.helper.set_model_props(
        model,
        {
            "program": f"{PROGRAM} {own}",
            "network": document.name,
            "parameters": str(totals.parameters),
            "macs": str(totals.macs),
            "input": ", ".join(
                "x".join(map(str, (state.result.outputs[0])))
                for name in inputs
                if (state := analysis.root.states[name]).result is not None
            ),
        },
    )
    return model


def _name_nodes(graph: onnx.GraphProto) -> None:
    """Call each node after the module that it comes from: ``layer1.0.conv1``. A convolution with
    a norm folded into it is called after its weights, as the norm is no more."""
    taken: set[str] = set()
    for node in graph.node:
        scopes = next((p.value for p in node.metadata_props if p.key == _SCOPES), "")
        modules = [name.removesuffix(".weight") for name in node.input if name.endswith(".weight")]
        modules += ast.literal_eval(scopes)[-2:-1] if scopes else []
        wanted = next(filter(None, modules), node.name or node.op_type)
        # a module that is several nodes: its first has its name, the others say what they are too
        node.name = fresh_name(f"{wanted}/{node.op_type}" if wanted in taken else wanted, taken)
        taken.add(node.name)


def _name_weights(graph: onnx.GraphProto) -> None:
    """Call the weight and bias of each layer after it, also where a folded norm has made them."""
    readers = Counter(name for node in graph.node for name in node.input)
    names = {tensor.name for tensor in graph.initializer}
    wanted: dict[str, str] = {}
    for node in graph.node:
        if node.op_type not in ("Conv", "ConvTranspose", "Gemm"):
            continue
        for name, what in zip(node.input[1:], ("weight", "bias"), strict=False):
            own = f"{node.name}.{what}"
            if name in names and name != own and own not in names and readers[name] == 1:
                wanted[name] = own
                names.add(own)
    for node in graph.node:
        _rename(node.input, wanted)
    for tensor in graph.initializer:
        tensor.name = wanted.get(tensor.name, tensor.name)
    for value in graph.value_info:
        value.name = wanted.get(value.name, value.name)


def _name_sides(graph: onnx.GraphProto) -> None:
    """Call the open sides of the inputs ``height`` and ``width``, where torch has numbered them."""
    wanted: dict[str, str] = {}
    for value in graph.input:
        for dim, name in zip(
            value.type.tensor_type.shape.dim[2:], ("height", "width"), strict=False
        ):
            if dim.dim_param:
                wanted.setdefault(dim.dim_param, name)
    for value in (*graph.input, *graph.output):
        for dim in value.type.tensor_type.shape.dim:
            if dim.dim_param in wanted:
                dim.dim_param = wanted[dim.dim_param]
    if wanted:
        # between them sides are formulas of torch's own numbers
        graph.ClearField("value_info")


def _name_ports(graph: onnx.GraphProto, inputs: list[str], outputs: list[str]) -> None:
    """Call what goes in and out by the names that it has in the document."""
    # a value may go out twice, or be an input; in ONNX every output is a value of its own
    seen = {value.name for value in graph.input}
    for i, value in enumerate(graph.output):
        if value.name in seen:
            own = f"{value.name}/again{i}"
            graph.node.append(onnx.helper.make_node("Identity", [value.name], [own], name=own))
            value.name = own
        seen.add(value.name)
    wanted = dict(zip((v.name for v in graph.input), inputs, strict=True))
    wanted |= dict(zip((v.name for v in graph.output), outputs, strict=True))
    names = {
        *(name for node in graph.node for name in (*node.input, *node.output)),
        *(tensor.name for tensor in graph.initializer),
    }
    taken = names | set(wanted.values())
    for name in sorted(names & set(wanted.values()) - set(wanted)):
        wanted[name] = fresh_name(f"{name}_value", taken)
        taken.add(wanted[name])
    for node in graph.node:
        _rename(node.input, wanted)
        _rename(node.output, wanted)
    for held in (graph.input, graph.output, graph.initializer, graph.value_info):
        for item in held:
            item.name = wanted.get(item.name, item.name)


def _rename(names: Iterable[str], wanted: dict[str, str]) -> None:
    found = [wanted.get(name, name) for name in names]
    for i, name in enumerate(found):
        names[i] = name  # type: ignore[index]


def _forget_machine(model: onnx.ModelProto) -> None:
    """Drop the exporter's notes, which name files of the machine that it ran on."""
    graph = model.graph
    model.ClearField("metadata_props")
    graph.ClearField("metadata_props")
    graph.ClearField("doc_string")
    for held in (graph.node, graph.input, graph.output, graph.initializer, graph.value_info):
        for item in held:
            item.ClearField("metadata_props")
            item.ClearField("doc_string")

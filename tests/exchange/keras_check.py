"""Keras code beside the built network, in a process of its own: KERAS_BACKEND is read but once.

Prints, for each network named, the largest difference of its outputs relative to the largest one.
"""

from __future__ import annotations

import sys
from typing import Any

import keras
import numpy as np
import torch

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.build.module import build
from explorer.build.plan import BuildError
from explorer.exchange.keras.source import keras_source
from explorer.exchange.keras.weights import Carried, carried
from explorer.graph.model import Document
from tests.exchange.helpers import as_tuple, small


def put(found: Carried, layer: Any, weights: dict[str, torch.Tensor]) -> None:
    """Weights of a layer of ours into one of Keras."""
    own = {k.rpartition(".")[2]: v.numpy() for k, v in weights.items()
           if k.rpartition(".")[0] == found.key}  # fmt: skip
    own.pop("num_batches_tracked", None)
    kernel = own.pop("weight", None)
    arrays = []
    if found.target == "nn.Conv2d":
        assert kernel is not None
        if found.is_depthwise:
            inputs = layer.kernel.shape[2]
            kernel = kernel.reshape(inputs, -1, *kernel.shape[2:]).transpose(2, 3, 0, 1)
        else:
            kernel = kernel.transpose(2, 3, 1, 0)
        arrays = [kernel, *own.values()]
    elif found.target == "nn.Linear":
        assert kernel is not None
        if found.image:
            shaped = kernel.reshape(-1, *found.image)
            kernel = shaped.transpose(0, 2, 3, 1).reshape(kernel.shape)
        arrays = [kernel.T, *own.values()]
    else:
        order = ("bias", "running_mean", "running_var")
        arrays = ([kernel] if kernel is not None else []) + [own[k] for k in order if k in own]
        if found.image:
            arrays = [a.reshape(found.image).transpose(1, 2, 0).reshape(-1) for a in arrays]
    assert [tuple(w.shape) for w in layer.weights] == [a.shape for a in arrays], found
    layer.set_weights(arrays)


def difference(document: Document) -> float:
    torch.manual_seed(0)
    built = build(document).eval()
    for name, buffer in built.named_buffers():
        if name.endswith("running_mean"):
            buffer.normal_(0, 0.1)
        elif name.endswith("running_var"):
            buffer.uniform_(0.5, 1.5)
    namespace: dict[str, Any] = {"__name__": "exported"}
    text = keras_source(document)
    exec(compile(text, "<exported>", "exec"), namespace)
    classes = [c for c in namespace.values() if isinstance(c, type) and issubclass(c, keras.Model)]
    model = classes[-1]()
    inputs = [torch.randn(2, *shape) for shape in built.plan.input_shapes]
    turned = [np.moveaxis(x.numpy(), 1, -1) if x.ndim == 4 else x.numpy() for x in inputs]
    # makes the weights, also those that only training uses
    model(*turned, **({"training": True} if built.plan.auxiliary else {}))
    weights = built.state_dict()
    seen = 0
    for found in carried(analyze(document)):
        layer: Any = model
        for step in found.at:
            layer = layer.layers[step] if isinstance(step, int) else getattr(layer, step)
        put(found, layer, weights)
        seen += len(layer.weights)
    assert seen == len(model.weights)
    with torch.no_grad():
        mine = as_tuple(built(*inputs))
        theirs = as_tuple(model(*turned))
    worst = 0.0
    for a, b in zip(mine, theirs, strict=True):
        turned_back = torch.movedim(b, -1, 1) if b.ndim == 4 else b
        worst = max(worst, float((a - turned_back.cpu()).abs().max() / a.abs().max()))
    return worst


if __name__ == "__main__":
    torch.set_num_threads(1)
    for name in sys.argv[1:]:
        document = small(name)
        try:
            keras_source(document)
        except BuildError:
            document = zoo.get(name)  # adaptive pooling asks for the size that it was made for
        print(name, difference(document), flush=True)

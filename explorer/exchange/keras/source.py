"""A document as Keras 3 code: the classes of the PyTorch source, with the layers of Keras.

Images have their channels last, as Keras has them by default. It runs on any backend.
"""

from __future__ import annotations

from explorer.analysis.analyze import Analysis, analyze
from explorer.build.plan import plan_of
from explorer.exchange.keras.tree import KerasTree
from explorer.exchange.pytorch import written
from explorer.exchange.source.declared import Class, Dialect
from explorer.exchange.source.printing import Bracketed, docstring, lay_out
from explorer.exchange.source.tree import Body, tree_of
from explorer.graph.model import Document

KERAS = Dialect(
    module="keras.Layer",
    network="keras.Model",
    row="keras.Sequential",
    listed=True,
    identity="layers.Identity()",
    forward="call",
    tensor="keras.KerasTensor",
    training="training",
    channels_last=True,
)


def keras_source(document: Document) -> str:
    """The text of a Python file, always the same for the same document.

    BuildError names the block that Keras has no layer for, or that cannot be built.
    """
    return keras_source_of(analyze(document))


def keras_source_of(analysis: Analysis) -> str:
    """The Keras code of an analysed document."""
    plan_of(analysis)  # raises what cannot be built
    found = written(analysis, KerasTree(tree_of(analysis)).root, {}, KERAS)
    about = found.about
    body = "".join(found.classes)
    lines = [*docstring(about, 0), "", "from __future__ import annotations", "", "import keras"]
    if "layers." in body:
        lines.append("from keras import layers")
    lines += [*found.classes, "", "", *_main(found.network)]
    return found.marks.read("\n".join(lines) + "\n")[0]


def _main(made: Class) -> list[str]:
    """What the file does when it is run: the shapes that come out, and the parameters."""
    body: Body = made.body
    lines = ['if __name__ == "__main__":', f"    model = {made.name}()"]
    zeros = []
    for shape in body.inputs:
        sides = ", ".join(map(str, ("1", *shape[1:], shape[0])))
        zeros.append(Bracketed("keras.ops.zeros(", (f"({sides})",)))
    lines += lay_out(Bracketed("model(", tuple(zeros)), 4, "output = ")
    if len(body.outputs) == 1:
        shown = "output {tuple(output.shape)}"
    else:
        lines.append('    shapes = ", ".join(str(tuple(x.shape)) for x in output)')
        shown = "outputs {shapes}"
    lines.append(f'    print(f"{shown}, {{model.count_params():,}} parameters")')
    return lines

"""A network as one file that trains it: the module, the data, the recipe, in plain PyTorch.

With the recipe's seed it makes the same steps as the program's own training loop.
"""

from __future__ import annotations

from typing import Literal, Protocol

from explorer.analysis.analyze import Analysis, analyze
from explorer.analysis.results import Problem
from explorer.build.plan import BuildError
from explorer.exchange.pytorch import Written, classes_of
from explorer.exchange.source.printing import Bracketed, Piece, docstring, lay_out
from explorer.exchange.training_data import SCRIPT_DATA, ScriptData
from explorer.graph.model import Document


class Recipe(Protocol):
    """What of a training recipe is written; ``training.recipe`` has it."""

    @property
    def data(self) -> str: ...
    @property
    def epochs(self) -> int: ...
    @property
    def batch_size(self) -> int: ...
    @property
    def learning_rate(self) -> float: ...
    @property
    def optimizer(self) -> Literal["sgd", "adam", "adamw"]: ...
    @property
    def momentum(self) -> float: ...
    @property
    def weight_decay(self) -> float: ...
    @property
    def schedule(self) -> Literal["constant", "cosine"]: ...
    @property
    def seed(self) -> int: ...
    @property
    def augmentation(self) -> Literal["none", "shift"]: ...


def training_script(document: Document, recipe: Recipe) -> str:
    """The text of a Python file that trains the network when it is run.

    It needs torch alone, and the data's file (``data_of``) beside it. BuildError where the network
    cannot be built, or not be trained on the data.
    """
    written = classes_of(analyze(document))
    data = data_of(recipe)
    functions = functions_of(written, recipe)
    about = f"{written.about}\nTrains on {data.title}: {data.file[-1]} has to lie beside this file."
    beside = f'pathlib.Path(__file__).with_name("{data.file[-1]}")'
    weights = 'pathlib.Path(__file__).with_suffix(".pt")'
    lines = [*docstring(about, 0), "", "from __future__ import annotations", ""]
    lines += [*imports_of(data), ""]
    lines += ["import torch", "from torch import Tensor, nn", "from torch.nn import functional"]
    lines += ["", *values_of(recipe, beside, weights), *written.classes]
    for function in functions:
        lines += ["", "", *function.splitlines()]
    lines += ["", "", 'if __name__ == "__main__":', "    main()"]
    return written.marks.read("\n".join(lines) + "\n")[0]


def imports_of(data: ScriptData) -> list[str]:
    """What the functions need of the standard library."""
    return sorted(f"import {name}" for name in (*data.imports, "pathlib"))


def data_of(recipe: Recipe) -> ScriptData:
    """The recipe's data set; BuildError where a script cannot read it."""
    found = SCRIPT_DATA.get(recipe.data)
    if found is None:
        raise _refused(
            f"a script cannot read the data set “{recipe.data}” by itself",
            f"It can read: {', '.join(SCRIPT_DATA)}.",
            "Export the module alone, or choose another data set.",
        )
    return found


def _check(analysis: Analysis, data: ScriptData) -> None:
    """What the training loop asks of a network."""
    states, graph = analysis.root.states, analysis.root.graph
    inputs = [states[node.name] for node in graph.of_type("input")]
    outputs = [
        state
        for node in graph.of_type("output")
        if (state := states[node.name]).result is not None
        and not state.result.settings["auxiliary"]
    ]
    if len(inputs) != 1 or len(outputs) != 1:
        raise _refused(
            f"the network has {len(inputs)} inputs and {len(outputs)} outputs",
            "A training script classifies images, from one input to one output.",
            "Export the module alone.",
        )
    result = inputs[0].result
    shape = result.outputs[0] if result is not None else ()
    if len(shape) != 3 or data.channels not in (1, shape[0]):
        given = "×".join(map(str, shape))
        raise _refused(
            f"the input is {given}",
            f"The {data.title} have {data.channels} channels.",
            "Give the input block a shape such as 1×32×32.",
        )
    scores = outputs[0].inputs[0]
    if len(scores) != 1 or scores[0] < data.classes:
        given = "×".join(map(str, scores))
        raise _refused(
            f"the network gives {given} for an image",
            f"The {data.title} need one score for each of {data.classes} classes.",
            f"End it with a linear layer of {data.classes} features.",
        )


def _refused(what: str, why: str, mend: str) -> BuildError:
    return BuildError(Problem("error", "", what, why, mend))


def values_of(recipe: Recipe, data: str, weights: str) -> list[str]:
    """The values that the functions use; where the data and the weights are, as expressions."""
    return [
        f"DATA = {data}",
        f"WEIGHTS = {weights}",
        f"EPOCHS = {recipe.epochs}",
        f"BATCH_SIZE = {recipe.batch_size}",
        f"LEARNING_RATE = {recipe.learning_rate!r}",
        f"SEED = {recipe.seed}",
        'DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")',
    ]


def functions_of(written: Written, recipe: Recipe) -> list[str]:
    """How the data are read, images fitted, losses and accuracies found, and all put together.

    BuildError where the network cannot be trained on the data.
    """
    body, data = written.network.body, data_of(recipe)
    _check(written.analysis, data)
    functions = [data.code, _fitting(body.inputs[0], data)]
    if recipe.augmentation == "shift":
        functions.append(_SHIFT)
    functions += [_losing(bool(body.auxiliary)), _TEST, _main(written, recipe, data)]
    return functions


def _fitting(shape: tuple[int, ...], data: ScriptData) -> str:
    channels, height, width = shape
    steps: list[Piece] = [f"(images.float() / {data.levels} - {data.mean!r}) / {data.deviation!r}"]
    if (height, width) != data.size:
        given = ("x", f"size=({height}, {width})", 'mode="bicubic"', "antialias=True")
        steps.append(Bracketed("functional.interpolate(", given))
    if channels != data.channels:
        steps.append(f"x.expand(-1, {channels}, -1, -1).contiguous()")
    lines = [
        "def fit(images: Tensor) -> Tensor:",
        f'    """Images as the network takes them: (N, {channels}, {height}, {width})."""',
    ]
    for step in steps[:-1]:
        lines += lay_out(step, 4, "x = ")
    return "\n".join(lines + lay_out(steps[-1], 4, "return "))


_SHIFT = '''def shift(images: Tensor, generator: torch.Generator) -> Tensor:
    """Each image moved by up to a sixteenth of its sides, its edge drawn along."""
    count, channels, height, width = images.shape
    indices = []
    for side in (height, width):
        reach = side // 16
        moves = torch.randint(-reach, reach + 1, (count, 1), generator=generator)
        indices.append((torch.arange(side) + moves).clamp(0, side - 1))
    rows = indices[0][:, None, :, None].expand(-1, channels, -1, width)
    columns = indices[1][:, None, None, :].expand(-1, channels, height, -1)
    return images.gather(2, rows).gather(3, columns)'''


def _losing(auxiliary: bool) -> str:
    lines = [
        "def loss_of(model: nn.Module, images: Tensor, labels: Tensor) -> Tensor:",
        '    """The mean cross-entropy of a batch."""',
    ]
    if not auxiliary:
        return "\n".join([*lines, "    return functional.cross_entropy(model(images), labels)"])
    lines[1] = '    """The mean cross-entropy of a batch, auxiliary outputs at a weight of 0.3."""'
    return "\n".join(
        [
            *lines,
            "    scores, *auxiliary = model(images)",
            "    loss = functional.cross_entropy(scores, labels)",
            "    for other in auxiliary:",
            "        loss = loss + 0.3 * functional.cross_entropy(other, labels)",
            "    return loss",
        ]
    )


_TEST = '''@torch.no_grad()
def accuracy_of(model: nn.Module, images: Tensor, labels: Tensor) -> float:
    """The share of images that are classified rightly."""
    model.eval()
    batches = zip(images.split(64), labels.split(64), strict=True)
    right = 0
    for x, y in batches:
        right += int((model(fit(x).to(DEVICE)).argmax(1) == y.to(DEVICE)).sum())
    return right / len(labels)'''


def _optimizer(recipe: Recipe, fixed: bool) -> str:
    name = {"sgd": "SGD", "adam": "Adam", "adamw": "AdamW"}[recipe.optimizer]
    more = [f"momentum={recipe.momentum!r}"] if recipe.optimizer == "sgd" else []
    if recipe.weight_decay or recipe.optimizer == "adamw":
        more.append(f"weight_decay={recipe.weight_decay!r}")
    learned = "[p for p in model.parameters() if p.requires_grad]"
    given = learned if fixed else "model.parameters()"
    call = Bracketed(f"torch.optim.{name}(", (given, "LEARNING_RATE", *more))
    return "\n".join(lay_out(call, 4, "optimizer = "))


def _main(written: Written, recipe: Recipe, data: ScriptData) -> str:
    totals = written.analysis.totals
    moving, cosine = recipe.augmentation == "shift", recipe.schedule == "cosine"
    # batch normalisation cannot take a last batch of one image
    alone = data.images % recipe.batch_size == 1 < recipe.batch_size
    batches = "(len(images) // BATCH_SIZE)" if alone else "-(-len(images) // BATCH_SIZE)"
    lines = [
        f"def main(epochs: int = EPOCHS) -> {written.network.name}:",
        '    """Train, test after each epoch, and keep the weights."""',
        "    images, labels, test_images, test_labels = load(DATA)",
        "    torch.manual_seed(SEED)",
        f"    model = {written.network.name}().to(DEVICE)",
        _optimizer(recipe, totals.trainable != totals.parameters),
    ]
    if cosine:
        lines += [
            f"    steps = epochs * {batches}",
            "    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)",
        ]
    lines += [
        "    shuffling = torch.Generator().manual_seed(SEED)",
        *(["    moving = torch.Generator().manual_seed(SEED + 1)"] if moving else []),
        "    torch.manual_seed(SEED)",
        "    for epoch in range(1, epochs + 1):",
        "        model.train()",
        "        total = 0.0",
        "        order = torch.randperm(len(images), generator=shuffling)",
        *(["        order = order[:-1]  # no batch of a single image"] if alone else []),
        "        for rows in order.split(BATCH_SIZE):",
        f"            x = {'shift(fit(images[rows]), moving)' if moving else 'fit(images[rows])'}",
        "            loss = loss_of(model, x.to(DEVICE), labels[rows].to(DEVICE))",
        "            optimizer.zero_grad()",
        "            loss.backward()",
        "            optimizer.step()",
        *(["            schedule.step()"] if cosine else []),
        "            total += loss.item() * len(rows)",
        "        accuracy = accuracy_of(model, test_images, test_labels)",
        '        figures = f"loss {total / len(order):.4f}, test accuracy {accuracy:.2%}"',
        '        print(f"epoch {epoch} of {epochs}: {figures}")',
        "    torch.save(model.state_dict(), WEIGHTS)",
        "    return model",
    ]
    return "\n".join(lines)

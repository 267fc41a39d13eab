"""How figures of memory come about, with the numbers put in."""

from __future__ import annotations

from collections import Counter

from explorer.analysis.explain import Explanation
from explorer.analysis.memory import BlockMemory, LayerMemory, Memory, Optimizer

ALIVE = "alive"
KEPT = "kept"
TRAINING = "training"
IN_ALL = "in_all"
SUMS = 8
"""Parts of a block that are named; more would be no explanation."""

OPTIMIZERS: dict[Optimizer, str] = {
    "sgd": "plain SGD",
    "momentum": "SGD with momentum",
    "adam": "Adam",
}


def explain_block(block: BlockMemory, path: str) -> tuple[Explanation, ...]:
    """Of a block or layer: what is alive while it runs, what it keeps."""
    if not block.layers:
        return ()
    if len(block.layers) == 1 and block.layers[0].path == path:
        layer = block.layers[0]
        return (
            Explanation(
                ALIVE, "bytes of its output and all that waits to be read", *_plain(layer.alive)
            ),
            _kept_by_layer(layer),
        )
    worst = max(block.layers, key=lambda m: m.alive)
    inner = worst.path.removeprefix(f"{path}.")
    return (
        Explanation(ALIVE, f"the most bytes, while {inner} runs", *_plain(block.alive)),
        *_kept_by_parts(block, path),
    )


def explain_whole(found: Memory) -> tuple[Explanation, ...]:
    """Of the whole network: each moment, and all memory of a training step."""
    way = "backward" if found.training_back else "forward"
    lines = [
        Explanation(
            ALIVE, f"the most bytes, while {found.inference_at} runs", *_plain(found.inference)
        ),
        Explanation(
            ALIVE,
            "with weights" + (" and buffers" if found.buffers else ""),
            _sum(found.inference, found.weights, found.buffers),
            found.in_inference(),
        ),
        *_kept_by_parts(found.at(""), ""),
        Explanation(
            TRAINING,
            f"bytes kept and gradients, the most in the {way} pass of {found.training_at}",
            *_plain(found.training),
        ),
    ]
    moment = max(found.training, found.trainable)
    for optimizer, title in OPTIMIZERS.items():
        state = found.state(optimizer)
        words = ["weights"]
        if state:
            words.append(_states(optimizer))
        if found.buffers:
            words.append("buffers")
        lines.append(
            Explanation(
                IN_ALL,
                f"{title}: {' + '.join(words)} + peak",
                _sum(found.weights, state, found.buffers, moment),
                found.in_training(optimizer),
            )
        )
    return tuple(lines)


def _states(optimizer: Optimizer) -> str:
    return "mean and square of each gradient" if optimizer == "adam" else "velocity of each weight"


def _sum(*parts: int) -> str:
    return " + ".join(str(part) for part in parts if part) or "0"


def _plain(value: int) -> tuple[str, int]:
    return str(value), value


def _kept_by_layer(layer: LayerMemory) -> Explanation:
    if not layer.what:
        return Explanation(KEPT, layer.why or "its gradient needs no value", *_plain(layer.kept))
    before = [w.strip("()") for w in layer.what if w.startswith("(")]
    now = [w for w in layer.what if not w.startswith("(")]
    words = " and ".join(f"its {w}" for w in now)
    if before:
        known = f"none for its {' and '.join(before)}, kept by a layer before it"
        words = f"{words}, {known}" if words else known
    return Explanation(KEPT, f"bytes: {words} ({layer.why})", *_plain(layer.kept))


def _kept_by_parts(block: BlockMemory, path: str) -> list[Explanation]:
    """The sum over what lies directly in a block."""
    start = len(path) + 1 if path else 0
    parts: Counter[str] = Counter()
    for layer in block.layers:
        if layer.kept:
            parts[layer.path[start:].split(".")[0]] += layer.kept
    if not 1 < len(parts) <= SUMS:
        words = f"{len(parts)} parts, each tensor once" if parts else "none of its parts"
        return [Explanation(KEPT, words, *_plain(block.kept))]
    return [Explanation(KEPT, " + ".join(parts), " + ".join(map(str, parts.values())), block.kept)]

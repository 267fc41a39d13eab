"""What can go wrong before or during training, in words for the person who drew the network."""

from __future__ import annotations


class TrainingError(Exception):
    """Something that keeps a network from training: what is wrong, why, how to mend it."""

    def __init__(self, what: str, why: str = "", mend: str = "", path: str = "") -> None:
        super().__init__(" ".join(part for part in (what, why, mend) if part))
        self.what = what
        self.why = why
        self.mend = mend
        self.path = path
        """The dotted path of the block that it is about, where it is about one."""


def out_of_memory(error: BaseException) -> bool:
    """Whether torch or Python ran out of memory, on whatever device."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    text = str(error)
    return isinstance(error, RuntimeError) and (
        "out of memory" in text or "can't allocate memory" in text or "not enough memory" in text
    )


def explain(error: BaseException) -> TrainingError:
    """The error in words; what is already in words stays as it is."""
    if isinstance(error, TrainingError):
        return error
    if out_of_memory(error):
        return TrainingError(
            "The memory of the device does not suffice.",
            "Activations, gradients and parameters are all kept at once while training.",
            "Choose a smaller batch or input, or close other programs that use the device.",
        )
    if "more than 1 value per channel" in str(error):
        return TrainingError(
            "Batch normalisation cannot train on a single value per channel.",
            "With one image a batch and 1×1 maps there is nothing to take the mean of.",
            "Choose a batch of at least 2 images.",
        )
    first_line = str(error).strip().split("\n", 1)[0]
    return TrainingError(
        f"torch could not compute this: {first_line or type(error).__name__}",
        f"It raised {type(error).__name__}.",
        "See what the blocks say about their shapes.",
    )

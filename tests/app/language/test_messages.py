"""Texts of the layers below the window, said in Italian."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.analysis.explain import explain
from explorer.analysis.repairs import repairs
from explorer.app.language import of_system, say
from explorer.blocks.registry import PLAIN
from explorer.graph.edits import Connect, EditError, SetParameter
from explorer.graph.history import History
from explorer.graph.model import Edge

Speak = Callable[[str], None]


def test_english_is_said_as_it_is(speak: Speak) -> None:
    speak("en")
    text = "conv1 already leads to add: a wire back would close a cycle"
    assert say(text) is text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Convolution", "Convoluzione"),
        ("Stage ×2", "Stadio ×2"),
        ("Convolution, bypassed", "Convoluzione, bypassato"),
        (
            "conv1 already leads to add: a wire back would close a cycle",
            "conv1 porta già a add: un collegamento all’indietro chiuderebbe un ciclo",
        ),
        # what is put in is said too, where it is a message
        (
            "Convolution: 3 input channels do not divide into 2 groups",
            "Convoluzione: 3 canali d’ingresso non si dividono in 2 gruppi",
        ),
        # pieces that are put together
        (
            "stride is -1, but takes a whole number or two (height, width) from 1 to 10 000",
            "stride è -1, ma accetta un numero intero o due (altezza, larghezza) da 1 a 10 000",
        ),
        (
            "height: field before + dilation·(kernel − 1)·step before",
            "altezza: campo precedente + dilation·(kernel − 1)·passo precedente",
        ),
        # names of blocks stay, whatever they are
        ("Delete the wire from input to output", "Elimina il collegamento da input a output"),
        ("layer1.0.conv2", "layer1.0.conv2"),
        ("my own note", "my own note"),
        ("", ""),
    ],
)
def test_a_message_is_found_by_its_template(speak: Speak, text: str, said: str) -> None:
    speak("it")
    assert say(text) == said


def test_what_the_program_really_says_is_known(speak: Speak) -> None:
    """No text of a few real problems, repairs, edits and explanations stays in English."""
    speak("it")
    history = History(zoo.get("alexnet"))
    said = []
    with pytest.raises(EditError) as refused:
        history.apply(Connect(edge=Edge("classifier", "features")))
    said.append(str(refused.value))
    edit = SetParameter(
        scope=("features", "layer1"), name="conv", parameter="kernel_size", value=500
    )
    history.apply(edit)
    said.append(edit.label)
    broken = analyze(history.document)
    assert broken.problems
    for problem in broken.problems:
        said += [problem.what, problem.why, problem.mend]
        said += [repair.text for repair in repairs(broken, problem)]
    whole = analyze(zoo.get("resnet18"))
    for row in whole.rows:
        said += [e.formula for e in explain(row, whole) if not set("+·") & set(e.formula)]
    for block in PLAIN:
        said += [
            block.help,
            *(p.help for p in block.parameters),
            *(p.takes for p in block.parameters),
        ]
    said += [zoo.get(name).about.idea for name in zoo.names()]
    same = {text for text in said if text and say(text) == text}
    assert not {text for text in same if text.count(" ") > 1}
    assert len(set(said)) > 300


def test_the_system_language_is_one_there_is() -> None:
    assert of_system() == "en"  # the tests run under C

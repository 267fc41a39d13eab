"""The translations that are shipped: whole, as the code is now, and as Qt's tool makes them."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]
_HOLES = re.compile(r"\{\d*\}|%n")


@pytest.fixture(scope="module")
def update() -> ModuleType:
    folder = str(ROOT / "packaging" / "translations")
    sys.path.insert(0, folder)
    try:
        import update as found
    finally:
        sys.path.remove(folder)
    return found


@pytest.fixture(scope="module")
def found(update: ModuleType) -> dict[tuple[str, str], list[str]]:
    return dict(update.texts(ROOT / "explorer"))


def test_every_text_of_the_code_is_translated(
    update: ModuleType, found: dict[object, object]
) -> None:
    known = update.read(update.source("it"))
    assert len(found) > 1500
    assert sorted(found.keys() - known.keys()) == [], "make translations, and translate these"
    assert sorted(known.keys() - found.keys()) == [], "gone from the code: make translations"
    assert all(known.values())


def test_what_is_put_in_stays(update: ModuleType) -> None:
    known = update.read(update.source("it"))
    for (context, text), said in known.items():
        assert set(_HOLES.findall(text)) == set(_HOLES.findall(said)), (context, text, said)
        assert text.count("(*") == said.count("(*"), "patterns of files"
        assert text[:1].isspace() == said[:1].isspace(), (text, said)
        assert text[-1:].isspace() == said[-1:].isspace(), (text, said)


def test_one_text_has_one_translation_but_for_a_few(update: ModuleType) -> None:
    """“none” agrees with what there is none of; all else is said the same way everywhere."""
    said: dict[str, set[str]] = {}
    for (_, text), translation in update.read(update.source("it")).items():
        said.setdefault(text, set()).add(translation)
    assert {text for text, found in said.items() if len(found) > 1} <= {"none"}


def test_what_is_shipped_is_what_the_tool_makes(
    update: ModuleType, found: dict[tuple[str, str], list[str]], tmp_path: Path
) -> None:
    made = tmp_path / "explorer_it.qm"
    update.release(update.source("it"), made)
    assert made.read_bytes() == (update.SHIPPED / "explorer_it.qm").read_bytes()
    assert (update.SHIPPED / "messages.json").read_text("utf-8") == update.index(found)


def test_texts_are_found_in_every_way_they_are_written(update: ModuleType) -> None:
    import ast

    texts = sys.modules["texts"]
    window = {}
    code = """
def _tr(text):
    return QCoreApplication.translate("Own", text)
def f():
    tr = QCoreApplication.translate
    tr("Heat", "one"); _tr("two" if x else "three"); on.tr("of another")
class Panel(QWidget):
    def g(self):
        self.tr("four " "and more"); self.tr(name); QT_TRANSLATE_NOOP("Actions", "five")
"""
    texts._of_window(ast.parse(code), "x.py", window)
    assert set(window) == {
        ("Heat", "one"), ("Own", "two"), ("Own", "three"), ("On", "of another"),
        ("Panel", "four and more"), ("Actions", "five"),
    }  # fmt: skip
    below = '''"""A docstring of words."""
class Block:
    """Also words."""
    title = "Convolution"
    name = "conv2d"
raise EditError(f"{a} leads to {b}" "!")
re.compile("some words here")
raise TypeError("a slip of ours")
params = {"width": "=2 * width"}
'''
    assert list(texts.messages(ast.parse(below))) == ["Convolution", "{0} leads to {1}!"]


def test_messages_can_be_read(update: ModuleType) -> None:
    messages = json.loads((update.SHIPPED / "messages.json").read_text("utf-8"))
    assert messages == sorted(set(messages))

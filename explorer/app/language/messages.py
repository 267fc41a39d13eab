"""Texts of the layers below the window, in the user's language.

Those layers know no Qt and write finished English sentences, numbers and names put in. Here the
sentence's template is found again (``{0} already leads to {1}: …``), what was put in is taken out,
and both go into the translation.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from explorer import resources

CONTEXT = "Messages"
_HOLE = re.compile(r"\{(\d+)\}")
_TIMES = re.compile(r"×\d+$")
"""How often a stage repeats its block: its title has an N there."""
_JOINTS = ("\n", "; ", ": ", ", ", " · ", " — ")
"""What finished texts are joined by, the widest first."""
_DEEPEST = 6

_english = True


class Template(NamedTuple):
    """A message with holes."""

    text: str
    pattern: re.Pattern[str]
    longest: str
    """Its longest stretch between holes: where this is missing, so is the message."""


def speak(language: str) -> None:
    """From now on messages are said in a language, whose translator is installed."""
    global _english
    _english = language == "en"
    _said.cache_clear()


def say(text: str) -> str:
    """A text of the layers below in the user's language; as it is where it is no known message."""
    if _english or not text:
        return text
    return _said(text, 0)


@lru_cache(4096)
def _said(text: str, depth: int) -> str:
    known, templates = _messages()
    if text in known:
        return _translated(text)
    if depth > _DEEPEST or len(text) > 2000:
        return text
    for template in templates:
        if template.longest in text and (found := template.pattern.fullmatch(text)):
            return _filled(template, found, depth)
    if text[-1] in ".:" and (said := _said(text[:-1], depth + 1)) != text[:-1]:
        return said + text[-1]
    if (many := _TIMES.search(text)) and (whole := _TIMES.sub("×N", text)) in known:
        return _translated(whole).replace("×N", many[0])
    for joint in _JOINTS:
        parts = text.split(joint)
        if len(parts) > 1:
            pieces = [_part(part, depth) for part in parts]
            if pieces != parts:
                return joint.join(pieces)
    return text


def _filled(template: Template, found: re.Match[str], depth: int) -> str:
    parts = found.groupdict()
    said = {name: _part(part, depth) for name, part in parts.items()}
    words = _HOLE.sub(lambda hole: said[f"p{hole[1]}"], _translated(template.text))
    return said.get("head", "") + words + said.get("tail", "")


def _part(text: str, depth: int) -> str:
    """What stood in a hole. A single small word is rather the name of a block than a message."""
    bare = text.strip(" ,:;.")
    if " " not in bare and not bare[:1].isupper() and bare not in _WORDS:
        return text
    return _said(text, depth + 1)


def _word(context: str, text: str) -> str:
    return text


QT_TRANSLATE_NOOP = _word

_WORDS = frozenset(
    (
        QT_TRANSLATE_NOOP("Messages", "yes"),
        QT_TRANSLATE_NOOP("Messages", "no"),
        QT_TRANSLATE_NOOP("Messages", "none"),
        QT_TRANSLATE_NOOP("Messages", "height"),
        QT_TRANSLATE_NOOP("Messages", "width"),
        QT_TRANSLATE_NOOP("Messages", "forward"),
        QT_TRANSLATE_NOOP("Messages", "backward"),
    )
)
"""Small words that are put into messages."""


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


@cache
def _messages() -> tuple[frozenset[str], tuple[Template, ...]]:
    """Messages that are whole, and those with holes, the most telling first."""
    texts: list[str] = json.loads(
        resources.path("translations", "messages.json").read_text("utf-8")
    )
    templates = [_template(t) for t in texts if _HOLE.search(t) or _open(t) != (False, False)]
    templates.sort(key=lambda t: (_open(t.text) != (False, False), -_said_by_itself(t.text)))
    return frozenset(t for t in texts if not _HOLE.search(t)), tuple(templates)


def _open(text: str) -> tuple[bool, bool]:
    """Whether a text is a piece that something stands before, or behind."""
    return text[0] in " ,;·", text[-1] == " "


def _said_by_itself(text: str) -> int:
    return len(_HOLE.sub("", text))


def _template(text: str) -> Template:
    pieces = _HOLE.split(text)
    before, behind = _open(text)
    pattern = "".join(
        _hole(pieces, i) if i % 2 else re.escape(piece) for i, piece in enumerate(pieces)
    )
    pattern = ("(?P<head>.+?)" if before else "") + pattern + ("(?P<tail>.+)" if behind else "")
    return Template(text, re.compile(pattern, re.DOTALL), max(pieces[::2], key=len))


def _hole(pieces: list[str], at: int) -> str:
    """What takes up a hole: something, or perhaps nothing where a word follows at once."""
    joined = pieces[at + 1][:1].isalpha()
    return f"(?P<p{pieces[at]}>.{'*' if joined else '+'}?)"

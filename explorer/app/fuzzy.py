"""Fuzzy matching of what is typed against what there is: letters in order, good places first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple, TypeVar

Item = TypeVar("Item")

_START, _WORD, _RUN, _GAP, _LEFT = 12.0, 10.0, 7.0, -1.0, -0.15
"""What a letter earns at the text's beginning, at a word's, right behind the letter before it;
what a gap costs; and what each letter of the text that is left over costs."""
_OTHER, _ABOUT = 6.0, -1000.0
"""What is taken off a fit of another name than the first; what a fit of the help alone is worth."""
_NEVER = float("-inf")


class Match(NamedTuple):
    """How well a text fits, more being better, and which of its letters were meant."""

    score: float
    at: tuple[int, ...] = ()


@lru_cache(maxsize=20_000)
def match(typed: str, text: str) -> Match | None:
    """How a text fits what was typed; None where it does not.

    The letters of each typed word must stand in the text in their order, and the words may stand
    in any order. Capitals make no difference. Letters count for more at the beginning of a word
    (also at a capital or digit: the B of MaxPoolB, the 2 of Conv2d) and in a run.
    """
    total, at = 0.0, set[int]()
    for word in typed.casefold().split():
        found = _word(word, text)
        if found is None:
            return None
        total += found.score
        at.update(found.at)
    return Match(total + _LEFT * len(text) if typed.strip() else 0.0, tuple(sorted(at)))


def ranked(
    typed: str,
    items: Iterable[Item],
    titles: Callable[[Item], Iterable[str]],
    about: Callable[[Item], str] = lambda item: "",
) -> list[tuple[Item, Match]]:
    """The items that fit, the best first; equals keep their order.

    ``titles`` gives what an item is called: the best fit counts, one behind the first for less,
    and the places are those in the first (none where another fitted better). ``about`` is a longer
    text, such as a line of help, in which every typed word must stand as it is; who is found by
    it alone comes last.
    """
    words = typed.casefold().split()
    found: list[tuple[float, int, Item, Match]] = []
    for order, item in enumerate(items):
        best: Match | None = None
        texts = tuple(titles(item))
        for i, text in enumerate(texts):
            one = match(typed, text)
            if one is not None and i:
                one = Match(one.score - _OTHER)
            if one is not None and (best is None or one.score > best.score):
                best = one
        if best is None:
            whole = " ".join((*texts, about(item))).casefold()
            if not all(word in whole for word in words):
                continue
            best = Match(_ABOUT)
        found.append((-best.score, order, item, best))
    found.sort(key=lambda f: f[:2])
    return [(item, fits) for _, _, item, fits in found]


def _word(word: str, text: str) -> Match | None:
    """The best way to find the letters of one word in a text, by going through it once a letter:
    ``best[j]`` is the best score with the letter so far at the text's place j."""
    low = text.casefold()
    if len(low) != len(text):  # a letter that folds into two: places would be off
        low = text.lower() if len(text.lower()) == len(text) else text
    if not _in_order(word, low):
        return None
    bonus = [_bonus(text, j) for j in range(len(text))]
    best = [_NEVER] * len(text)
    back: list[list[int]] = []
    for i, letter in enumerate(word):
        now, came = [_NEVER] * len(text), [-1] * len(text)
        lead, lead_at = _NEVER, -1  # the best end of what came before, a gap away
        for j, other in enumerate(low):
            if i and j >= 2 and best[j - 2] > lead:
                lead, lead_at = best[j - 2], j - 2
            if other != letter:
                continue
            if not i:
                now[j] = 1.0 + bonus[j]
                continue
            run = best[j - 1] + max(_RUN, bonus[j]) if j else _NEVER
            jump = lead + _GAP + bonus[j] if lead_at >= 0 else _NEVER
            if max(run, jump) > _NEVER:
                now[j] = 1.0 + max(run, jump)
                came[j] = j - 1 if run >= jump else lead_at
        back.append(came)
        best = now
    end = max(range(len(text)), key=lambda j: best[j])
    if best[end] == _NEVER:
        return None
    at = [end]
    for came in reversed(back[1:]):
        at.append(came[at[-1]])
    return Match(best[end], tuple(reversed(at)))


def _in_order(word: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in word)


def _bonus(text: str, j: int) -> float:
    if j == 0:
        return _START
    before, here = text[j - 1], text[j]
    if not before.isalnum() and here.isalnum():
        return _WORD
    if (here.isupper() and not before.isupper()) or (here.isdigit() and not before.isdigit()):
        return _WORD - 2.0
    return 0.0

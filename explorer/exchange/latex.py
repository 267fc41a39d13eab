r"""Texts for LaTeX: everything that it would read as a command or has no letter for, written out."""

from __future__ import annotations

import re
import unicodedata

CYRILLIC = re.compile("[\u0400-\u045f]")

_WRITTEN = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"$<$",
    ">": r"$>$",
    "|": r"$|$",
    '"': "''",
    "×": r"$\times$",
    "·": r"$\cdot$",
    "→": r"$\rightarrow$",
    "←": r"$\leftarrow$",
    "↑": r"$\uparrow$",
    "↓": r"$\downarrow$",
    "−": r"$-$",
    "±": r"$\pm$",
    "≤": r"$\leq$",
    "≥": r"$\geq$",
    "≈": r"$\approx$",
    "∝": r"$\propto$",
    "√": r"$\surd$",
    "∥": r"$\parallel$",
    "⊙": r"$\odot$",
    "⊕": r"$\oplus$",
    "⊗": r"$\otimes$",
    "⌊": r"$\lfloor$",
    "⌋": r"$\rfloor$",
    "α": r"$\alpha$",
    "β": r"$\beta$",
    "σ": r"$\sigma$",
    "½": r"$\frac12$",
    "²": r"\textsuperscript{2}",
    "³": r"\textsuperscript{3}",
    "°": r"$^\circ$",
    "–": "--",
    "—": "---",
    "…": r"\ldots{}",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "\u00a0": "~",
    "\u202f": r"\,",
    "\u2009": r"\,",
}


def latex_escaped(text: str) -> str:
    """A text as LaTeX sets it; a question mark for what neither Latin nor Cyrillic letters have."""
    # LaTeX makes one space of several
    return re.sub("(?<= ) ", r"\\ ", "".join(map(_letter, text)))


def _letter(letter: str) -> str:
    written = _WRITTEN.get(letter)
    if written is not None:
        return written
    if letter.isascii():
        return letter if letter.isprintable() else " "
    if CYRILLIC.match(letter) or ("À" <= letter <= "ÿ" and letter not in "ÐðÞþ×÷"):
        return letter
    # ﬁ is fi, Å may come as A with a ring: what is left are signs that no face of LaTeX has
    simple = unicodedata.normalize("NFKD", letter)
    return "".join(c for c in simple if c.isascii() and c.isprintable()) or "?"

r"""A picture as TikZ: a document of its own, which compiles with nothing but LaTeX, TikZ and graphicx.

It is made from the picture's SVG, so that it shows what all other formats show. Lengths become big
points. LaTeX sets the texts in its own faces; each is fitted to the width that the picture has for
it, so that columns stay aligned.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree

from explorer.exchange.latex import CYRILLIC, latex_escaped

Measure = Callable[[str, str, float, int], float]
"""How wide a text is in a family, size (in units) and weight."""

UNIT = 0.75
"""Big points in a unit of the picture, of which 96 go to the inch."""
MOST = 14_000.0
"""The longest side of a page in big points; TeX cannot count much further."""

_NAME = re.compile(r"\{[^}]*\}")
_NUMBER = r"-?\d+(?:\.\d+)?(?:e-?\d+)?"
_TOKEN = re.compile(rf"[MLCZz]|{_NUMBER}")


class _Matrix(NamedTuple):
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, inner: _Matrix) -> _Matrix:
        x, y = self.at(inner.e, inner.f)
        return _Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            x,
            y,
        )

    @property
    def scale(self) -> float:
        return float(abs(self.a * self.d - self.b * self.c) ** 0.5)


def tikz(svg: str, name: str, measure: Measure | None = None) -> str:
    """The TikZ document of an SVG picture of ours. ``measure`` tells how wide its texts are; without
    it they keep LaTeX's width. What LaTeX has no letter for becomes a question mark."""
    root = ElementTree.fromstring(svg)
    left, top, wide, high = map(float, root.get("viewBox", "0 0 100 100").replace(",", " ").split())
    unit = min(UNIT, MOST / max(wide, high, 1.0))
    writer = _Writer(unit, _Matrix(e=-left, f=-top), measure)
    body = list(writer.element(root, {}, _Matrix()))
    colors = [rf"\definecolor{{{c}}}{{HTML}}{{{c[1:].upper()}}}" for c in sorted(writer.colors)]
    cyrillic = any(CYRILLIC.search(line) for line in body)
    lines = [
        f"% {_plain(name)}, drawn by Architecture Explorer. Compile with pdflatex, or copy the",
        "% tikzpicture, its colours and \\fitted into a document that uses tikz and graphicx.",
        r"\documentclass{article}",
        *([r"\usepackage[T2A]{fontenc}"] if cyrillic else [r"\usepackage{fix-cm}"]),
        r"\usepackage{tikz}",
        r"\usepackage{graphicx}",
        rf"\usepackage[paperwidth={_n(wide * unit)}bp,paperheight={_n(high * unit)}bp,margin=0bp]"
        "{geometry}",
        r"\pagestyle{empty}",
        r"\setlength{\parindent}{0pt}\setlength{\topskip}{0pt}",
        r"% a text in the width that the picture has for it",
        r"\newcommand{\fitted}[2]{\resizebox{#1}{\height}{#2}}",
        *colors,
        r"\begin{document}%",
        r"\begin{tikzpicture}[x=1bp,y=-1bp,line join=round,inner sep=0pt,outer sep=0pt]",
        rf"\useasboundingbox (0,0) rectangle ({_n(wide * unit)},{_n(high * unit)});",
        *body,
        r"\end{tikzpicture}%",
        r"\end{document}",
    ]
    return "\n".join(lines) + "\n"


class _Writer:
    def __init__(self, unit: float, base: _Matrix, measure: Measure | None) -> None:
        self._unit, self._base, self._measure = unit, base, measure
        self.colors: set[str] = set()

    def element(
        self, node: ElementTree.Element, around: Mapping[str, str], matrix: _Matrix
    ) -> Iterator[str]:
        """The commands of an element and of all that it holds."""
        style = {**around, **{k: v for k, v in node.attrib.items() if k != "transform"}}
        if "transform" in node.attrib:
            matrix = matrix.then(_matrix(node.attrib["transform"]))
        kind = _NAME.sub("", node.tag)
        if kind in ("svg", "g"):
            # geometry belongs to shapes alone
            inherited = {k: v for k, v in style.items() if k not in ("x", "y", "width", "height")}
            for child in node:
                yield from self.element(child, inherited, matrix)
        elif kind == "text":
            yield from self._text("".join(node.itertext()), style, matrix)
        elif kind in ("path", "rect", "circle", "ellipse", "polygon", "polyline", "line"):
            path = self._path(kind, node.attrib, matrix)
            options = self._options(style, matrix, closed=kind != "polyline")
            if path and options:
                yield rf"\path[{options}] {path};"

    def _path(self, kind: str, given: Mapping[str, str], matrix: _Matrix) -> str:
        def number(key: str) -> float:
            return float(given.get(key, "0"))

        if kind == "path":
            return self._curve(given.get("d", ""), matrix)
        if kind == "rect":
            x, y, w, h = (number(k) for k in ("x", "y", "width", "height"))
            corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
            return " -- ".join(self._point(*p, matrix) for p in corners) + " -- cycle"
        if kind in ("circle", "ellipse"):
            rx = number("r") or number("rx")
            ry = number("r") or number("ry")
            at = self._point(number("cx"), number("cy"), matrix)
            size = matrix.scale * self._unit
            return f"{at} ellipse [x radius={_n(rx * size)}bp,y radius={_n(ry * size)}bp]"
        if kind == "line":
            ends = ((number("x1"), number("y1")), (number("x2"), number("y2")))
            return " -- ".join(self._point(*p, matrix) for p in ends)
        found = [float(n) for n in re.findall(_NUMBER, given.get("points", ""))]
        points = zip(found[::2], found[1::2], strict=True)
        path = " -- ".join(self._point(*p, matrix) for p in points)
        return f"{path} -- cycle" if kind == "polygon" and path else path

    def _curve(self, data: str, matrix: _Matrix) -> str:
        """Qt writes moves, lines and cubic curves, all absolute."""
        tokens = _TOKEN.findall(data)
        parts: list[str] = []
        i, command = 0, "M"
        while i < len(tokens):
            if tokens[i].isalpha():
                command = tokens[i]
                i += 1
                if command in "Zz":
                    parts.append("-- cycle")
                continue
            count = 6 if command == "C" else 2
            numbers = [float(t) for t in tokens[i : i + count]]
            i += count
            points = [
                self._point(*p, matrix) for p in zip(numbers[::2], numbers[1::2], strict=True)
            ]
            if command == "C":
                parts.append(f".. controls {points[0]} and {points[1]} .. {points[2]}")
            else:
                parts.append(points[0] if command == "M" else f"-- {points[0]}")
                command = "L" if command == "M" else command
        return " ".join(parts)

    def _options(self, style: Mapping[str, str], matrix: _Matrix, closed: bool) -> str:
        options = []
        fill, stroke = style.get("fill", "none"), style.get("stroke", "none")
        if fill != "none" and closed:
            options.append(f"fill={self._color(fill)}")
            if (share := float(style.get("fill-opacity", "1"))) < 1:
                options.append(f"fill opacity={_n(share)}")
            if style.get("fill-rule") == "evenodd":
                options.append("even odd rule")
        if stroke != "none":
            wide = float(style.get("stroke-width", "1")) * matrix.scale * self._unit
            options += [f"draw={self._color(stroke)}", f"line width={_n(wide)}bp"]
            if (share := float(style.get("stroke-opacity", "1"))) < 1:
                options.append(f"draw opacity={_n(share)}")
            if style.get("stroke-linecap") == "round":
                options.append("line cap=round")
            if (dashes := style.get("stroke-dasharray", "none")) != "none":
                size = matrix.scale * self._unit
                steps = [f"{_n(float(d) * size)}bp" for d in re.findall(_NUMBER, dashes)]
                words = (f"{'off' if i % 2 else 'on'} {s}" for i, s in enumerate(steps))
                options.append("dash pattern=" + " ".join(words))
        return ",".join(options)

    def _text(self, text: str, style: Mapping[str, str], matrix: _Matrix) -> Iterator[str]:
        if not text.strip():
            return
        family = style.get("font-family", "")
        weight = int(style.get("font-weight", "400"))
        units = float(style.get("font-size", "12"))
        size = units * matrix.scale * self._unit
        at = self._point(float(style.get("x", "0")), float(style.get("y", "0")), matrix)
        face = r"\ttfamily" if "Mono" in family or "monospace" in family else r"\sffamily"
        face += r"\bfseries" if weight >= 600 else ""
        said = latex_escaped(text)
        if self._measure is not None:
            wide = self._measure(text, family, units, weight) * matrix.scale * self._unit
            said = rf"\fitted{{{_n(wide)}bp}}{{{said}}}"
        color = self._color(style.get("fill", "#000000"))
        font = rf"\fontsize{{{_n(size)}bp}}{{{_n(1.2 * size)}bp}}\selectfont{face}"
        yield rf"\node[anchor=base west,text={color},font={font}] at {at} {{{said}}};"

    def _color(self, value: str) -> str:
        name = "c" + (value.lstrip("#").lower() if value.startswith("#") else "000000")
        self.colors.add(name)
        return name

    def _point(self, x: float, y: float, matrix: _Matrix) -> str:
        x, y = self._base.at(*matrix.at(x, y))
        return f"({_n(x * self._unit)},{_n(y * self._unit)})"


def _matrix(text: str) -> _Matrix:
    numbers = [float(n) for n in re.findall(_NUMBER, text)]
    return _Matrix(*numbers) if text.startswith("matrix") and len(numbers) == 6 else _Matrix()


def _n(value: float) -> str:
    """A number as short as it can be at a hundredth of a point: TeX takes no exponents."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "0", value == 0) or "0"


def _plain(text: str) -> str:
    """A name for a comment, on one line."""
    return " ".join(text.split()).encode("ascii", "replace").decode()

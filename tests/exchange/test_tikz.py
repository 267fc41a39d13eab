"""TikZ from SVG: texts that LaTeX takes, coordinates that are right."""

from __future__ import annotations

import pytest

from explorer.exchange.diagrams.tikz import tikz
from explorer.exchange.latex import latex_escaped

SVG = """<?xml version="1.0"?>
<svg viewBox="0 0 {wide} 100" xmlns="http://www.w3.org/2000/svg">
<g fill="#ff0000" fill-opacity="0.5" stroke="none" transform="matrix(2,0,0,2,10,20)">
{body}</g></svg>"""


def lines(body: str, wide: int = 200, **more: object) -> str:
    return tikz(SVG.format(body=body, wide=wide), "a\nname ×", **more)  # type: ignore[arg-type]


def test_shapes_lie_where_the_svg_has_them() -> None:
    tex = lines('<rect x="5" y="0" width="10" height="10"/>')
    # ((5·2 + 10) · ¾, (0·2 + 20) · ¾)
    assert r"\path[fill=cff0000,fill opacity=0.5] (15,15) -- (30,15) -- (30,30)" in tex
    assert r"\definecolor{cff0000}{HTML}{FF0000}" in tex
    curve = lines('<path d="M0,0 L1,0 C1,2 3,4 5,-1.5e-05 Z"/>')
    assert "(7.5,15) -- (9,15) .. controls (9,18) and (12,21) .. (15,15) -- cycle" in curve
    stroked = (
        '<path fill="none" stroke="#0000ff" stroke-width="2" stroke-dasharray="3,4" d="M0,0 L1,0"/>'
    )
    assert "draw=c0000ff,line width=3bp,dash pattern=on 4.5bp off 6bp" in lines(stroked)


def test_texts_are_fitted_to_their_width() -> None:
    text = (
        '<text x="0" y="0" font-family="JetBrains Mono" font-size="10" font-weight="600">a_b</text>'
    )
    tex = lines(text, measure=lambda text, family, size, weight: 18.0)
    assert r"\fitted{27bp}{a\_b}" in tex
    assert r"\fontsize{15bp}{18bp}\selectfont\ttfamily\bfseries" in tex
    assert r"{a\_b}" in lines(text)


def test_a_picture_wider_than_tex_can_count_is_drawn_smaller() -> None:
    tex = lines('<rect x="19990" y="0" width="5" height="5"/>', wide=40_000)
    assert "paperwidth=14000bp" in tex
    numbers = [float(n) for n in tex.split("opacity=0.5] (")[1].split(")")[0].split(",")]
    assert numbers[0] == pytest.approx((19990 * 2 + 10) * 14_000 / 40_000, abs=0.01)


def test_signs_that_latex_reads_as_commands_are_written_out() -> None:
    assert latex_escaped("64×55²") == r"64$\times$55\textsuperscript{2}"
    assert latex_escaped("a  b") == r"a \ b"
    assert latex_escaped("50 % {x}_1 \\ ^~") == (
        r"50 \% \{x\}\_1 \textbackslash{} \textasciicircum{}\textasciitilde{}"
    )
    assert latex_escaped("字é ж ﬁ") == "?é ж fi"
    assert "T2A" in lines('<text x="0" y="0">свёртка</text>')

"""Pictures in every format show what the screen shows, as large and as far as was asked."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from explorer import zoo
from explorer.analysis.analyze import Analysis, analyze
from explorer.analysis.columns import Figures
from explorer.app.pictures.heat import HIGH, Heating
from explorer.app.pictures.options import Format, Look, Options, PictureError, from_text
from explorer.app.pictures.picture import Picture, picture
from explorer.app.pictures.write import image, written
from explorer.app.reading.heat import ground
from explorer.app.theme import set_theme, theme
from explorer.graph.edits import RemoveNodes

LOOKS: tuple[Look, ...] = ("graph", "volumes")


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    set_theme("light")


def opened(name: str, *paths: str) -> Analysis:
    return analyze(replace(zoo.get(name), opened=tuple(sorted(paths))))


def made(
    analysis: Analysis,
    format: Format,
    look: Look,
    selection: Sequence[str] = (),
    **more: object,
) -> Picture:
    options = Options(format, look, selection_only=bool(selection), **more)  # type: ignore[arg-type]
    return picture(analysis, options, (), selection)


def texts(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg)
    found = ("".join(e.itertext()) for e in root.iter() if e.tag.endswith("}text"))
    return [t.strip() for t in found]


def test_an_svg_of_the_graph_has_names_and_figures_as_texts() -> None:
    analysis = opened("resnet18", "layer1", "layer1.0")
    found = texts(written(made(analysis, "svg", "graph")))
    for text in (
        "conv1",
        "Batch norm",
        "64×56×56",
        "36.9",
        "layer4",
        "512×7×7",
        "8.39",
    ):
        assert text in found
    assert any(t.startswith("layer1 — Stage") for t in found)
    assert "+" in found


def test_an_svg_of_the_volumes_has_resolutions_and_channels() -> None:
    found = texts(written(made(opened("alexnet"), "svg", "volumes")))
    for text in ("224×224", "55×55", "13×13", "384", "9216", "4096", "1000", "layer2", "fc8"):
        assert text in found
    assert "convolution" in found
    assert any("square root" in t for t in found)


@pytest.mark.parametrize("look", LOOKS)
def test_an_svg_read_back_looks_as_the_picture(look: Look) -> None:
    """Rendered by Qt's own reader, it differs from the PNG in edges and letters at most."""
    analysis = opened("googlenet", "inception3a")
    svg, png = made(analysis, "svg", look), made(analysis, "png", look)
    wanted = image(png, 0.5)
    found = QImage(wanted.size(), QImage.Format.Format_ARGB32_Premultiplied)
    found.fill(Qt.GlobalColor.white)
    renderer = QSvgRenderer(QByteArray(written(svg)))
    assert renderer.isValid()
    painter = QPainter(found)
    renderer.render(painter, QRectF(found.rect()))
    painter.end()
    # small enough that only areas count
    few = [
        i.scaled(120, 40, mode=Qt.TransformationMode.SmoothTransformation) for i in (found, wanted)
    ]
    apart = [
        abs(few[0].pixelColor(x, y).lightness() - few[1].pixelColor(x, y).lightness())
        for x in range(120)
        for y in range(40)
    ]
    assert sum(apart) / len(apart) < 2
    assert max(apart) < 60


@pytest.mark.parametrize("scale", [1.0, 3.0])
@pytest.mark.parametrize("look", LOOKS)
def test_a_png_has_the_size_that_was_asked(look: Look, scale: float) -> None:
    found = made(opened("lenet5_modern"), "png", look, scale=scale)
    read = QImage.fromData(written(found))
    assert read.width() == round(found.rect.width() * scale)
    assert read.height() == round(found.rect.height() * scale)
    assert read.pixelColor(0, 0).name().upper() == theme().canvas


@pytest.mark.parametrize("look", LOOKS)
def test_without_a_background_the_corners_are_clear(look: Look) -> None:
    read = QImage.fromData(written(made(opened("alexnet"), "png", look, transparent=True)))
    corners = [(x, y) for x in (0, read.width() - 1) for y in (0, read.height() - 1)]
    assert [read.pixelColor(*at).alpha() for at in corners] == [0] * 4
    svg = written(made(opened("alexnet"), "svg", look, transparent=True)).decode()
    assert theme().canvas.lower() not in svg


@pytest.mark.parametrize("look", LOOKS)
def test_a_dark_picture_leaves_the_window_light(look: Look) -> None:
    read = QImage.fromData(written(made(opened("alexnet"), "png", look, theme="dark", scale=1.0)))
    assert read.pixelColor(0, 0).lightness() < 60
    assert theme().name == "light"


@pytest.mark.parametrize("look", LOOKS)
def test_a_pdf_is_one_page_in_the_size_of_the_picture(look: Look) -> None:
    found = made(opened("alexnet"), "pdf", look)
    data = written(found)
    assert data.startswith(b"%PDF-1.")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", data)
    assert box is not None
    assert float(box[1]) == pytest.approx(found.rect.width() * 0.75, abs=1)
    assert float(box[2]) == pytest.approx(found.rect.height() * 0.75, abs=1)
    # its faces go with it
    assert b"FontFile" in data


def test_the_selection_alone() -> None:
    analysis = opened("resnet18", "layer1")
    found = texts(written(made(analysis, "svg", "graph", ["layer1.0", "layer2"])))
    assert "layer2" in found
    assert "0" in found
    for text in ("stem", "layer3", "1", "image"):
        assert text not in found
    assert not any("layer1 —" in t for t in found)
    whole = written(made(analysis, "svg", "graph", ["layer1"]))
    assert {"0", "1"} <= set(texts(whole))
    # the wire between the two blocks is there, those that lead out of them are not
    wires = [e for e in ElementTree.fromstring(whole).iter() if e.tag.endswith("}path")]
    assert wires
    volumes = texts(written(made(opened("vgg16"), "svg", "volumes", ["features.block4"])))
    assert "512" in volumes
    assert "28×28" in volumes
    for text in ("64", "224×224", "1000", "block4"):
        assert text not in volumes


def test_nothing_to_draw_is_said() -> None:
    with pytest.raises(PictureError, match="Nothing is selected"):
        picture(opened("alexnet"), Options(selection_only=True))
    empty = analyze(replace(zoo.get("alexnet"), graph=type(zoo.get("alexnet").graph)()))
    for look in LOOKS:
        with pytest.raises(PictureError, match="nothing to draw"):
            made(empty, "svg", look)
    deep = analyze(zoo.get("resnet152"))
    every = opened("resnet152", *(r.path for r in deep.rows if r.is_block))
    with pytest.raises(PictureError, match="smaller scale"):
        written(made(every, "png", "graph", scale=4.0))


def test_choices_are_remembered_as_far_as_they_make_sense() -> None:
    options = Options("png", theme="dark", scale=3.0, transparent=True)
    assert from_text(options.as_text()) == options
    assert from_text("") == from_text("gif pink 99 x") == Options()


# -- TikZ ------------------------------------------------------------------------------------------


def balanced(tex: str) -> bool:
    depth = 0
    for sign in re.sub(r"\\[{}]", "", tex):
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize("look", LOOKS)
def test_tikz_says_all_that_the_svg_says(look: Look) -> None:
    analysis = opened("resnet18", "layer1", "layer1.0")
    tex = written(made(analysis, "tikz", look)).decode()
    svg = written(made(analysis, "svg", look))
    assert balanced(tex)
    assert tex.count(r"\begin{tikzpicture}") == tex.count(r"\end{tikzpicture}") == 1
    assert tex.count(r"\node[") == len([t for t in texts(svg) if t])
    shapes = ("path", "rect", "circle", "ellipse", "polygon", "polyline", "line")
    drawn = [e for e in ElementTree.fromstring(svg).iter() if e.tag.rpartition("}")[2] in shapes]
    assert tex.count(r"\path[") == len(drawn)
    # every colour that is used is defined, once
    used = set(re.findall(r"(?:fill|draw|text)=(c[0-9a-f]{6})", tex))
    assert sorted(used) == re.findall(r"\\definecolor\{(c[0-9a-f]{6})\}", tex)
    assert not re.search(r"[^\x00-\x7f]", tex)
    assert r"64$\times$56" in tex or look == "volumes"


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no LaTeX here")
@pytest.mark.parametrize(
    ("name", "look", "more"),
    [
        ("resnet18", "graph", {}),
        ("vgg16", "volumes", {"theme": "dark"}),
        ("lenet5", "volumes", {"transparent": True}),
    ],
)
def test_tikz_compiles(name: str, look: Look, more: dict[str, object], tmp_path: Path) -> None:
    analysis = opened(name, "layer1", "layer1.0") if name == "resnet18" else opened(name)
    found = made(analysis, "tikz", look, **more)  # type: ignore[arg-type]
    Path(tmp_path, "p.tex").write_bytes(written(found))
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error",
         r"\pdfobjcompresslevel=0\input{p.tex}"],
        cwd=tmp_path, capture_output=True, text=True, timeout=120, errors="replace",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-1500:]
    assert "(1 page" in done.stdout.replace("\n", "")
    assert "Overfull" not in done.stdout
    data = Path(tmp_path, "p.pdf").read_bytes()
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", data)
    assert box is not None
    assert float(box[1]) == pytest.approx(found.rect.width() * 0.75, abs=1)


# -- heat ---------------------------------------------------------------------------------------------


def heated(analysis: Analysis, look: Look, kind: str) -> Picture:
    heating = Heating(Figures(analysis), kind)
    return picture(analysis, Options("png", look, scale=1.0), (), (), heating)


@pytest.mark.parametrize("look", LOOKS)
def test_heat_is_in_the_picture_with_its_legend(look: Look) -> None:
    analysis = opened("alexnet")
    plain, hot = made(analysis, "png", look, scale=1.0), heated(analysis, look, "parameters")
    assert hot.rect.height() == plain.rect.height() + HIGH
    found = texts(written(hot._replace(options=Options("svg", look))))
    assert any(t.startswith("parameters") for t in found)
    assert "convolution" not in found, "roles have no colour now"
    pixels = image(hot, 1.0)
    colors = {
        pixels.pixelColor(x, y).name()
        for x in range(0, pixels.width(), 3)
        for y in range(0, pixels.height() - int(HIGH) - 16, 3)
    }
    # the block with the most is yellow, the one with the fewest violet
    assert {ground(1.0), ground(0.0)} <= colors
    assert b"node" in written(hot._replace(options=Options("tikz", look)))


def test_what_nobody_has_leaves_the_picture_as_it_is() -> None:
    analysis = analyze(RemoveNodes(names=("C1",)).apply(zoo.get("lenet5")))
    plain, hot = made(analysis, "png", "graph", scale=1.0), heated(analysis, "graph", "time")
    assert hot.rect == plain.rect

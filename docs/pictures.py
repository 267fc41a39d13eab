# ruff: noqa: E402 — Qt reads the environment when it is imported
"""The pictures of docs/editor.md, each in both themes: ``make pictures``, or
``python docs/pictures.py NAME…`` for some. The window is the program's own, on no screen."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_ENABLE_HIGHDPI_SCALING"] = "0"
_home = tempfile.TemporaryDirectory(prefix="explorer-pictures-")
for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = _home.name

from PIL import Image
from PySide6.QtCore import QBuffer, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer import zoo
from explorer.app.canvas.quick_add import QuickAdd
from explorer.app.main import application, open_window
from explorer.app.runner import Runner
from explorer.app.settings import Settings
from explorer.app.theme import set_theme
from explorer.app.window import Window
from explorer.graph.annotate import Annotate
from explorer.graph.edits import Batch, Connect, Edit, Fold, RemoveNodes
from explorer.graph.model import Document, Edge, Frame, Note

FOLDER = Path(__file__).parent / "images"
SIZE = (1280, 720)
MOST = 150_000
"""Bytes of a picture."""
EXACT = 176
"""Colours of a picture that are kept as they are."""

Scene = Callable[[Window], None]
SCENES: dict[str, tuple[Callable[[], Document], Scene]] = {}


def scene(name: str, network: str = "resnet18", *edits: Edit) -> Callable[[Scene], Scene]:
    """A picture: what is open, and what is done to it before it is taken."""

    def document() -> Document:
        return Batch(edits=edits, what="").apply(zoo.get(network))

    def add(found: Scene) -> Scene:
        SCENES[name] = (document, found)
        return found

    return add


def wait(seconds: float = 0.15) -> None:
    QTest.qWait(int(seconds * 1000))


def pixel(window: Window, path: str, dx: float = 0.0, dy: float = 0.0) -> QPoint:
    item = window.canvas.network.blocks[path]
    return window.canvas.mapFromScene(item.mapToScene(item.body.center() + QPointF(dx, dy)))


def mouse(window: Window, kind: QEvent.Type, at: QPoint, down: bool) -> None:
    viewport = window.canvas.viewport()
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    moves = kind == QEvent.Type.MouseMove
    event = QMouseEvent(
        kind,
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        none if moves else left,
        left if down else none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


# -- what is shown ------------------------------------------------------------------------------------


@scene("quick-add", "lenet5_modern")
def _quick_add(window: Window) -> None:
    window.canvas.mouse = None
    window.session.select("C3")
    window.actions_table["quick_add"].trigger()
    quick: QuickAdd = window.canvas.quick
    QTest.keyClicks(quick.search, "norm")


@scene("void", "lenet5_modern")
def _void(window: Window) -> None:
    item = window.canvas.network.blocks["C3"]
    port = item.shown.output(0)
    at = item.shown.at
    start = window.canvas.mapFromScene(item.mapToScene(port.x - at.x, port.y - at.y))
    end = start + QPoint(70, 120)
    mouse(window, QEvent.Type.MouseButtonPress, start, True)
    for i in range(1, 6):
        mouse(window, QEvent.Type.MouseMove, start + (end - start) * i / 5, True)
    wait()
    mouse(window, QEvent.Type.MouseButtonRelease, end, False)


@scene("repairs", "resnet18")
def _repairs(window: Window) -> None:
    """A shortcut without its projection."""
    session = window.session
    for path in ("layer2", "layer2.0"):
        session.select(path)
        window.make_editable()
        session.do(Fold(path=path, open=True))
    scope = ("layer2", "0")
    first = session.graph(scope).nodes[0].name
    session.do(RemoveNodes(scope=scope, names=("downsample",)))
    session.do(Connect(scope=scope, edge=Edge(first, "add", 1)))
    window.resize(SIZE[0], SIZE[1] + 80)  # the list is long
    window.session.select("layer2.0.add")
    window.canvas.focus_block("layer2.0.add")
    wait(0.4)
    window.canvas.pan_by(0, 60)
    window.actions_table["repairs"].trigger()
    wait(0.6)


@scene("heat", "googlenet", Fold(path="inception4a", open=True))
def _heat(window: Window) -> None:
    window.actions_table["heat_macs"].trigger()
    window.actions_table["fit"].trigger()


@scene("heat-volumes", "alexnet")
def _heat_volumes(window: Window) -> None:
    window.actions_table["heat_parameters"].trigger()
    window.toggle_volumes()


@scene("find", "resnet50")
def _find(window: Window) -> None:
    window.actions_table["find"].trigger()
    QTest.keyClicks(window.reading.bar.field, "type:conv 3x3 params>1M")
    wait(0.3)
    window.reading.bar.filter.setChecked(True)


@scene("compare", "resnet18")
def _compare(window: Window) -> None:
    window.show_workspace("compare")
    window.compare.choice.add_zoo("resnet34")
    wait()
    window.compare.step(1)


@scene("bubbles", "resnet50")
def _bubbles(window: Window) -> None:
    window.show_workspace("compare")
    window.compare.show_page(1)
    wait(3.0)


@scene("volumes", "vgg16")
def _volumes(window: Window) -> None:
    window.toggle_volumes()


@scene("notes-frames", "resnet18")
def _notes(window: Window) -> None:
    plan = window.canvas.network.plan
    assert plan is not None
    at = plan.standing["layer1"]
    text = "From here on each stage halves the image and doubles the channels."
    note = Note(name="n", text=text, at=(at.x + 226.0, at.y + 70.0), size=(216.0, 64.0))
    frame = Frame(name="f", title="Residual stages", blocks=("layer1", "layer2"), color="green")
    window.session.do(Annotate(notes=(note,), frames=(frame,), what=""))
    window.canvas.fit()


@scene("palette", "resnet18")
def _palette(window: Window) -> None:
    window.session.select("layer2")
    window.actions_table["commands"].trigger()
    QTest.keyClicks(window.commands.field, "dup")


@scene("far", "resnet50", *(Fold(path=f"layer{i}", open=True) for i in range(1, 5)))
def _far(window: Window) -> None:
    window.canvas.fit()
    window.canvas.zoom_to(0.34)


@scene("opened", "resnet50", Fold(path="layer2", open=True), Fold(path="layer2.0", open=True))
def _opened(window: Window) -> None:
    window.canvas.reveal(window.canvas.network.rect_of(["layer2"]))
    window.canvas.zoom_to(0.9)
    window.session.select("layer2.0.downsample")
    window.canvas.focus_block("layer2.0.downsample")


@scene("table", "googlenet")
def _table(window: Window) -> None:
    window.splitters["middle"].setSizes([240, 460])
    window.session.select("inception4a")


@scene(
    "explain",
    "alexnet",
    Fold(path="features", open=True),
    Fold(path="features.layer1", open=True),
)
def _explain(window: Window) -> None:
    first = next(r for r in window.session.analysis.rows if r.node.type == "conv2d")
    window.session.select(first.path)
    window.canvas.focus_block(first.path)
    window.actions_table["explain"].trigger()


# -- taking them ----------------------------------------------------------------------------------------


def taken(window: Window) -> Image.Image:
    """The window with what floats over it."""
    found = window.grab()
    painter = QPainter(found)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible() and other.parent() is not None:
            painter.drawPixmap(window.mapFromGlobal(other.mapToGlobal(QPoint(0, 0))), other.grab())
    painter.end()
    return _image(found)


def _image(pixmap: QPixmap) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")


def write(image: Image.Image, path: Path) -> None:
    """In 256 colours: those that are used most as they are, and some for all the others."""
    used = sorted(image.getcolors(1 << 24) or [], reverse=True)
    colors = [color for _, color in used[:EXACT]]
    rest = image.quantize(256 - len(colors), Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for color in colors for part in color] + rest)
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.name}: {size / 1000:.0f} kB")
    if size > MOST:
        raise SystemExit(f"{path.name} is too large")


def main(names: list[str]) -> None:
    Runner.start = lambda runner: None  # type: ignore[method-assign]
    application()
    FOLDER.mkdir(exist_ok=True)
    for name in names or SCENES:
        for theme in ("light", "dark"):
            document, prepare = SCENES[name]
            Settings()._store.clear()
            window = open_window(document())
            window.settings.theme = theme  # type: ignore[assignment]
            window.settings.heat = ""
            set_theme(window.settings.theme)
            window.canvas.reduced_motion = True
            window.show_workspace("design")
            window.reading.heat.set_kind("")
            window.resize(*SIZE)
            window.show()
            wait()
            window.canvas.setFocus()
            prepare(window)
            wait(0.3)
            write(taken(window), FOLDER / f"{name}-{theme}.png")
            window.session.history.mark_saved()
            window.close()
            window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


if __name__ == "__main__":
    main(sys.argv[1:])

"""The aligned blocks of two networks as a tree of rows: figures of each in columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor

from explorer.analysis.compare import Change, Comparison, Kind, Pair, Side
from explorer.analysis.compare_report import SIGNS, change_text
from explorer.analysis.results import Totals
from explorer.app import format as f
from explorer.app.compare.words import difference, kind_color, pair_words, whole_difference
from explorer.app.theme import mono_font, ui_font

Index = QModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole

BLOCK, WHAT, OUT_LEFT, OUT_RIGHT, PAR_LEFT, PAR_RIGHT, PAR_MORE, MAC_LEFT, MAC_RIGHT, MAC_MORE = (
    range(10)
)
COLUMNS = 10
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _tr(text: str) -> str:
    return QCoreApplication.translate("CompareTable", text)


@dataclass(eq=False)
class Line:
    """One row: the totals, a parameter of the network, or a pair of blocks."""

    id: int
    above: Line | None
    place: int
    pair: Pair | None = None
    change: Change | None = None
    lines: list[Line] | None = None
    """What is beneath, once somebody has asked."""
    known: dict[int, Any] = field(default_factory=dict)


class CompareModel(QAbstractItemModel):
    """Rows come into being when their block is opened: most never are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._names = ("", "")
        self._only = False
        self._lines: list[Line] = []
        self._top: list[Line] = []

    # -- what is compared -----------------------------------------------------------------------

    @property
    def comparison(self) -> Comparison | None:
        return self._comparison

    def show_comparison(self, found: Comparison | None, names: tuple[str, str]) -> None:
        self._comparison, self._names = found, names
        self._build()

    def set_only_differences(self, only: bool) -> None:
        """Leave out blocks that are the same, with all that is in them."""
        if only != self._only:
            self._only = only
            self._build()

    def _build(self) -> None:
        self.beginResetModel()
        self._lines, self._top = [], []
        if (found := self._comparison) is not None:
            self._top.append(self._line(None, 0))
            for change in found.parameters:
                self._top.append(self._line(None, len(self._top), change=change))
            self._top += self._of(found.pairs, None, len(self._top))
        self.endResetModel()

    def _line(
        self,
        above: Line | None,
        place: int,
        pair: Pair | None = None,
        change: Change | None = None,
    ) -> Line:
        line = Line(len(self._lines), above, place, pair, change)
        self._lines.append(line)
        return line

    def _of(self, pairs: tuple[Pair, ...], above: Line | None, first: int = 0) -> list[Line]:
        wanted = [p for p in pairs if (not self._only or p.kind != "same") and _is_seen(p, above)]
        return [self._line(above, first + i, pair) for i, pair in enumerate(wanted)]

    def _beneath(self, line: Line) -> list[Line]:
        if line.lines is None:
            line.lines = self._of(line.pair.parts, line) if line.pair is not None else []
        return line.lines

    # -- places ---------------------------------------------------------------------------------

    def line(self, index: Index) -> Line | None:
        return self._lines[index.internalId()] if index.isValid() else None

    def pair(self, index: Index) -> Pair | None:
        line = self.line(index)
        return line.pair if line is not None else None

    def index_of(self, pair: Pair) -> Index:
        """Where a pair stands; invalid where it is filtered out."""
        side = pair.right or pair.left
        found = self._comparison
        if side is None or found is None:
            return QModelIndex()
        lines, line = self._top, None
        names = side.path.split(".")
        for depth in range(len(names)):
            path = ".".join(names[: depth + 1])
            around = found.pair_of(path, pair.right is not None)
            line = next((x for x in lines if x.pair is not None and x.pair is around), None)
            if line is None:
                return QModelIndex()
            lines = self._beneath(line) if depth + 1 < len(names) else []
        return self._index(line, 0) if line is not None else QModelIndex()

    def _index(self, line: Line, column: int) -> Index:
        return self.createIndex(line.place, column, line.id)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> Index:  # type: ignore[override]
        line = self.line(parent)
        lines = self._top if line is None else self._beneath(line)
        if not (0 <= row < len(lines) and 0 <= column < COLUMNS):
            return QModelIndex()
        return self._index(lines[row], column)

    def parent(self, index: Index = _ROOT) -> Index:  # type: ignore[override]
        line = self.line(index)
        if line is None or line.above is None:
            return QModelIndex()
        return self._index(line.above, 0)

    def rowCount(self, parent: Index = _ROOT) -> int:  # type: ignore[override]
        if parent.column() > 0:
            return 0
        line = self.line(parent)
        return len(self._top if line is None else self._beneath(line))

    def hasChildren(self, parent: Index = _ROOT) -> bool:  # type: ignore[override]
        line = self.line(parent)
        if line is None:
            return bool(self._top)
        if parent.column() > 0 or line.pair is None:
            return False
        if self._only:
            return bool(self._beneath(line))
        return any(
            s is not None and s.inside is not None for s in (line.pair.left, line.pair.right)
        )

    def columnCount(self, parent: Index = _ROOT) -> int:  # type: ignore[override]
        return COLUMNS

    # -- what is shown --------------------------------------------------------------------------

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return self._header(section)
        if role == _Role.TextAlignmentRole:
            return _LEFT if section <= WHAT else _RIGHT
        if role == _Role.ToolTipRole:
            return self._header(section).replace("\n", " – ")
        return None

    def _header(self, section: int) -> str:
        left, right = self._names
        more = _tr("difference")
        names = (
            ("", _tr("block")),
            ("", _tr("what differs")),
            (_tr("output"), left),
            (_tr("output"), right),
            (_tr("parameters"), left),
            (_tr("parameters"), right),
            (_tr("parameters"), more),
            (_tr("MACs"), left),
            (_tr("MACs"), right),
            (_tr("MACs"), more),
        )
        return "\n".join(names[section])

    def flags(self, index: Index) -> Qt.ItemFlag:  # type: ignore[override]
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # type: ignore[override]
        line = self.line(index)
        if line is None:
            return None
        column = index.column()
        if role == _Role.DisplayRole:
            return self._text(line, column)
        if role == _Role.TextAlignmentRole:
            return _LEFT if column <= WHAT else _RIGHT
        if role == _Role.FontRole:
            bold = 600 if self._is_total(line) else 400
            if column == BLOCK:
                kind = self._kind(line)
                return mono_font(12, 600 if kind not in (None, "same") else bold)
            return ui_font(12, bold) if column == WHAT else mono_font(12, bold)
        if role == _Role.ForegroundRole:
            kind = self._kind(line)
            if column <= WHAT and kind is not None:
                return QColor(kind_color(kind)) if kind != "same" or column == WHAT else None
        if role == _Role.ToolTipRole:
            return self._tip(line)
        return None

    def _is_total(self, line: Line) -> bool:
        return line.pair is None and line.change is None

    def _kind(self, line: Line) -> Kind | None:
        if line.change is not None:
            return "changed"
        return line.pair.kind if line.pair is not None else None

    def _tip(self, line: Line) -> str | None:
        if line.pair is None:
            return None
        paths = dict.fromkeys(s.path for s in (line.pair.left, line.pair.right) if s is not None)
        return "\n".join((" → ".join(paths), pair_words(line.pair)))

    def _text(self, line: Line, column: int) -> str:
        if column not in line.known:
            line.known[column] = self._made(line, column)
        return str(line.known[column])

    def _made(self, line: Line, column: int) -> str:
        found = self._comparison
        assert found is not None
        if line.change is not None:
            texts = {BLOCK: f"{SIGNS['changed']} {_tr('network')}", WHAT: change_text(line.change)}
            return texts.get(column, "")
        pair = line.pair
        if pair is None:
            outputs = (found.left.root.outputs, found.right.root.outputs)
            totals = found.left.totals, found.right.totals
            if column == BLOCK:
                return _tr("total")
            if column == WHAT:
                return _tr("no difference") if found.same else ""
            return _figure(column, [o[0] if o else None for o in outputs], totals, found.delta)
        if column == BLOCK:
            side = pair.right or pair.left
            assert side is not None
            sign = SIGNS[pair.kind] if pair.kind != "same" else "\u2007"
            return f"{sign} {side.node.name}"
        if column == WHAT:
            return pair_words(pair)
        sides: tuple[Side | None, ...] = (pair.left, pair.right)
        return _figure(
            column,
            [s.output if s is not None else None for s in sides],
            tuple(s.totals if s is not None else None for s in sides),
            pair.delta,
        )


def _is_seen(pair: Pair, above: Line | None) -> bool:
    """Ports of a block within are what the block itself says already."""
    side = pair.right or pair.left
    return above is None or side is None or side.node.type not in ("input", "output")


def _figure(column: int, outputs: Any, totals: Any, delta: Totals) -> str:
    match column:
        case 2 | 3:
            shape = outputs[column - OUT_LEFT]
            return f.shape(shape) if shape else f.NONE
        case 4 | 5:
            found = totals[column - PAR_LEFT]
            return f.whole(found.parameters) if found else f.NONE
        case 6:
            return whole_difference(delta.parameters)
        case 7 | 8:
            found = totals[column - MAC_LEFT]
            return f.compact(found.macs) if found and found.macs else f.NONE
    return difference(delta.macs)

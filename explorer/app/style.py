"""The window's one style sheet.

Widgets say what they are with a property, not with a sheet of their own: ``kind`` = ``secondary``,
``heading``, ``title``, ``mono``, ``card``, ``primary``, ``flat``, ``pill``; ``invalid`` = true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from explorer.app.theme import Theme


def mark(widget: QWidget, **properties: object) -> None:
    """Set properties that the sheet looks at, and have it look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def sheet(t: Theme) -> str:
    """The style sheet of a theme."""
    return f"""
QToolTip {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.line};
  border-radius: 6px; padding: 6px 8px; }}

QLabel[kind="secondary"] {{ color: {t.secondary}; }}
QLabel[kind="heading"] {{ color: {t.secondary}; font-size: 11px; font-weight: 600; }}
QLabel[kind="title"] {{ font-size: 14px; font-weight: 600; }}
QLabel[kind="warning"] {{ color: {t.warning}; }}
QLabel[kind="error"] {{ color: {t.error}; }}
QLabel[kind="ok"] {{ color: {t.ok}; }}
QFrame[kind="panel"], QWidget[kind="panel"] {{ background: {t.panel}; }}
QFrame[kind="card"] {{ background: {t.field}; border: none; border-radius: 8px; }}
QFrame[kind="choice"] {{ background: {t.panel}; border: 1px solid {t.line};
  border-radius: 8px; }}
QFrame[kind="choice"][shown="true"] {{ border-color: {t.selection}; }}
QFrame[kind="choice"]:focus {{ border: 2px solid {t.selection}; }}
QFrame[kind="floating"] {{ background: {t.card}; border: 1px solid {t.line}; border-radius: 8px; }}
QFrame[kind="problem"] {{ background: transparent; border: none;
  border-left: 3px solid {t.warning}; }}
QFrame[kind="problem"][severity="error"] {{ border-left-color: {t.error}; }}
QFrame[kind="banner"] {{ background: {t.selection_fill}; border: none;
  border-bottom: 1px solid {t.line}; }}
QFrame[kind="banner"][tone="error"] {{ background: {t.panel};
  border-bottom: 2px solid {t.error}; }}
QFrame[kind="line"] {{ background: {t.line}; border: none; }}

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit {{ background: {t.field}; color: {t.ink};
  border: 1px solid {t.line}; border-radius: 7px; padding: 4px 8px;
  selection-background-color: {t.selection}; selection-color: {t.on_selection}; }}
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {{ border-color: {t.edge}; }}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus {{
  border-color: {t.selection}; }}
QLineEdit[invalid="true"], QComboBox[invalid="true"] {{ border-color: {t.error}; }}
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled {{ background: transparent;
  border-color: {t.line}; color: {t.secondary}; }}
QComboBox::drop-down {{ border: none; width: 18px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {t.card}; border: 1px solid {t.line};
  selection-background-color: {t.selection_fill}; selection-color: {t.ink}; outline: none; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 16px;
  background: transparent; }}

QPushButton, QToolButton {{ background: {t.field}; color: {t.ink}; border: 1px solid {t.line};
  border-radius: 7px; padding: 4px 10px; }}
QToolButton {{ padding: 4px; }}
QFrame[kind="card"] QPushButton {{ background: {t.panel}; border-color: {t.edge}; }}
QPushButton:hover, QToolButton:hover {{ background: {t.hover}; border-color: {t.edge}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.line}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {t.selection}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.secondary}; background: transparent; }}
QPushButton[kind="primary"] {{ background: {t.selection}; color: {t.on_selection};
  border-color: {t.selection}; font-weight: 600; }}
QPushButton[kind="primary"]:focus {{ border-color: {t.ink}; }}
QPushButton[kind="primary"]:disabled {{ background: {t.field}; color: {t.secondary};
  border-color: {t.line}; }}
QPushButton[kind="flat"], QToolButton[kind="flat"] {{ background: transparent;
  border-color: transparent; }}
QPushButton[kind="flat"]:hover, QToolButton[kind="flat"]:hover {{ background: {t.hover}; }}
QPushButton[kind="flat"]:focus, QToolButton[kind="flat"]:focus {{ border-color: {t.selection}; }}
QPushButton[kind="flat"]:checked, QToolButton[kind="flat"]:checked {{
  background: {t.selection_fill}; color: {t.selection}; }}
QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent; padding: 0 2px;
  border-radius: 4px; color: {t.selection}; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border-color: {t.selection}; }}
QPushButton[kind="tab"] {{ background: transparent; border: 1px solid transparent;
  padding: 6px 14px; border-radius: 7px; color: {t.secondary}; }}
QPushButton[kind="tab"]:hover {{ background: {t.hover}; }}
QPushButton[kind="tab"]:checked {{ background: {t.selection_fill}; color: {t.selection};
  font-weight: 600; }}
QPushButton[kind="tab"]:focus {{ border-color: {t.selection}; }}
QPushButton[kind="figure"] {{ background: transparent; border: 1px solid transparent;
  border-bottom-color: {t.line}; border-radius: 0; padding: 0; }}
QPushButton[kind="figure"]:hover {{ background: {t.hover}; }}
QPushButton[kind="figure"]:focus {{ border-color: {t.selection}; }}
QPushButton[kind="repair"] {{ background: transparent; border: 1px solid {t.line};
  border-radius: 7px; padding: 0; text-align: left; }}
QPushButton[kind="repair"]:hover {{ background: {t.hover}; border-color: {t.edge}; }}
QPushButton[kind="repair"]:focus {{ background: {t.selection_fill};
  border-color: {t.selection}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QToolButton::menu-indicator {{ image: none; }}

QCheckBox, QRadioButton {{ spacing: 6px; }}

QMenuBar {{ background: transparent; padding: 0; }}
QMenuBar::item {{ background: transparent; padding: 4px 8px; border-radius: 6px; }}
QMenuBar::item:selected {{ background: {t.hover}; }}
QMenu {{ background: {t.card}; border: 1px solid {t.line}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 10px; border-radius: 5px; }}
QMenu::item:selected {{ background: {t.selection_fill}; color: {t.ink}; }}
QMenu::item:disabled {{ color: {t.secondary}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 6px; }}

QTreeView, QListView, QTableView {{ background: {t.panel}; border: none; outline: none;
  alternate-background-color: {t.panel}; }}
QTreeView::item, QListView::item, QTableView::item {{ border: none; }}
QTreeView::item {{ height: 24px; padding: 0 4px; }}
QTreeView::item:hover, QListView::item:hover {{ background: {t.hover}; }}
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {{
  background: {t.selection_fill}; color: {t.ink}; }}
QTreeView::branch {{ background: transparent; }}
QTreeView::branch:hover {{ background: {t.hover}; }}
QTreeView::branch:selected {{ background: {t.selection_fill}; }}
QListView[kind="pages"]::item {{ padding: 6px 8px; border-radius: 7px; }}
QListView[kind="pages"]::item:selected {{ color: {t.selection}; }}
QHeaderView {{ background: {t.panel}; border: none; }}
QHeaderView::section {{ background: {t.panel}; color: {t.secondary}; border: none;
  border-bottom: 1px solid {t.line}; padding: 5px 8px; }}
QHeaderView[kind="tight"]::section {{ padding: 5px 3px; }}
QHeaderView::section:hover {{ color: {t.ink}; }}

QPlainTextEdit[kind="code"], QPlainTextEdit[kind="code"]:focus {{ background: {t.panel};
  border: none; border-radius: 0; padding: 0; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.edge}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {t.secondary}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; }}

QSplitter::handle {{ background: {t.line}; }}
QSplitter::handle:hover {{ background: {t.selection}; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: 2px; max-height: 4px;
  min-height: 4px; color: transparent; }}
QProgressBar::chunk {{ background: {t.selection}; border-radius: 2px; }}
QDialog, QMessageBox {{ background: {t.panel}; }}
"""

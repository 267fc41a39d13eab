"""Pictures from the window: asked for, written, printed, and the choices remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from explorer.app.files import Files
from explorer.app.panels.banner import Banner
from explorer.app.pictures import print as paper
from explorer.app.pictures.dialog import PictureDialog
from explorer.app.pictures.options import (
    SUFFIXES,
    Look,
    Options,
    PictureError,
    from_text,
)
from explorer.app.pictures.picture import Picture, picture
from explorer.app.pictures.write import written
from explorer.app.session import Session
from explorer.app.settings import Settings
from explorer.graph.files import FileError, write_atomically


class Pictures(QObject):
    """File → Export picture… and Print…"""

    def __init__(
        self, session: Session, desk: Files, settings: Settings, banner: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._desk, self._settings = session, desk, settings
        self._banner, self._window = banner, window

    def make(self, options: Options) -> Picture:
        """The picture of what is shown now; PictureError where there is none."""
        session = self._session
        return picture(session.analysis, options, session.scope, session.selection)

    def ask(self, look: Look) -> PictureDialog:
        """Show the dialog, with the choices made last."""
        options = from_text(self._settings.picture)._replace(look=look)
        dialog = PictureDialog(options, self.make, self._session.selection, self._window)
        dialog.accepted.connect(lambda: self._export(dialog))
        dialog.print_button.clicked.connect(lambda: self._print(dialog))
        dialog.open()
        dialog.refresh()
        return dialog

    def _export(self, dialog: PictureDialog) -> None:
        made = dialog.picture
        if made is None:
            return
        self._settings.picture = made.options.as_text()
        suffix = SUFFIXES[made.options.format]
        filters = {
            "svg": self.tr("SVG (*.svg)"),
            "pdf": self.tr("PDF (*.pdf)"),
            "png": self.tr("PNG (*.png)"),
            "tikz": self.tr("LaTeX (*.tex)"),
        }
        name = Path(self._desk.folder, f"{made.name}{suffix}")
        title = self.tr("Export picture")
        path = self._desk.ask_where(title, name, filters[made.options.format], suffix)
        if path is not None:
            self.write(made, path)

    def write(self, made: Picture, path: Path) -> bool:
        """Write a picture to a file, and say so."""
        try:
            write_atomically(path, written(made))
        except (PictureError, FileError) as error:
            self._banner.error(self.tr("Not exported: {0}").format(str(error)))
            return False

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute())))

        self._banner.note(self.tr("Exported to {0}.").format(path.name), self.tr("Open it"), show)
        return True

    def _print(self, dialog: PictureDialog) -> None:
        made = dialog.picture
        dialog.reject()
        if made is not None:
            self._print_it(made)

    def print(self, look: Look) -> None:
        """Print what is shown now."""
        try:
            self._print_it(self.make(Options(look=look)))
        except PictureError as error:
            self._banner.note(str(error))

    def _print_it(self, made: Picture) -> None:
        if paper.ask_and_print(made, self._window) is False:
            self._banner.error(self.tr("The printer did not take it: is it on, and known here?"))

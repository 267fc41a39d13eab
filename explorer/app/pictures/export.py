"""Pictures from the window: made, written, printed, and the choices remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from explorer.app.language import say
from explorer.app.panels.banner import Banner
from explorer.app.pictures import print as paper
from explorer.app.pictures.heat import Heating
from explorer.app.pictures.options import Look, Options, PictureError, from_text
from explorer.app.pictures.page import PicturePage
from explorer.app.pictures.picture import Picture, picture
from explorer.app.pictures.write import written
from explorer.app.reading.heat import HEATS
from explorer.app.session import Session
from explorer.app.settings import Settings
from explorer.graph.files import FileError, write_atomically


class Pictures(QObject):
    """File → Export picture… and Print…"""

    def __init__(
        self, session: Session, settings: Settings, banner: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._settings = session, settings
        self._banner, self._window = banner, window

    def make(self, options: Options) -> Picture:
        """The picture of what is shown now; PictureError where there is none."""
        session, kind = self._session, self._settings.heat
        heat = Heating(session.figures, kind) if kind in HEATS else None
        return picture(session.analysis, options, session.scope, session.selection, heat)

    def page(self, look: Look) -> PicturePage:
        """The page of the export dialog, with the choices made last."""
        options = from_text(self._settings.picture)._replace(look=look)
        return PicturePage(options, self.make, self._session.selection, self.save, self._print_it)

    def save(self, made: Picture, path: Path) -> None:
        """Write a picture with choices that are worth remembering."""
        self._settings.picture = made.options.as_text()
        self.write(made, path)

    def write(self, made: Picture, path: Path) -> bool:
        """Write a picture to a file, and say so."""
        try:
            write_atomically(path, written(made))
        except (PictureError, FileError) as error:
            self._banner.error(self.tr("Not exported: {0}").format(say(str(error))))
            return False

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute())))

        self._banner.note(self.tr("Exported to {0}.").format(path.name), self.tr("Open it"), show)
        return True

    def print(self, look: Look) -> None:
        """Print what is shown now."""
        try:
            self._print_it(self.make(Options(look=look)))
        except PictureError as error:
            self._banner.note(say(str(error)))

    def _print_it(self, made: Picture) -> None:
        if paper.ask_and_print(made, self._window) is False:
            self._banner.error(self.tr("The printer did not take it: is it on, and known here?"))

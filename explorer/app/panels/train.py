"""The train panel: run, pause, stop, the recipe, and the curves as they grow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.app import theme
from explorer.app.format import whole
from explorer.app.language import say
from explorer.app.panels.notice_bar import NoticeBar
from explorer.app.panels.recipe_form import RecipeForm
from explorer.app.panels.state_pill import StatePill
from explorer.app.plots.curves import Curves
from explorer.app.plots.library import library
from explorer.app.plots.series import Series
from explorer.app.run import Run
from explorer.app.runner import DATA_IMAGES, Runner
from explorer.app.session import Session
from explorer.app.widgets import ElidedLabel, label

FORM_WIDTH = 256

SMALL = 2_000_000
"""Multiply-adds an image, below which any processor trains a network in seconds."""


class TrainPanel(QFrame):
    """All about training; ``compact`` leaves out the recipe, for a strip beside the canvas."""

    def __init__(
        self, session: Session, runner: Runner, parent: QWidget | None = None, compact: bool = False
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self.compact = compact
        self.setProperty("kind", "panel")
        self.setAccessibleName(self.tr("Training"))
        self.title = label(kind="title")
        self.pill = StatePill(runner)
        self.facts = ElidedLabel()
        self.facts.setProperty("kind", "secondary")
        self.run_button = self._button(self.tr("Run"), self._run, "Ctrl+R", primary=True)
        self.pause_button = self._button(self.tr("Pause"), self._pause_or_resume)
        self.stop_button = self._button(self.tr("Stop"), runner.stop, "Ctrl+.")
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the run"))
        self.notice = NoticeBar(runner)
        self._losses = self._series()
        self.curves = Curves(self.tr("Loss and accuracy over the epochs"), self._losses)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty_page())
        self._stack.addWidget(self.curves)
        self.accuracy = QLabel()
        self.accuracy.setFont(theme.ui_font(30, 600))
        self.accuracy_note = label(kind="secondary", wrap=not compact)
        self._lay_out()
        runner.state_changed.connect(self._refresh)
        runner.progressed.connect(self._refresh_figures)
        runner.notice_changed.connect(self._make_room)
        theme.notifier().changed.connect(self._recolor)
        session.document_changed.connect(self._refresh_invitation)
        self._refresh_invitation()
        self._shown_run: Run | None = None
        self._recolor()
        self._refresh()
        self._make_room()

    # -- parts ----------------------------------------------------------------------------------------

    def _button(self, text: str, act: object, keys: str = "", primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: act())  # type: ignore[operator]
        if primary:
            button.setProperty("kind", "primary")
        if keys:
            # the table of actions has them; here they are only told
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{text} ({native})")
        return button

    def _empty_page(self) -> QWidget:
        page = QWidget()
        what = label(self.tr("Nothing trained yet"))
        what.setFont(theme.ui_font(14, 600))
        self._how = how = label(kind="secondary", wrap=True)
        how.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        how.setMaximumWidth(380)
        layout = QVBoxLayout(page)
        layout.setSpacing(4)
        layout.addStretch()
        layout.addWidget(what, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(how, 10)
        row.addStretch()
        layout.addLayout(row)
        layout.addStretch()
        return page

    def _series(self) -> tuple[Series, Series, Series]:
        """Okabe and Ito's colours, darkened or lightened where the ground asks for it."""
        return (
            Series(
                self.tr("train loss"),
                "#0072B2",
                "#56B4E9",
                short=self.tr("train"),
                faint=Series(self.tr("step"), "#0072B2", "#56B4E9"),
            ),
            Series(self.tr("test loss"), "#C77C00", "#E69F00", (4, 2.5), short=self.tr("test")),
            Series(
                self.tr("test accuracy"),
                "#009E73",
                "#2CC296",
                percent=True,
                short=self.tr("right"),
            ),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.pill)
        head.addWidget(self.facts, 1)
        for button in (self.run_button, self.pause_button, self.stop_button):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.progress)
        layout.addWidget(self.notice)
        if self.compact:
            layout.addWidget(self._stack, 100)
            layout.addStretch(1)
            return
        figures = QHBoxLayout()
        figures.setSpacing(14)
        figures.addWidget(self.accuracy)
        figures.addWidget(self.accuracy_note, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(figures)
        right.addWidget(self._stack, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = RecipeForm(self._runner)
        scroll.setWidget(self.form)
        scroll.setFixedWidth(max(FORM_WIDTH, self.form.sizeHint().width()))
        self.form.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(scroll)
        body.addLayout(right, 1)
        layout.addLayout(body, 1)

    # -- acting ---------------------------------------------------------------------------------------

    def _run(self) -> None:
        self._runner.train()

    def _pause_or_resume(self) -> None:
        run = self._runner.run
        if run is not None and run.state in ("paused", "pausing"):
            self._runner.resume()
        else:
            self._runner.pause()

    # -- room ---------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # so that the curves are at hand when they are first wanted
        library().fetch_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_pause()
        self._make_room()

    @property
    def _narrow(self) -> bool:
        """Whether buttons can have no words."""
        return self.compact and self.width() < 380

    def _make_room(self) -> None:
        """In a small strip a message takes the place of the curves."""
        low = self._narrow and self.height() < 320
        self._stack.setVisible(self._runner.notice is None or not low)

    # -- following the runner -------------------------------------------------------------------------

    def _recolor(self) -> None:
        colors = theme.theme()
        self.run_button.setIcon(theme.icon("play", colors.on_selection))
        self.stop_button.setIcon(theme.icon("square"))
        self._show_pause()

    def _show_pause(self) -> None:
        run = self._runner.run
        paused = run is not None and run.state in ("paused", "pausing")
        word = self.tr("Resume") if paused else self.tr("Pause")
        self.pause_button.setText("" if self._narrow else word)
        self.pause_button.setAccessibleName(word)
        self.pause_button.setToolTip(word)
        self.stop_button.setText("" if self._narrow else self.tr("Stop"))
        self.pause_button.setIcon(theme.icon("play" if paused else "pause"))
        self.pause_button.setEnabled(
            run is not None and run.state in ("training", "pausing", "paused")
        )

    def _refresh(self) -> None:
        run, going_on = self._runner.run, self._runner.training
        self.title.setText(
            self.tr("Run {0}").format(run.number) if run is not None else self.tr("Training")
        )
        focused = self._focused_button()
        self.run_button.setVisible(not going_on)
        self.pause_button.setVisible(going_on)
        self.stop_button.setVisible(going_on)
        self.stop_button.setEnabled(run is not None and run.state != "stopping")
        self._show_pause()
        self._keep_focus(focused)
        if run is not self._shown_run and run is not None:
            self._shown_run = run
            train, test, accuracy = self._losses
            train.points, test.points = run.train_losses, run.test_losses
            accuracy.points = run.test_accuracies
            assert train.faint is not None
            train.faint.points = run.step_losses
            self.curves.choose_epoch(None)
            self.curves.set_epochs(run.recipe.epochs)
        self._stack.setCurrentIndex(0 if run is None else 1)
        self._refresh_figures()

    def _focused_button(self) -> QPushButton | None:
        buttons = (self.run_button, self.pause_button, self.stop_button)
        return next((button for button in buttons if button.hasFocus()), None)

    def _keep_focus(self, had: QPushButton | None) -> None:
        """Hand the focus of a button that has gone to the one in its place."""
        if had is not None and (had.isHidden() or not had.isEnabled()):
            for button in (self.run_button, self.pause_button, self.stop_button):
                if not button.isHidden() and button.isEnabled():
                    button.setFocus()
                    return

    def _refresh_invitation(self) -> None:
        """What to do while there is nothing to see."""
        document, totals = self._session.document, self._session.analysis.totals
        text = self.tr("Press Run: {0} learns {1} handwritten digits").format(
            say(document.about.title) or document.name, whole(DATA_IMAGES)
        )
        if 0 < totals.macs < SMALL:
            text += " " + self.tr("in a few seconds")
        more = self.tr("Its loss and accuracy are drawn here while it learns.")
        self._how.setText(f"{text}. {more}")

    def _refresh_figures(self) -> None:
        run = self._runner.run
        self.progress.setVisible(run is not None)
        self.facts.set_text(self._facts(run))
        if run is not None:
            self.progress.setValue(round(1000 * run.share_done))
            self.curves.refresh()
        if self.compact:
            return
        shown = run is not None and run.test_accuracy is not None
        self.accuracy.setVisible(shown)
        self.accuracy_note.setVisible(shown)
        if run is not None and run.test_accuracy is not None:
            self.accuracy.setText(f"{100 * run.test_accuracy:.1f} %")
            self.accuracy.setAccessibleName(self.tr("Test accuracy"))
            after = self.tr("after epoch {0}").format(run.epochs_done)
            self.accuracy_note.setText(
                self.tr("test accuracy {0}: {1} of {2} digits it had never seen").format(
                    after, run.right, run.test_images
                )
            )

    def _facts(self, run: Run | None) -> str:
        """Device, epoch and time of a run, in one line."""
        if run is None:
            return self._runner.device
        parts = []
        if run.steps:
            epoch = run.epoch if run.going_on else run.epochs_done
            words = "{0}/{1}" if self._narrow else self.tr("epoch {0}/{1}")
            parts.append(words.format(epoch, run.recipe.epochs))
        if run.state in ("training", "pausing", "paused") and run.seconds_left is not None:
            parts.append(self.tr("{0} left").format(duration(run.seconds_left)))
        elif not run.going_on and run.test_accuracy is not None:
            # What counts most stands where a narrow strip still shows it.
            right = f"{100 * run.test_accuracy:.1f}"
            parts.insert(0, self.tr("{0} % right").format(right))
            parts.append(duration(run.seconds))
        parts.append(run.device or self._runner.device)
        return " · ".join(filter(None, parts))


def duration(seconds: float) -> str:
    """``2 min 10 s``, ``1 h 5 min``."""
    whole_seconds = max(1, round(seconds))
    minutes, rest = divmod(whole_seconds, 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"

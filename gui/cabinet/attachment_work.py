"""What is done with attachments: each act by its service, big ones off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.cabinet.attachment_dialog import AttachmentDialog
from gui.cabinet.attachment_files import NewFile
from gui.cabinet.picture_view import read_picture
from gui.cabinet.questions import RemarkDialog
from gui.clock import Clock
from gui.tasks import Report, Tasks
from gui.translators import words
from model.cards.attachments import (
    AttachmentContentView,
    AttachmentDetails,
    AttachmentView,
    attach,
    attachments_of,
    change_attachment,
    read_attachment,
    remove_attachment,
    shrink_pictures,
)
from model.errors import BadInputError, CabinetError, StoppedError
from model.office.desk import Desk
from model.sentences.problems import problem_sentence
from model.words import mark

Show = Callable[[AttachmentContentView], object]
Refuse = Callable[[Exception], object]

_PICTURE, _PAPER = "photo", "contract"
SMALL_DOTS = 108
_UNREADABLE = mark("AttachmentWork", "The file cannot be read.")


@dataclass(frozen=True)
class Outcome:
    """What came of one file; `error` is None for one that is in."""

    name: str
    error: Exception | None

    @property
    def why(self) -> str:
        """Why it is not in, in the window's language."""
        if self.error is None:
            return ""
        if isinstance(self.error, OSError):
            return words("AttachmentWork", _UNREADABLE)
        if isinstance(self.error, BadInputError):
            return " ".join(problem_sentence(one, words) for one in self.error.problems)
        return errors.told(self.error)


class AttachmentWork(QObject):
    """One desk's work on the attachments of one card at a time.

    Signals:
        changed: attachments of the card in view were added, changed or removed.
        added: what came of each file, as `Outcome`s.
    """

    changed = Signal()
    added = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._clock, self._window = desk, tasks, clock, window
        self._ref = ""
        self._looks = 0

    def show_card(self, ref: str) -> None:
        """Work on another card; what is still being read of the last one is wanted no longer."""
        self._ref = ref
        self._looks += 1

    def listed(self) -> tuple[AttachmentView, ...]:
        """The attachments of the card."""
        return attachments_of(self._desk, self._ref, self._clock.now())

    def ask_add(self, files: Sequence[NewFile]) -> None:
        """Ask what the files are, then take them in."""
        if not files or not self._ref:
            return
        only_paper = all(file.name.lower().endswith(".pdf") for file in files)
        dialog = AttachmentDialog(
            self.tr("Add"),
            [file.name for file in files],
            AttachmentDetails(_PAPER if only_paper else _PICTURE),
            self._window.window(),
        )

        def add(details: AttachmentDetails) -> None:
            dialog.accept()
            self.add(files, details)

        dialog.given.connect(add)
        dialog.open()

    def add(self, files: Sequence[NewFile], details: AttachmentDetails) -> None:
        """Take files in, one act each: a bad one keeps no other out."""
        desk, ref, now = self._desk, self._ref, self._clock.now()

        def job(report: Report) -> list[Outcome]:
            outcomes = []
            with desk.own_connection():
                for done, file in enumerate(files):
                    try:
                        report(done, len(files))
                        attach(desk, ref, file.name, file.read(), details, now)
                    except StoppedError:
                        break  # what is in stays in
                    except (CabinetError, OSError) as error:
                        outcomes.append(Outcome(file.name, error))
                    else:
                        outcomes.append(Outcome(file.name, None))
            return outcomes

        self._tasks.run(self._window, job, self._finish, title=self.tr("Taking files in"))

    def ask_change(self, view: AttachmentView) -> None:
        """Ask for other details of an attachment."""
        details = AttachmentDetails(
            view.kind,
            view.document_no,
            f"{view.valid_until:%Y-%m-%d}" if view.valid_until else "",
            view.is_original,
            view.kept_where,
            view.handled_by,
        )
        dialog = AttachmentDialog(self.tr("Keep"), [view.file_name], details, self._window.window())

        def change(given: AttachmentDetails) -> None:
            now = self._clock.now()
            try:
                change_attachment(self._desk, view.attachment_no, given, now)
            except CabinetError as error:
                dialog.refuse(error)
            else:
                dialog.accept()
                self.changed.emit()

        dialog.given.connect(change)
        dialog.open()

    def ask_remove(self, view: AttachmentView) -> None:
        """Ask why it goes."""
        question = self.tr("Why does “{name}” go? The office keeps it, but it is not shown.")
        dialog = RemarkDialog(
            self.tr("Remove"), question.format(name=view.file_name), self._window.window()
        )
        dialog.given.connect(lambda reason: self._remove(view, reason))
        dialog.open()

    def read(self, view: AttachmentView, show: Show, refuse: Refuse) -> None:
        """Read one for the preview; of several asked for only the last is shown."""
        self._looks += 1
        number, desk, now = self._looks, self._desk, self._clock.now()

        def job(report: Report) -> AttachmentContentView:
            del report
            with desk.own_connection():
                return read_attachment(desk, view.attachment_no, now)

        def done(content: AttachmentContentView) -> None:
            if number == self._looks:
                show(content)

        def fail(error: Exception) -> None:
            if number == self._looks:
                refuse(error)

        self._tasks.run(self._window, job, done, fail, quiet=True)

    def read_small(self, show: Callable[[dict[str, QImage]], object]) -> None:
        """Make the small pictures of the card; of another card's nothing is shown any more."""
        ref, desk, now = self._ref, self._desk, self._clock.now()

        def job(report: Report) -> dict[str, QImage]:
            del report
            with desk.own_connection():
                return shrink_pictures(desk, ref, _small, now)

        def done(found: dict[str, QImage]) -> None:
            if ref == self._ref:
                show(found)

        self._tasks.run(self._window, job, done, lambda _: None, quiet=True)

    def drop_reading(self) -> None:
        """What is being read is wanted no longer."""
        self._looks += 1

    def _finish(self, outcomes: list[Outcome]) -> None:
        self.added.emit(outcomes)
        if any(outcome.error is None for outcome in outcomes):
            self.changed.emit()

    def _remove(self, view: AttachmentView, reason: str) -> None:
        try:
            remove_attachment(self._desk, view.attachment_no, reason, self._clock.now())
        except CabinetError as error:
            errors.show(self._window, error)
        else:
            self.changed.emit()


def _small(content: bytes) -> QImage:
    """A small picture; null of a damaged one."""
    return read_picture(content, SMALL_DOTS)

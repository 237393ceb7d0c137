"""The office's people: who has a key, in which role, and who keeps the cabinet."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui import errors
from gui.clock import Clock
from gui.settings.dismiss_dialog import DismissDialog, DismissedDialog
from gui.settings.first_password import FirstPassword
from gui.settings.keeper_dialog import KeeperDialog
from gui.settings.person_dialog import PersonDialog
from gui.tasks import Report, Tasks
from gui.translators import words
from gui.widgets.buttons import main_button, plain_button, remark
from gui.widgets.record_table import Column
from gui.widgets.record_view import RecordView
from model.errors import CabinetError
from model.office.desk import Desk
from model.office.people import PersonRow, add_person, list_people, reset_password
from model.office.rights import Role
from model.office.tables import PersonState
from model.office.teams import list_teams
from model.sentences.names import role_name
from model.upkeep.dismissal import Dismissed, Leaving, dismiss, look_before_dismissing
from model.words import mark

_KEEPS = {
    "keeper": mark("PeopleTab", "keeper"),
    "deputy_keeper": mark("PeopleTab", "deputy"),
}
_STATES = {
    "active": mark("PersonState", "active"),
    "on_leave": mark("PersonState", "on leave"),
    "leaving": mark("PersonState", "leaving"),
    "gone": mark("PersonState", "gone"),
}


def _state(person: PersonRow) -> str:
    """In service, and whether the first password is still to be changed."""
    text = words("PersonState", _STATES[person.state.value])
    if not person.must_change_password:
        return text
    return words("PeopleTab", mark("PeopleTab", "{state}, has a first password")).format(state=text)


COLUMNS = (
    Column[PersonRow](
        "PeopleTab",
        mark("PeopleTab", "No."),
        lambda row: str(row.staff_no),
        key=lambda row: row.staff_no,
    ),
    Column[PersonRow](
        "PeopleTab",
        mark("PeopleTab", "Name"),
        lambda row: row.name,
    ),
    Column[PersonRow](
        "PeopleTab",
        mark("PeopleTab", "Role"),
        lambda row: role_name(row.role, words),
    ),
    Column[PersonRow]("PeopleTab", mark("PeopleTab", "Team"), lambda row: row.team),
    Column[PersonRow](
        "PeopleTab",
        mark("PeopleTab", "Cabinet"),
        lambda row: words("PeopleTab", _KEEPS[row.keeps]) if row.keeps else "",
    ),
    Column[PersonRow]("PeopleTab", mark("PeopleTab", "State"), _state),
)


class PeopleTab(QWidget):
    """The list, and what a manager does with it."""

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._build()
        self._connect()
        self._retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        self._list.show_records(list_people(self._desk))
        self._grey_out()

    @property
    def names(self) -> list[str]:
        """Who is listed, in the order shown."""
        return [person.name for person in self._list.table.rows]

    def choose(self, name: str) -> None:
        """Choose the row of a person."""
        self._list.selectRow(self.names.index(name))

    def forget(self) -> None:
        """Empty the list."""
        self._list.show_records([])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._add: QPushButton = main_button(self)
        self._reset, self._keepers = plain_button(self), plain_button(self)
        self._dismiss = plain_button(self)
        self._why = remark(self)
        self._list = RecordView(COLUMNS, 1, self)
        buttons = QHBoxLayout()
        for button in (self._add, self._reset, self._keepers, self._dismiss):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(buttons)
        layout.addWidget(self._why)
        layout.addWidget(self._list)

    def _connect(self) -> None:
        self._add.clicked.connect(self._open_person)
        self._reset.clicked.connect(self._reset_password)
        self._keepers.clicked.connect(self._open_keepers)
        self._dismiss.clicked.connect(self._open_dismissal)
        self._list.selectionModel().selectionChanged.connect(self._grey_out)

    def _grey_out(self) -> None:
        """A row is chosen: somebody else can get a new first password, or be dismissed."""
        person = self._list.chosen
        other = person is not None and (
            person.id != self._desk.person.id and person.state is not PersonState.GONE
        )
        self._reset.setEnabled(other)
        self._dismiss.setEnabled(other)

    def _open_person(self) -> None:
        dialog = PersonDialog([team.name for team in list_teams(self._desk)], self)
        dialog.filled.connect(lambda name, role, team: self._add_person(dialog, name, role, team))
        dialog.open()

    def _add_person(self, dialog: PersonDialog, name: str, role: Role, team: str) -> None:
        desk, now = self._desk, self._clock.now()

        def add(report: Report) -> tuple[str, str]:
            del report
            with desk.own_connection():
                person, first = add_person(desk, name, role, team, None, now)
            return person.name, first

        def show(made: tuple[str, str]) -> None:
            dialog.accept()
            self._show_password(made)

        self._tasks.run(dialog, add, show, dialog.refuse)

    def _reset_password(self) -> None:
        person = self._list.chosen
        if person is None:
            return
        desk, now, chosen = self._desk, self._clock.now(), person

        def reset(report: Report) -> tuple[str, str]:
            del report
            with desk.own_connection():
                return chosen.name, reset_password(desk, chosen.staff_no, now)

        self._reset.setEnabled(False)
        self._tasks.run(self, reset, self._show_password)

    def _show_password(self, made: tuple[str, str]) -> None:
        """Once, in big letters, to be handed over."""
        FirstPassword(*made, self).open()
        self.refresh()

    def _open_keepers(self) -> None:
        dialog = KeeperDialog(self._desk, self._clock, self)
        dialog.finished.connect(self.refresh)
        dialog.open()

    def _open_dismissal(self) -> None:
        person = self._list.chosen
        if person is None:
            return
        try:
            leaving = look_before_dismissing(self._desk, person.staff_no, self._clock.now())
        except CabinetError as error:
            errors.show(self, error)
            return
        dialog = DismissDialog(leaving, self)
        dialog.confirmed.connect(lambda reason: self._do_dismiss(dialog, leaving, reason))
        dialog.open()

    def _do_dismiss(self, dialog: DismissDialog, leaving: Leaving, reason: str) -> None:
        desk, now = self._desk, self._clock.now()

        def job(report: Report) -> Dismissed:
            with desk.own_connection():
                return dismiss(desk, leaving.staff_no, reason, now, report)

        def show(done: Dismissed) -> None:
            dialog.accept()
            self.refresh()
            DismissedDialog(done, self).open()

        title = self.tr("Encrypting the cabinet and its backups anew")
        self._tasks.run(dialog, job, show, dialog.refuse, title=title)

    def _retranslate(self) -> None:
        self._add.setText(self.tr("&Add a person …"))
        self._reset.setText(self.tr("&New first password"))
        self._keepers.setText(self.tr("&Keeper and deputy …"))
        self._dismiss.setText(self.tr("&Dismiss …"))
        self._why.setText(
            self.tr(
                "Everyone has a key of their own. A first password is shown once, to be handed "
                "over; its owner changes it at the first log-in."
            )
        )
        self._list.setAccessibleName(self.tr("People"))

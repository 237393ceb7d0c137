"""Teams with their supervisors, and the districts that belong to them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from gui.clock import Clock
from gui.settings.place_dialog import PlaceDialog
from gui.widgets.buttons import plain_button
from gui.widgets.record_table import Column
from gui.widgets.record_view import RecordView
from model.errors import CabinetError
from model.office.desk import Desk
from model.office.people import list_people
from model.office.rights import Right, Role
from model.office.teams import (
    DistrictRow,
    TeamRow,
    add_district,
    add_team,
    list_districts,
    list_teams,
)
from model.words import mark

TEAM_COLUMNS = (
    Column[TeamRow]("TeamsTab", mark("TeamsTab", "Team"), lambda row: row.name),
    Column[TeamRow]("TeamsTab", mark("TeamsTab", "Supervisor"), lambda row: row.supervisor),
    Column[TeamRow](
        "TeamsTab",
        mark("TeamsTab", "Reps"),
        lambda row: str(row.reps),
        lambda row: row.reps,
        numeric=True,
    ),
)
DISTRICT_COLUMNS = (
    Column[DistrictRow](
        "TeamsTab",
        mark("TeamsTab", "Drawer"),
        lambda row: f"{row.drawer:02}",
        lambda row: row.drawer,
    ),
    Column[DistrictRow]("TeamsTab", mark("TeamsTab", "District"), lambda row: row.name),
    Column[DistrictRow]("TeamsTab", mark("TeamsTab", "Team"), lambda row: row.team),
)


class TeamsTab(QWidget):
    """Two lists side by side, each with its button."""

    def __init__(self, desk: Desk, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = clock
        self._build()
        self._connect()
        self._retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Read both lists again."""
        self._teams.show_records(list_teams(self._desk))
        self._districts.show_records(list_districts(self._desk))
        may_add = self._desk.may(Right.DISTRICTS_DRAWERS)
        self._add_district.setEnabled(may_add and bool(self._teams.table.rows))

    def forget(self) -> None:
        """Empty both lists."""
        self._teams.show_records([])
        self._districts.show_records([])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._team_title, self._district_title = QLabel(self), QLabel(self)
        self._add_team, self._add_district = plain_button(self), plain_button(self)
        self._teams = RecordView(TEAM_COLUMNS, 0, self)
        self._districts = RecordView(DISTRICT_COLUMNS, 1, self)
        self._add_team.setEnabled(self._desk.may(Right.MANAGE_OFFICE))
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(_side(self._team_title, self._add_team, self._teams))
        both.addWidget(_side(self._district_title, self._add_district, self._districts))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(both)

    def _connect(self) -> None:
        self._add_team.clicked.connect(self._open_team)
        self._add_district.clicked.connect(self._open_district)

    def _open_team(self) -> None:
        people = list_people(self._desk)
        supervisors = [person.name for person in people if person.role is Role.SUPERVISOR]
        dialog = PlaceDialog(
            self.tr("Add a team"), self.tr("&Supervisor"), supervisors, self, may_be_nobody=True
        )
        dialog.filled.connect(lambda name, chosen: self._make_team(dialog, name, chosen))
        dialog.open()

    def _make_team(self, dialog: PlaceDialog, name: str, supervisor: str) -> None:
        try:
            add_team(self._desk, name, supervisor, self._clock.now())
        except CabinetError as error:
            dialog.refuse(error)
            return
        dialog.accept()
        self.refresh()

    def _open_district(self) -> None:
        teams = [team.name for team in self._teams.table.rows]
        dialog = PlaceDialog(self.tr("Add a district"), self.tr("&Team"), teams, self)
        dialog.filled.connect(lambda name, chosen: self._make_district(dialog, name, chosen))
        dialog.open()

    def _make_district(self, dialog: PlaceDialog, name: str, team: str) -> None:
        try:
            add_district(self._desk, name, team, self._clock.now())
        except CabinetError as error:
            dialog.refuse(error)
            return
        dialog.accept()
        self.refresh()

    def _retranslate(self) -> None:
        self._team_title.setText(self.tr("Teams"))
        self._district_title.setText(self.tr("Districts"))
        self._teams.setAccessibleName(self.tr("Teams"))
        self._districts.setAccessibleName(self.tr("Districts"))
        self._add_team.setText(self.tr("Add a &team …"))
        self._add_district.setText(self.tr("Add a &district …"))


def _side(title: QLabel, button: QWidget, view: QWidget) -> QWidget:
    """A heading, its button and its list."""
    title.setProperty("heading", True)
    side = QWidget()
    head = QHBoxLayout()
    head.addWidget(title)
    head.addStretch()
    head.addWidget(button)
    layout = QVBoxLayout(side)
    layout.setContentsMargins(4, 0, 4, 0)
    layout.addLayout(head)
    layout.addWidget(view)
    return side

"""The door of one cabinet: who is there, and the password. Unlocking is the same door."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from gui.clock import Clock
from gui.lock.door_panel import DoorPanel
from gui.lock.people_picker import PeoplePicker
from gui.tasks import Tasks
from gui.translators import spoken, words
from gui.widgets.buttons import link_button, main_button, plain_button, remark
from gui.widgets.trouble import Trouble
from model.cards.staff_finding import by_badge
from model.errors import CabinetError
from model.office.desk import Desk
from model.office.log_in import SAMPLE_PASSWORD, StaffSlot, is_sample, log_in, office_of, staff_of
from model.sentences.names import role_name

_COLUMNS = 2


class LogInPage(DoorPanel):
    """Choose a name, type the password; in the sample office one click is enough.

    Signals:
        logged_in: the `Desk`.
        another_wanted: back to the first page.
        recovery_wanted: the manager has forgotten his password.
        anew_wanted: the sample office shall be made anew.
        change_wanted: another person sits down: name of who sat here.
    """

    logged_in = Signal(object)
    another_wanted = Signal()
    recovery_wanted = Signal()
    anew_wanted = Signal()
    change_wanted = Signal(str)

    def __init__(
        self,
        cabinet: Path,
        tasks: Tasks,
        clock: Clock,
        parent: QWidget | None = None,
        name: str = "",
        locked: bool = False,
        change: bool = False,
    ) -> None:
        """Raises the errors of `staff_of` when there is no cabinet to open.

        Args:
            cabinet: its folder.
            tasks: runs the log-in.
            clock: the office's.
            parent: where the page stands.
            name: who is offered first.
            locked: somebody sat here.
            change: another person sits down: everybody is offered, not one name.
        """
        staff, office = staff_of(cabinet), office_of(cabinet)
        super().__init__(parent)
        self._cabinet = cabinet
        self._tasks = tasks
        self._clock = clock
        self._locked = locked
        self._staff = staff
        self._office = office
        self._sample = is_sample(cabinet)
        self._change = change and not self._sample
        self._wait = 0
        self._held = False
        self._timer = QTimer(self, interval=1000)
        self._build()
        self._connect()
        self._retranslate()
        self._name.setCurrentIndex(max(0, self._name.findData(name)))
        if self._picker is not None:
            self._picker.point_at(name)

    @property
    def name(self) -> str:
        """Whose password is asked for."""
        return str(self._name.currentData())

    @property
    def ready(self) -> bool:
        """Whether no log-in is under way."""
        return not self._held

    @property
    def waiting(self) -> bool:
        """Whether wrong passwords make the person wait."""
        return self._wait > 0

    @property
    def password(self) -> str:
        """What was typed last; the page of a first password asks for it only once."""
        return self._password.text()

    @property
    def staff(self) -> Sequence[StaffSlot]:
        """Who has a key here."""
        return self._staff

    def focus(self) -> None:
        """Put the cursor where typing goes on: the password."""
        if self._sample:
            self._people[0].setFocus()
        else:
            (self._password if self._picker is None else self._picker.typed).setFocus()

    @property
    def trouble(self) -> str:
        """What the page says is wrong, or the empty string."""
        return self._trouble.told

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._name, self._password = QComboBox(self), QLineEdit(self)
        for person in self._staff:
            self._name.addItem(person.name, person.name)
        self._name.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._name.setMaxVisibleItems(20)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._labels = (QLabel(self), QLabel(self))
        self._trouble = Trouble(self)
        self._enter = main_button(self)
        self._forgotten, self._another = link_button(self), link_button(self)
        self._other_person = link_button(self)
        self._anew = link_button(self)
        self._people: list[QPushButton] = []
        self._picker = PeoplePicker(self._staff, self._tasks, self) if self._change else None
        self._sample_remark = remark(self)
        if self._sample:
            self._build_people()
        else:
            self._build_form()
        self.body.addWidget(self._trouble)
        self.body.addLayout(self._build_ways())

    def _build_form(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(12)
        for label, field in zip(self._labels, (self._name, self._password), strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        if self._picker is not None:
            self.body.addWidget(self._picker)
            form.setRowVisible(self._name, False)
        self.body.addLayout(form)
        self.body.addWidget(self._enter, alignment=Qt.AlignmentFlag.AlignRight)
        self._sample_remark.hide()

    def _build_people(self) -> None:
        """One button a person; the form is not needed."""
        for widget in (*self._labels, self._name, self._password, self._enter):
            widget.hide()
        self.body.addWidget(self._sample_remark)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, person in enumerate(self._staff):
            button = plain_button(self)
            button.setAutoDefault(True)  # Enter presses it, as Space does
            button.clicked.connect(lambda _, name=person.name: self._try(name, SAMPLE_PASSWORD))
            self._people.append(button)
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        self.body.addLayout(grid)

    def _build_ways(self) -> QHBoxLayout:
        """The ways elsewhere, in one line."""
        ways = QHBoxLayout()
        ways.addWidget(self._another)
        ways.addStretch()
        ways.addWidget(self._other_person)
        self._other_person.setVisible(not self._sample and not self._change)
        ways.addWidget(self._anew if self._sample else self._forgotten)
        (self._forgotten if self._sample else self._anew).hide()
        return ways

    def _connect(self) -> None:
        self._enter.clicked.connect(self._submit)
        self._password.returnPressed.connect(self._submit)
        self._password.textEdited.connect(self._trouble.hide)
        self._name.currentIndexChanged.connect(self._start_over)
        self._another.clicked.connect(self.another_wanted)
        self._forgotten.clicked.connect(self.recovery_wanted)
        self._anew.clicked.connect(self.anew_wanted)
        self._other_person.clicked.connect(lambda: self.change_wanted.emit(self.name))
        if self._picker is not None:
            self._picker.pointed.connect(self._point)
            self._picker.picked.connect(self._pick)
        self._timer.timeout.connect(self._count_down)

    def _point(self, name: str) -> None:
        """Whose password is asked for."""
        self._name.setCurrentIndex(self._name.findData(name))
        self._name_password()

    def _pick(self, name: str) -> None:
        """Who it is is known: on to his password."""
        self._point(name)
        self._password.clear()
        self._password.setFocus()

    def _submit(self) -> None:
        badge = by_badge(self._staff, self._password.text())
        if badge is not None:  # scanned where the password goes
            self._pick(badge.name)
        elif self._enter.isEnabled() and self._password.text():
            self._try(self._name.currentData(), self._password.text())

    def _try(self, name: str, password: str) -> None:
        """Derive the key away from the window's thread, which would freeze for a moment."""
        self._hold(True)
        cabinet, now = self._cabinet, self._clock.now()
        self._tasks.run(
            self,
            lambda _: _seated(log_in(cabinet, name, password, now)),
            self.logged_in.emit,
            self._refuse,
            self.tr("Opening the cabinet"),
        )

    def _refuse(self, error: Exception) -> None:
        self._hold(False)
        self._password.selectAll()
        self._password.setFocus()
        self._trouble.tell(error)
        wait = error.values.get("wait_seconds") if isinstance(error, CabinetError) else 0
        self._wait = wait if isinstance(wait, int) else 0
        if self._wait:
            self._show_wait()
            self._timer.start()

    def _count_down(self) -> None:
        self._wait -= 1
        self._show_wait()
        if self._wait <= 0:
            self._start_over()

    def _show_wait(self) -> None:
        """While a wait lasts, the button says how long."""
        self._enter.setEnabled(self.ready and not self.waiting)
        self._enter.setText(
            self.tr("Wait {time}").format(time=f"{self._wait // 60}:{self._wait % 60:02}")
            if self.waiting
            else self.tr("Log &in")
        )

    def _start_over(self) -> None:
        """Another name, or the wait is over: the cabinet itself knows if it must go on."""
        self._timer.stop()
        self._wait = 0
        self._trouble.hide()
        self._show_wait()

    def _hold(self, hold: bool) -> None:
        self._held = hold
        ways = (self._forgotten, self._another, self._anew, self._other_person)
        if self._picker is not None:
            self._picker.setDisabled(hold)
        self._show_wait()
        for widget in (self._name, self._password, *ways, *self._people):
            widget.setDisabled(hold)

    def _retranslate(self) -> None:
        office = self._office or self._cabinet.stem
        where = office if self._sample else str(self._cabinet)
        self.head(
            self.tr("Sample office") if self._sample else office,
            self._remark(where),
        )
        names = (self.tr("&Name"), self.tr("&Password"))
        for label, field, name in zip(
            self._labels, (self._name, self._password), names, strict=True
        ):
            label.setText(name)
            field.setAccessibleName(spoken(name))
        if self._picker is not None:
            self._picker.retranslate()
        self._name_password()
        self._other_person.setText(self.tr("An&other person …"))
        self._forgotten.setText(self.tr("&Forgotten the password?"))
        self._another.setText(self.tr("Another &cabinet …"))
        self._anew.setText(self.tr("&Make it anew …"))
        self._sample_remark.setText(
            self.tr("Everything in it is invented. Click a person to sit at that desk.")
        )
        for button, person in zip(self._people, self._staff, strict=False):
            button.setText(f"{person.name} · {role_name(person.role, words)}")
        self._show_wait()

    def _name_password(self) -> None:
        """Where nobody's name stands beside it, the label says whose password it is."""
        named = self._picker is not None and self._name.currentIndex() >= 0
        self._labels[1].setText(
            self.tr("&Password of {name}").format(name=self.name) if named else self.tr("&Password")
        )

    def _remark(self, where: str) -> str:
        """What stands under the office's name."""
        if self._change:
            return self.tr("Who sits down now?")
        return self.tr("The screen is locked.") if self._locked else where


def _seated(desk: Desk) -> Desk:
    """In the worker's thread: close the connection that the log-in opened there."""
    with desk.own_connection():
        return desk

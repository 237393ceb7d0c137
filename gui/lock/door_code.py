"""A new recovery code at the door, where nobody is logged in: its sheet, and its trial."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.clock import Clock
from gui.tasks import Tasks
from gui.widgets.recovery_code import RecoveryCode
from model.office.recovery import prove_recovery_code


class DoorCode(QObject):
    """Shows the code, and tries what is typed from its paper.

    Signals:
        tried: the paper opens the cabinet; the code is forgotten here.
    """

    tried = Signal()

    def __init__(self, shown: RecoveryCode, tasks: Tasks, clock: Clock) -> None:
        super().__init__(shown)
        self._shown, self._tasks, self._clock = shown, tasks, clock
        self._cabinet, self._manager = Path(), ""
        shown.typed.connect(self._try)

    def show(self, cabinet: Path, manager: str, code: str) -> None:
        """Show the code of a cabinet; what it opens counts as this manager's."""
        # Imported here: drawing a sheet takes libraries that no other step at the door needs.
        from gui.papers.recovery_paper import DoorSheet

        self._cabinet, self._manager = cabinet, manager
        self._shown.show()
        self._shown.show_code(code)
        sheet = DoorSheet(cabinet, manager, code, self._tasks, self._clock, self._shown)
        self._shown.print_wanted.connect(sheet.print)
        self._shown.save_wanted.connect(sheet.save)
        sheet.told.connect(self._shown.tell)

    def _try(self, typed: str) -> None:
        """Only a code that was typed from its paper is known to be there when it is needed."""
        cabinet, manager, now = self._cabinet, self._manager, self._clock.now()
        self._tasks.run(
            self._shown,
            lambda _: prove_recovery_code(cabinet, manager, typed, now),
            self._finish,
            self._shown.refuse,
            self.tr("Trying the recovery code"),
        )

    def _finish(self, nothing: object) -> None:
        del nothing
        self._shown.forget()
        self.tried.emit()

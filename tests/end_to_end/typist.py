"""The real program, with somebody who types on a card until it is killed: `FOLDER REF CELL SEED`.

After every key it is told what stands in the cell and when, so that whoever kills the process
knows what had been typed.
"""

import json
import sys
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.bench.painting import rest
from gui.bench.typist import enter, take_keyboard, work_at
from gui.cabinet.cabinet_page import CabinetPage
from gui.main_window import MainWindow

WORDS = "abcdefghijklmnopqrstuvwxyz "
LONGEST = 60


def tell(**facts: Any) -> None:
    """One line, at once."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def type_on(window: MainWindow, folder: Path, ref: str, cell: str, random: Random) -> None:
    """Open the card, go to the cell, and type for ever."""
    enter(window, folder, 1)
    page = window.findChild(CabinetPage)
    assert page is not None
    take_keyboard(window)
    page.work.open_card(ref)
    page.form.go_to(cell)
    while True:
        field = QApplication.focusWidget()
        assert page.form.cell == cell, (page.form.cell, page.form.strip.told)
        if len(page.work.card.text(cell)) > LONGEST:
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, random.choice(WORDS))
        tell(text=page.work.card.text(cell), at=monotonic())
        rest(random.choice((0.01, 0.03, 0.08, 0.15)))


def main() -> None:
    """Type."""
    folder, ref, cell, seed = sys.argv[1:]
    random = Random(seed)
    work_at(Path(folder), lambda window: type_on(window, Path(folder), ref, cell, random))


if __name__ == "__main__":
    main()

"""What the typed letters may mean: reps and cards of the day, under the box."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QVBoxLayout, QWidget

from gui.tasks import Report
from model.cards.finding import matches, query_key, search_key
from model.loans.board import RepDetail, rep_day
from model.office.desk import Desk

MOST = 8
_MARGIN = 3


@dataclass(frozen=True)
class Findable:
    """A rep, or a card of the day.

    Attributes:
        rep: whose it is.
        card_no: the card; empty for the rep himself.
        text: as it is listed.
        key: what is searched (`model.cards.finding`).
    """

    rep: str
    card_no: str
    text: str
    key: str


def read_findables(
    desk: Desk, reps: Iterable[str], now: datetime
) -> Callable[[Report], list[Findable]]:
    """A job that reads whom and what one may mean today; names are turned into pinyin there."""
    names = list(reps)

    def read(report: Report) -> list[Findable]:
        del report
        with desk.own_connection():
            days = [rep_day(desk, rep, now) for rep in names]
        found = [Findable(rep, "", rep, search_key(people=[rep])) for rep in names]
        for day in days:
            found += _cards_of(day)
        return found

    return read


def _cards_of(day: RepDetail) -> list[Findable]:
    """The cards of a rep's visits, and those that he holds from earlier days."""
    rep = day.rep_day.rep
    names = {card.card_no: (card.name, "", False) for card in day.away}
    for line in day.plan.open_lines if day.plan else ():
        names[line.card_no] = (line.name, line.short_name, line.kind == "individual")
    return [
        Findable(
            rep,
            card_no,
            f"{card_no}  {name}  · {rep}",
            search_key(card_no=card_no, name=name, short_name=short_name, person=person),
        )
        for card_no, (name, short_name, person) in sorted(names.items())
    ]


def found_by(text: str, findables: Sequence[Findable]) -> list[Findable]:
    """The reps and cards that the text may mean, reps first."""
    terms = query_key(text)
    if not terms:
        return []
    return [one for one in findables if matches(one.key, terms)][:MOST]


class FoundList(QFrame):
    """Drawn over the page, under the box; the keyboard stays in the box.

    Signals:
        chosen: the `Findable` that is meant.
    """

    chosen = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setProperty("panel", True)
        self._page = page
        self._found: list[Findable] = []
        self.list = QListWidget(self)
        self.list.setProperty("found", True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _: self.take())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(self.list)
        self.hide()

    @property
    def found(self) -> Sequence[Findable]:
        """What is listed."""
        return self._found

    def show_found(self, found: Sequence[Findable], box: QWidget) -> None:
        """List it under the box, the first marked; nothing found hides the list."""
        self._found = list(found)
        self.list.clear()
        self.list.addItems([one.text for one in found])
        if not found:
            self.hide()
            return
        self.list.setCurrentRow(0)
        height = len(found) * self.list.sizeHintForRow(0) + 2 * _MARGIN + 4
        below = box.mapTo(self._page, QPoint(0, box.height() + 2))
        self.setGeometry(below.x(), below.y(), box.width(), height)
        self.raise_()
        self.show()

    def step(self, step: int) -> None:
        """Mark the one before or after."""
        row = self.list.currentRow() + step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def take(self) -> None:
        """The marked one is meant."""
        row = self.list.currentRow()
        self.hide()
        if 0 <= row < len(self._found):
            self.chosen.emit(self._found[row])

    def forget(self) -> None:
        """The screen locks: no name stays."""
        self._found = []
        self.list.clear()
        self.hide()

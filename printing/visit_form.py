"""The form of 拜访记录 as pure data: its blocks, rows and cells, 128 mm wide (domain.md §6.6)."""

from __future__ import annotations

from dataclasses import dataclass

from model.words import mark

LABELS = {
    "name": mark("VisitSheet", "Customer"),
    "card_no": mark("VisitSheet", "Card"),
    "rep": mark("VisitSheet", "Rep"),
    "plan_no": mark("VisitSheet", "Plan"),
    "visited_on": mark("VisitSheet", "Date"),
    "stay": mark("VisitSheet", "Min."),
    "promises": mark("VisitSheet", "Promises"),
    "not_visited": mark("VisitSheet", "Reason"),
    "new_date": mark("VisitSheet", "New date"),
    # Fields whose own labels are too long for a form in the hand.
    "prices": mark("VisitSheet", "Prices, grey sales"),
    "promotions": mark("VisitSheet", "Promotions"),
    "wishes": mark("VisitSheet", "Wishes"),
    "complaint": mark("VisitSheet", "Complaints"),
    "verified": mark("VisitSheet", "Verified"),
    "next_purpose": mark("VisitSheet", "Purpose"),
}
"""Labels of what is no field of the record, and shorter ones; the other fields have their own."""

MANNERS = (
    mark("VisitSheet", "Choose a good moment and a good place."),
    mark("VisitSheet", "Mind how the people in the room stand to one another."),
    mark("VisitSheet", "Leave a bad mood outside the door."),
    mark("VisitSheet", "Be polite, whoever opens."),
    mark("VisitSheet", "Write the notes down at once."),
)
"""The five manners of domain.md §1.4."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A labelled cell; lengths in millimetres.

    Attributes:
        source: identifier of `VISIT_FIELDS`, or a name of the record's head.
        label_width: of its label; 0 for none.
        width: of its value.
        height: of its row.
    """

    source: str
    label_width: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of cells."""

    height: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under one name, which stands down the left edge."""

    name: str
    rows: tuple[FormRow, ...]

    @property
    def height(self) -> float:
        """Of its rows together."""
        return sum(row.height for row in self.rows)


def _row(height: float, *cells: tuple[str, float, float]) -> FormRow:
    return FormRow(height, tuple(Cell(*cell, height) for cell in cells))


_LINE, _LEARNT = 6.5, 8.6

BLOCKS = (
    Block(mark("VisitSheet", "Visit"), (
        _row(8, ("name", 20, 57), ("card_no", 13, 30)),
        _row(_LINE, ("rep", 20, 22), ("companion", 14, 20), ("plan_no", 16, 28)),
        _row(_LINE, ("visited_on", 20, 26), ("arrived_at", 12, 14), ("left_at", 12, 14),
             ("stay", 12, 10)),
        _row(_LINE, ("method", 20, 56), ("flags", 0, 44)),
    )),
    Block(mark("VisitSheet", "Talk"), (
        _row(_LINE, ("met", 20, 24), ("good_moment", 15, 19), ("mood", 9, 33)),
    )),
    Block(mark("VisitSheet", "Result"), (
        _row(_LINE, ("outcome", 20, 38), ("collected_money", 14, 48)),
        _row(_LINE, ("ordered", 20, 100)),
        _row(11, ("promises", 20, 100)),
    )),
    Block(mark("VisitSheet", "Learnt"), (
        _row(_LEARNT + 1, ("visited", 20, 100)),
        *(
            _row(_LEARNT, (name, 20, 100))
            for name in (
                "stock", "rivals", "prices", "promotions", "wishes", "plans", "market",
            )
        ),
    )),
    Block(mark("VisitSheet", "Faults"), (
        _row(7.5, ("complaint", 20, 100)),
        _row(_LINE, ("reply_wanted", 20, 58), ("reply_by", 16, 26)),
    )),
    Block(mark("VisitSheet", "Facts"), (
        _row(_LINE, ("verified", 20, 100)),
        _row(7.5, ("corrections", 20, 100)),
    )),
    Block(mark("VisitSheet", "Next"), (
        _row(_LINE, ("next_visit_on", 20, 24), ("next_purpose", 16, 60)),
    )),
    Block(mark("VisitSheet", "Missed"), (
        _row(_LINE, ("not_visited", 20, 60), ("new_date", 14, 26)),
    )),
    Block(mark("VisitSheet", "Seen"), (
        _row(8, ("supervisor_note", 20, 58), ("discussed_on", 16, 26)),
    )),
)  # fmt: skip

"""A visit of today as its row in the table shows it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from gui import theme
from gui.cabinet.card_states import StateLook
from gui.translators import words
from model.rounds.choices import PURPOSES
from model.rounds.plans_shown import LineView, PlanView
from model.sentences.names import state_name
from model.words import mark

STRUCK = frozenset({"cancelled", "rescheduled"})
_HERE = mark("VisitRows", "In the cabinet")
_WITH_HIM = mark("VisitRows", "Out {time}")
_LATE = mark("VisitRows", "Overdue {time}")
_WITH_OTHER = mark("VisitRows", "Out with {holder}")
_KEPT_FOR = mark("VisitRows", "Kept for {holder}")
_VISITED = mark("VisitRows", "Home, visited ✓")
_NOT_VISITED = mark("VisitRows", "Home, not visited")
_NO_RECORD = mark("VisitRows", "Home, no record")
_STRUCK = mark("VisitRows", "Struck: {reason}")
_BETWEEN = mark("VisitRows", ", ")


@dataclass(frozen=True)
class VisitRow:
    """One visit.

    Attributes:
        line: the line of the plan.
        rep: whose plan it is.
        approved: whether the plan is the right to draw its cards.
        chosen: ticked to be handed out.
    """

    line: LineView
    rep: str
    approved: bool
    chosen: bool

    @property
    def struck(self) -> bool:
        """Whether the line was struck."""
        return self.line.state in STRUCK

    @property
    def waits(self) -> bool:
        """Whether its card lies ready for the rep."""
        line = self.line
        return (
            self.approved
            and line.state == "planned"
            and line.custody == "reserved"
            and line.holder in {"", self.rep}
        )

    @property
    def is_out(self) -> bool:
        """Whether the rep has its card."""
        return self.line.custody in {"out", "overdue"} and self.line.holder == self.rep


def visit_rows(plan: PlanView | None, left_here: Collection[str]) -> list[VisitRow]:
    """The rows of a plan.

    Args:
        plan: of the day, if there is one.
        left_here: numbers of the cards that a person has unticked.
    """
    if plan is None:
        return []
    approved = plan.state == "approved"
    rows = [
        VisitRow(line, plan.rep, approved, line.card_no not in left_here) for line in plan.lines
    ]
    return [VisitRow(row.line, row.rep, approved, row.chosen and row.waits) for row in rows]


def purpose_text(line: LineView) -> str:
    """What the visit is for."""
    known = _purposes()
    parts = [words(*known[code]) for code in line.purposes if code in known]
    return words("VisitRows", _BETWEEN).join(part for part in (*parts, line.purpose_note) if part)


def money_text(amount: Decimal) -> str:
    """An amount as offices write it: no cents where there are none."""
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"


def balance_text(line: LineView) -> str:
    """What the customer owes, what of it is overdue in brackets."""
    if line.balance is None:
        return ""
    owed = money_text(line.balance)
    return f"{owed} ({money_text(line.overdue)})" if line.overdue else owed


def card_look(row: VisitRow) -> StateLook:
    """Where the card is, for this visit."""
    line, colours = row.line, theme.colours()
    time = f"{line.out_since:%H:%M}" if line.out_since else ""
    if row.struck:
        return _look(_STRUCK, colours.faint, reason=line.struck_reason)
    if row.is_out:
        late = line.custody == "overdue"
        return _look(
            _LATE if late else _WITH_HIM, colours.overdue if late else colours.out, time=time
        )
    if line.custody in {"out", "overdue"}:
        return _look(_WITH_OTHER, colours.overdue, holder=line.holder)
    if line.custody == "reserved" and line.holder not in {"", row.rep}:
        return _look(_KEPT_FOR, colours.out, holder=line.holder)
    if line.custody not in {"in_cabinet", "reserved"}:
        return StateLook(state_name(line.custody, words), colours.overdue)
    return _home_look(row)


def _home_look(row: VisitRow) -> StateLook:
    """A card that is in the cabinet: still, or again."""
    line, colours = row.line, theme.colours()
    if line.state == "visited":
        return _look(_VISITED, colours.home)
    if line.state == "not_visited":
        return _look(_NOT_VISITED, colours.home)
    if row.waits or not row.approved:
        return _look(_HERE, colours.home)
    return _look(_VISITED, colours.home) if line.has_record else _look(_NO_RECORD, colours.overdue)


def _look(text: str, colour: str, **facts: str) -> StateLook:
    return StateLook(words("VisitRows", text).format(**facts).strip(), colour)


@cache
def _purposes() -> dict[str, tuple[str, str]]:
    return {choice.value: (choice.context, choice.label) for choice in PURPOSES}

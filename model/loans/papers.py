"""What the day's sheets show, as plain values: `printing` draws them, with no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from model.cards.cards import CardView
from model.rounds.plans_shown import PlanView


@dataclass(frozen=True)
class SheetLine:
    """What the printed line of a plan shows besides its `LineView` (same order as `plan.lines`).

    Attributes:
        address: business address, or an individual's home address (on the approved plan only).
        contact: the contact's name.
        phone: his number.
        stale: identifiers of up to three fields of the card to be asked for.
    """

    address: str
    contact: str
    phone: str
    stale: tuple[str, ...]


@dataclass(frozen=True)
class DayPlanSheet:
    """当日拜访计划 of one rep (domain.md §6.4)."""

    office: str
    plan: PlanView
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True)
class RepPacket:
    """Everything of one rep's day: his plan, then its cards in visiting order.

    A card's view holds what its borrower may read on paper: private facts too, the score never.
    """

    sheet: DayPlanSheet
    cards: tuple[CardView, ...]


@dataclass(frozen=True)
class RegisterLine:
    """One line of 借还登记簿 (domain.md §6.7)."""

    loan_no: int
    day: date
    card_no: str
    name: str
    secrecy: str
    borrower: str
    document: str
    issued_at: datetime
    due_at: datetime
    returned_at: datetime | None
    condition: str
    record_missing: bool
    cancelled: bool
    issued_by: str
    taken_back_by: str
    late_hours: int
    entered_later: bool
    corrected: bool
    remark: str


@dataclass(frozen=True)
class LoanRegister:
    """The loans of one day, those handed out earlier and still out among them.

    Attributes:
        office: name of the office.
        day: the day.
        lines: by number; corrected lines stay and count nowhere.
        issued: handed out that day.
        returned: taken back that day.
        still_out: not home at the end of it (or now).
        log_head: head of the log, the anchor on paper.
    """

    office: str
    day: date
    lines: tuple[RegisterLine, ...]
    issued: int
    returned: int
    still_out: int
    log_head: str


@dataclass(frozen=True)
class RepCount:
    """One rep's line of 卡片借还日报."""

    rep: str
    planned: int
    issued: int
    returned: int
    still_out: int
    overdue: int
    record_missing: int


@dataclass(frozen=True)
class DayReport:
    """卡片借还日报 (domain.md §6.9).

    Attributes:
        in_cabinet, out, overdue, lost, sealed: cards of the whole cabinet by state.
        reps: each rep's day.
        missing: cards that are out or overdue, by card number.
        no_record: cards home without a visit record.
        acknowledged: numbers acknowledged one by one at 锁柜.
    """

    office: str
    day: date
    opened_by: str
    opened_at: datetime | None
    closed_by: str
    closed_at: datetime | None
    in_cabinet: int
    out: int
    overdue: int
    lost: int
    sealed: int
    reps: tuple[RepCount, ...]
    missing: tuple[RegisterLine, ...]
    no_record: tuple[RegisterLine, ...]
    acknowledged: tuple[str, ...]
    log_head: str


@dataclass(frozen=True)
class Badge:
    """What a person's badge shows; the desk's scanner reads `P` and the staff number from it.

    Attributes:
        staff_no: staff number.
        name: the person's name.
        role: `rep`, `clerk`, `supervisor` or `manager`.
        team: name of the team; empty for who belongs to none.
    """

    staff_no: int
    name: str
    role: str
    team: str

    @property
    def code(self) -> str:
        """What its barcode says."""
        return f"P{self.staff_no}"

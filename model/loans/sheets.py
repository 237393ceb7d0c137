"""What the day's sheets show, as plain values: `printing` draws them, with no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from model.cards.cards import CardView
from model.cards.completeness import Completeness
from model.cards.definition import CardKind
from model.cards.tables import CustodyState
from model.office.approvals import Granted
from model.rounds.plans_shown import LineView, PlanView
from model.rounds.visits_shown import VisitView


@dataclass(frozen=True)
class SheetLine:
    """What the printed line of a plan shows besides its `LineView` (same order as `plan.lines`).

    Attributes:
        address: business address, or an individual's home address (on the approved plan only).
        contact: the contact's name.
        phone: his number.
        stale: paths of up to three facts of the card to be asked for.
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
class CopyMark:
    """What makes a card on paper a numbered copy (发放副本).

    Attributes:
        copy_no: `FB000001`.
        receiver: who gets it.
        at: when it was issued, office wall-clock time.
        secrecy: the card's 保密级别.
        due_on: the day by which it comes back; None where it is destroyed after reading.
    """

    copy_no: str
    receiver: str
    at: datetime
    secrecy: str = "internal"
    due_on: date | None = None


@dataclass(frozen=True)
class CardPaper:
    """One card as it is to be printed; what is stale stands in its view.

    Attributes:
        view: the card as the paper may show it; a view without a number is a blank card (空白卡).
        changed: paths changed since the office's own paper was printed, such as `phone` or
            `contacts#7.mobile`; a wavy line goes under them.
        copy: set on an issued copy.
        borrower: who carries it; empty where nobody does.
        approval: what was used up for the private facts on it, where that was needed.
    """

    view: CardView
    changed: frozenset[str] = frozenset()
    copy: CopyMark | None = None
    borrower: str = ""
    approval: Granted | None = None

    @property
    def is_blank(self) -> bool:
        """Whether it is to be filled by hand."""
        return not self.view.ref

    @staticmethod
    def blank(kind: CardKind) -> CardPaper:
        """A card of one kind with nothing on it: labels and boxes, to be filled by hand."""
        return CardPaper(
            CardView(
                ref="", kind=kind, version=0, state=CustodyState.DRAFT, stage="", remark="",
                holder="", due_at=None, last_visit_on=None, incomplete=True, values={},
                explicit={}, hidden=frozenset(), editable=frozenset(), children={},
                completeness=Completeness(0, 0, ()), missing=(),
            )
        )  # fmt: skip


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


@dataclass(frozen=True)
class VisitPaper:
    """拜访记录 on paper: filled, or with its head only, to be written on (domain.md §6.6).

    Attributes:
        office: name of the office.
        record_no: number of the record; empty before there is one.
        card_no: the customer's card, or empty.
        name: the customer, or empty.
        rep: who visits, or empty.
        plan_no: the plan that the visit stands on, or empty.
        visited_on: the day, or None to write it in.
        no_card: 无卡拜访.
        read_before: 访前阅卡.
        not_visited: code of why the visit did not take place, or empty.
        values: values by identifier of `VISIT_FIELDS`; empty on a sheet to be written on.
        promises: what was promised: (who, what, for which day); who is `us`, `customer`, `payment`.
    """

    office: str
    record_no: str = ""
    card_no: str = ""
    name: str = ""
    rep: str = ""
    plan_no: str = ""
    visited_on: date | None = None
    no_card: bool = False
    read_before: bool = False
    not_visited: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    promises: tuple[tuple[str, str, date], ...] = ()

    @staticmethod
    def of_visit(office: str, visit: VisitView) -> VisitPaper:
        """The paper of a record that was entered."""
        return VisitPaper(
            office=office,
            record_no=visit.record_no,
            card_no=visit.card_no,
            name=visit.name,
            rep=visit.rep,
            plan_no=visit.plan_no,
            visited_on=visit.visited_on,
            no_card=visit.no_card,
            read_before=visit.read_before,
            not_visited=visit.not_visited,
            values=visit.values,
            promises=tuple(
                (one.promised_by, one.description, one.due_on) for one in visit.promises
            ),
        )

    @staticmethod
    def of_line(office: str, plan: PlanView, line: LineView) -> VisitPaper:
        """The paper of a visit that is planned: its head is filled, the rest to be written."""
        return VisitPaper(
            office=office,
            card_no=line.card_no,
            name=line.name,
            rep=plan.rep,
            plan_no=plan.plan_no,
            visited_on=plan.plan_date,
            read_before=line.read,
        )

"""What a scanner has read: a badge, a card, a plan; a scanner is a keyboard that types fast."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from model.cards.contents import names_of_people
from model.cards.custody import reserved_for, state_now
from model.cards.listing import reps_listed
from model.cards.tables import CustodyState, CustomerCard, Loan
from model.office.desk import Desk, Whose
from model.office.rights import Right, act
from model.office.tables import Person
from model.rounds.tables import DailyPlan
from model.storage.database import reading
from model.storage.prepared import Prepared

_BADGE = re.compile(r"P(\d{1,6})")
_CARD = re.compile(r"([QG]\d{5,7})(?:-(\d{1,3}))?")
_PLAN = re.compile(r"RB\d{8}-\d{2,4}")

_FIELDS = CustomerCard._meta.fields
_CARD_ROW = Prepared(
    lambda no: CustomerCard.select(
        CustomerCard.id,
        CustomerCard.card_no,
        _FIELDS["full_name"],
        CustomerCard.custody_state,
        CustomerCard.holder,
        CustomerCard.due_at,
        CustomerCard.rep,
        _FIELDS["print_no"],
    ).where(CustomerCard.card_no == no)
)
_SINCE = Prepared(
    lambda card: Loan.select(Loan.issued_at).where(Loan.card == card, Loan.returned_at.is_null())
)


@dataclass(frozen=True)
class PersonScan:
    """A badge: the rep's name."""

    rep: str


@dataclass(frozen=True)
class CardScan:
    """A card's barcode.

    Attributes:
        card_no: its number.
        name: the customer; of another's customer empty.
        custody: where the card is now.
        holder: who has it out, or for whom it is kept today; may be empty.
        since: since when it is out.
        rep: whose customer it is.
        old_print: this sheet was replaced by a newer print: it is void.
    """

    card_no: str
    name: str
    custody: str
    holder: str
    since: datetime | None
    rep: str
    old_print: bool


@dataclass(frozen=True)
class PlanScan:
    """The code of a printed plan."""

    plan_no: str
    rep: str


@dataclass(frozen=True)
class Nothing:
    """No code of this office: the text as it was read."""

    text: str


Scan = PersonScan | CardScan | PlanScan | Nothing


@act(Right.SEE_LOANS)
def read_scan(desk: Desk, text: str, now: datetime) -> Scan:
    """Tell what a scanned or typed code means.

    An input method that is still on gives full-width digits, and somebody types by hand: width,
    case and blanks do not matter.
    """
    code = "".join(unicodedata.normalize("NFKC", text).split()).upper()
    with reading():
        if found := _BADGE.fullmatch(code):
            return _person(int(found[1])) or Nothing(text)
        if found := _CARD.fullmatch(code):
            return _card(desk, found[1], found[2], now) or Nothing(text)
        if _PLAN.fullmatch(code):
            return _plan(desk, code) or Nothing(text)
    return Nothing(text)


def _person(staff_no: int) -> PersonScan | None:
    person = Person.get_or_none(Person.staff_no == staff_no)
    return PersonScan(person.name) if person else None


def _plan(desk: Desk, plan_no: str) -> PlanScan | None:
    plan = DailyPlan.get_or_none(DailyPlan.plan_no == plan_no)
    if plan is None or not desk.may(Right.SEE_LOANS, Whose(plan.rep_id, plan.rep.team_id)):
        return None
    return PlanScan(plan.plan_no, plan.rep.name)


def _card(desk: Desk, card_no: str, print_no: str | None, now: datetime) -> CardScan | None:
    """A card; of another's customer only that it exists, and who keeps it (domain.md §5.2)."""
    row = next(iter(_CARD_ROW(card_no).dicts()), None)
    if row is None:
        return None
    people = names_of_people()
    rep = people.get(row["rep"], "")
    old_print = print_no is not None and int(print_no) < (row["print_no"] or 1)
    own = reps_listed(desk)
    if own is not None and row["rep"] not in own and row["holder"] != desk.person.id:
        return CardScan(card_no, "", "", "", None, rep, old_print)
    kept = reserved_for(row["id"], now.date())
    state = state_now(row["custody_state"], row["due_at"], now, reserved=kept is not None)
    holder = row["holder"]
    if state is CustodyState.RESERVED and kept is not None:
        holder = kept.borrower_id
    since = next((at for (at,) in _SINCE(row["id"]).tuples()), None)
    return CardScan(
        card_no, row["full_name"] or "", state.value, people.get(holder, ""), since, rep, old_print
    )

"""The day's papers read from the cabinet: plans, the cards that go with them, badges, records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from model.cards.cards import CardView, printed_view
from model.cards.contact_rules import in_order
from model.cards.contents import names_of_people
from model.cards.custody import Kept, card_of, ref_of, reserved_on, state_now
from model.cards.definition import CardKind
from model.cards.freshness import what_to_ask
from model.cards.permitted import seen_classes
from model.cards.tables import CustomerCard
from model.errors import NoPlanError, NotFoundError, WrongStateError
from model.loans.sheets import Badge, DayPlanSheet, RepPacket, SheetLine, VisitPaper
from model.loans.usage import with_back
from model.office import audit
from model.office.day import require_open
from model.office.desk import Desk
from model.office.people import person_called, person_view
from model.office.rights import Right, act
from model.office.tables import Person, PersonState
from model.rounds.planning import plans_on
from model.rounds.plans_shown import PlanView
from model.rounds.reps import rep_called, whose_rep
from model.rounds.tables import PlanState
from model.rounds.visits import visits_on
from model.storage.database import reading

_STALE_SHOWN = 3


@act(Right.PRINT_DAY)
def packets(
    desk: Desk, day: date, now: datetime, *, reps: Sequence[str] = (), cards: bool = True
) -> tuple[RepPacket, ...]:
    """The papers of each rep's plan of a day, by plan number.

    Cards go with approved plans only, and only those that are kept for the rep or out with him: the
    sheets are a part of the loan (domain.md §5.6). A plan alone may still be a draft, such as
    tomorrow's that is printed in the evening (domain.md §1.5); it then shows no private address.

    Args:
        desk: who prints them.
        day: the day.
        now: office wall-clock time.
        reps: names or staff numbers; without them everybody who has such a plan.
        cards: the cards too, which needs an open cabinet; each is logged as read for paperwork.

    Raises:
        NotFoundError: no such rep, or nobody has such a plan of that day.
        NotAllowedError: another team's rep.
        NoPlanError: a named rep has none.
        CabinetClosedError: cards before 开柜 or after 锁柜.
    """
    if cards:
        require_open(now)
    with reading():
        plans = _wanted(desk, day, reps, now, drafts=not cards)
        held = _cards_of(line.card_no for plan in plans for line in plan.lines)
        views = {card_no: printed_view(card, now) for card_no, card in held.items()}
        carriers = _carriers(held.values(), day, now) if cards else {}
        views |= {card_no: with_back(views[card_no], held[card_no].id) for card_no in carriers}
        names = names_of_people()
    carried = {card_no: names[carrier] for card_no, carrier in carriers.items()}
    found = tuple(_packet(desk, plan, views, carried) for plan in plans)
    for packet in found:
        _note(desk, packet.cards, packet.sheet.plan.plan_no, now)
    return found


def _wanted(
    desk: Desk, day: date, reps: Sequence[str], now: datetime, *, drafts: bool = False
) -> list[PlanView]:
    """The plans of a day that are wanted: approved ones, and on request drafts.

    Raises:
        NotAllowedError: another team's rep.
        NotFoundError: nobody has one.
        NoPlanError: a named rep has none.
    """
    plans = {
        plan.rep: plan
        for plan in plans_on(desk, day, now)
        if drafts or plan.state == PlanState.APPROVED
    }
    if not reps:
        if not plans:
            raise NotFoundError(kind="plan", ref=str(day))
        return list(plans.values())
    wanted = []
    for rep in reps:
        person = rep_called(rep)
        desk.require(Right.PRINT_DAY, whose_rep(person))
        if person.name not in plans:
            raise NoPlanError(rep=person.name, day=day)
        wanted.append(plans[person.name])
    return wanted


def _cards_of(card_nos: Iterable[str]) -> dict[str, CustomerCard]:
    """Cards by number, in one question."""
    query = CustomerCard.select().where(CustomerCard.card_no.in_(sorted(set(card_nos))))
    return {ref_of(card): card for card in query}


def _packet(
    desk: Desk, plan: PlanView, views: Mapping[str, CardView], carriers: Mapping[str, str]
) -> RepPacket:
    """One rep's papers; the cards that he carries in visiting order, none of a struck visit."""
    private = plan.state == PlanState.APPROVED
    lines = tuple(_sheet_line(views[line.card_no], private=private) for line in plan.lines)
    carried = tuple(
        views[line.card_no] for line in plan.open_lines if carriers.get(line.card_no) == plan.rep
    )
    return RepPacket(DayPlanSheet(desk.office, plan, lines), carried)


def _sheet_line(view: CardView, *, private: bool) -> SheetLine:
    """What the plan's line takes from the card; a home address only on the approved plan (§6.4)."""
    values = view.values
    if view.kind is CardKind.INDIVIDUAL:
        contact, phone = values.get("full_name"), values.get("mobile") or values.get("phone")
    else:
        first = next(iter(in_order(view.children.get("contacts", ()))), {})
        contact = first.get("name") or values.get("operator_name")
        phone = first.get("mobile") or first.get("phone") or values.get("phone")
    address = values.get("biz_address") or (values.get("home_address") if private else None)
    stale = what_to_ask(view)[:_STALE_SHOWN]
    return SheetLine(str(address or ""), str(contact or ""), str(phone or ""), stale)


def _note(desk: Desk, cards: Iterable[CardView], document: str, now: datetime) -> None:
    """Whoever prints a card has read it, all classes of its data."""
    for view in cards:
        audit.note(
            desk, audit.Event.CARD_READ, now, kind="card", subject=view.ref, purpose="paperwork",
            classes=seen_classes(view.kind, view.hidden), document=document,
        )  # fmt: skip


@act(Right.PRINT_DAY)
def card_papers(
    desk: Desk, card_nos: Sequence[str], day: date, now: datetime
) -> tuple[CardView, ...]:
    """Cards to be printed for who carries them on a day: lent to him, or kept for him.

    Args:
        desk: who prints them.
        card_nos: their numbers.
        day: the day.
        now: office wall-clock time.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotFoundError: no such card.
        NotAllowedError: another team's borrower.
        WrongStateError: a card that nobody carries on that day: a copy is issued, not printed.
    """
    require_open(now)
    with reading():
        cards = [card_of(card_no) for card_no in card_nos]
        carriers = _carriers(cards, day, now)
        people = {person.id: person for person in Person.select(Person.id, Person.team)}
        views = []
        for card in cards:
            carrier = people.get(carriers.get(ref_of(card), 0))
            if carrier is None:
                state = state_now(card.custody_state, card.due_at, now)
                raise WrongStateError(ref=ref_of(card), state=state.value)
            desk.require(Right.PRINT_DAY, whose_rep(carrier))
            views.append(with_back(printed_view(card, now), card.id))
    _note(desk, views, "", now)
    return tuple(views)


def _carriers(cards: Iterable[CustomerCard], day: date, now: datetime) -> dict[str, int]:
    """Number of the card -> key of the person who has it, or for whom it is kept on a day.

    What was kept on a day that has passed is carried no more, nor a customer handed over since.
    """
    kept: Mapping[int, Kept] = reserved_on(day) if day >= now.date() else {}
    found = {}
    for card in cards:
        waiting = kept.get(card.id)
        if card.holder_id is not None:
            found[ref_of(card)] = card.holder_id
        elif waiting is not None and waiting.borrower_id == card.rep_id:
            found[ref_of(card)] = waiting.borrower_id
    return found


@act(Right.PRINT_DAY)
def badges(desk: Desk, names: Sequence[str], now: datetime) -> tuple[Badge, ...]:
    """Badges for the desk's scanner.

    Args:
        desk: who prints them.
        names: names or staff numbers; without them everybody who works here.
        now: office wall-clock time.

    Raises:
        NotFoundError: nobody is called that.
    """
    del desk, now
    with reading():
        if names:
            people = [person_called(name) for name in names]
        else:
            here = Person.select().where(Person.state != PersonState.GONE)
            people = list(here.order_by(Person.staff_no))
        views = [person_view(person) for person in people]
    return tuple(Badge(one.staff_no, one.name, one.role.value, one.team) for one in views)


@act(Right.PRINT_DAY)
def visit_paper(
    desk: Desk, day: date, now: datetime, *, reps: Sequence[str] = (), record_no: str = ""
) -> tuple[VisitPaper, ...]:
    """拜访记录 to be written on, one for each visit of the approved plans; or a record as entered.

    Args:
        desk: who prints them.
        day: the day.
        now: office wall-clock time.
        reps: names or staff numbers; without them everybody who has an approved plan.
        record_no: number of one record of that day, which is then printed as it was entered.

    Raises:
        NotFoundError: no such rep or record.
        NotAllowedError: another team's.
        NoPlanError: no approved plan.
        CabinetClosedError: a record before 开柜 or after 锁柜.
    """
    if record_no:
        wanted = record_no.strip().upper()
        found = [visit for visit in visits_on(desk, day, now) if visit.record_no == wanted]
        if not found:
            raise NotFoundError(kind="visit", ref=wanted)
        return (VisitPaper.of_visit(desk.office, found[0]),)
    with reading():
        plans = _wanted(desk, day, reps, now)
    return tuple(
        VisitPaper.of_line(desk.office, plan, line) for plan in plans for line in plan.open_lines
    )

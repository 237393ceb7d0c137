"""Visit records as one desk may read them; reading what was learnt is reading of the card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from model.cards.contents import names_of_people
from model.cards.custody import in_reach, ref_of, whose
from model.cards.definition import Kind
from model.cards.passes import is_shut_away
from model.cards.permitted import sees
from model.cards.tables import CustomerCard
from model.office import audit
from model.office.desk import Desk, Whose
from model.rounds.tables import Promise, VisitRecord
from model.rounds.visit_fields import VISIT_FIELDS
from model.rounds.visits_shown import PromiseView, VisitView

SEVERAL = frozenset(field.identifier for field in VISIT_FIELDS if field.kind is Kind.CHOICES)
"""Fields that hold several choices: kept as one text, joined by commas."""


def visits_seen(desk: Desk, rows: Sequence[VisitRecord], now: datetime) -> list[VisitView]:
    """Records as this desk may see them; that they were read is logged for each card."""
    people = names_of_people()
    cards = _cards_of(rows)
    promises = promises_of(rows)
    found = []
    for row in rows:
        card = cards.get(row.card_id or 0)
        hidden = _hidden(desk, row, card, now)
        values = {name: value for name, value in _values(row).items() if name not in hidden}
        view = visit_view(row, values, people[row.rep_id], people[row.entered_by_id], card)
        found.append(replace(view, promises=tuple(promises.get(row.id, ()))))
    _note_reading(desk, cards.values(), now)
    return found


def _cards_of(rows: Sequence[VisitRecord]) -> dict[int, CustomerCard]:
    wanted = {row.card_id for row in rows if row.card_id}
    return {card.id: card for card in CustomerCard.select().where(CustomerCard.id.in_(wanted))}


def promises_of(rows: Sequence[VisitRecord]) -> dict[int, list[PromiseView]]:
    """Key of each record -> what was promised there."""
    found: dict[int, list[PromiseView]] = {}
    query = Promise.select().where(Promise.visit.in_([row.id for row in rows]))
    for promise in query.order_by(Promise.id):
        found.setdefault(promise.visit_id or 0, []).append(promise_view(promise))
    return found


def _hidden(
    desk: Desk, row: VisitRecord, card: CustomerCard | None, now: datetime
) -> frozenset[str]:
    """Fields of a record that this desk may not see: as on the customer's card."""
    if card is None:
        owner = Whose(row.rep_id, row.rep.team_id, row.rep_id)
    else:
        owner = in_reach(desk, whose(card), card, now)
        if is_shut_away(desk, card, now):
            return frozenset(field.identifier for field in VISIT_FIELDS)
    return frozenset(field.identifier for field in VISIT_FIELDS if not sees(desk, field, owner))


def _note_reading(desk: Desk, cards: Iterable[CustomerCard], now: datetime) -> None:
    """Reading what was learnt at a customer is reading of his card."""
    for card in cards:
        audit.note(
            desk, audit.Event.CARD_READ, now, kind="card", subject=ref_of(card), purpose="visits",
            classes=sorted({field.data_class.value for field in VISIT_FIELDS}),
        )  # fmt: skip


def _values(row: VisitRecord) -> dict[str, Any]:
    """The filled cells of a record."""
    data = row.__data__
    filled = {
        field.identifier: data[field.identifier]
        for field in VISIT_FIELDS
        if data.get(field.identifier) is not None
    }
    return {
        name: tuple(value.split(",")) if name in SEVERAL else value
        for name, value in filled.items()
    }


def promise_view(row: Promise) -> PromiseView:
    """A promise as a value."""
    return PromiseView(row.id, row.description, row.due_on, row.promised_by, row.kept_on)


def visit_view(
    row: VisitRecord,
    values: Mapping[str, Any],
    rep: str,
    entered_by: str,
    card: CustomerCard | None,
) -> VisitView:
    """A record as a value."""
    name = card.__data__["full_name"] if card else row.customer_name
    return VisitView(
        row.record_no, ref_of(card) if card else "", name or "", rep, row.visited_on,
        row.not_visited, row.plan_no, row.no_card, row.read_before, entered_by, row.entered_at,
        row.entered_later, dict(values), (),
    )  # fmt: skip

"""Judged rows become filed cards (旧卡入柜): written in batches, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import chunked

from model.cards.contents import Contents
from model.cards.definition import CardKind
from model.cards.derived import derived_columns, first_columns, secrecy_for
from model.cards.finding import SEPARATOR, folded
from model.cards.numbering import PROSPECTS, drawer_for, take_numbers, take_slots
from model.cards.revisions import opening_line
from model.cards.rows import values_of_rows
from model.cards.tables import Contact, CustodyState, CustomerCard, Revision
from model.exchange.judging import Judged
from model.exchange.targets import DISTRICT, LAST_VISIT, PROMISE, REP, SNAPSHOT
from model.money.tables import AccountSnapshot
from model.office import audit
from model.office.desk import Desk
from model.office.naming import name_key
from model.office.tables import Team
from model.office.teams import make_district
from model.rounds.tables import Promise
from model.storage.database import Table
from model.storage.rows import rows_of

_BATCH = 200
"""Rows written at once: with all columns of a card they stay below SQLite's 32,766 values."""

_NEW_FOR_DAYS = 92
"""A customer under three months is 新 (domain.md §2.2)."""


_FILLED_IN = ("short_name", "mnemonic", "relationship_status", "abc_class", "secrecy")
"""What may be on the card although the file said otherwise, or nothing."""


@dataclass(frozen=True)
class NewDistrict:
    """A district that the import made: its team, and the drawer it opened."""

    name: str
    team: str
    drawer: int


Prepared = dict[str, Any]
"""The columns of a card that can be known before it has its number."""


def prepare(one: Judged, today: date) -> Prepared:
    """Everything of a card but number and place.

    It costs the most (the readings of its names), and is done before the transaction begins, so
    that nobody else has to wait for it.
    """
    row = one.row
    values = {name: value for name, value in row.values.items() if name != "short_name"}
    if one.short_name:
        values["short_name"] = one.short_name
    values["customer_kind"] = row.kind.value
    values |= first_columns(values, row.kind)
    values["abc_class"] = _class_of(values, row.values.get("abc_class"), today)
    values["secrecy"] = secrecy_for(str(values["abc_class"]), bool(values.get("is_key_account")))
    contents = Contents(row.kind, values, row.explicit, {"contacts": _contacts(one)})
    derived = derived_columns(contents)
    own = {name: value for name, value in values.items() if name not in {REP, DISTRICT}}
    # After the contact that a row may bring.
    more = {"explicit": json.dumps(row.explicit, sort_keys=True), "next_row_no": 2}
    return {**own, **derived, **more}


def _class_of(values: Mapping[str, Any], given: str | None, today: date) -> str | None:
    """The class that came along; else 潜 or 新 where that is certain; else nobody knows yet."""
    if values["relationship_status"] in PROSPECTS:
        return "P"
    if given and given != "P":
        return given
    since = values.get("first_trade_on")
    return "N" if since and (today - since).days < _NEW_FOR_DAYS else None


def _contacts(one: Judged) -> tuple[dict[str, Any], ...]:
    """The contact of a row, who is then the primary one."""
    return ({**one.row.contact, "is_primary": True},) if one.row.contact else ()


def file_rows(
    desk: Desk,
    new: Sequence[Judged],
    prepared: Sequence[Prepared],
    run: str,
    now: datetime,
    report: Callable[[int], None],
) -> list[NewDistrict]:
    """Write the cards and what belongs to them, inside the caller's transaction.

    Args:
        desk: who takes the cards over.
        new: the rows that become cards, in order.
        prepared: the columns of each.
        run: number of the import.
        now: office wall-clock time.
        report: told how many cards are written; whatever it raises stops and undoes all.

    Returns:
        The districts that were made.
    """
    made = _make_districts(desk, new, now)
    columns = [
        {**ready, **_columns(desk, one, run, now)} for one, ready in zip(new, prepared, strict=True)
    ]
    _number(new, columns)
    _insert(CustomerCard, columns, report)
    ids = _ids([card["card_no"] for card in columns])
    keyed = [(ids[card["card_no"]], one) for card, one in zip(columns, new, strict=True)]
    _insert(Contact, _contact_rows(keyed))
    _insert(Promise, _promise_rows(keyed))
    _insert(AccountSnapshot, _snapshot_rows(keyed, now.date()))
    _insert(Revision, _opening_lines(desk, keyed, columns, run, now))
    audit.append(desk, (_log_line(desk, card, one, run, now)
                        for card, one in zip(columns, new, strict=True)))  # fmt: skip
    return made


def _make_districts(desk: Desk, new: Sequence[Judged], now: datetime) -> list[NewDistrict]:
    """Make the districts that are not known yet, for the teams of the rows' reps."""
    wanted: dict[tuple[int, str], list[Judged]] = {}
    for one in new:
        if one.district_id is None and one.rep is not None and one.rep.team_id is not None:
            wanted.setdefault((one.rep.team_id, name_key(one.district)), []).append(one)
    made = []
    for (team_id, _), rows in wanted.items():
        name = rows[0].district
        district = make_district(name, Team.get_by_id(team_id))
        for one in rows:
            one.district_id = district.id
        made.append(NewDistrict(name, district.team, district.drawer))
        facts = {"team": district.team, "drawer": district.drawer}
        event = audit.Event.DISTRICT_ADD
        audit.log(desk, event, now, kind="district", subject=name, after=facts)
    return made


def _columns(desk: Desk, one: Judged, run: str, now: datetime) -> dict[str, Any]:
    """The columns that every imported card has."""
    assert one.rep is not None  # a judged row that is new has one
    return {
        "rep": one.rep.id,
        "district": one.district_id,
        "filled_by": desk.person.id,
        "created_on": now.date(),
        "revised_on": now.date(),
        "revision_no": 1,
        "print_no": 1,
        "custody_state": CustodyState.IN_CABINET.value,
        "last_visit_on": one.row.beside.get(LAST_VISIT),
        "imported_from": f"{run}/{one.row.number}",
    }


def _number(new: Sequence[Judged], columns: Sequence[dict[str, Any]]) -> None:
    """Give every card its number, in the file's order, and its place."""
    for kind in CardKind:
        cards = [card for card in columns if card["customer_kind"] == kind]
        if cards:
            for card, number in zip(cards, take_numbers(kind, len(cards)), strict=True):
                card["card_no"] = number
                # The key begins with the number, which was not known when it was made.
                card["search_key"] = folded(number) + SEPARATOR + card["search_key"]
    by_drawer: dict[int, list[dict[str, Any]]] = {}
    known: dict[tuple[str, bool, int], int] = {}
    for card in columns:
        facts = (card["relationship_status"], bool(card.get("is_key_account")), card["district"])
        if facts not in known:
            known[facts] = drawer_for(*facts)
        by_drawer.setdefault(known[facts], []).append(card)
    for drawer, cards in by_drawer.items():
        for card, place in zip(cards, take_slots(drawer, len(cards)), strict=True):
            card["drawer_no"], card["location"] = drawer, place


def _insert(
    table: type[Table],
    rows: Sequence[Mapping[str, Any]],
    report: Callable[[int], None] = lambda done: None,
) -> None:
    """Write rows in batches; a column that no row has is left to its default."""
    names = sorted({name for row in rows for name in row})
    fields = [table._meta.fields[name] for name in names]
    done = 0
    for batch in chunked(rows, _BATCH):
        report(done)
        values = [tuple(row.get(name) for name in names) for row in batch]
        table.insert_many(values, fields=fields).execute()
        done += len(values)


def _ids(numbers: Sequence[str]) -> dict[str, int]:
    """Card number -> key of the row just written."""
    found: dict[str, int] = {}
    for batch in chunked(numbers, _BATCH):
        query = CustomerCard.select(CustomerCard.card_no, CustomerCard.id).where(
            CustomerCard.card_no.in_(list(batch))
        )
        found.update((number, id_) for number, id_ in rows_of(query))
    return found


Keyed = Sequence[tuple[int, Judged]]
"""(key of the card, its row)."""


def _contact_rows(keyed: Keyed) -> list[dict[str, Any]]:
    """The contacts; several buying roles are kept as one text."""
    return [
        {
            "card": card_id,
            "row_no": 1,
            **{name: _stored(value) for name, value in contact.items()},
        }
        for card_id, one in keyed
        for contact in _contacts(one)
    ]


def _stored(value: Any) -> Any:
    """A value as its column keeps it."""
    return ",".join(value) if isinstance(value, tuple) else value


def _promise_rows(keyed: Keyed) -> list[dict[str, Any]]:
    """The open promises."""
    found = []
    for card_id, one in keyed:
        text = one.row.beside.get(f"{PROMISE}description")
        if text:
            due = one.row.beside[f"{PROMISE}due_on"]
            found.append({"card": card_id, "description": text, "due_on": due, "source": "import"})
    return found


def _snapshot_rows(keyed: Keyed, today: date) -> list[dict[str, Any]]:
    """What the customers owed; who only names what is overdue owes at least that."""
    found = []
    for card_id, one in keyed:
        balance, overdue, bucket, as_of = (
            one.row.beside.get(f"{SNAPSHOT}{name}")
            for name in ("balance", "overdue", "worst_bucket", "as_of")
        )
        if balance is not None or overdue is not None:
            found.append(
                {
                    "card": card_id,
                    "balance": balance if balance is not None else overdue,
                    "overdue": overdue or 0,
                    "worst_bucket": bucket or "",
                    "as_of": as_of or today,
                }
            )
    return found


def _opening_lines(
    desk: Desk, keyed: Keyed, columns: Sequence[Mapping[str, Any]], run: str, now: datetime
) -> list[dict[str, Any]]:
    """The lines that open the cards' histories: what the file said of each."""
    return [
        {
            **opening_line(desk, card_id, _first_values(one, card), now, "other"),
            "reason": f"{run}/{one.row.number}",
        }
        for (card_id, one), card in zip(keyed, columns, strict=True)
    ]


def _first_values(one: Judged, card: Mapping[str, Any]) -> dict[str, Any]:
    """The first values of a card by path, people and district by name, rows included."""
    filled = {name: card.get(name) for name in _FILLED_IN}
    rep = one.rep.name if one.rep else None
    values = {**one.row.values, **filled, "rep": rep, DISTRICT: one.district or None}
    first = [{"row_no": 1, **contact} for contact in _contacts(one)]
    rows = {**one.rows, "contacts": (*first, *one.rows.get("contacts", ()))}
    return {**one.row.explicit, **values, **values_of_rows(rows)}


def _log_line(
    desk: Desk, card: Mapping[str, Any], one: Judged, run: str, now: datetime
) -> audit.Line:
    """The log's line about one card; nothing of what stands on it."""
    return audit.make_line(
        desk,
        audit.Event.CARD_IMPORT,
        now,
        kind="card",
        subject=card["card_no"],
        after={"location": card["location"], "row": one.row.number},
        document=run,
    )


def names_of_new_districts(new: Iterable[Judged]) -> list[NewDistrict]:
    """The districts that filing these rows would make; their drawers are not opened yet."""
    found: dict[tuple[str, str], NewDistrict] = {}
    for one in new:
        if one.district_id is None and one.rep is not None:
            key = (name_key(one.district), one.rep.team)
            found.setdefault(key, NewDistrict(one.district, one.rep.team, 0))
    return list(found.values())
